"""What the acts and findings of the evaluation say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "evaluation.ask": ActSentence(_("请求重新计算评价数字")),
        "evaluation.reckon": ActSentence(
            _("重新计算了评价数字：读了 {facts} 条记录，得出 {figures} 个数字")
        ),
        "evaluation.ask_report": ActSentence(_("请求汇总 {period} 的工作报告（第 {edition} 版）")),
        "evaluation.fill_report": ActSentence(_("汇总了 {period} 的工作报告，{lines} 行")),
        "evaluation.write_words": ActSentence(_("修改了 {period} 工作报告的文字说明")),
        "evaluation.finish_report": ActSentence(_("{period} 的工作报告定稿（第 {edition} 版）")),
        "evaluation.drop_report": ActSentence(_("删除了 {period} 工作报告的草稿")),
    }
)

register_findings(
    {
        "evaluation.period_begun": Sentence(
            met=_("这个时段已经开始。"),
            unmet=_("这个时段从{starts}才开始，今天是{today}，还没有可以汇总的记录。"),
            way_on=_("请选已经开始的时段。"),
        ),
        "evaluation.period_over": Sentence(
            met=_("时段已经结束，数是结束以后汇总的。"),
            unmet=_(
                "时段到{ends}结束，数是{read_on}汇总的，今天是{today}：现在定稿会漏掉几天的工作。"
            ),
            way_on=_("请在时段结束以后按“重新汇总”，再定稿。"),
        ),
        "evaluation.report_open": Sentence(
            met=_("报告还没有定稿。"),
            unmet=_("这份报告已经定稿，或者还在汇总，现在不能改。"),
            way_on=_("已经定稿的，请汇总下一版；还在汇总的，请等汇总完。"),
        ),
        "evaluation.report_unchanged": Sentence(
            met=_("打开页面以后没有别人改过。"),
            unmet=_("打开页面以后，别人已经改过这份报告，您刚才的修改没有保存。"),
            way_on=_("请重新打开报告，看过别人写的，再把您的话补上。"),
        ),
    }
)
