"""The states of a matter and the legal moves between them (data; the engine is mechanisms/flow).

Two clocks run beside the states: `promise` is what this community promised, `limit` the longest
anything may take. Both count working days and both rest while the sender is asked for something.
An answer settles both. Closed is not satisfied: a poor rating reopens, with fresh clocks.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

BOTH = ("promise", "limit")
FRESH = (Within("promise"), Within("limit"))
OPEN = ("received", "in_hand", "asked", "forwarded")
ANSWERED = ("answered", "closed")
HANDLE = "matters.handle"

MATTER = Flow(
    "matters.matter",
    states={
        "received": State(_("已登记"), tone="new"),
        "in_hand": State(_("办理中"), tone="open"),
        "asked": State(_("待补充"), tone="waiting"),
        "forwarded": State(_("已转办"), tone="open", public_label=_("办理中")),
        "answered": State(_("已答复"), tone="done"),
        "closed": State(_("已办结"), tone="done", open=False),
        "declined": State(_("已告知去向"), tone="stopped", open=False),
        "merged": State(_("已并案"), tone="stopped", open=False),
        "split": State(_("已分办"), tone="stopped", open=False),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
    },
    inputs={
        "reason": _("原因"),
        "body": _("转给谁"),
        "purpose": _("转办目的"),
        "fields": _("提供哪些内容"),
        "office": _("应该找谁"),
        "answer": _("答复"),
    },
    moves=(
        Move(
            "raise",
            (),
            "received",
            "matters.raise",
            _("提出"),
            done=_("登记并给出回执"),
            starts=FRESH,
        ),
        Move("accept", ("received",), "in_hand", HANDLE, _("受理"), done=_("受理了")),
        Move("assign", OPEN, None, HANDLE, _("交给同事"), done=_("换了经办人"), public=False),
        Move(
            "ask",
            ("received", "in_hand"),
            "asked",
            HANDLE,
            _("请提出人补充"),
            done=_("请提出人补充情况"),
            asks=("reason",),
            pauses=BOTH,
        ),
        Move(
            "supply",
            ("asked",),
            "in_hand",
            "matters.follow",
            _("补充情况"),
            done=_("补充了情况"),
            resumes=BOTH,
        ),
        Move(
            "resume",
            ("asked",),
            "in_hand",
            HANDLE,
            _("不再等待，继续办理"),
            done=_("继续办理"),
            asks=("reason",),
            resumes=BOTH,
        ),
        Move(
            "extend",
            ("received", "in_hand", "forwarded"),
            None,
            HANDLE,
            _("延长承诺期限"),
            done=_("延长了承诺期限"),
            asks=("reason",),
        ),
        Move(
            "forward",
            ("received", "in_hand", "forwarded"),
            "forwarded",
            HANDLE,
            _("转办"),
            done=_("转给承办单位"),
            asks=("body", "purpose", "fields"),
        ),
        Move(
            "take_back",
            ("forwarded",),
            "in_hand",
            HANDLE,
            _("收回自办"),
            done=_("收回，由居委会办理"),
            asks=("reason",),
        ),
        Move(
            "hand_back",
            ("forwarded",),
            "in_hand",
            "matters.reply",
            _("退回居委会"),
            done=_("承办单位退回"),
            asks=("reason",),
        ),
        Move(
            "answer",
            OPEN,
            "answered",
            "matters.answer",
            _("答复"),
            done=_("答复了"),
            asks=("answer",),
            settles=BOTH,
        ),
        Move(
            "reopen",
            ANSWERED,
            "in_hand",
            "matters.reopen",
            _("重新办理"),
            done=_("提出人不满意，重新办理"),
            starts=FRESH,
        ),
        Move("close", ("answered",), "closed", "matters.close", _("办结"), done=_("办结了")),
        Move(
            "decline",
            ("received", "in_hand"),
            "declined",
            HANDLE,
            _("不属本处，告知去向"),
            done=_("告知不属本处办理"),
            asks=("reason", "office"),
            settles=BOTH,
        ),
        Move(
            "merge",
            ("received", "in_hand", "forwarded"),
            "merged",
            HANDLE,
            _("并案"),
            done=_("并入同一件事的另一件"),
            drops=BOTH,
        ),
        Move(
            "split",
            ("received", "in_hand"),
            "split",
            HANDLE,
            _("分办"),
            done=_("分成几件办理"),
            drops=BOTH,
        ),
        Move(
            "withdraw",
            OPEN,
            "withdrawn",
            "matters.follow",
            _("撤回"),
            done=_("提出人撤回"),
            drops=BOTH,
        ),
    ),
)
