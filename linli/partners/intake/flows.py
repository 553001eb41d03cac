"""A request from above: the states it passes and the legal moves between them (data).

What is on the list of the day is taken on at once; all else waits for the director, within the
time the place promises. A request sent back for its basis or its money rests the clock: the wait
is then the asking office's. `due` is the day the office asked for, started by the act.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

RECORD, DECIDE = "intake.record", "intake.decide"
UNDECIDED = ("waiting", "returned")

REQUEST = Flow(
    "intake.request",
    states={
        "waiting": State(_("等主任决定"), tone="new"),
        "returned": State(_("已退回补充"), tone="waiting"),
        "accepted": State(_("已接收"), tone="open"),
        "done": State(_("已完成"), tone="done", open=False),
        "refused": State(_("未接收"), tone="stopped", open=False),
        "withdrawn": State(_("对方已撤回"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    outside=("intake_due",),
    moves=(
        Move(
            "record_listed",
            (),
            "accepted",
            RECORD,
            _("登记清单内的要求"),
            done=_("在清单内，当天接收"),
            cites=("mca136.1",),
        ),
        Move(
            "record",
            (),
            "waiting",
            RECORD,
            _("登记清单外的要求"),
            done=_("登记，不在清单内，等主任决定"),
            starts=(Within("intake_decision", rule="intake.decided_within"),),
            cites=("mca136.1",),
        ),
        Move(
            "match",
            UNDECIDED,
            "accepted",
            RECORD,
            _("对上清单"),
            done=_("对上清单里的事项，接收"),
            settles=("intake_decision",),
        ),
        Move(
            "approve",
            ("waiting",),
            "accepted",
            DECIDE,
            _("同意接收"),
            done=_("主任同意接收"),
            settles=("intake_decision",),
            cites=("rcl2025.43",),
        ),
        Move(
            "send_back",
            ("waiting",),
            "returned",
            DECIDE,
            _("退回补充"),
            done=_("退回，请补依据或经费"),
            asks=("reason",),
            pauses=("intake_decision",),
            cites=("rcl2025.43",),
        ),
        Move(
            "supplement",
            ("returned",),
            "waiting",
            RECORD,
            _("对方已补充"),
            done=_("对方补充了依据或经费"),
            resumes=("intake_decision",),
        ),
        Move(
            "refuse",
            UNDECIDED,
            "refused",
            DECIDE,
            _("不接收，复函说明"),
            done=_("不接收，已复函"),
            settles=("intake_decision",),
            cites=("rcl2025.43", "mca136.1"),
        ),
        Move(
            "withdraw",
            (*UNDECIDED, "accepted"),
            "withdrawn",
            RECORD,
            _("对方撤回"),
            done=_("对方撤回了要求"),
            asks=("reason",),
            drops=("intake_decision", "intake_due"),
        ),
        Move(
            "finish",
            ("accepted",),
            "done",
            RECORD,
            _("办完了"),
            done=_("办完了"),
            settles=("intake_due",),
        ),
    ),
)
