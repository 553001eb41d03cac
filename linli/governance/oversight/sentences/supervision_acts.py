"""What the book and the inbox say of supervision."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds

register_clock_names({"correction": _("监督意见的答复")})

register_acts(
    {
        "oversight.seat_supervisor": ActSentence(
            _("登记居务监督委员会成员一名，到会 {present} 人，赞成 {votes_for}")
        ),
        "oversight.end_supervisor": ActSentence(_("居务监督委员会成员一名任职结束")),
        "oversight.unseat_barred": ActSentence(
            _("居务监督委员会成员一名因本人或者近亲属任职居委会，任职结束")
        ),
        "oversight.state_contact": ActSentence(_("写明怎样找到居务监督委员会")),
        "oversight.invite_to_sit_in": ActSentence(_("通知居务监督委员会可以列席居民会议")),
        "oversight.announce_meeting": ActSentence(_("通知居务监督委员会可以列席居委会会议")),
        "oversight.record_sitting_in": ActSentence(_("监督委员会记录列席情况")),
        "oversight.plan_inspection": ActSentence(_("监督委员会列入一次检查")),
        "oversight.drop_inspection": ActSentence(_("监督委员会取消一次检查")),
        "oversight.record_inspection": ActSentence(_("监督委员会记录一次检查")),
        "oversight.raise_shortcoming": ActSentence(
            _("监督委员会记下发现的问题，两份不一致 {differences} 处")
        ),
        "oversight.ask_correction": ActSentence(_("监督委员会要求居委会改正")),
        "oversight.send_back": ActSentence(_("监督委员会退回答复，再次要求改正")),
        "oversight.answer_shortcoming": ActSentence(_("居委会答复监督意见")),
        "oversight.settle": ActSentence(_("监督委员会确认已改正")),
        "oversight.report_up": ActSentence(_("监督委员会向上反映")),
        "oversight.drop_shortcoming": ActSentence(_("监督委员会核实后认为不成立")),
        "oversight.publish_shortcoming": ActSentence(_("公布监督发现的问题和处理")),
        "oversight.plan_appraisal": ActSentence(
            _("筹备 {year} 年度民主评议，评议对象 {number} 个")
        ),
        "oversight.open_appraisal": ActSentence(_("{year} 年度民主评议开始，到会 {present} 人")),
        "oversight.give_paper": ActSentence(_("{year} 年度民主评议发出一张纸票")),
        "oversight.close_appraisal": ActSentence(_("{year} 年度民主评议计票，收回 {papers} 张")),
        "oversight.void_appraisal": ActSentence(_("{year} 年度民主评议中途作废，票都不算")),
        "oversight.publish_appraisal": ActSentence(_("公布 {year} 年度民主评议结果")),
        "oversight.commission_audit": ActSentence(_("登记街道组织的主任审计，内容 {items} 项")),
        "oversight.remind_of_audit": ActSentence(_("提醒：选举前要公布离任审计")),
        "oversight.add_items": ActSentence(
            _("应 {signed} 人要求增加审计事项 {items} 项（共 {base} 人）")
        ),
        "oversight.report_audit": ActSentence(_("登记主任审计的结果")),
        "oversight.publish_audit": ActSentence(_("公布主任审计的结果")),
    }
)

register_kinds(
    {
        "oversight.may_sit_in": Kind(
            _("可以列席：{title}"),
            _("{starts_at}开会。居务监督委员会可以列席；去没去、看到什么，会后记一笔。"),
            opens="oversight:supervision_desk",
        ),
        "oversight.seat_ended": Kind(
            _("居务监督委员会有成员任职结束"),
            _("居委会登记了一位成员任职结束。不实的，请向街道办事处反映。"),
            opens="oversight:supervision",
        ),
        "oversight.correction_asked": Kind(
            _("居务监督委员会要求改正"),
            _("请在{limit}前答复：改了什么，或者为什么不用改。"),
            opens="oversight:shortcoming",
        ),
        "oversight.correction_answered": Kind(
            _("居委会答复了监督意见"),
            _("请核对：改正了就确认，没有改正可以退回，或者向上反映。"),
            opens="oversight:shortcoming",
        ),
        "oversight.reported": Kind(
            _("居务监督委员会已向上反映"), _("请看反映了什么。"), opens="oversight:shortcoming"
        ),
        "oversight.audit_missing": Kind(
            _("选举前要公布主任的离任审计"),
            _("选举日定在{day}，离任审计还没有公布。请联系街道办事处组织，公布以后才能投票。"),
            opens="oversight:supervision_desk",
        ),
    }
)
