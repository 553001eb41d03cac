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

_NO_LONGER = ("arranged", "running", "paused")

SERVICE = Flow(
    "casework.service",
    states={
        "wished": State(_("老人想要"), tone="new"),
        "arranged": State(_("约好了"), tone="waiting"),
        "running": State(_("进行中"), tone="open"),
        "paused": State(_("暂停"), tone="waiting"),
        "ended": State(_("结束了"), tone="done", open=False),
        "refused": State(_("老人不要"), tone="stopped", open=False),
    },
    moves=(
        Move("wish", (), "wished", TENDING, _("记下老人想要的服务"), public=False),
        Move("arrange", ("wished",), "arranged", TENDING, _("约好服务"), public=False),
        Move("rearrange", _NO_LONGER, None, TENDING, _("改约定"), public=False),
        Move("run", ("arranged", "paused"), "running", TENDING, _("开始"), public=False),
        Move("pause", ("running",), "paused", TENDING, _("暂停"), public=False),
        Move("end", _NO_LONGER, "ended", TENDING, _("结束"), public=False),
        Move(
            "refuse",
            ("wished", "arranged"),
            "refused",
            TENDING,
            _("老人不要这项服务"),
            done=_("老人不要，照老人说的办"),
            public=False,
        ),
        Move(
            "run_out",
            _NO_LONGER,
            "ended",
            "casework.end_by_itself",
            _("约定的日子到了"),
            done=_("约定的日子到了，自己结束"),
            public=False,
        ),
    ),
)

SUPPORT = Flow(
    "casework.support",
    states={
        "draft": State(_("起草"), tone="new"),
        "in_force": State(_("签了，看着履行"), tone="open"),
        "ended": State(_("结束了"), tone="done", open=False),
    },
    moves=(
        Move("draft", (), "draft", TENDING, _("起草赡养协议"), public=False),
        Move("write", ("draft",), None, TENDING, _("改草稿"), public=False),
        Move("sign", ("draft",), "in_force", TENDING, _("签了"), public=False),
        Move("check", ("in_force",), None, TENDING, _("看了一次履行"), public=False),
        Move("end", ("draft", "in_force"), "ended", TENDING, _("结束"), public=False),
    ),
)
