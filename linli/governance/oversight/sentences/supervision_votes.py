"""What the rules of appraisals and audits say, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "oversight.appraised_competent": Sentence(
            met=_("没有连续两次被评为不称职。"),
            unmet=_("连续两次被评为不称职，职务终止。"),
            way_on=_("结果公布后登记职务终止，并准备补选。"),
        ),
        "oversight.appraised_in_year": Sentence(
            met=_("{year} 年已经评议过。"),
            unmet=_("{year} 年还没有民主评议，最后一天是{last_day}。"),
            way_on=_("请居务监督委员会在居民代表会议上主持评议，并公布结果。"),
            working=_("离年底还有 {left} 天"),
        ),
        "oversight.enough_judges": Sentence(
            met=_("到会 {present} 人，居民代表共 {base} 人，够开会评议。"),
            unmet=_("到会 {present} 人，居民代表共 {base} 人，不到三分之二，不能评议。"),
            way_on=_("请再通知居民代表，到会够了再开始；总数有误的，重新筹备。"),
        ),
        "oversight.judges_others": Sentence(
            met=_("评议的人里没有被评议的人。"),
            unmet=_("参加评议的有 {themselves} 人自己也在被评议，不能评自己。"),
            way_on=_("请去掉他们再开始。"),
        ),
        "oversight.somebody_appraised": Sentence(
            met=_("有评议对象。"),
            unmet=_("没有可以评议的对象：登记册里没有现任居委会成员，或者没有选服务单位。"),
            way_on=_("请先登记现任成员，或者在岗位与单位里登记服务单位。"),
        ),
        "oversight.appraisal_at_step": Sentence(
            met=_("可以进行这一步。"),
            unmet=_("评议已经走到别的步骤，或者同类评议还没有结束。"),
            way_on=_("请看评议现在的情况。"),
        ),
        "oversight.counts_fit": Sentence(
            met=_("票数对得上。"),
            unmet=_("有一个对象读出 {most} 张，多于收回的 {returned} 张纸票。"),
            way_on=_("请重新核对唱票记录。"),
        ),
        "oversight.items_by_representatives": Sentence(
            met=_("{base} 名居民代表中 {signed} 人要求，达到三分之一（{needed} 人）。"),
            unmet=_("{base} 名居民代表中 {signed} 人要求，不到三分之一（{needed} 人）。"),
            way_on=_("可以再联名；也可以由十分之一以上居民提出。"),
        ),
        "oversight.items_by_residents": Sentence(
            met=_("{base} 名居民中 {signed} 人要求，达到十分之一（{needed} 人）。"),
            unmet=_("{base} 名居民中 {signed} 人要求，不到十分之一（{needed} 人）。"),
            way_on=_("可以再联名；也可以由三分之一以上居民代表提出。"),
        ),
        "oversight.period_in_order": Sentence(
            met=_("审计期间是{begins}到{ends}。"),
            unmet=_("审计期间{begins}到{ends}，次序不对或者还没有过完。"),
            way_on=_("请核对日期。"),
        ),
        "oversight.audit_at_step": Sentence(
            met=_("可以进行这一步。"),
            unmet=_("审计已经走到别的步骤。"),
            way_on=_("请看审计现在的情况。"),
        ),
        "oversight.one_audit_at_a_time": Sentence(
            met=_("没有同类审计在进行。"),
            unmet=_("这一任的同类审计正在进行。"),
            way_on=_("请先办完正在进行的审计。"),
        ),
        "oversight.not_ones_own": Sentence(
            met=_("不是自己的审计。"),
            unmet=_("自己的审计不能自己经手。"),
            way_on=_("请由居务监督委员会、街道办事处或者其他工作人员登记。"),
        ),
        "oversight.every_item_answered": Sentence(
            met=_("每一项都写明了审计怎么说。"),
            unmet=_("还有 {left} 项没有写明审计怎么说。"),
            way_on=_("请对照审计报告逐项填写。"),
        ),
        "oversight.departure_audited": Sentence(
            met=_("离任审计已经公布，可以选举。"),
            unmet=_("主任离任（或者本届届满）的审计还没有公布，不能选举。还差 {missing} 份。"),
            way_on=_(
                "请街道办事处组织离任审计，在“居务监督”里登记并公布结果，再进行这一步；"
                "来不及的，可以改期。"
            ),
        ),
    }
)
