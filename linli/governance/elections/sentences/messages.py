"""What people are told: labels and days, never a word about who voted or how."""

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds

register_clock_names(
    {"decision": _("异议处理"), "handover": _("工作移交"), "by_election": _("准备补选")}
)

register_kinds(
    {
        "elections.postponed": Kind(
            _("选举改期"), _("选举改到{day}。"), opens="elections:desk_list"
        ),
        "elections.cancelled": Kind(
            _("选举取消"), _("原定{day}的选举取消了。"), opens="elections:desk_list"
        ),
        "elections.left_committee": Kind(
            _("您不再担任居民选举委员会成员"),
            _("本人或者近亲属被提名的，依法退出；详情请问选举委员会。"),
            opens="elections:list",
        ),
        "elections.left_supervision": Kind(
            _("您不再担任居务监督委员会成员"),
            _("居委会成员和他们的近亲属依法不担任监督委员会成员；详情请问居委会。"),
            opens="elections:members",
        ),
        "elections.seat_vacant": Kind(
            _("居委会{office}空缺，请准备补选"),
            _("连续两次被评为不称职，职务依法终止。补选由居民会议或者居民代表会议办理。"),
            opens="elections:call_by_election",
        ),
        "elections.joined_committee": Kind(
            _("请您递补为居民选举委员会成员"),
            _("按原推选结果的次序，由您递补。"),
            opens="elections:list",
        ),
        "elections.seat_empty": Kind(
            _("选举委员会缺人，已没有候补"),
            _("请召集居民会议或者居民代表会议另行推选。"),
            opens="elections:desk_list",
        ),
        "elections.chair_empty": Kind(
            _("选举委员会缺主任"), _("请推定一名主任。"), opens="elections:desk_list"
        ),
        "elections.applied": Kind(
            _("有登记申请等选举委员会确认"),
            _("名册里看不出依据，请核对后确认或说明理由。"),
            opens="elections:desk_list",
        ),
        "elections.registration_confirmed": Kind(
            _("您的选民登记已经确认"), "", opens="elections:list"
        ),
        "elections.registration_refused": Kind(
            _("您的选民登记申请有了答复"),
            _("请看未予登记的理由；名单公布后五日内可以提出异议。"),
            opens="elections:list",
        ),
        "elections.objected": Kind(
            _("收到对选民名单的异议"), _("请在三日内处理并公布结果。"), opens="elections:desk_list"
        ),
        "elections.objection_decided": Kind(
            _("您的异议有了结果：{outcome}"), _("理由已经公布。"), opens="elections:list"
        ),
        "elections.you_were_nominated": Kind(
            _("您被提名为{office}候选人"),
            _("请说一声接受不接受。"),
            opens="elections:list",
        ),
        "elections.nomination_complete": Kind(
            _("一份提名已经成立"), _("请送主管机关确认。"), opens="elections:desk_list"
        ),
        "elections.nomination_confirmed": Kind(
            _("您的提名有了确认意见"), "", opens="elections:list"
        ),
        "elections.proxy_given": Kind(
            _("有邻居委托您代为投票"),
            _("请按本人的意愿投票，不能再转托。"),
            opens="elections:list",
        ),
        "elections.proxy_revoked": Kind(
            _("一份委托投票撤销了"), _("本人将自己投票。"), opens="elections:list"
        ),
        "elections.proxy_fallen": Kind(
            _("一份委托投票不再有效"),
            _("另一方不在选民名单上了。您在名单上的，可以自己投票，或者另外委托。"),
            opens="elections:list",
        ),
    }
)
