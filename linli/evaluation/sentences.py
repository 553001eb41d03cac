"""What the acts and findings of the evaluation say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings
from linli.evaluation.own import sentences as _own  # noqa: F401
from linli.evaluation.scorecard import sentences as _scorecard  # noqa: F401
from linli.evaluation.surveys import sentences as _surveys  # noqa: F401

register_acts(
    {
        "evaluation.ask": ActSentence(_("请求重新计算评价数字")),
        "evaluation.ask_past": ActSentence(
            _("请求重新计算{year}年公布过的数：{reason}"), forget=("reason",)
        ),
        "evaluation.reckon": ActSentence(
            _("重新计算了评价数字：读了 {facts} 条记录，得出 {figures} 个数字")
        ),
        "evaluation.ask_report": ActSentence(_("请求汇总 {period} 的工作报告（第 {edition} 版）")),
        "evaluation.fill_report": ActSentence(_("汇总了 {period} 的工作报告，{lines} 行")),
        "evaluation.write_words": ActSentence(_("修改了 {period} 工作报告的文字说明")),
        "evaluation.finish_report": ActSentence(_("{period} 的工作报告定稿（第 {edition} 版）")),
        "evaluation.drop_report": ActSentence(_("删除了 {period} 工作报告的草稿")),
        "evaluation.draft_weights": ActSentence(
            _("登记了 {year} 年起的各组权重，{members} 人参加")
        ),
        "evaluation.adopt_weights": ActSentence(_("{year} 年起的各组权重通过，{members} 人参加")),
        "evaluation.drop_weights": ActSentence(_("删除了 {year} 年起各组权重的草稿")),
        "evaluation.ask_recast": ActSentence(_("请求用 {by_year} 年的定义重算 {year} 年")),
        "evaluation.fill_recast": ActSentence(
            _("用 {by_year} 年的定义重算了 {year} 年：{figures} 个数字，不改原来的数")
        ),
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
        "evaluation.points_each": Sentence(
            met=_("每人都给每一组写了一个数。"),
            unmet=_("第 {line} 行有 {given} 个数（或者有负数），要正好 {wanted} 个，一组一个。"),
            way_on=_("请照表头的次序补齐；不想给分的组写 0。"),
        ),
        "evaluation.points_whole": Sentence(
            met=_("每人的分合计 {points}。"),
            unmet=_("第 {line} 行的分合计是 {sum}，每人要正好分完 {points} 分。"),
            way_on=_("请和这一行的人核对以后改好。"),
        ),
        "evaluation.points_given": Sentence(
            met=_("{members} 人各分了 {points} 分。"),
            unmet=_("还没有人分过分。"),
            way_on=_("请把每人的分写进来，一人一行。"),
        ),
        "evaluation.points_agree": Sentence(
            met=_("分得出权重。"),
            unmet=_("大家的分差得太远：每一组的中位数都是 0，分不出权重。"),
            way_on=_("请先商量，再各分一次；也可以改用两两比较。"),
        ),
        "evaluation.pairs_consistent": Sentence(
            met=_("各对比较前后一致（一致性比率 {ratio}，不超过 {most}）。"),
            unmet=_(
                "各对比较互相矛盾（一致性比率 {ratio}，要不超过 {most}）。"
                "最不一致的一对是“{first}”比“{second}”：填的是 {given}。"
            ),
            way_on=_("请大家再比一次这一对；照其余各对，{fits} 比较合得上。"),
        ),
        "evaluation.weights_from": Sentence(
            met=_("从作决定的那一年或以后开始。"),
            unmet=_(
                "权重不能从 {from_year} 年起：决定是 {decided_year} 年作的，过去的年份按当时的权重看。"
            ),
            way_on=_("请从 {decided_year} 年或以后的年份开始。"),
        ),
        "evaluation.weights_decided": Sentence(
            met=_("会已经开过。"),
            unmet=_("会是{decided_on}开，今天是{today}：还没有决定，不能登记。"),
            way_on=_("请在会议作出决定以后登记。"),
        ),
        "evaluation.weights_year": Sentence(
            met=_("这一年还没有别的决定。"),
            unmet=_("{from_year} 年起已经有一次通过的权重，用过的权重不再改。"),
            way_on=_("请改成从下一年开始。"),
        ),
        "evaluation.weights_open": Sentence(
            met=_("还是草稿。"),
            unmet=_("这次权重已经通过，不再改、不再删：这些年份就是按它看的。"),
            way_on=_("要换权重，请另登记一次，从以后的年份开始。"),
        ),
        "evaluation.past_stands": Sentence(
            met=_("这一年还没有定下来的数。"),
            unmet=_("{year}年过完了，公布过的数不再随着记录变。"),
            way_on=_("确实算错了的，请居委会主任在这一年的年度报告页写明理由，重新计算。"),
        ),
        "evaluation.past_reason": Sentence(
            met=_("写明了理由。"),
            unmet=_("重新计算{year}年公布过的数，要写明理由。"),
            way_on=_("请写一句为什么。"),
        ),
        "evaluation.recast_differs": Sentence(
            met=_("定义有变化。"),
            unmet=_("{year} 年的数用的定义，到 {by_year} 年没有改过，重算还是一样。"),
            way_on=_("可以选别的年份；定义有了新版以后再算。"),
        ),
        "evaluation.recast_later": Sentence(
            met=_("是过去的年份，用的是以后的定义。"),
            unmet=_("只能用以后年份的定义重算已经过完的年份：{year} 年不能用 {by_year} 年的。"),
            way_on=_("请选一个过完的年份，和它以后、到今年为止的一年。"),
        ),
    }
)
