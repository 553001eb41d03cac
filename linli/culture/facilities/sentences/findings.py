"""Why a booking cannot be, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

_NEXT = _("最近空着的时间：{next}。")
_OR_WAIT = _("最近空着的时间：{next}。也可以等这一段空出来，空了先告诉您。")

register_findings(
    {
        "facilities.ends_after": Sentence(
            met=_("结束在开始以后。"),
            unmet=_("结束要在开始以后。"),
            way_on=_("请改结束的时间。最近空着的时间：{next}。"),
        ),
        "facilities.bookable": Sentence(
            met=_("这个场地可以预订。"),
            unmet=_("这个场地不用预订，或者不再提供了。"),
            way_on=_("开放的时候直接去；要专门用，请找居委会。"),
        ),
        "facilities.by_residents": Sentence(
            met=_("居民自己可以订。"),
            unmet=_("这个场地由居委会登记，不能自己在网上订。"),
            way_on=_("请到居委会或者打电话登记。最近空着的时间：{next}。"),
        ),
        "facilities.not_past": Sentence(
            met=_("还没有过去。"), unmet=_("{starts}已经过去了。"), way_on=_NEXT
        ),
        "facilities.in_service": Sentence(
            met=_("场地在用。"),
            unmet=_("场地停用：{why}。预计恢复：{until}。"),
            way_on=_NEXT,
        ),
        "facilities.not_closed": Sentence(
            met=_("那天照常开放。"), unmet=_("{day}不开放：{why}。"), way_on=_NEXT
        ),
        "facilities.not_holiday": Sentence(
            met=_("那天照常开放。"), unmet=_("{day}是节假日，这里不开放。"), way_on=_NEXT
        ),
        "facilities.open_then": Sentence(
            met=_("在开放时间里。"),
            unmet=_("不在开放时间里。{day}开放：{hours}。"),
            way_on=_NEXT,
        ),
        "facilities.not_too_far": Sentence(
            met=_("在可以预订的日子里。"),
            unmet=_("最多提前 {days} 天预订，现在能订到{last}。"),
            way_on=_NEXT,
        ),
        "facilities.not_too_long": Sentence(
            met=_("没有超过一次最长的时间。"),
            unmet=_("一次最长 {most} 分钟，您要的是 {minutes} 分钟。"),
            way_on=_("请订短一些，或者请居委会登记。最近空着的时间：{next}。"),
        ),
        "facilities.people_fit": Sentence(
            met=_("坐得下。"),
            unmet=_("这里最多 {most} 人，您要来 {people} 人。"),
            way_on=_("请换一个大一些的场地，或者分两次。"),
        ),
        "facilities.free_then": Sentence(
            met=_("这一段空着。"),
            unmet=_("{starts}这一段已经有人订了。"),
            way_on=_OR_WAIT,
        ),
        "facilities.dates_free": Sentence(
            met=_("这些日子都空着。"),
            unmet=_("有 {n} 次已经有人订了：{dates}。一次也没有订。"),
            way_on=_("请把这几次去掉或者换个时间，再一起订。"),
        ),
        "facilities.few_enough": Sentence(
            met=_("订得不多。"),
            unmet=_("您在这里还有 {coming} 次没有用，同一个人最多同时订 {most} 次。"),
            way_on=_("用过一次或者取消一次再订；团队要长期用的，请居委会登记。"),
        ),
        "facilities.not_begun": Sentence(
            met=_("还没有开始。"),
            unmet=_("{starts}已经开始了，不能取消。"),
            way_on=_("提前走的，把钥匙还回就行。"),
        ),
        "facilities.has_begun": Sentence(
            met=_("已经开始了。"),
            unmet=_("{starts}才开始，还不能这样记。"),
            way_on=_("到时间以后再记；不用了的，请取消。"),
        ),
        "facilities.is_over": Sentence(
            met=_("时间已经过了。"),
            unmet=_("{ends}才结束；记了没有来用，剩下的时间别人可以订。"),
            way_on=_("人来了就再订一次；结束以后可以更正。"),
        ),
        "facilities.wait_where_taken": Sentence(
            met=_("这一段有人订了，可以等。"),
            unmet=_("这一段空着，不用等。"),
            way_on=_("直接预订就行。"),
        ),
        "facilities.waits_once": Sentence(
            met=_("还没有在等。"),
            unmet=_("这一段已经在等了。"),
            way_on=_("空出来会告诉您，不用再登记。"),
        ),
        "facilities.waits_beside": Sentence(
            met=_("没有在等别的时间。"),
            unmet=_("您已经在等同时候的另一段。"),
            way_on=_("先不等那一段，再登记这一段。"),
        ),
        "facilities.owned_elsewhere": Sentence(
            met=_("不是活动订的。"),
            unmet=_("这是一场活动订的场地。"),
            way_on=_("请在活动里取消或改期，场地会一起退掉。"),
        ),
        "facilities.offer_stands": Sentence(
            met=_("还给您留着。"),
            unmet=_("这一段没有给您留着了。"),
            way_on=_("可以再登记等一次，或者看看别的时间。"),
        ),
        "facilities.words_for_all": Sentence(
            met=_("没有写到具体的人。"),
            unmet=_("公开的用途里好像写了人名、电话或者住处。"),
            way_on=_("请只写做什么，例如“书法练习”；或者选不公开。"),
        ),
        "facilities.reason_given": Sentence(
            met=_("写了原因。"), unmet=_("要写停用的原因。"), way_on=_("例如“地板翘起，等维修”。")
        ),
        "facilities.nothing_broken": Sentence(
            met=_("没有没修好的地方。"),
            unmet=_("这里还有没修好、没复查的地方，不能恢复。"),
            way_on=_("请先修好，由另一个人复查；复查合格就恢复。"),
        ),
        "facilities.areas_fit": Sentence(
            met=_("面积对得上。"),
            unmet=_("其中一项面积比总的建筑面积还大。"),
            way_on=_("请核对几个面积。"),
        ),
        "facilities.named_once": Sentence(
            met=_("名称没有重复。"),
            unmet=_("已经有一个叫“{name}”的场地。"),
            way_on=_("请在名称里加上楼栋或者房号。"),
        ),
        "facilities.parts_once": Sentence(
            met=_("大厅可以分开用。"),
            unmet=_("分出来的一间不能再分。"),
            way_on=_("请选整个大厅。"),
        ),
    }
)
