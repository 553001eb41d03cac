"""What the findings after an election say: recall, vacancies, term, handover."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "elections.recall_petitioned": Sentence(
            met=_("联名 {signers} 人，达到 {base} 人的 {share}，要求成立。"),
            unmet=_("联名 {signers} 人，不到 {base} 人的 {share}（至少要 {needed} 人）。"),
            way_on=_("可以继续征集签名；签名的人要有相应的资格。"),
        ),
        "elections.recall_reasoned": Sentence(
            met=_("写明了罢免理由。"),
            unmet=_("罢免要求没有写明理由。"),
            way_on=_("请联名人补充理由。"),
        ),
        "elections.defence_offered": Sentence(
            met=_("被要求罢免的成员有机会申辩。"),
            unmet=_("还没有给被要求罢免的成员申辩的机会。"),
            way_on=_("请通知本人提出申辩意见，再组织投票。"),
        ),
        "elections.recall_in_same_mode": Sentence(
            met=_("罢免按产生时的选举方式投票。"),
            unmet=_("罢免要按产生时的选举方式投票，现在的方式不同。"),
            way_on=_("请改用当选时的方式。"),
        ),
        "elections.recall_passed": Sentence(
            met=_("赞成 {yes} 票，超过 {cast} 名投票人的 {share}，罢免通过。"),
            unmet=_(
                "赞成 {yes} 票，没有超过 {cast} 名投票人的 {share}（至少要 {needed} 票），罢免没有通过。"
            ),
            way_on=_("该成员继续任职。"),
        ),
        "elections.recall_voted_in_time": Sentence(
            met=_("罢免投票在期限内。"),
            unmet=_("罢免投票最晚{last_day}举行。"),
            way_on=_("请尽快召开会议投票，或者请街道指导召开。"),
        ),
        "elections.recall_may_be_asked_again": Sentence(
            met=_("可以提出罢免要求。"),
            unmet=_("同一事由的罢免没有通过，{first_day}以前不能再提。"),
            way_on=_("有新的事实和理由的，可以写明后提出。"),
        ),
        "elections.resignation_approved": Sentence(
            met=_("辞职已经会议审议通过。"),
            unmet=_("辞职要经居民会议或者居民代表会议审议通过，通过之日起职务终止。"),
            way_on=_("请列入下一次会议的议程；在此之前继续履职。"),
        ),
        "elections.post_goes_on": Sentence(
            met=_("职务继续。"),
            unmet=_("丧失行为能力或者被判处刑罚的，职务自行终止。"),
            way_on=_("请公告，并准备补选。"),
        ),
        "elections.idle_no_longer_than": Sentence(
            met=_("没有达到可以按自动辞职处理的时间。"),
            unmet=_("连续 {months} 个月不履行职责，已达 {most} 个月，会议可以认定为自动辞职。"),
            way_on=_("请提交居民会议或者居民代表会议认定。"),
        ),
        "elections.elected_by_fair_means": Sentence(
            met=_("没有查实用不正当手段当选。"),
            unmet=_("经查实用不正当手段当选，当选无效。"),
            way_on=_("名额空缺的，按规定另行选举或者补选；有异议的可以申诉。"),
        ),
        "elections.committee_complete_enough": Sentence(
            met=_("居委会现有 {members} 人，不少于 {least} 人。"),
            unmet=_("居委会只有 {members} 人，不足 {least} 人，要补选。"),
            way_on=_("请召集居民会议或者居民代表会议补选。"),
        ),
        "elections.by_election_in_time": Sentence(
            met=_("补选在期限内。"),
            unmet=_("补选最晚{last_day}举行。"),
            way_on=_("请尽快召集会议。"),
        ),
        "elections.term_runs": Sentence(
            met=_("本届任期到{ends_on}。"),
            unmet=_("本届任期 {years} 年，已在{ends_on}届满，应当及时换届。"),
            way_on=_("请启动换届选举。"),
        ),
        "elections.handed_over_in_time": Sentence(
            met=_("工作移交在期限内完成（最后一天是{last_day}）。"),
            unmet=_("工作移交要在新一届产生后 {days} 日内完成，最后一天是{last_day}。"),
            way_on=_("请尽快完成，并请街道督促。"),
        ),
        "elections.handover_witnessed": Sentence(
            met=_("移交由选举委员会主持、街道监督。"),
            unmet=_("移交要由选举委员会主持，由街道监督。"),
            way_on=_("请约定双方都在场的时间。"),
        ),
        "elections.groups_chosen_in_time": Sentence(
            met=_("居民小组组长和居务监督委员会推选及时。"),
            unmet=_("居民小组组长和居务监督委员会最晚{last_day}推选。"),
            way_on=_("请尽快组织推选。"),
        ),
        "elections.runoff_in_time": Sentence(
            met=_("另行选举的日期符合规定。"),
            unmet=_("另行选举最晚{last_day}举行，也不能早于第一次投票。"),
            way_on=_("请改定日期。"),
        ),
    }
)
