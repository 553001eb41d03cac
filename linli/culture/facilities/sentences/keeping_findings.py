"""What the rules of seasons, inspections, loans and offers found, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings


def _only(unmet: object, way_on: object = "", met: object = "") -> Sentence:
    """For what is told only where it does not hold."""
    return Sentence(met=met or _("符合"), unmet=unmet, way_on=way_on)


register_findings(
    {
        "facilities.told_names_nobody": _only(
            _("这一栏大家都看得到，里面像是有姓名、电话或门牌。"),
            _("请去掉，只写是什么事。"),
        ),
        "facilities.keeper_types": _only(
            _("代别人登记，要由工作人员来做。"), _("请到居委会，或自己登记。")
        ),
        "facilities.keeper_speaks": _only(
            _("单位、学校和社区的资源由工作人员登记。"), _("请到居委会登记，或以居民的名义提供。")
        ),
        "facilities.season_account_once": _only(
            _("您这一季已经填过一份志愿。"), _("要改，先撤回再填；替别的团队填，请到居委会。")
        ),
        "facilities.reports_enough": _only(
            _("这里已经有 {n} 条反映在等人看。"), _("有危险请直接打电话给居委会。")
        ),
        "facilities.contact_given": _only(
            _("没有留联系人，有事找不到您。"), _("请写联系人或电话，只有工作人员看得到。")
        ),
        "facilities.not_ahead": _only(_("{on}还没到。"), _("请写今天或以前的日子。")),
        "facilities.season_days": _only(
            _("日期的先后不对。"), _("志愿截止要在学季开始以前，开始要在结束以前。")
        ),
        "facilities.season_drafted": _only(
            _("这一季已经公布，时段不能再改。"), _("要改只能取消，重新起草一季。")
        ),
        "facilities.season_slot_here": _only(_("这个场地不在本社区。"), _("请另选一个场地。")),
        "facilities.season_slot_order": _only(
            _("没有选星期几，或者结束不晚于开始。"), _("请看看时间。")
        ),
        "facilities.season_slot_free": _only(
            _("这个场地在这个时候已经有一个时段。"), _("请换一个时间，时段之间不能重叠。")
        ),
        "facilities.season_has_slots": _only(_("还没有一个时段。"), _("先加时段，再公布。")),
        "facilities.season_opens_in_time": _only(
            _("志愿截止的日子（{until}）已经过了。"), _("请重新起草一季，把日子定晚一些。")
        ),
        "facilities.wishes_open": Sentence(
            met=_("志愿收到{until}。"),
            unmet=_("现在不收志愿，最后一天是{until}。"),
            way_on=_("空出来的时段可以问居委会，或等下一季。"),
        ),
        "facilities.wishes_over": Sentence(
            met=_("志愿已经收齐。"),
            unmet=_("志愿还在收，最后一天是{until}。"),
            way_on=_("过了这一天再分配，谁也不能提前知道抽签的结果。"),
        ),
        "facilities.wishes_in_order": _only(
            _("志愿要填一到 {most} 个，每个时段只填一次。"), _("请按想要的先后重新选。")
        ),
        "facilities.season_group_once": _only(
            _("这个团队已经填过志愿。"), _("要改，先撤回原来的再填。")
        ),
        "facilities.wish_stands": _only(_("这份志愿已经撤回了。"), _("可以重新填一份。")),
        "facilities.turn_held": _only(_("这个时段现在不在这个团队手里。"), _("请看看公布的页面。")),
        "facilities.turn_unbooked": _only(_("这个时段已经订好了。"), _("不用再订。")),
        "facilities.turn_has_dates": _only(
            _("学季里没有剩下的日子可以订。"), _("节假日和停用的日子不算。")
        ),
        "facilities.turn_offered": _only(
            _("这个时段没有在等您回话，可能已经过了时间。"), _("请看看公布的页面。")
        ),
        "facilities.turn_answer_late": _only(
            _("还没有到回话的最后时间。"), _("过了时间会自动问下一个团队。")
        ),
        "facilities.another_looks_again": Sentence(
            met=_("复查的人不是修的人。"),
            unmet=_("修的人不能自己复查。"),
            way_on=_("请另一位工作人员看过再恢复使用。"),
        ),
        "facilities.all_looked_at": _only(
            _("还有 {missing} 项没有选合格还是不合格。"), _("每一项都要看。")
        ),
        "facilities.device_within_term": _only(
            _("这件器材的使用年限到{last_day}为止，不能再用。"), _("请换新的，或拆除。")
        ),
        "facilities.device_label_once": _only(
            _("这里已经有一件器材叫这个名字。"), _("请在后面加上编号。")
        ),
        "facilities.device_term_order": _only(
            _("用到的日子不晚于装的日子。"), _("请看看这两个日子。")
        ),
        "facilities.device_here": _only(_("这件器材不在这个场地。"), _("请重新选。")),
        "facilities.defect_said": _only(_("没有写哪里坏了。"), _("请写一句。")),
        "facilities.danger_not_used": _only(
            _("有危险的，不能照常用。"), _("请停用，修好复查以后再开放。")
        ),
        "facilities.plan_has_items": _only(_("没有写看什么。"), _("一行写一项。")),
        "facilities.plan_stands": _only(_("这个巡查安排已经换了新的。"), _("请按新的安排记录。")),
        "facilities.area_per_households": Sentence(
            met=_("每百户 {found} 平方米，达到 {norm} 平方米。"),
            unmet=_("每百户 {found} 平方米，没有达到 {norm} 平方米。"),
            way_on=_("可以看看还有哪些房间能开放，或请单位、学校提供。"),
            working=_("{area} 平方米 ÷（{households} 户 ÷ 100）"),
        ),
        "facilities.lent_title_once": _only(
            _("已经有一样东西叫这个名字。"), _("在那一样里加一件就行。")
        ),
        "facilities.lent_has_pieces": _only(_("没有写有哪几件。"), _("一行写一件的编号。")),
        "facilities.lent_stands": _only(_("这样东西不再出借。"), _("请看看别的。")),
        "facilities.piece_here": _only(
            _("这一件在借的人手里，或正给人留着。"), _("还回来时再记。")
        ),
        "facilities.piece_free": _only(
            _("这一件不在架上：有人借着、留着，或在修。"), _("请换一件，或请借的人排队。")
        ),
        "facilities.loan_days": _only(
            _("这样东西一次借一到 {most} 天，写的是 {days} 天。"), _("到期没有人等，可以续借。")
        ),
        "facilities.loan_first": _only(
            _("前面还有 {ahead} 位先来的。"), _("谁先排队谁先借；前面的不要了，请先取消。")
        ),
        "facilities.loan_nobody_waits": _only(
            _("有 {waiting} 位在等，不能续借。"), _("还回以后可以再排队。")
        ),
        "facilities.loan_once": _only(
            _("您已经在借、或在排队等这样东西。"), _("在“我的”里可以看到。")
        ),
        "facilities.loan_lent": _only(_("这一件现在没有借出去。"), _("请看看记录。")),
        "facilities.loan_kept": _only(
            _("还在保留期里，留到{until}。"), _("过了这一天才让给下一位。")
        ),
        "facilities.offer_unit_named": _only(
            _("单位和学校要写名称。"), _("名称会公开；居民提供的不写名字。")
        ),
        "facilities.offer_until": _only(_("日子（{until}）已经过了。"), _("请改一个日子。")),
        "facilities.resource_stands": _only(_("已经收回了。"), _("可以重新提供。")),
        "facilities.need_open": _only(_("这一项已经结束了。"), _("需要的话重新记一项。")),
        "facilities.match_open": _only(_("有一方已经收回或结束了。"), _("请另选一项。")),
        "facilities.match_once": _only(_("这两项已经对接过。"), _("请看看上次的结果。")),
        "facilities.match_tried": _only(_("结果已经记过了。"), _("不用再记。")),
        "facilities.match_why_not": _only(_("没有用上，要写为什么。"), _("请选一个原因。")),
    }
)
