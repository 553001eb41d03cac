"""What the rules of small grants find."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "funds.call_open_days": Sentence(
            met=_("征集开放 {days} 天，够长。"),
            unmet=_("征集只开放 {days} 天，至少要 {least} 天。"),
            way_on=_("请把截止的日子往后推。"),
        ),
        "funds.criteria_said": Sentence(
            met=_("评审标准合起来一百分。"),
            unmet=_("评审标准要两条以上，每条有分，合起来一百分；现在 {criteria} 条，{sum} 分。"),
            way_on=_("请调整各条的分值。"),
        ),
        "funds.scorers_enough": Sentence(
            met=_("评审人够了。"),
            unmet=_("评审人有 {scorers} 位，至少要 {least} 位。"),
            way_on=_("请再请几位，最好有居民代表和监督委员会成员。"),
        ),
        "funds.bid_in_time": Sentence(
            met=_("在征集的日子里。"),
            unmet=_("征集从{opens}到{closes}，今天不收。"),
            way_on=_("请留意下一次征集。"),
        ),
        "funds.bid_within": Sentence(
            met=_("金额在范围内。"),
            unmet=_("金额要大于零，最多 {most} 元。"),
            way_on=_("请把金额改到上限以内。"),
        ),
        "funds.points_within": Sentence(
            met=_("每条标准都打了分。"),
            unmet=_("{criteria} 条标准要每条都打分，从零到满分。"),
            way_on=_("请逐条打分；和小组有关系的，选“我回避”。"),
        ),
        "funds.all_scored": Sentence(
            met=_("评审人都打了分或者回避了。"),
            unmet=_("还缺 {missing} 个打分。"),
            way_on=_("请评审人打完分，或者选“我回避”，再公布结果。"),
        ),
        "funds.stages_whole": Sentence(
            met=_("各期合起来正好是资助的金额。"),
            unmet=_("各期合起来的钱和资助的金额不一样。"),
            way_on=_("请核对每一期的金额。"),
        ),
        "funds.stage_due": Sentence(
            met=_("可以付这一期了。"),
            unmet=_("第 {stage} 期要等前 {before} 期的报告都通过才能付。"),
            way_on=_("请小组先交报告。"),
        ),
        "funds.call_open": Sentence(
            met=_("征集中。"),
            unmet=_("现在不收申请。"),
            way_on=_("请看征集的日子。"),
        ),
        "funds.scorer_no_bid": Sentence(
            met=_("评审人没有递交申请，也不是发起这个组织的人。"),
            unmet=_(
                "评审人不能给自己评审的征集递交申请，也不能给自己递交的或者自己发起的组织的申请打分。"
            ),
            way_on=_("请别的工作人员代为递交，或者由小组自己递交；打分时选“我回避”。"),
        ),
        "funds.report_second_hand": Sentence(
            met=_("通过报告的人没有写报告、没有递交申请，也不是发起这个组织的人。"),
            unmet=_("写报告的、递交申请的、发起这个组织的人，不能自己通过报告。"),
            way_on=_("请另一位工作人员看过再通过。"),
        ),
        "funds.for_registered": Sentence(
            met=_("这次征集收这样的申请。"),
            unmet=_("这次征集只给登记备案了的社区社会组织。"),
            way_on=_("请先成立一个组织、办好备案，或者等下一次征集。"),
        ),
        "funds.group_named": Sentence(
            met=_("写了是哪个小组。"),
            unmet=_("没有写是哪个小组。"),
            way_on=_("请写小组的名称，或者选一个登记备案了的组织。"),
        ),
        "funds.speaks_for_group": Sentence(
            met=_("您可以为这个组织申请。"),
            unmet=_("这个组织没有登记备案，或者不是您发起的。"),
            way_on=_("请发起它的人来申请，也可以到窗口办。"),
        ),
        "funds.bid_once": Sentence(
            met=_("这个组织还没有申请。"),
            unmet=_("“{group}”在这次征集里已经有一份申请。"),
            way_on=_("要改的话，先撤回再递交。"),
        ),
        "funds.interest_declared": Sentence(
            met=_("说明了有没有利益关系。"),
            unmet=_("有利益关系的，要写明是什么关系。"),
            way_on=_("请写是哪个岗位、什么关系，不写姓名。"),
        ),
        "funds.reasons_said": Sentence(
            met=_("每个申请都写了理由。"),
            unmet=_("{bids} 个申请里还有 {missing} 个没有写理由。"),
            way_on=_("请每个都写：为什么资助，或者为什么不资助。"),
        ),
        "funds.result_as_shown": Sentence(
            met=_("结果和写理由时看到的一样。"),
            unmet=_("写理由的时候有评审人改了分，结果不一样了。"),
            way_on=_("请看现在的结果，把理由改好再公布。"),
        ),
        "funds.rest_due": Sentence(
            met=_("可以退回没有用完的钱了。"),
            unmet=_("报告还没有都通过，不知道该退回多少。"),
            way_on=_("请先看报告。"),
        ),
        "funds.rest_once": Sentence(
            met=_("余款还没有退回。"),
            unmet=_("余款已经退回了。"),
            way_on=_("请刷新页面看看。"),
        ),
        "funds.rest_whole": Sentence(
            met=_("没有用完的 {owed} 元都退了。"),
            unmet=_("没有用完的是 {owed} 元，写的是 {back} 元，要一分不差。"),
            way_on=_("请照银行的流水核对。"),
        ),
        "funds.call_over": Sentence(
            met=_("征集的日子过了。"),
            unmet=_("征集到{closes}为止，还不能开始评审。"),
            way_on=_("请等过了最后一天。"),
        ),
        "funds.call_judging": Sentence(
            met=_("正在评审。"),
            unmet=_("现在不在评审的时候。"),
            way_on=_("请看征集的进展。"),
        ),
        "funds.is_scorer": Sentence(
            met=_("您是这次的评审人。"),
            unmet=_("您不是这次的评审人。"),
            way_on=_("评审人在公布征集时就定下了。"),
        ),
        "funds.call_once": Sentence(
            met=_("名称没有用过。"),
            unmet=_("“{title}”已经用过了，或者金额、日期不对。"),
            way_on=_("请换一个名称，加上年份。"),
        ),
        "funds.grants_done": Sentence(
            met=_("各项资助都有了结果。"),
            unmet=_("还有 {left} 项资助没有做完。"),
            way_on=_("请等报告通过，或者停止资助并说明理由。"),
        ),
        "funds.bid_funded": Sentence(
            met=_("获得了资助。"),
            unmet=_("这份申请没有在资助中。"),
            way_on=_("请看征集的结果。"),
        ),
        "funds.stages_once": Sentence(
            met=_("还没有定分几期付。"),
            unmet=_("分几期付已经定过了。"),
            way_on=_("请刷新页面看现在的安排。"),
        ),
        "funds.stage_asked_once": Sentence(
            met=_("这一期还没有申请过。"),
            unmet=_("这一期已经申请付款了。"),
            way_on=_("请在用款申请里看办到哪一步。"),
        ),
        "funds.stage_paid": Sentence(
            met=_("这一期的钱付了。"),
            unmet=_("这一期的钱还没有付。"),
            way_on=_("收到钱、做了事再交报告。"),
        ),
        "funds.stage_open": Sentence(
            met=_("报告还没有通过。"),
            unmet=_("这一期的报告已经通过了。"),
            way_on=_("请写下一期的报告。"),
        ),
        "funds.stage_reported": Sentence(
            met=_("有报告等着看。"),
            unmet=_("没有等着看的报告。"),
            way_on=_("请等小组交来。"),
        ),
    }
)
