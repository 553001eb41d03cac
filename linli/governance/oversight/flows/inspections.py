"""What a supervisor found, until it is put right or reported upward (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

SUPERVISE, ANSWER = "oversight.supervise", "oversight.answer_shortcoming"

SHORTCOMING = Flow(
    "oversight.shortcoming",
    states={
        "raised": State(_("已记下"), tone="new"),
        "asked": State(_("已要求改正")),
        "answered": State(_("已答复")),
        "settled": State(_("已改正"), tone="done", open=False),
        "reported": State(_("已向上反映"), tone="stopped", open=False),
        "dropped": State(_("不成立"), tone="stopped", open=False),
    },
    inputs={"reason": _("理由"), "answer": _("答复"), "addressee": _("反映给谁")},
    outside=("correction",),
    moves=(
        Move(
            "raise",
            (),
            "raised",
            SUPERVISE,
            _("记下发现的问题"),
            done=_("记下了发现的问题"),
            cites=("rcl2025.36",),
        ),
        Move(
            "ask_correction",
            ("raised",),
            "asked",
            SUPERVISE,
            _("要求改正"),
            done=_("要求居委会改正"),
            asks=("reason",),
            cites=("rcl2025.36",),
        ),
        Move(
            "answer",
            ("asked",),
            "answered",
            ANSWER,
            _("答复"),
            done=_("居委会答复"),
            asks=("answer",),
            settles=("correction",),
        ),
        Move(
            "send_back",
            ("answered",),
            "asked",
            SUPERVISE,
            _("退回，再要求改正"),
            done=_("退回，再次要求改正"),
            asks=("reason",),
        ),
        Move(
            "settle",
            ("answered",),
            "settled",
            SUPERVISE,
            _("确认已改正"),
            done=_("确认已改正"),
            asks=("reason",),
        ),
        Move(
            "report_up",
            ("asked", "answered"),
            "reported",
            SUPERVISE,
            _("向街道、区反映"),
            done=_("向上反映"),
            asks=("addressee", "reason"),
            drops=("correction",),
            cites=("rcl2025.36", "rcl2025.35"),
        ),
        Move(
            "drop",
            ("raised",),
            "dropped",
            SUPERVISE,
            _("不成立"),
            done=_("核实后不成立"),
            asks=("reason",),
        ),
    ),
)
