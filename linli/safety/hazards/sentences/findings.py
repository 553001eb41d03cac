"""What the rules found, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings


def _only(unmet: object, way_on: object = "", met: object = "") -> Sentence:
    """For what is told only where it does not hold."""
    return Sentence(met=met or _("符合"), unmet=unmet, way_on=way_on)


register_findings(
    {
        "hazards.names_nobody": _only(
            _("这一栏大家都看得到，里面像是有姓名、电话或门牌。"),
            _("请只写地方和情况。说到人的事，请到“诉求”里提，只有办理的人看得到。"),
        ),
        "hazards.one_owner": _only(_("没有定下由哪一个单位或职务整改。"), _("请选一个。")),
        "hazards.owner_here": _only(_("这个单位不在本社区。"), _("请另选一个。")),
        "hazards.evidence": _only(
            _("没有照片，也没有写为什么没有。"), _("请拍一张那个地方，或写没有照片的原因。")
        ),
        "hazards.another_hand": Sentence(
            met=_("复查的不是整改的人。"),
            unmet=_("说整改完的人，不能自己复查。"),
            way_on=_("请另一位工作人员到现场看。"),
        ),
        "hazards.matter_known": _only(
            _("这件诉求不在这里、已经办完，或者不由您办。"), _("请从诉求的页面再来。")
        ),
        "hazards.matter_once": _only(
            _("这件诉求已经记成一处隐患。"), _("请回到诉求的页面，打开那一处。")
        ),
        "hazards.said": _only(_("没有写是什么隐患。"), _("请写一句是什么情况。")),
        "hazards.failed_is_hazard": _only(
            _("有没打勾的项目，结果却是正常。"),
            _("看过、合格的都打勾；不合格的，请选“有隐患”，写是什么。"),
        ),
        "hazards.sound_is_no_hazard": _only(
            _("每一项都打了勾，结果却是有隐患。"),
            _("请去掉有隐患的那一项的勾；不在这几项里的，请用“记一处隐患”。"),
        ),
        "hazards.point_of_round": _only(
            _("这个检查点不在这次巡查里。"), _("请从巡查清单里选一个点。")
        ),
        "hazards.not_ahead": _only(_("{on}还没到。"), _("请写今天或以前的日子。")),
        "hazards.near_its_day": _only(
            _("巡查的日子离计划的{due_on}太远。"), _("请看看日子，或选另一次巡查。")
        ),
        "hazards.lines_given": _only(_("一个点都没有写。"), _("请至少写一个点的结果。")),
        "hazards.reports_enough": _only(
            _("一个小时里已经收到 {n} 条，先收到这里。"),
            _("请过一个小时再来，或者打电话给居委会；火灾打 119。"),
        ),
        "hazards.report_photos": _only(
            _("照片多了或大了：最多 {n} 张，每张不超过 {mb} MB。"),
            _("请少选一张，或先把照片缩小。"),
        ),
        "hazards.photos_seen": _only(
            _("没有选照片，或者有一张已经不在了。"), _("请重新打开这一页，再看一遍照片。")
        ),
        "hazards.photos_of_hazard": _only(
            _("这一处还没有核实，或者核实没有隐患。"), _("核实有隐患以后才公开照片。")
        ),
        "hazards.office_number": _only(
            _("这像是个人的手机号。"), _("这里大家都看得到，请写办公电话。")
        ),
        "hazards.still_stands": _only(_("这一条已经结束了。"), _("不用再结束。")),
        "hazards.agenda_short": _only(
            _("有一条议题超过 {most} 个字。"), _("请写短一些，细节到会上说。")
        ),
        "hazards.place_here": _only(
            _("这个地方不在本社区，或者是住家。"), _("检查点和隐患只定在公共的地方。")
        ),
        "hazards.point_stands": _only(_("这个检查点撤掉了。"), _("请到清单里另选一个。")),
        "hazards.point_named_once": _only(_("已经有这个名字的检查点。"), _("请换一个名字。")),
        "hazards.plan_has_points": _only(_("没有选检查点。"), _("请至少选一个。")),
        "hazards.plan_days": _only(
            _("日子的先后不对，或长过 {most} 天。"), _("请看看第一次和最后一天。")
        ),
        "hazards.plan_stands": _only(_("这个计划已经停了。"), _("要再巡查，请重新定一个。")),
        "hazards.signed_within": _only(_("签了的户数比全部户数多。"), _("请看看两个数。")),
        "hazards.alert_ahead": _only(_("提醒的最后一天已经过了。"), _("请写今天或以后。")),
        "hazards.given_on_paper": _only(_("没有文书或诉求编号。"), _("没有依据，不给任何内容。")),
        "hazards.police_receipt": _only(_("没有公安机关的接收回执。"), _("请拿到回执再登记。")),
        "hazards.claim_proved": _only(
            _("没有写谁领走、怎么核对的。"), _("请让失主先说出细节，再写下来。")
        ),
        "hazards.contact_given": _only(_("没有留联系方式。"), _("请写一个找得到您的方式。")),
        "hazards.meeting_began": _only(_("会还没有开。"), _("开会以后再记要做的事。")),
        "hazards.point_settled_once": _only(_("这件事已经记为做完。"), _("不用再记。")),
    }
)
