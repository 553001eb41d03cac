"""What the rules of supervision say, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "oversight.no_near_relative": Sentence(
            met=_("不是居委会成员的近亲属。"),
            unmet=_("居委会成员的近亲属不能担任居务监督委员会成员。"),
            way_on=_("请会议另行推选。近亲属指配偶、父母、子女、兄弟姐妹、（外）祖父母、（外）孙子女。"),
        ),
        "oversight.chosen": Sentence(
            met=_("到会 {present} 人，赞成 {votes_for}，超过一半。"),
            unmet=_("到会 {present} 人，赞成 {votes_for}，没有超过一半，或者不是会议推选的。"),
            way_on=_("请居民会议或者居民代表会议重新推选。"),
        ),
        "oversight.term_of_committee": Sentence(
            met=_("任期与居委会相同。"),
            unmet=_("居务监督委员会的任期要与居委会相同，到{committee_ends}为止。"),
            way_on=_("请核对任职日期，任期至填居委会本届届满的那天。"),
        ),
        "oversight.has_happened": Sentence(
            met=_("{day}已经到了。"),
            unmet=_("{day}还没有到，不能当作已经发生的事登记。"),
            way_on=_("请核对日期。"),
        ),
        "oversight.still_serves": Sentence(
            met=_("还在任。"), unmet=_("任职已经结束，或者结束日期早于任职日期。"),
            way_on=_("请核对日期，或者看现任名单。"),
        ),
        "oversight.ended_with_paper": Sentence(
            met=_("写明了依据。"),
            unmet=_("没有写明依据，不能登记监督委员会成员任职结束。"),
            way_on=_("请写明本人的辞职信，或者居民会议、居民代表会议的决定。"),
        ),
        "oversight.serves_once": Sentence(
            met=_("还不是成员。"), unmet=_("这个人已经是居务监督委员会成员。"),
            way_on=_("同一个人只登记一次。"),
        ),
        "oversight.one_chair": Sentence(
            met=_("还没有主任。"), unmet=_("居务监督委员会已经有主任。"),
            way_on=_("先登记原主任任职结束，或者不勾选主任。"),
        ),
        "oversight.not_recorded_yet": Sentence(
            met=_("还没有记录。"), unmet=_("列席情况已经有人记录了。"),
            way_on=_("有出入的，请当面核对。"),
        ),
        "oversight.sheets_differ": Sentence(
            met=_("两份有 {number} 处不一致。"), unmet=_("两份内容一致，没有可以记下的不一致。"),
            way_on=_("可以换两份比，或者直接记下别的问题。"),
        ),
        "oversight.another_sheet": Sentence(
            met=_("是两份不同的内容。"), unmet=_("选的是同一份，没法比。"),
            way_on=_("请另选一份，或者与公开栏上的纸比。"),
        ),
        "oversight.grounded": Sentence(
            met=_("写明了依据。"), unmet=_("没有写明依据。"),
            way_on=_("请写：看到了什么，在哪里，跟什么对照。"),
        ),
        "oversight.still_planned": Sentence(
            met=_("检查还没有进行。"), unmet=_("这次检查已经有了结果，或者已经取消。"),
            way_on=_("需要再看的，另列一次检查。"),
        ),
        "oversight.limit_ahead": Sentence(
            met=_("期限是{limit}。"), unmet=_("期限{limit}已经到了或者过了。"),
            way_on=_("请给一个以后的日期；不填就按邻里承诺的天数。"),
        ),
        "oversight.published_once": Sentence(
            met=_("还没有公布。"), unmet=_("已经公布过了。"),
            way_on=_("请到公告栏查看。"),
        ),
        "oversight.settled_first": Sentence(
            met=_("已经有了结果。"), unmet=_("还没有结果，先不公布。"),
            way_on=_("改正确认以后，或者向上反映以后，再公布。"),
        ),
    }
)  # fmt: skip
