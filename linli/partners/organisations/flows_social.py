"""A community social organisation from the first draft to its end; a round of small grants and an
application in it: the states they pass and the legal moves between them (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

KEEP, FILE = "organisations.keep_social", "organisations.file_social"
PROPOSE, OWN = "organisations.propose_social", "organisations.own_social"
RUN, DECIDE = "organisations.run_social_grants", "organisations.decide_social_grants"
APPLY = "organisations.apply_for_grant"
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
        Move("draft", (), "draft", PROPOSE, _("想成立一个组织"), done=_("开始筹备"), public=False),
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
        Move("hand_in", ("draft",), "handed_in", OWN, _("递交备案"), done=_("递交备案")),
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
        Move("file", ("handed_in",), "filed", FILE, _("准予备案"), done=_("准予备案")),
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
        Move("withdraw", BEFORE, "withdrawn", OWN, _("撤回"), done=_("撤回"), public=False),
        Move(
            "change",
            ON_RECORD,
            None,
            KEEP,
            _("变更"),
            done=_("变更备案事项"),
            asks=("reason",),
        ),
        Move("hide_contact", ON_RECORD, None, OWN, _("不再公开联系方式"), public=False),
        Move("end", ON_RECORD, "ended", KEEP, _("终止组织"), done=_("终止"), asks=("reason",)),
    ),
)

ROUND = Flow(
    "organisations.grant_round",
    states={
        "draft": State(_("草稿"), tone="new"),
        "open": State(_("征集中")),
        "reviewing": State(_("评审中"), tone="waiting"),
        "decided": State(_("结果已公布"), tone="done"),
        "ended": State(_("已结束"), tone="done", open=False),
        "cancelled": State(_("已取消"), tone="stopped", open=False),
    },
    inputs={"reason": _("理由")},
    moves=(
        Move("draft", (), "draft", RUN, _("起草征集"), done=_("起草"), public=False),
        Move("publish", ("draft",), "open", RUN, _("公布征集"), done=_("公布征集")),
        Move("review", ("open",), "reviewing", RUN, _("截止，开始评审"), done=_("截止，评审")),
        Move(
            "decide", ("reviewing",), "decided", DECIDE, _("公布结果"), done=_("开会决定，公布结果")
        ),
        Move("end", ("decided",), "ended", RUN, _("结束"), done=_("全部做完，结束")),
        Move(
            "cancel",
            ("draft", "open", "reviewing"),
            "cancelled",
            RUN,
            _("取消征集"),
            done=_("取消"),
            asks=("reason",),
        ),
    ),
)

APPLICATION = Flow(
    "organisations.grant_application",
    states={
        "handed_in": State(_("已递交"), tone="new"),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
        "granted": State(_("获得资助，等签协议")),
        "not_granted": State(_("没有获得资助"), tone="stopped", open=False),
        "agreed": State(_("已签协议，进行中")),
        "reported": State(_("已交用款报告"), tone="waiting"),
        "stopped": State(_("中途停止，等结清"), tone="late"),
        "evaluated": State(_("已评估，等余款退回"), tone="waiting"),
        "finished": State(_("做完了，已结清"), tone="done", open=False),
    },
    inputs={"reason": _("理由")},
    moves=(
        Move("hand_in", (), "handed_in", APPLY, _("递交申请"), done=_("递交申请")),
        Move("take_back", ("handed_in",), "withdrawn", APPLY, _("撤回申请"), done=_("撤回申请")),
        Move("grant", ("handed_in",), "granted", DECIDE, _("资助"), done=_("决定资助")),
        Move("pass_over", ("handed_in",), "not_granted", DECIDE, _("不资助"), done=_("决定不资助")),
        Move("agree", ("granted",), "agreed", RUN, _("签协议"), done=_("签了协议")),
        Move(
            "report",
            ("agreed", "stopped"),
            "reported",
            APPLY,
            _("交用款报告"),
            done=_("交用款报告"),
        ),
        Move(
            "send_back",
            ("reported",),
            "agreed",
            RUN,
            _("退回报告"),
            done=_("报告退回补充"),
            asks=("reason",),
            public=False,
        ),
        Move(
            "stop",
            ("granted", "agreed"),
            "stopped",
            RUN,
            _("中途停止"),
            done=_("中途停止"),
            asks=("reason",),
        ),
        Move("evaluate", ("reported",), "evaluated", RUN, _("评估"), done=_("评估项目")),
        Move("close", ("evaluated",), "finished", RUN, _("结清"), done=_("余款退回，结清")),
    ),
)
