"""The way of one form, from the day it came to the day it was handed over (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

FILL = "paperwork.fill"
OPEN = ("received", "mapped", "listed")

ASKING = Flow(
    "paperwork.asking",
    states={
        "received": State(_("待确认对应"), tone="new"),
        "mapped": State(_("待选人")),
        "listed": State(_("填写中")),
        "handed_over": State(_("已交"), tone="done", open=False),
        "put_aside": State(_("不填了"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    moves=(
        Move("receive", (), "received", FILL, _("收到"), done=_("收到一张没见过的表")),
        Move("recognise", (), "mapped", FILL, _("收到"), done=_("收到，认出是填过的表")),
        Move("settle", ("received",), "mapped", FILL, _("确认对应"), done=_("确认了各列的对应")),
        Move(
            "correct",
            ("mapped", "listed"),
            None,
            FILL,
            _("更改对应"),
            done=_("更改了各列的对应"),
        ),
        Move("choose", ("mapped", "listed"), "listed", FILL, _("选人"), done=_("选定了填哪些人")),
        Move(
            "hand_over",
            ("listed",),
            "handed_over",
            FILL,
            _("交表"),
            done=_("交出去了"),
            settles=("due",),
            cites=("pipl.23",),
        ),
        Move(
            "put_aside",
            OPEN,
            "put_aside",
            FILL,
            _("不填了"),
            asks=("reason",),
            drops=("due",),
        ),
    ),
    outside=("due",),
)
"""`due` is the day the other office named: a date, not a length, so the act starts it."""
