"""A community social organisation from the first draft to its end: the states it passes and the
legal moves between them (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

KEEP, FILE = "organisations.keep_social", "organisations.file_social"
PROPOSE, OWN = "organisations.propose_social", "organisations.own_social"
WITHDRAW = "organisations.withdraw_social"
BEFORE = ("draft", "handed_in", "supplement", "to_register")
ON_RECORD = ("filed", "registered")

SOCIAL = Flow(
    "organisations.social",
    states={
        "draft": State(_("筹备中"), tone="new"),
        "handed_in": State(_("已递交备案"), tone="waiting"),
        "supplement": State(_("等补充材料"), tone="late"),
        "to_register": State(_("符合登记条件，去民政部门登记"), tone="waiting"),
        "filed": State(_("已备案"), tone="done"),
        "registered": State(_("已登记"), tone="done"),
        "refused": State(_("不予备案"), tone="stopped", open=False),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
        "ended": State(_("已终止"), tone="stopped", open=False),
    },
    inputs={"reason": _("理由")},
    moves=(
        Move(
            "draft", (), "draft", PROPOSE, _("想成立一个组织"), done=_("开始筹备了"), public=False
        ),
        Move(
            "write", ("draft", "supplement"), None, OWN, _("修改"), done=_("修改了"), public=False
        ),
        Move(
            "guide",
            ("draft", "handed_in", "supplement"),
            None,
            KEEP,
            _("写辅导意见"),
            done=_("辅导意见"),
            asks=("reason",),
            public=False,
        ),
        Move("hand_in", ("draft",), "handed_in", OWN, _("递交备案"), done=_("递交了备案")),
        Move(
            "ask_more",
            ("handed_in",),
            "supplement",
            KEEP,
            _("一次告知补充"),
            done=_("一次告知要补充什么"),
            asks=("reason",),
            public=False,
        ),
        Move(
            "supplement",
            ("supplement",),
            "handed_in",
            OWN,
            _("补充好了，再递交"),
            done=_("补充后再递交"),
            public=False,
        ),
        Move(
            "send_to_register",
            ("handed_in",),
            "to_register",
            KEEP,
            _("转去登记"),
            done=_("符合登记条件，转去民政部门登记"),
        ),
        Move("register", ("to_register",), "registered", FILE, _("记下登记"), done=_("登记成立")),
        Move("file", ("handed_in",), "filed", FILE, _("准予备案"), done=_("准予备案了")),
        Move(
            "refuse",
            ("handed_in",),
            "refused",
            FILE,
            _("不予备案"),
            done=_("不予备案"),
            asks=("reason",),
            public=False,
        ),
        Move("withdraw", BEFORE, "withdrawn", WITHDRAW, _("撤回"), done=_("撤回了"), public=False),
        Move(
            "change",
            ON_RECORD,
            None,
            KEEP,
            _("变更"),
            done=_("变更了备案事项"),
            asks=("reason",),
        ),
        Move("hide_contact", ON_RECORD, None, OWN, _("不再公开联系方式"), public=False),
        Move("end", ON_RECORD, "ended", KEEP, _("终止组织"), done=_("终止"), asks=("reason",)),
    ),
)
