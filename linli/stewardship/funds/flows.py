"""A request for money: the states it passes and the legal moves between them (data).

Whoever asks never agrees. The second agreement is the last, or a third follows, by the amount; a
payment without its voucher stays open until the voucher is there.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

KEEP, APPROVE = "funds.keep", "funds.approve"
UNDECIDED = ("asked", "seconded")
CLOCK = "funds_voucher"

REQUEST = Flow(
    "funds.request",
    states={
        "asked": State(_("等第二人同意"), tone="new"),
        "seconded": State(_("等第三人同意"), tone="waiting"),
        "approved": State(_("已同意，待付款")),
        "paid": State(_("已付款，缺凭证"), tone="late"),
        "settled": State(_("已付款，有凭证"), tone="done", open=False),
        "refused": State(_("没有同意"), tone="stopped", open=False),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
        "reversed": State(_("已冲销"), tone="stopped", open=False),
    },
    inputs={"reason": _("理由")},
    moves=(
        Move("ask", (), "asked", KEEP, _("申请用款"), done=_("申请用款")),
        Move("second", ("asked",), "seconded", APPROVE, _("同意"), done=_("第二人同意")),
        Move("approve", UNDECIDED, "approved", APPROVE, _("同意"), done=_("同意，钱已留出")),
        Move(
            "refuse",
            UNDECIDED,
            "refused",
            APPROVE,
            _("不同意"),
            done=_("没有同意"),
            asks=("reason",),
        ),
        Move(
            "withdraw",
            (*UNDECIDED, "approved"),
            "withdrawn",
            KEEP,
            _("撤回申请"),
            done=_("撤回，留出的钱放回"),
            asks=("reason",),
        ),
        Move(
            "pay",
            ("approved",),
            "paid",
            KEEP,
            _("付款"),
            done=_("付款，等凭证"),
            starts=(Within(CLOCK, rule="funds.voucher_within"),),
        ),
        Move(
            "prove",
            ("paid",),
            "settled",
            KEEP,
            _("补凭证"),
            done=_("凭证已附上"),
            settles=(CLOCK,),
        ),
        Move(
            "reverse",
            ("paid", "settled"),
            "reversed",
            APPROVE,
            _("冲销"),
            done=_("冲销"),
            asks=("reason",),
            drops=(CLOCK,),
        ),
    ),
)

RUN_GRANTS, SCORE, BID_FOR = "funds.run_grants", "funds.score_bids", "funds.bid"
BEFORE_RESULT = ("draft", "open", "judging")

CALL = Flow(
    "funds.grant_call",
    states={
        "draft": State(_("草稿"), tone="new"),
        "open": State(_("征集中")),
        "judging": State(_("评审中"), tone="waiting"),
        "decided": State(_("结果已公布"), tone="done"),
        "ended": State(_("已结束"), tone="done", open=False),
        "cancelled": State(_("已取消"), tone="stopped", open=False),
    },
    inputs={"reason": _("理由")},
    moves=(
        Move("draft", (), "draft", RUN_GRANTS, _("起草征集"), done=_("起草"), public=False),
        Move(
            "publish",
            ("draft",),
            "open",
            RUN_GRANTS,
            _("公布征集"),
            done=_("公布了征集"),
        ),
        Move("judge", ("open",), "judging", RUN_GRANTS, _("截止，开始评审"), done=_("截止，评审")),
        Move(
            "decide",
            ("judging",),
            "decided",
            RUN_GRANTS,
            _("公布结果"),
            done=_("公布了结果"),
        ),
        Move("end", ("decided",), "ended", RUN_GRANTS, _("结束"), done=_("全部做完，结束")),
        Move(
            "cancel",
            BEFORE_RESULT,
            "cancelled",
            RUN_GRANTS,
            _("取消征集"),
            done=_("取消"),
            asks=("reason",),
        ),
    ),
)

BID = Flow(
    "funds.bid",
    states={
        "handed_in": State(_("已递交"), tone="new"),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
        "funded": State(_("获得资助")),
        "not_funded": State(_("没有获得资助"), tone="stopped", open=False),
        "finished": State(_("做完了"), tone="done", open=False),
        "stopped": State(_("中途停止"), tone="stopped", open=False),
    },
    inputs={"reason": _("理由")},
    moves=(
        Move(
            "hand_in",
            (),
            "handed_in",
            BID_FOR,
            _("递交申请"),
            done=_("递交了申请"),
        ),
        Move(
            "take_back",
            ("handed_in",),
            "withdrawn",
            BID_FOR,
            _("撤回申请"),
            done=_("撤回了申请"),
        ),
        Move(
            "take_out",
            ("handed_in",),
            "withdrawn",
            RUN_GRANTS,
            _("代为撤回申请"),
            done=_("工作人员代为撤回申请"),
            asks=("reason",),
        ),
        Move("fund", ("handed_in",), "funded", RUN_GRANTS, _("资助"), done=_("获得资助")),
        Move(
            "pass_over",
            ("handed_in",),
            "not_funded",
            RUN_GRANTS,
            _("不资助"),
            done=_("没有获得资助"),
        ),
        Move("finish", ("funded",), "finished", RUN_GRANTS, _("做完了"), done=_("全部报告已通过")),
        Move(
            "stop",
            ("funded",),
            "stopped",
            RUN_GRANTS,
            _("停止资助"),
            done=_("停止资助"),
            asks=("reason",),
        ),
    ),
)
