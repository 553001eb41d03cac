"""What the acts, findings, clocks and messages of help to apply say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names, register_works
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "catalogue.ask_for_help": ActSentence(_("提出要人帮忙申请")),
        "catalogue.open_application": ActSentence(_("在窗口登记了一件帮助申请")),
        "catalogue.take_up_application": ActSentence(_("接手了一件帮助申请")),
        "catalogue.put_back_application": ActSentence(_("交还了一件帮助申请")),
        "catalogue.hand_on_application": ActSentence(_("把一件帮助申请交给同事")),
        "catalogue.name_second": ActSentence(_("说好了这一件由谁代班")),
        "catalogue.note_kin": ActSentence(_("记下了近亲属情况")),
        "catalogue.withdraw_application": ActSentence(_("撤回了申请")),
        "catalogue.receive_papers": ActSentence(_("收到材料 {papers} 种")),
        "catalogue.give_back_papers": ActSentence(_("退还材料 {papers} 份")),
        "catalogue.list_missing": ActSentence(_("一次告知缺的材料 {papers} 种")),
        "catalogue.complete_papers": ActSentence(_("材料补来了")),
        "catalogue.pass_on_missing": ActSentence(_("转告单位要补的材料 {papers} 种")),
        "catalogue.bring_papers": ActSentence(_("补的材料送去了")),
        "catalogue.forward_application": ActSentence(
            _("转交给作决定的单位：内容 {fields} 项，材料 {papers} 种")
        ),
        "catalogue.record_told": ActSentence(_("记下了单位告知的进展")),
        "catalogue.record_accepted": ActSentence(_("记下单位受理了")),
        "catalogue.record_longer": ActSentence(_("记下单位延长了期限")),
        "catalogue.record_notice": ActSentence(_("记下公示贴出来了")),
        "catalogue.end_application_notice": ActSentence(_("公示满了")),
        "catalogue.record_queued": ActSentence(_("记下了轮候的情况")),
        "catalogue.record_housed": ActSentence(_("记下配到房（补贴）、签了合同")),
        "catalogue.alarm_application": ActSentence(
            _("急难的帮助申请到点还没有转交，提醒了有关的人")
        ),
        "catalogue.record_granted": ActSentence(_("记下单位的决定：给予")),
        "catalogue.record_refused": ActSentence(_("记下单位的决定：不予")),
        "catalogue.write_objection": ActSentence(_("拟了一份异议")),
        "catalogue.record_objection": ActSentence(_("记下提出了异议或复议")),
        "catalogue.report_change": ActSentence(_("报告了家庭变化")),
        "catalogue.record_review": ActSentence(_("记下核查过了")),
        "catalogue.record_visit": ActSentence(_("核查前上门看过")),
        "catalogue.record_hearing": ActSentence(_("记下单位听取意见")),
        "catalogue.record_lowered": ActSentence(_("记下单位的决定：减发或停发")),
        "catalogue.carry_on_application": ActSentence(_("减发后继续领")),
        "catalogue.end_application": ActSentence(_("了结了一件帮助申请")),
        "catalogue.forget_application": ActSentence(_("保存期满，清除了一件帮助申请的内容")),
        "catalogue.release_application": ActSentence(_("经办人离岗，一件帮助申请等人接手")),
        "catalogue.drop_notes": ActSentence(_("删除了到期的提醒 {notes} 条")),
        "catalogue.wish_for_help": ActSentence(_("说了希望得到什么帮助")),
        "catalogue.take_back_wish": ActSentence(_("收回了一个愿望")),
        "catalogue.note_privately": ActSentence(_("给自己记了一条提醒")),
        "catalogue.drop_own_note": ActSentence(_("删除了自己的一条提醒")),
        "catalogue.look_at_application": ActSentence(_("打开了帮助申请")),
    }
)

register_findings(
    {
        "catalogue.application_wanted": Sentence(
            met=_("是本人要申请的。"),
            unmet=_("申请要由本人提出；别人代办的要有书面委托，还要本人同意。"),
            way_on=_("请本人来，或先在名册里登记委托书。"),
        ),
        "catalogue.application_not_kin": Sentence(
            met=_("经办人与申请人不是一家人。"),
            unmet=_("不能经办自己家人或近亲属的申请。"),
            way_on=_("请同事来办；这一件要单独登记，由区里上门核查。"),
        ),
        "catalogue.application_in_turn": Sentence(
            met=_("按先后接手。"),
            unmet=_("前面还有 {earlier} 件没有人接手。先来的先办；急难的可以先办。"),
            way_on=_("请先接前面的；确要先办这一件，写明原因。"),
        ),
        "catalogue.papers_may_be_asked": Sentence(
            met=_("都在这一项的材料清单上。"),
            unmet=_("只能要清单上的材料；核对系统能查到的不向申请人要（其中 {found} 种）。"),
            way_on=_("请只勾清单上的；大家的清单是同一张。"),
        ),
        "catalogue.papers_told_once": Sentence(
            met=_("缺的材料一次告知。"),
            unmet=_("缺的材料已经告知过一次，不能再要（这次又要 {further} 种没有说过的）。"),
            way_on=_("只有作决定的单位书面要求的才能再要：请写明来文和收到日期（不晚于今天）。"),
        ),
        "catalogue.papers_complete": Sentence(
            met=_("清单上的材料齐了。"),
            unmet=_("清单上的材料还缺 {missing} 种。"),
            way_on=_("请一次告知缺什么；申请人要求先递交的，照样转交。"),
        ),
        "catalogue.application_may_be_forwarded": Sentence(
            met=_("可以转交。"),
            unmet=_("材料还缺 {missing} 种，申请人也没有要求先递交。"),
            way_on=_("请一次告知缺什么，或问申请人要不要先递交：递交是申请人的权利。"),
        ),
        "catalogue.forwarded_with_consent": Sentence(
            met=_("本人同意，目的写明，只转需要的。"),
            unmet=_("转交要写明目的、经本人同意，并且只转这一项需要的内容（多了 {more} 项）。"),
            way_on=_("请写明目的，问过本人，去掉用不着的。"),
        ),
        "catalogue.kin_asked": Sentence(
            met=_("问过近亲属情况。"),
            unmet=_("还没有问申请人与工作人员、居委会成员是不是近亲属。"),
            way_on=_("请问过再转交；有的要单独登记，由区里上门。"),
        ),
        "catalogue.county_visited": Sentence(
            met=_("不是近亲属，或区里已经上门。"),
            unmet=_("申请人与工作人员是近亲属，还没有记下区里上门的日期。"),
            way_on=_("请提醒作决定的单位：近亲属备案的要由区里上门核查。"),
        ),
        "catalogue.told_in_order": Sentence(
            met=_("日期合适。"),
            unmet=_("单位告知的日期要在{earliest}到{today}之间。"),
            way_on=_("请核对日期；先告知的先记。"),
        ),
        "catalogue.told_by_somebody": Sentence(
            met=_("写明了单位里谁告知的。"),
            unmet=_("没有写明是单位里谁告知的，也没有来文。"),
            way_on=_("请写上告知的人，或来文的编号。"),
        ),
        "catalogue.decision_on_paper": Sentence(
            met=_("决定有单位、有日期、有文书。"),
            unmet=_("决定是单位作的：要写明单位和文书。没有文书的不能记成决定。"),
            way_on=_("请向单位要书面决定；口头告知不予的，先记“口头告知不予”。"),
        ),
        "catalogue.prolonged_once": Sentence(
            met=_("可以延长 {longer_by} 个工作日。"),
            unmet=_("不能延长：本地的期限没有写明可以延长多少，或者已经延长过。"),
            way_on=_("请单位说明依据；本地另有规定的，由两个人在“本地规定”里录入。"),
        ),
        "catalogue.notice_over": Sentence(
            met=_("公示满了 {days} 天。"),
            unmet=_("公示要满 {days} 天，最后一天是{last_day}。"),
            way_on=_("那天过后自动记为公示满；期间单位不作决定。"),
        ),
        "catalogue.forwarded_within_the_hour": Sentence(
            met=_("急难的在 {hours} 小时内转交了。"),
            unmet=_("急难的要在 {hours} 小时内转交。"),
            way_on=_("先转交，材料以后补。"),
        ),
        "catalogue.lease_ahead": Sentence(
            met=_("合同还没有到期。"),
            unmet=_("合同到期的日子（{until}）要在告知的日子以后。"),
            way_on=_("请核对合同上的日期。"),
        ),
        "catalogue.heard_before": Sentence(
            met=_("减发、停发之前听取了本人意见。"),
            unmet=_("减发、停发之前没有记下听取本人意见。"),
            way_on=_("请先记下听取意见的日期；没有听取的，提醒单位先听取。"),
        ),
        "catalogue.review_open": Sentence(
            met=_("还在领，可以记上门的结果。"),
            unmet=_("这一家的救助已经结束，不再核查。"),
            way_on=_("请把这次上门的结果当面告诉经办人。"),
        ),
        "catalogue.noted_with_ground": Sentence(
            met=_("有依据，有下一步。"),
            unmet=_("提醒要写依据（本人说过什么、见到什么）和下一步。"),
            way_on=_("没有依据的不要记；最好的下一步是去告诉本人。"),
        ),
    }
)

register_clock_names(
    {
        "forward": _("转交"),
        "ask": _("去问进展"),
        "investigate": _("单位开始调查"),
        "opinion": _("街道审核意见"),
        "decide": _("单位作决定"),
        "notice": _("公示"),
        "refusal": _("书面说明不予的理由"),
        "appoint": _("指派律师"),
        "reconsider": _("申请行政复议"),
        "sue": _("向法院起诉"),
        "objected": _("对异议作决定"),
        "renew": _("申请续租"),
        "review": _("核查"),
    }
)
register_works({"catalogue.ApplicationHelp": _("帮助申请")})

register_kinds(
    {
        "catalogue.application_waits": Kind(
            _("有一件帮助申请等人接手"),
            _("先来的先接；是您近亲属的不会出现在您的单子上。"),
            opens="catalogue:applications",
        ),
        "catalogue.application_urgent": Kind(
            _("有一件急难的帮助申请等人接手"),
            _("要马上转交，材料以后补。接手后先打电话给单位。"),
            opens="catalogue:applications",
        ),
        "catalogue.application_alarm": Kind(
            _("一件急难的帮助申请到点还没有转交"),
            _("请马上看：没有人接手的接手，接手的先转交，材料以后补。"),
            opens="catalogue:applications",
        ),
        "catalogue.application_yours": Kind(
            _("同事交给您一件帮助申请"), _("请看办到哪一步。"), opens="catalogue:applications"
        ),
        "catalogue.application_withdrawn": Kind(
            _("有一件帮助申请撤回了"), _("请把材料退还本人。"), opens="catalogue:applications"
        ),
        "catalogue.application_change": Kind(
            _("有人报告了家庭变化"),
            _("请打印变化报告表，转给作决定的单位。"),
            opens="catalogue:applications",
        ),
        "catalogue.application_visited": Kind(
            _("核查前上门看过了"), _("请看有没有变化。"), opens="catalogue:applications"
        ),
        "catalogue.application_news": Kind(
            _("您的申请有新进展"), _("请点开看现在轮到谁。"), opens="catalogue:my_applications"
        ),
    }
)
