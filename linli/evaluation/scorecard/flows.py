"""The meeting, an action agreed there, a comment on a figure: states and legal moves (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

KEEP, PUBLISH, COMMENT = "scorecard.keep", "scorecard.publish", "scorecard.comment"
ACTION_CLOCK, AGAIN_CLOCK, LOOK_CLOCK = "scorecard_action", "scorecard_again", "scorecard_comment"

MEETING = Flow(
    "scorecard.meeting",
    states={
        "prepared": State(_("准备中"), tone="new"),
        "heard": State(_("听居民说"), tone="open"),
        "answered": State(_("面对面商量"), tone="open"),
        "published": State(_("已公布，正在做"), tone="waiting"),
        "looked_at": State(_("已经回头看过"), tone="done", open=False),
        "called_off": State(_("不开了"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    moves=(
        Move("prepare", (), "prepared", KEEP, _("准备会议"), done=_("开始准备"), public=False),
        Move("hold", ("prepared",), "heard", KEEP, _("登记会议"), done=_("开了居民会")),
        Move(
            "write",
            ("heard", "answered"),
            None,
            KEEP,
            _("记下居民的话"),
            done=_("记下了居民的话"),
            public=False,
        ),
        Move(
            "view",
            ("heard", "answered"),
            "answered",
            KEEP,
            _("记下提供方的话"),
            done=_("提供方说了自己的看法"),
            public=False,
        ),
        Move(
            "agree",
            ("answered",),
            None,
            KEEP,
            _("约定一件事"),
            done=_("约定了一件事"),
            public=False,
        ),
        Move("strike", ("answered",), None, KEEP, _("划掉"), done=_("划掉了一件事"), public=False),
        Move(
            "publish",
            ("answered",),
            "published",
            PUBLISH,
            _("公布"),
            done=_("公布了约定的事"),
            starts=(Within(AGAIN_CLOCK, rule="scorecard.looked_at_again_within"),),
        ),
        Move(
            "look_again",
            ("published",),
            "looked_at",
            KEEP,
            _("回头看"),
            done=_("回头看了一遍"),
            settles=(AGAIN_CLOCK,),
        ),
        Move(
            "call_off",
            ("prepared",),
            "called_off",
            KEEP,
            _("不开了"),
            done=_("决定不开"),
            asks=("reason",),
            public=False,
        ),
    ),
)

ACTION = Flow(
    "scorecard.action",
    states={
        "agreed": State(_("约定要做"), tone="open"),
        "done": State(_("已做到"), tone="done", open=False),
        "undone": State(_("没有做到"), tone="stopped", open=False),
    },
    inputs={"reason": _("为什么没有做到")},
    outside=(ACTION_CLOCK,),
    moves=(
        Move("agree", (), "agreed", KEEP, _("约定"), done=_("会上约定")),
        Move("finish", ("agreed",), "done", KEEP, _("已做到"), settles=(ACTION_CLOCK,)),
        Move(
            "leave",
            ("agreed",),
            "undone",
            KEEP,
            _("没有做到"),
            asks=("reason",),
            settles=(ACTION_CLOCK,),
        ),
    ),
)

REMARK = Flow(
    "scorecard.comment",
    states={
        "received": State(_("收到，等居委会看"), tone="new"),
        "shown": State(_("已公开"), tone="open"),
        "answered": State(_("已答复"), tone="done", open=False),
        "refused": State(_("没有公开"), tone="stopped", open=False),
    },
    inputs={"reason": _("理由")},
    moves=(
        Move(
            "send",
            (),
            "received",
            COMMENT,
            _("说一句"),
            starts=(Within(LOOK_CLOCK, rule="scorecard.comment_looked_at_within"),),
        ),
        Move("show", ("received",), "shown", KEEP, _("公开"), settles=(LOOK_CLOCK,)),
        Move(
            "answer",
            ("received", "shown"),
            "answered",
            KEEP,
            _("公开并答复"),
            done=_("居委会答复"),
            settles=(LOOK_CLOCK,),
        ),
        Move(
            "refuse",
            ("received",),
            "refused",
            KEEP,
            _("不公开"),
            done=_("没有公开"),
            asks=("reason",),
            settles=(LOOK_CLOCK,),
        ),
    ),
)
