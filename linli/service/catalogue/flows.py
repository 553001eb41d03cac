"""The states of a request for a certificate and the legal moves between them (data; the engine
is mechanisms/flow).

One clock, `promise`: from the day it was asked for, or drafted at the counter, to the seal or the
refusal. Whoever drafts does not seal; the number is given with the seal, so that what is refused
leaves no gap.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

DRAFT, SEAL = "catalogue.draft_certificates", "catalogue.seal_certificates"
OPEN = ("asked", "drafted")
ON_PAPER = ("issued", "revoked")

CERTIFICATE = Flow(
    "catalogue.certificate",
    states={
        "asked": State(_("已申请"), tone="new"),
        "drafted": State(_("已拟好，待盖章"), tone="open", public_label=_("办理中")),
        "issued": State(_("已出具"), tone="done", open=False),
        "refused": State(_("不予出具"), tone="stopped", open=False),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
        "revoked": State(_("已作废"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因"), "way_on": _("可以怎么办")},
    moves=(
        Move(
            "ask",
            (),
            "asked",
            "catalogue.ask_certificate",
            _("申请"),
            done=_("提出申请"),
            starts=(Within("promise"),),
        ),
        Move(
            "draft_here",
            (),
            "drafted",
            DRAFT,
            _("在窗口拟好"),
            done=_("在窗口核对名册并拟好"),
            starts=(Within("promise"),),
        ),
        Move("draft", ("asked",), "drafted", DRAFT, _("拟稿"), done=_("核对名册并拟好")),
        Move(
            "send_back",
            ("drafted",),
            "asked",
            SEAL,
            _("退回重拟"),
            done=_("退回重拟"),
            asks=("reason",),
            public=False,
        ),
        Move(
            "seal",
            ("drafted",),
            "issued",
            SEAL,
            _("盖章出具"),
            done=_("盖章出具"),
            settles=("promise",),
        ),
        Move(
            "refuse",
            OPEN,
            "refused",
            DRAFT,
            _("不予出具"),
            done=_("不予出具"),
            asks=("reason", "way_on"),
            settles=("promise",),
        ),
        Move(
            "withdraw",
            ("asked",),
            "withdrawn",
            "catalogue.withdraw_certificate",
            _("撤回"),
            done=_("撤回了申请"),
            drops=("promise",),
        ),
        Move("hand_over", ("issued",), None, DRAFT, _("已领取"), done=_("领走了纸质件")),
        Move(
            "revoke",
            ("issued",),
            "revoked",
            "catalogue.revoke_certificates",
            _("作废"),
            done=_("作废"),
            asks=("reason",),
            tone="stopped",
        ),
    ),
)

# 办理上门: asked, set within the promise, agreed, done.

HANDLE, ASK = "catalogue.handle_home_services", "catalogue.ask_home_service"
OWN = "catalogue.own_home_service"
WAITING = ("asked", "scheduled", "confirmed")

HOME_SERVICE = Flow(
    "catalogue.home_service",
    states={
        "asked": State(_("等约时间"), tone="new"),
        "scheduled": State(_("约了时间，等答复"), tone="waiting"),
        "confirmed": State(_("时间说定了")),
        "done": State(_("办好了"), tone="done", open=False),
        "could_not": State(_("没办成"), tone="stopped", open=False),
        "withdrawn": State(_("不用了"), tone="stopped", open=False),
    },
    inputs={"way_on": _("可以怎么办"), "to": _("交给谁")},
    outside=("visit",),
    moves=(
        Move(
            "ask",
            (),
            "asked",
            ASK,
            _("申请上门"),
            done=_("提出申请"),
            starts=(Within("promise", "home_service.set_within"),),
        ),
        Move(
            "schedule",
            WAITING,
            "scheduled",
            HANDLE,
            _("约时间"),
            done=_("约了上门时间"),
            settles=("promise",),
            drops=("visit",),
        ),
        Move("confirm", ("scheduled",), "confirmed", OWN, _("这个时间可以"), done=_("说定了时间")),
        Move(
            "hand_over",
            WAITING,
            None,
            HANDLE,
            _("转交"),
            done=_("转交给同事"),
            asks=("to", "reason"),
            public=False,
        ),
        Move(
            "finish",
            ("scheduled", "confirmed"),
            "done",
            HANDLE,
            _("办好了"),
            done=_("上门办好了"),
            settles=("visit",),
        ),
        Move(
            "give_up",
            WAITING,
            "could_not",
            HANDLE,
            _("没办成"),
            done=_("没办成"),
            asks=("reason", "way_on"),
            settles=("promise",),
            drops=("visit",),
        ),
        Move(
            "withdraw",
            WAITING,
            "withdrawn",
            OWN,
            _("不用了"),
            done=_("不用上门了"),
            drops=("promise", "visit"),
        ),
    ),
)
