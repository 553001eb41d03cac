"""What is said of proposals."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds

register_clock_names({"proposal_answered": _("答复建议的期限")})

register_acts(
    {
        "organisations.propose": ActSentence(_("收到建议 {number}")),
        "organisations.show_proposal": ActSentence(_("看过建议 {number}，公布")),
        "organisations.hide_proposal": ActSentence(_("不再公布建议 {number}")),
        "organisations.answer_proposal": ActSentence(_("答复建议 {number}")),
        "organisations.withdraw_proposal": ActSentence(_("建议 {number} 由本人收回")),
        "organisations.second_proposal": ActSentence(_("一位居民也这么想：建议 {number}")),
        "organisations.forget_proposal": ActSentence(_("删除建议 {number} 的原话")),
    }
)

register_kinds(
    {
        "organisations.proposed": Kind(
            _("建议箱里有一条建议：{number}"), _("请在承诺的期限内答复，写明理由。"),
            opens="organisations:proposals_desk",
        ),
        "organisations.proposal_told": Kind(
            _("您的建议 {number} 有答复了"), _("采纳没有、为什么、接下来怎么办，点开看。"),
            opens="organisations:own_proposals",
        ),
    }
)  # fmt: skip
