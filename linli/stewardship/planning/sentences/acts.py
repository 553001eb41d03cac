"""Acts, messages and clocks."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds

register_clock_names({"planning_wish": _("看心愿的期限"), "planning_task": _("计划任务的完成日期")})

register_acts(
    {
        "planning.diagnose": ActSentence(_("做了一次社区诊断，发现 {gaps} 处不足")),
        "planning.send_wish": ActSentence(_("收到心愿 {number}")),
        "planning.list_wish": ActSentence(_("把心愿 {number} 列在单上")),
        "planning.answer_wish": ActSentence(_("答复了心愿 {number}")),
        "planning.decline_wish": ActSentence(_("没有采纳心愿 {number}，写明了理由")),
        "planning.merge_wish": ActSentence(_("把心愿 {number} 并入 {into}")),
        "planning.take_up_wish": ActSentence(_("把心愿 {number} 列入计划")),
        "planning.draft_survey": ActSentence(_("准备需求调查：{title}")),
        "planning.write_questions": ActSentence(_("改写了调查的问题")),
        "planning.open_survey": ActSentence(_("开始需求调查：{title}")),
        "planning.print_slips": ActSentence(_("印了 {count} 张调查条")),
        "planning.take_slip": ActSentence(_("有人在网上领了一张调查条")),
        "planning.answer_survey": ActSentence(_("收到一份网上的答卷")),
        "planning.type_in_answer": ActSentence(_("录入一份纸质答卷")),
        "planning.close_survey": ActSentence(_("结束需求调查：{title}")),
        "planning.publish_results": ActSentence(_("公布调查结果：{title}")),
        "planning.write_development": ActSentence(_("起草发展规划：{title}，{goals} 个目标")),
        "planning.adopt_development": ActSentence(_("登记会议通过发展规划：{title}")),
        "planning.draft_plan": ActSentence(_("开始起草 {year} 年工作计划")),
        "planning.describe_plan": ActSentence(_("写了 {year} 年计划的说明")),
        "planning.write_tasks": ActSentence(
            _("编制 {year} 年计划：写 {written} 项，去掉 {taken_out} 项")
        ),
        "planning.copy_tasks": ActSentence(_("从 {source} 年的计划抄来 {count} 项到 {year} 年")),
        "planning.consult": ActSentence(_("把 {year} 年计划草案公开征求意见")),
        "planning.redraft": ActSentence(_("退回 {year} 年计划草案修改")),
        "planning.settle": ActSentence(_("把 {year} 年计划提请会议审议")),
        "planning.approve": ActSentence(_("登记会议批准 {year} 年计划，{tasks} 项任务")),
        "planning.add_task": ActSentence(_("在 {year} 年计划里加第 {number} 项任务")),
        "planning.change_task": ActSentence(_("改动第 {number} 项任务")),
        "planning.close": ActSentence(_("总结 {year} 年计划")),
        "planning.begin_task": ActSentence(_("开始做第 {number} 项任务")),
        "planning.report_task": ActSentence(_("公布第 {number} 项任务的进展")),
        "planning.finish_task": ActSentence(_("完成第 {number} 项任务")),
        "planning.postpone_task": ActSentence(_("第 {number} 项任务改期，写明了原因")),
        "planning.hand_over_task": ActSentence(_("第 {number} 项任务移交给{owner}")),
        "planning.drop_task": ActSentence(_("决定不做第 {number} 项任务")),
        "planning.carry_over_task": ActSentence(_("第 {number} 项任务转到下一年")),
        "planning.make_report": ActSentence(_("汇总 {year} 年计划的{kind}")),
        "planning.write_report_words": ActSentence(_("写了计划报告的文字说明")),
        "planning.publish_report": ActSentence(_("公布 {year} 年计划的{kind}")),
    }
)

register_kinds(
    {
        "planning.wish_sent": Kind(
            _("收到一条心愿：{number}"),
            _("请看一看，列在单上，或者答复。"),
            opens="planning:wish_desk",
        ),
        "planning.task_handed": Kind(
            _("移交给您：{title}"), _("原因写在任务的经过里。"), opens="planning:task"
        ),
    }
)
