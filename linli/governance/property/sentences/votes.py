"""What the roster of owners and owners' votes say: acts and messages."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "property.add_unit": ActSentence(_("登记一处房屋和业主：{estate}")),
        "property.change_unit": ActSentence(_("更正一处房屋的面积或用途：{estate}")),
        "property.pass_unit": ActSentence(_("一处房屋过户：{estate}")),
        "property.name_representative": ActSentence(_("共有人推定代表人：{estate}")),
        "property.change_owner": ActSentence(_("更正一位业主的姓名或电话：{estate}")),
        "property.join_owners": ActSentence(_("名册里两位业主是同一人，合成一位：{estate}")),
        "property.forget_roster": ActSentence(_("清除业主名册里到期的内容 {count} 条")),
        "property.prepare_result": ActSentence(_("准备公布业主选举的结果：{vote}")),
        "property.forget_candidates": ActSentence(_("清除候选人的姓名：{vote}")),
        "property.tie_owner": ActSentence(_("核对业主是名册里的谁：{estate}")),
        "property.object_to_roster": ActSentence(_("业主对名册提出异议")),
        "property.answer_roster": ActSentence(_("答复业主对名册的异议")),
        "property.read_roster": ActSentence(
            _("读了一份业主名册表格：{estate}，{count} 处，{faults} 个问题")
        ),
        "property.take_in_roster": ActSentence(
            _("存入业主名册：{estate}，{count} 处，{owners} 位业主")
        ),
        "property.leave_roster": ActSentence(_("没有存入读过的业主名册：{estate}")),
        "property.open_roster": ActSentence(_("看了业主名册：{estate}")),
        "property.draft_vote": ActSentence(_("准备业主表决：{vote}")),
        "property.change_vote": ActSentence(_("修改业主表决：{vote}")),
        "property.ask_owners": ActSentence(_("给业主表决加一个事项：{vote}")),
        "property.drop_matter": ActSentence(_("去掉业主表决的一个事项：{vote}")),
        "property.notice_vote": ActSentence(_("通知业主表决，名册确定：{vote}，{heads} 人")),
        "property.open_vote": ActSentence(_("业主表决开始投票：{vote}")),
        "property.close_vote": ActSentence(_("业主表决截止：{vote}")),
        "property.void_vote": ActSentence(_("业主表决作废：{vote}")),
        "property.deliver_papers": ActSentence(_("记下送达 {count} 张业主表决票：{vote}")),
        "property.take_paper_back": ActSentence(_("收回第 {number} 号表决票：{vote}")),
        "property.type_paper": ActSentence(_("录入第 {number} 号表决票：{vote}")),
        "property.correct_paper": ActSentence(_("第 {number} 号表决票重新录入：{vote}")),
        "property.amend_roll": ActSentence(_("更正第 {number} 号业主的面积：{vote}")),
        "property.count_vote": ActSentence(_("业主表决计票：{vote}，{heads} 人参与")),
        "property.enter_totals": ActSentence(
            _("录入政府系统的业主表决结果：{vote}，{heads} 人参与")
        ),
        "property.note_export": ActSentence(_("导出业主表决的名册：{vote}，{heads} 人")),
        "property.publish_vote": ActSentence(_("公布业主表决的结果：{vote}")),
        "property.forget_papers": ActSentence(_("销毁业主表决的选票 {papers} 张：{vote}")),
    }
)

register_kinds(
    {
        "property.vote_noticed": Kind(
            _("业主要表决：{vote}"),
            _("业主大会的会议要告知居委会。通知已经公布，名册已经确定。"),
            opens="property:votes_desk",
        ),
        "property.vote_coming": Kind(
            _("请您表决：{vote}"),
            _("表决哪些事、什么时候投、怎样投，都写在这一页。"),
            opens="property:owners_votes",
        ),
        "property.result_prepared": Kind(
            _("业主选举的结果等您发布：{vote}"),
            _("里面有候选人的姓名，要由准备的人以外的一位发布。"),
            opens="property:votes_desk",
        ),
        "property.vote_resolved": Kind(
            _("业主表决有了结果：{vote}"),
            _("业主大会的决定告知居委会。结果已经公布。"),
            opens="property:owners_votes",
        ),
        "property.vote_result": Kind(
            _("表决结果公布了：{vote}"),
            _("结果和怎样算的都写在这一页；您自己的一票只有您看得到。"),
            opens="property:owners_votes",
        ),
        "property.roster_objected": Kind(
            _("业主对名册有异议：{estate}"),
            _("请核对后更正或者说明，再答复。"),
            opens="property:roster_objections",
        ),
        "property.roster_answered": Kind(
            _("您对业主名册的异议有了答复：{estate}"),
            _("答复在“我的房屋”里。"),
            opens="property:own_units",
        ),
    }
)
