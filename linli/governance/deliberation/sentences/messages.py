"""What the inbox says. Numbers of topics, never a word of anybody."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

register_kinds(
    {
        "deliberation.proposed": Kind(
            _("有人提了一件要议的事：{number} 号议题"),
            _("请在期限内受理，或说明为什么不受理、可以怎么办。"),
            opens="deliberation:topic_desk",
        ),
        "deliberation.accepted": Kind(
            _("您提的 {number} 号议题受理了"),
            _("请看怎么议、请了哪些方面。"),
            opens="deliberation:topic",
        ),
        "deliberation.declined": Kind(
            _("您提的 {number} 号议题没有受理"),
            _("页面上写了理由，和可以怎么办。"),
            opens="deliberation:topic",
        ),
        "deliberation.reconsidered": Kind(
            _("您提的 {number} 号议题重新考虑了"),
            _("会再答复您一次。"),
            opens="deliberation:topic",
        ),
        "deliberation.party_invited": Kind(
            _("{number} 号议题和你们单位有关，请来一起议"),
            _("时间定下来会另行通知。"),
            opens="deliberation:topics",
        ),
        "deliberation.called": Kind(
            _("{number} 号议题要议了：{starts_at}"),
            _("地点：{venue}。请看议事规则和顺序。"),
            opens="deliberation:topics",
        ),
        "deliberation.cancelled": Kind(
            _("{number} 号议题原定{starts_at}的议事取消了"),
            _("原定地点：{venue}。原因写在议题页上。"),
            opens="deliberation:topics",
        ),
        "deliberation.drawn": Kind(
            _("随机邀请到您，来议 {number} 号议题"),
            _("来不来都可以，不用说理由；抽到谁不公布。请答复一声。"),
            opens="deliberation:invited",
        ),
        "deliberation.draft_shown": Kind(
            _("{number} 号议题的初稿，请您先看"),
            _("不同意的可以保留意见，一字不改写进结果。"),
            opens="deliberation:topic",
        ),
        "deliberation.published": Kind(
            _("{number} 号议题谈成了什么，公布了"),
            _("请看谁做什么、哪天以前，您的意见采纳了没有。"),
            opens="deliberation:topic",
        ),
        "deliberation.left_open": Kind(
            _("{number} 号议题没有谈成，各方的理由公布了"),
            _("半年内会再回头看。"),
            opens="deliberation:topic",
        ),
        "deliberation.ended": Kind(
            _("{number} 号议题不议了"),
            _("页面上写了理由，和可以怎么办。"),
            opens="deliberation:topic",
        ),
        "deliberation.point_reopened": Kind(
            _("您参加议过的 {number} 号议题，第 {point} 条的结果记错了，重新打开"),
            _("请看为什么。"),
            opens="deliberation:point",
        ),
        "deliberation.point_told": Kind(
            _("您参加议过的 {number} 号议题，第 {point} 条有结果了"),
            _("请看做成什么样。"),
            opens="deliberation:point",
        ),
        "deliberation.at_assembly": Kind(
            _("您参加议过的 {number} 号议题，提请居民会议决定"),
            _("会议的时间另行通知。"),
            opens="deliberation:topic",
        ),
        "deliberation.decided": Kind(
            _("您参加议过的 {number} 号议题，会议作了决定"),
            _("请看决定。"),
            opens="deliberation:topic",
        ),
        "deliberation.looked_back": Kind(
            _("您参加议过的 {number} 号议题，回头看了一遍"),
            _("请看谈成的事做得怎样。"),
            opens="deliberation:topic",
        ),
    }
)
