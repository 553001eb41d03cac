"""States and moves of casework (data; the engine is mechanisms/flow). Their clocks run
on the case, so that they go with it: from hand to hand, to its end, and out of the house."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

VISITING = "casework.visit"
TENDING = "casework.tend"

VISIT = Flow(
    "casework.visit",
    states={
        "planned": State(_("约好了"), tone="new"),
        "searching": State(_("正在找人"), tone="late"),
        "done": State(_("去过了"), tone="done", open=False),
        "refused": State(_("老人这次不要"), tone="stopped", open=False),
        "found": State(_("找到了"), tone="done", open=False),
        "off": State(_("取消了"), tone="stopped", open=False),
    },
    moves=(
        Move("plan", (), "planned", VISITING, _("约一次探访"), public=False),
        Move(
            "visit",
            ("planned",),
            "done",
            VISITING,
            _("见到了老人"),
            done=_("去过了"),
            public=False,
        ),
        Move(
            "decline",
            ("planned", "searching"),
            "refused",
            VISITING,
            _("老人这次不要来"),
            done=_("老人这次不要，照老人说的办"),
            public=False,
        ),
        Move(
            "not_home",
            ("planned",),
            "searching",
            VISITING,
            _("没人应门"),
            done=_("没人应门，开始找人"),
            public=False,
        ),
        Move(
            "miss",
            ("planned",),
            "searching",
            "casework.miss_visit",
            _("到时没有结果"),
            done=_("到时没有结果，开始找人"),
            public=False,
        ),
        Move(
            "find",
            ("searching",),
            "found",
            VISITING,
            _("找到老人了"),
            done=_("找到老人了"),
            public=False,
        ),
        Move(
            "call_off",
            ("planned",),
            "off",
            TENDING,
            _("取消这次"),
            done=_("取消了"),
            public=False,
        ),
    ),
)
