"""One item of the catalogue for one period: awaited, prepared, checked by another, posted (data).

The clock `disclosure` runs from the day after the period to the day the line names; its length is
set by the act.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

PREPARE, CHECK, PUBLISH = "oversight.prepare", "oversight.check", "oversight.publish"
BEFORE = ("awaited", "returned")
ART_34 = ("rcl2025.34",)

DISCLOSED = Flow(
    "oversight.disclosure",
    states={
        "awaited": State(_("待起草"), tone="new"),
        "returned": State(_("退回修改"), tone="waiting"),
        "checking": State(_("等人核对"), tone="open"),
        "checked": State(_("核对过，可以公布"), tone="open"),
        "posted": State(_("已公布"), tone="done", open=False),
        "dropped": State(_("不公布了"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    outside=("disclosure",),
    moves=(
        Move(
            "open",
            (),
            "awaited",
            "oversight.open_round",
            _("列入本期公开"),
            done=_("到了该公开的时候"),
            cites=ART_34,
        ),
        Move("start", (), "checking", PREPARE, _("起草"), done=_("起草，等人核对"), cites=ART_34),
        Move(
            "prepare",
            (*BEFORE, "checking"),
            "checking",
            PREPARE,
            _("起草"),
            done=_("起草，等人核对"),
            cites=ART_34,
        ),
        Move(
            "check",
            ("checking",),
            "checked",
            CHECK,
            _("核对无误"),
            done=_("核对无误"),
            cites=ART_34,
        ),
        Move(
            "send_back",
            ("checking", "checked"),
            "returned",
            CHECK,
            _("退回修改"),
            done=_("核对后退回修改"),
            asks=("reason",),
        ),
        Move(
            "publish",
            ("checked",),
            "posted",
            PUBLISH,
            _("公布"),
            done=_("公布了"),
            settles=("disclosure",),
            cites=ART_34,
        ),
        Move(
            "drop",
            BEFORE,
            "dropped",
            PUBLISH,
            _("不公布了"),
            done=_("不公布了"),
            asks=("reason",),
            drops=("disclosure",),
        ),
    ),
)
