"""A booking from being asked for to the key handed back."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

REASON = "reason"

BOOKING = Flow(
    "facilities.booking",
    states={
        "asked": State(_("等批准"), tone="waiting"),
        "booked": State(_("订好了"), tone="open"),
        "handed_over": State(_("钥匙已交"), tone="open"),
        "returned": State(_("用完还回"), tone="done", open=False),
        "no_show": State(_("没有来用"), tone="stopped", open=False),
        "refused": State(_("没有批准"), tone="stopped", open=False),
        "cancelled": State(_("已取消"), tone="stopped", open=False),
    },
    moves=(
        Move("ask", (), "asked", who="facilities.book", title=_("申请使用")),
        Move("book", (), "booked", who="facilities.book", title=_("预订")),
        Move("allot", (), "booked", who="facilities.next_in_line", title=_("分到")),
        Move("approve", ("asked",), "booked", who="facilities.approve", title=_("批准")),
        Move("refuse", ("asked",), "refused", who="facilities.approve", title=_("不批准"),
             asks=(REASON,)),
        Move("hand_over", ("booked",), "handed_over", who="facilities.keep", title=_("交钥匙")),
        Move("give_back", ("booked", "handed_over"), "returned", who="facilities.keep",
             title=_("还回")),
        Move("miss", ("booked",), "no_show", who="facilities.keep", title=_("没有来用")),
        Move("came", ("no_show",), "returned", who="facilities.keep", title=_("其实来了")),
        Move("cancel", ("asked", "booked"), "cancelled", who="facilities.cancel",
             title=_("取消")),
        Move("release", ("asked", "booked", "handed_over"), "cancelled",
             who="facilities.next_in_line", title=_("退掉")),
        Move("lapse", ("asked",), "cancelled", who="facilities.keep",
             title=_("到时间没有批准")),
    ),
    inputs={REASON: _("理由")},
)  # fmt: skip

# Seasons, defects and loans.

SEASON = Flow(
    "facilities.season",
    states={
        "drafted": State(_("还没公布"), tone="new"),
        "open": State(_("正在收志愿"), tone="open"),
        "allocated": State(_("分好了"), tone="done", open=False),
        "cancelled": State(_("取消了"), tone="stopped", open=False),
    },
    moves=(
        Move("draft", (), "drafted", who="facilities.run_seasons", title=_("起草")),
        Move("publish", ("drafted",), "open", who="facilities.run_seasons",
             title=_("公布规则，开始收志愿")),
        Move("allocate", ("open",), "allocated", who="facilities.run_seasons", title=_("分配")),
        Move("cancel", ("drafted", "open"), "cancelled", who="facilities.run_seasons",
             title=_("取消这一季"), asks=(REASON,)),
    ),
    inputs={REASON: _("理由")},
)  # fmt: skip

DEFECT = Flow(
    "facilities.defect",
    states={
        "reported": State(_("等核实"), tone="waiting"),
        "noted": State(_("小毛病，照常用，等修"), tone="open"),
        "out": State(_("停用待修"), tone="late"),
        "repaired": State(_("修好了，等另一个人复查"), tone="soon"),
        "in_use": State(_("复查合格，恢复使用"), tone="done", open=False),
        "removed": State(_("器材拆除了"), tone="done", open=False),
        "unfounded": State(_("核实没有问题"), tone="stopped", open=False),
    },
    moves=(
        Move("report", (), "reported", who="facilities.report_defect", title=_("反映坏了")),
        Move("find", (), "out", who="facilities.inspect", title=_("发现坏了，停用")),
        Move("note", (), "noted", who="facilities.inspect", title=_("记下小毛病")),
        Move("stop", ("reported", "noted"), "out", who="facilities.inspect", title=_("停用")),
        Move("keep_open", ("reported",), "noted", who="facilities.inspect",
             title=_("看过，能照常用")),
        Move("dismiss", ("reported",), "unfounded", who="facilities.inspect",
             title=_("看过，没有问题"), asks=(REASON,)),
        Move("repair", ("out", "noted"), "repaired", who="facilities.inspect", title=_("修好了")),
        Move("fail", ("repaired",), "out", who="facilities.inspect", title=_("复查不合格"),
             asks=(REASON,)),
        Move("pass", ("repaired",), "in_use", who="facilities.inspect", title=_("复查合格")),
        Move("take_down", ("reported", "noted", "out", "repaired"), "removed",
             who="facilities.inspect", title=_("器材拆除了")),
    ),
    inputs={REASON: _("理由")},
)  # fmt: skip

LOAN = Flow(
    "facilities.loan",
    states={
        "asked": State(_("排队等"), tone="waiting"),
        "ready": State(_("给您留着，可以来拿"), tone="soon"),
        "lent": State(_("借出去了"), tone="open"),
        "lost": State(_("没有还回，记为丢失"), tone="late", open=False),
        "returned": State(_("还回来了"), tone="done", open=False),
        "cancelled": State(_("不借了"), tone="stopped", open=False),
        "lapsed": State(_("没有来拿，让给了下一位"), tone="stopped", open=False),
    },
    moves=(
        Move("ask", (), "asked", who="facilities.ask_loan", title=_("要借，先排队")),
        Move("reserve", (), "ready", who="facilities.ask_loan", title=_("要借，留一件")),
        Move("set_aside", ("asked",), "ready", who="facilities.next_in_line", title=_("轮到，留一件")),
        Move("lend", ("asked", "ready"), "lent", who="facilities.lend", title=_("交给借的人")),
        Move("give_back", ("lent", "lost"), "returned", who="facilities.lend", title=_("还回")),
        Move("lose", ("lent",), "lost", who="facilities.lend", title=_("记为丢失"),
             asks=(REASON,)),
        Move("cancel", ("asked", "ready"), "cancelled", who="facilities.own_loan",
             title=_("不借了")),
        Move("lapse", ("ready",), "lapsed", who="facilities.lend", title=_("没有来拿")),
    ),
    inputs={REASON: _("理由")},
)  # fmt: skip
