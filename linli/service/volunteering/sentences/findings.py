"""What the rules of volunteering find: met, not met, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings


def _plain(unmet: object, way_on: object = "") -> Sentence:
    return Sentence(met=_("可以。"), unmet=unmet, way_on=way_on)


register_findings(
    {
        "volunteering.is_registered": Sentence(
            met=_("注册了志愿者。"),
            unmet=_("还没有注册志愿者，或者已经退出。"),
            way_on=_("先注册，两分钟就好；随时可以退出。"),
        ),
        "volunteering.age_known": Sentence(
            met=_("年龄清楚。"),
            unmet=_("名册里没有出生日期，算不出当天的年龄。"),
            way_on=_("请带证件到居委会补上出生日期，再报名。"),
        ),
        "volunteering.age_fits": Sentence(
            met=_("当天的年龄合适。"),
            unmet=_("班次当天满 {age} 周岁，不在要求的年龄里。"),
            way_on=_("请看看别的招募；每一项都写着年龄。"),
        ),
        "volunteering.guardian_agrees": Sentence(
            met=_("已成年，或者监护人同意了。"),
            unmet=_("班次当天还不满 {of_age} 周岁，监护人还没有同意。"),
            way_on=_("请监护人到居委会签字，或者在电话里跟社区工作者说一声；记上以后就能报名。"),
        ),
        "volunteering.suits_minors": Sentence(
            met=_("适合这个年龄的人。"),
            unmet=_("未成年人不做有危险的、夜里的，和没有写明适合未成年人的班次。"),
            way_on=_(
                "请选写着“适合未成年人”的班次；最早 {from_hour} 点开始，最晚 {until_hour} 点结束。"
            ),
        ),
        "volunteering.has_skill": Sentence(
            met=_("会做要做的事。"),
            unmet=_("这一班要会做的事，您的特长里没有。"),
            way_on=_("会做的，请在“我的志愿服务”里勾上；不会的，请看看别的招募。"),
        ),
        "volunteering.is_trained": Sentence(
            met=_("通过了要求的培训，当天有效。"),
            unmet=_("班次当天没有有效的培训。"),
            way_on=_("请问居委会下一次培训是哪天；已经通过的，请带证书来登记。"),
        ),
        "volunteering.is_covered": Sentence(
            met=_("当天有意外伤害保险，或者不需要。"),
            unmet=_("这一班要先有意外伤害保险，当天还没有。"),
            way_on=_("保险由居委会办，不用您出钱；请打招募里的电话，办好就能上岗。"),
        ),
        "volunteering.content_said": Sentence(
            met=_("写明了要做什么。"),
            unmet=_("要做什么没有写清楚，至少写 {fewest} 个字。"),
            way_on=_("请如实写：做哪几件事、要多少力气、见到什么人。"),
        ),
        "volunteering.where_and_when": Sentence(
            met=_("写明了在哪里、什么时候、为谁。"),
            unmet=_("在哪里、什么时候、为谁，有一样没有写。"),
            way_on=_("请补上。"),
        ),
        "volunteering.risk_said": Sentence(
            met=_("写明了可能的风险。"),
            unmet=_("没有写可能的风险。"),
            way_on=_("没有特别风险的也要写明，比如“要爬六层楼梯，没有电梯”。"),
        ),
        "volunteering.who_answers": Sentence(
            met=_("写明了由谁答复。"),
            unmet=_("没有写由谁答复、打哪个电话。"),
            way_on=_("请写岗位和办公电话，不写个人的姓名和手机。"),
        ),
        "volunteering.no_minors_in_danger": Sentence(
            met=_("有危险的不招未成年人。"),
            unmet=_("有危险的服务不能写“适合未成年人”。"),
            way_on=_("请去掉其中一个勾。"),
        ),
        "volunteering.training_before_danger": Sentence(
            met=_("有危险的写明了先培训。"),
            unmet=_("有危险的服务，没有写先通过哪种培训。"),
            way_on=_("请选一种培训。"),
        ),
        "volunteering.insured_before_danger": Sentence(
            met=_("有危险的写明了先保险。"),
            unmet=_("有危险的服务，要先为志愿者买意外伤害保险。"),
            way_on=_("请勾上“要有意外伤害保险才上岗”。"),
        ),
        "volunteering.words_name_nobody": Sentence(
            met=_("没有写到具体的人。"),
            unmet=_("大家都看得到的话里，像是有人的姓名、电话或者门牌。"),
            way_on=_("请去掉，写岗位、办公电话和公共地点。"),
        ),
        "volunteering.nobody_forced": Sentence(
            met=_("没有强派。"),
            unmet=_("“{words}”像是在派任务。志愿服务出于自愿，不派指标，不轮流抽人。"),
            way_on=_("请改成“愿意来的报名”。"),
        ),
        "volunteering.own_yes": Sentence(
            met=_("本人答应了。"),
            unmet=_("没有本人答应，不能把人排进班次。"),
            way_on=_(
                "本人可以在班次的页面上按“这一班我来”；打电话或者当面答应的，由居委会在那一班勾上再记。"
            ),
        ),
        "volunteering.place_free": Sentence(
            met=_("还有位子。"),
            unmet=_("刚刚有人先答应了，位子满了。谢谢您愿意来。"),
            way_on=_("请看看别的班次。"),
        ),
        "volunteering.shift_over": Sentence(
            met=_("班次结束了。"),
            unmet=_("班次还没有结束，不能确认时长。"),
            way_on=_("结束以后再来。"),
        ),
        "volunteering.took_place": Sentence(
            met=_("班次照常进行了。"),
            unmet=_("这一班取消了，没有时长可以确认。"),
            way_on=_("还是来做了的，请另排一班，再记到场。"),
        ),
        "volunteering.counted_once": Sentence(
            met=_("这段时间只记了一次。"),
            unmet=_("有一位在同一时间的另一班已经记了时长，一段时间不能记两次。"),
            way_on=_("请核对本人在哪一班；记错的，先在那条记录里更正。"),
        ),
        "volunteering.another_confirms": Sentence(
            met=_("由别人确认。"),
            unmet=_("自己的时长和证明，不能由自己确认。"),
            way_on=_("请另一位同事来办。"),
        ),
        "volunteering.not_longer": Sentence(
            met=_("不超过班次的时间。"),
            unmet=_("写了 {minutes} 分钟，班次一共 {lasted} 分钟。"),
            way_on=_("路上的时间不算；班次延长了的，请先改班次的时间。"),
        ),
        "volunteering.correction_holds": Sentence(
            met=_("更正写清楚了。"),
            unmet=_("更正要和原来不同，不能少于零，还要写原因。"),
            way_on=_("请核对后再办。"),
        ),
        "volunteering.something_to_certify": Sentence(
            met=_("有确认过的服务。"),
            unmet=_("这段时间里没有确认过的服务，没有可以证明的。"),
            way_on=_("请换一段时间；服务了还没有确认的，请先告诉居委会。"),
        ),
        "volunteering.sees_stops": Sentence(
            met=_("这一班的人，当天看得到。"),
            unmet=_("要上门的名单，只给这一班的人在当天看；班次结束后就收起来。"),
            way_on=_("有事请打居委会电话。"),
        ),
        "volunteering.known_for_rounds": Sentence(
            met=_("居委会认得，可以上门。"),
            unmet=_("要上门的名单，只给居委会见过面、认得的志愿者；居委会还没有记下认得您。"),
            way_on=_("请带证件到居委会见一面，或者打招募里的电话约时间；只要一次，以后都算。"),
        ),
        "volunteering.serves_once": Sentence(
            met=_("同一时间没有别的班次。"),
            unmet=_("同一时间已经有别的班次。"),
            way_on=_("请先把那一班让出来，或者换一班。"),
        ),
        "volunteering.receiver_agreed": Sentence(
            met=_("本人同意了。"),
            unmet=_("没有本人同意，不能把住址告诉上门的人。"),
            way_on=_("请先问本人，签字或者口头同意都可以，再登记。"),
        ),
        "volunteering.in_roster": _plain(
            _("您的账号还没有和居民名册对上。"), _("请到居委会登记一次，志愿者也可以当场注册。")
        ),
        "volunteering.own_wish": _plain(_("要由本人到场或者来电话。"), _("请先问本人。")),
        "volunteering.not_yet_registered": _plain(
            _("已经注册了志愿者。"), _("要改的，请在“我的志愿服务”里改。")
        ),
        "volunteering.guardian_named": _plain(_("没有写监护人是谁。"), _("请写上。")),
        "volunteering.not_ahead": _plain(_("日子还没到。"), _("请写已经过去的日子。")),
        "volunteering.ends_after_start": _plain(_("结束的日子早于开始。"), _("请对调。")),
        "volunteering.ages_ordered": _plain(_("最小年龄大于最大年龄。"), _("请对调。")),
        "volunteering.somebody_covered": _plain(_("没有选给谁保险。"), _("请至少选一位。")),
        "volunteering.team_named_once": _plain(_("已经有这个名称的队伍。"), _("请换一个。")),
        "volunteering.member_leads": _plain(_("队长要是队里的人。"), _("请先加入队伍。")),
        "volunteering.team_stands": _plain(_("这支队伍已经解散。"), _("请选另一支。")),
        "volunteering.call_stands": _plain(_("这项招募已经结束。"), _("请另起草一项。")),
        "volunteering.call_is_draft": _plain(_("这项招募已经公布过。")),
        "volunteering.call_fresh": _plain(_("刚刚有人改过。"), _("请重新打开再改。")),
        "volunteering.somebody_wanted": _plain(_("没有写要几个人。"), _("至少一位。")),
        "volunteering.shifts_to_come": _plain(
            _("没有以后的班次。"), _("请写今天以后的日子和时间。")
        ),
        "volunteering.result_said": _plain(_("没有说是什么结果。"), _("请选一个。")),
        "volunteering.rung_once": _plain(_("这个电话已经有结果了。"), _("请重新打开这一班。")),
        "volunteering.office_number": _plain(
            _("大家看得到的电话，只写办公座机或者居委会的值班电话。"),
            _("比如 021-12345678；不写个人手机，也不写文字。"),
        ),
        "volunteering.confirmed_once": _plain(
            _("这一班的时长已经确认过。"), _("要改的，请在记录里更正，写明原因。")
        ),
        "volunteering.first_row_mended": _plain(
            _("更正要写在原来的记录上。"), _("请打开原来的记录。")
        ),
        "volunteering.within_a_day": _plain(_("一次服务不会超过一天。"), _("请核对。")),
        "volunteering.certificate_waits": _plain(_("这份证明已经办过了。")),
        "volunteering.certificate_holds": _plain(_("这份证明不在有效状态。")),
        "volunteering.person_known": _plain(_("名册里已经没有这个人。"), _("请本人来居委会。")),
        "volunteering.something_said": _plain(_("还没有写。"), _("请写上。")),
        "volunteering.call_goes_round": _plain(
            _("只有送餐、探访、陪同的招募才上门。"), _("请选那样的招募。")
        ),
        "volunteering.receiver_once": _plain(_("已经在这一路上了。")),
        "volunteering.receiver_stands": _plain(
            _("本人今天不要上门，或者已经不要了。"), _("请跳过这一家。")
        ),
        "volunteering.pause_ahead": _plain(_("停到的日子已经过了。"), _("请写今天以后的日子。")),
        "volunteering.receiver_of_round": _plain(_("不是这一路上的人。")),
        "volunteering.stop_missed": _plain(_("没有等结果的上门。")),
        "volunteering.purpose_typed": _plain(
            _("没有写用途。"), _("请写清楚导出做什么用；名单上的每个人都看得到。")
        ),
    }
)
