"""What is said where time exchange refuses."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "volunteering.exchange_on": Sentence(
            met=_("时间互助已经开启。"),
            unmet=_("本社区没有开启时间互助，不能记新的时间。"),
            way_on=_(
                "开不开由居民决定：可以提一件要议的事，经居民会议或者居民代表会议决定后，由居委会主任登记"
                "决议开启。已经存的时间照样看得到；搭把手不记时间，随时都可以。"
            ),
        ),
        "volunteering.exchange_decided": Sentence(
            met=_("有居民的决议。"),
            unmet=_("要写明是哪次会议的哪项决议、哪天决定的，不能是将来的日期。"),
            way_on=_("请先经居民会议或者居民代表会议决定。"),
        ),
        "volunteering.switched_once": Sentence(
            met=_("可以改。"), unmet=_("已经是这个状态了。"), way_on=_("不用再办。")
        ),
        "volunteering.rules_signed": Sentence(
            met=_("同意了规则。"),
            unmet=_("还没有同意规则：自愿，不是钱，不换公共服务，随时可以退出。"),
            way_on=_("请读过规则再勾选；不加入，什么服务都不受影响。"),
        ),
        "volunteering.name_on_paper": Sentence(
            met=_("写了姓名。"), unmet=_("代为登记的要写本人的姓名。"), way_on=_("请照签过的纸写。")
        ),
        "volunteering.joined_once": Sentence(
            met=_("还没有加入。"), unmet=_("您已经加入了。"), way_on=_("在“我的时间”里看。")
        ),
        "volunteering.member_is_in": Sentence(
            met=_("是现在的成员。"),
            unmet=_("没有 {number} 号成员，或者已经退出。"),
            way_on=_("请核对成员号。"),
        ),
        "volunteering.not_statutory": Sentence(
            met=_("不是公共服务。"),
            unmet=_(
                "“{service}”是人人有权得到的公共服务，不能用时间换：不用先帮别人，也没有人可以被指派去帮。"
            ),
            way_on=_("请直接向社区工作者提出，免费办理，和存了多少时间没有关系。"),
        ),
        "volunteering.known_purpose": Sentence(
            met=_("是邻里互助。"),
            unmet=_("请选做了什么。"),
            way_on=_("没有合适的，选“别的邻里小忙”。"),
        ),
        "volunteering.whole_quarters": Sentence(
            met=_("分钟数可以用。"),
            unmet=_("按一刻钟记（15、30、45……），一次最多 {most} 分钟。"),
            way_on=_("请改一下分钟数。"),
        ),
        "volunteering.within_limits": Sentence(
            met=_("在限额以内。"),
            unmet=_("现有 {held} 分钟，记上以后是 {then} 分钟，超过了限额（{least} 到 {most}）。"),
            way_on=_(
                "欠得多的，先帮别人或者请公共时间池帮一把；存得多的，可以送给邻居或者捐给公共时间池。"
            ),
        ),
        "volunteering.other_within": Sentence(
            met=_("在限额以内。"),
            unmet=_(
                "对方现在不能再记这么多：记上以后会超过限额。对方存了多少、欠了多少，只有本人知道。"
            ),
            way_on=_("请减少分钟数，或者请对方在“我的时间”里看一看。"),
        ),
        "volunteering.own_hand": Sentence(
            met=_("由本人办。"),
            unmet=_("这位成员有账号，自己的时间由本人处置，窗口不能代办。"),
            way_on=_("请本人在“我的时间”里办；登录不了的，先帮他找回账号。"),
        ),
        "volunteering.not_pressing": Sentence(
            met=_("可以再写。"),
            unmet=_("您写下的互助里，等对方确认的和近 {days} 天没有确认的，已经有 {most} 次。"),
            way_on=_("请先和对方说清楚，等确认了再写新的。"),
        ),
        "volunteering.something_expires": Sentence(
            met=_("有时间要到期。"),
            unmet=_("没有要到期的时间，或者已经办过。"),
            way_on=_("不用再办。"),
        ),
        "volunteering.minutes_covered": Sentence(
            met=_("够用。"),
            unmet=_("现有 {held} 分钟，不够 {asked} 分钟。"),
            way_on=_("请减少分钟数。"),
        ),
        "volunteering.between_two": Sentence(
            met=_("是两个人之间。"), unmet=_("不能记给自己。"), way_on=_("请写对方的成员号。")
        ),
        "volunteering.other_hand": Sentence(
            met=_("由另一个人确认。"),
            unmet=_("这一笔和您自己有关，要由另一个人来办。"),
            way_on=_("请对方确认，或者请另一位工作人员办。"),
        ),
        "volunteering.deed_waits": Sentence(
            met=_("等着确认。"), unmet=_("这一笔已经有结果了。"), way_on=_("请看明细。")
        ),
        "volunteering.deed_reversible": Sentence(
            met=_("可以冲销。"),
            unmet=_("这一笔不能冲销：已经冲销过，或者是跨社区、到期、退出结清的。"),
            way_on=_("跨社区记错的，请两边商量好，记一笔相反的。"),
        ),
        "volunteering.slips_most": Sentence(
            met=_("张数可以用。"), unmet=_("一次印 1 到 {most} 张。"), way_on=_("请改一下张数。")
        ),
        "volunteering.slip_found": Sentence(
            met=_("找到了这张时间条。"),
            unmet=_("没有这个编码的时间条。"),
            way_on=_("请照纸条上的编码核对；看不清的，问出条的人要条子的号。"),
        ),
        "volunteering.slip_used": Sentence(
            met=_("还没有用。"),
            unmet=_("时间条 {number} 号已经登记过了，一张只算一次。"),
            way_on=_("请看那一笔记给了谁；有疑问的，问出条的人。"),
        ),
        "volunteering.slip_void": Sentence(
            met=_("没有作废。"),
            unmet=_("时间条 {number} 号已经作废。"),
            way_on=_("请出条的人换一张。"),
        ),
        "volunteering.partner_once": Sentence(
            met=_("还没有约定。"), unmet=_("和这个社区已经有约定。"), way_on=_("请改它的限额。")
        ),
        "volunteering.partner_is_another": Sentence(
            met=_("是另一个社区。"), unmet=_("不能和自己约定。"), way_on=_("请选另一个社区。")
        ),
        "volunteering.partner_stands": Sentence(
            met=_("两边都有约定。"),
            unmet=_("两个社区之间没有都还有效的约定。"),
            way_on=_("要两边各自登记约定和限额，才能互通时间。"),
        ),
        "volunteering.partner_within": Sentence(
            met=_("在两个社区约定的限额以内。"),
            unmet=_(
                "和{partner}的往来会超过限额：记上以后对方欠 {then_to_us} 分钟（最多 {owed_to_us}），"
                "我们欠 {then_by_us} 分钟（最多 {owed_by_us}）。"
            ),
            way_on=_("请等另一个方向的互助把差额拉平，或者两边商量改限额。"),
        ),
    }
)
