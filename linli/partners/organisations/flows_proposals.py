"""The course of a proposal (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

PROPOSE, ANSWER, OWN, FORGET = (
    "organisations.propose",
    "organisations.answer_proposal",
    "organisations.own_proposal",
    "organisations.forget_proposal",
)
ANSWER_CLOCK = "proposal_answered"

PROPOSAL = Flow(
    "organisations.proposal",
    states={
        "received": State(_("等答复"), tone="new"),
        "answered": State(_("答复了"), tone="done", open=False),
        "adopted": State(_("采纳了"), tone="done", open=False),
        "passed_on": State(_("转给能定的"), tone="waiting", open=False),
        "withdrawn": State(_("本人收回"), tone="stopped", open=False),
    },
    inputs={"reason": _("答复"), "way_on": _("接下来怎么办")},
    moves=(
        Move("propose", (), "received", PROPOSE, _("提一条建议"), done=_("收到建议"),
             starts=(Within(ANSWER_CLOCK, rule="organisations.proposal_answered_within"),)),
        Move("show", ("received", "answered", "adopted", "passed_on"), None, ANSWER,
             _("看过再公布"), done=_("公布建议")),
        Move("hide", ("received", "answered", "adopted", "passed_on"), None, ANSWER,
             _("不再公布"), done=_("不再公布了"), public=False),
        Move("answer", ("received",), "answered", ANSWER, _("答复"), done=_("答复了"),
             asks=("reason",), settles=(ANSWER_CLOCK,)),
        Move("adopt", ("received",), "adopted", ANSWER, _("采纳"), done=_("采纳了"),
             asks=("reason", "way_on"), settles=(ANSWER_CLOCK,)),
        Move("pass_on", ("received",), "passed_on", ANSWER, _("转给能定的"), done=_("转给能定的"),
             asks=("reason", "way_on"), settles=(ANSWER_CLOCK,)),
        Move("withdraw", ("received",), "withdrawn", OWN, _("收回"), done=_("本人收回"),
             public=False, drops=(ANSWER_CLOCK,)),
    ),
)  # fmt: skip
