"""An activity from its draft to its end. Whether it runs or is over follows from its dates."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

REASON = "reason"
KEEP = "activities.keep"

ACTIVITY = Flow(
    "activities.activity",
    states={
        "draft": State(_("草稿"), tone="new"),
        "announced": State(_("已公布"), tone="open"),
        "closed": State(_("已办完"), tone="done", open=False),
        "cancelled": State(_("已取消"), tone="stopped", open=False),
    },
    moves=(
        Move("draft", (), "draft", KEEP, _("起草"), public=False),
        Move("revise", ("draft",), None, KEEP, _("修改草稿"), public=False),
        Move("drop", ("draft",), "cancelled", KEEP, _("丢弃草稿"), public=False),
        Move("announce", ("draft",), "announced", KEEP, _("公布")),
        Move("alter", ("announced",), None, KEEP, _("修改说明")),
        Move("add_dates", ("announced",), None, KEEP, _("加办")),
        Move("move_date", ("announced",), None, KEEP, _("改时间或地点")),
        Move("call_off_dates", ("announced",), None, KEEP, _("取消几次"), asks=(REASON,)),
        Move("cancel", ("announced",), "cancelled", KEEP, _("全部取消"), asks=(REASON,)),
        Move("close", ("announced",), "closed", KEEP, _("办完结束")),
    ),
    inputs={REASON: _("原因")},
)
