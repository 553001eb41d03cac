"""A round, an idea, a project: their states and legal moves (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

PLAN, RUN, TEND = "budgeting.plan", "budgeting.run", "budgeting.tend"
VET, CARRY, SEND = "budgeting.vet", "budgeting.carry_out", "budgeting.send_idea"

REASON = {"reason": _("原因")}

ROUND = Flow(
    "budgeting.round",
    states={
        "drafted": State(_("筹备"), tone="new"),
        "ideas": State(_("征集点子"), tone="open"),
        "vetting": State(_("审查点子"), tone="open"),
        "ruled": State(_("项目和规则已公布，等待投票"), tone="soon"),
        "voting": State(_("正在投票"), tone="open"),
        "closed": State(_("投票结束，等待计票"), tone="open"),
        "counted": State(_("已计票，等待公布"), tone="open"),
        "decided": State(_("结果已公布，正在落实"), tone="open"),
        "ended": State(_("已结束"), tone="done", open=False),
        "cancelled": State(_("已取消"), tone="stopped", open=False),
    },
    inputs=REASON,
    # Until which day residents send ideas, ideas are vetted and votes are taken: the round's own.
    outside=("ideas", "vetting", "voting"),
    moves=(
        Move("draft", (), "drafted", PLAN, _("筹备一轮"), done=_("开始筹备")),
        Move("open_ideas", ("drafted",), "ideas", RUN, _("开始征集"), done=_("开始征集点子")),
        Move(
            "close_ideas",
            ("ideas",),
            "vetting",
            RUN,
            _("结束征集，开始审查"),
            done=_("征集结束，开始审查"),
            settles=("ideas",),
        ),
        Move(
            "fix_rules",
            ("vetting",),
            "ruled",
            RUN,
            _("公布项目和规则"),
            done=_("公布上票的项目、没有上票的理由和计票规则"),
            settles=("vetting",),
        ),
        Move(
            "reopen",
            ("ruled",),
            "vetting",
            RUN,
            _("退回审查"),
            done=_("退回审查，项目和规则要重新公布"),
            asks=("reason",),
        ),
        Move("open_vote", ("ruled",), "voting", RUN, _("开始投票"), done=_("开始投票")),
        Move(
            "close_vote",
            ("voting",),
            "closed",
            RUN,
            _("结束投票"),
            done=_("投票结束"),
            settles=("voting",),
        ),
        Move("count", ("closed",), "counted", RUN, _("计票"), done=_("按公布的规则计票")),
        Move("publish", ("counted",), "decided", RUN, _("公布结果"), done=_("公布结果")),
        Move("end", ("decided",), "ended", RUN, _("结束这一轮"), done=_("全部落实，公布结余")),
        Move(
            "cancel",
            ("drafted", "ideas", "vetting", "ruled", "voting", "closed"),
            "cancelled",
            RUN,
            _("取消这一轮"),
            done=_("取消"),
            asks=("reason",),
            drops=("ideas", "vetting", "voting"),
        ),
    ),
)

IDEA = Flow(
    "budgeting.idea",
    states={
        "sent": State(_("等着看"), tone="new", public_label=_("收到了，还没有公开")),
        "listed": State(_("已公开，等待审查"), tone="open"),
        "hidden": State(_("没有公开"), tone="stopped", open=False),
        "merged": State(_("已并入另一个点子"), tone="done", open=False),
        "withdrawn": State(_("提出人撤回"), tone="stopped", open=False),
        "passed": State(_("通过审查，上选票"), tone="done", open=False),
        "refused": State(_("没有通过审查"), tone="stopped", open=False),
    },
    inputs=REASON,
    moves=(
        Move(
            "send",
            (),
            "sent",
            SEND,
            _("提点子"),
            done=_("收到一个点子"),
            starts=(Within("look", rule="budgeting.idea_looked_at_within"),),
        ),
        Move(
            "type_in",
            (),
            "sent",
            TEND,
            _("代录一个点子"),
            done=_("收到一个写在纸上的点子"),
            starts=(Within("look", rule="budgeting.idea_looked_at_within"),),
        ),
        Move("list", ("sent",), "listed", TEND, _("公开"), done=_("公开"), settles=("look",)),
        Move(
            "hide",
            ("sent",),
            "hidden",
            TEND,
            _("不公开"),
            done=_("没有公开"),
            asks=("reason",),
            settles=("look",),
        ),
        Move(
            "merge",
            ("sent", "listed"),
            "merged",
            TEND,
            _("合并"),
            done=_("并入另一个点子"),
            settles=("look",),
        ),
        Move(
            "withdraw",
            ("sent", "listed"),
            "withdrawn",
            "budgeting.withdraw",
            _("撤回"),
            done=_("提出人撤回"),
            settles=("look",),
        ),
        Move("pass", ("listed", "refused"), "passed", VET, _("通过审查"), done=_("通过审查")),
        Move("refuse", ("listed", "passed"), "refused", VET, _("不通过"), done=_("没有通过审查")),
        Move(
            "vet_again",
            ("passed", "refused"),
            "listed",
            VET,
            _("重新审查"),
            done=_("重新审查"),
        ),
    ),
)

PROJECT = Flow(
    "budgeting.project",
    states={
        "ballot": State(_("在选票上"), tone="new"),
        "not_funded": State(_("这次没有选上"), tone="stopped", open=False),
        "funded": State(_("选上了，等待开始"), tone="soon"),
        "under_way": State(_("正在做"), tone="open"),
        "built": State(_("做好了，等待验收"), tone="soon"),
        "accepted": State(_("验收通过"), tone="done", open=False),
        "given_up": State(_("做不成"), tone="stopped", open=False),
    },
    inputs=REASON,
    moves=(
        Move("put_up", (), "ballot", RUN, _("上选票"), done=_("上选票")),
        Move("win", ("ballot",), "funded", RUN, _("选上"), done=_("选上了")),
        Move("lose", ("ballot",), "not_funded", RUN, _("没有选上"), done=_("没有选上")),
        Move("begin", ("funded",), "under_way", CARRY, _("开始做"), done=_("开始做")),
        Move(
            "build",
            ("under_way",),
            "built",
            CARRY,
            _("做好了，请验收"),
            done=_("做好了，请居民验收"),
        ),
        Move("accept", ("built",), "accepted", CARRY, _("验收通过"), done=_("验收通过")),
        Move(
            "send_back",
            ("built",),
            "under_way",
            CARRY,
            _("退回整改"),
            done=_("居民验收没有通过，退回整改"),
        ),
        Move(
            "give_up",
            ("funded", "under_way", "built"),
            "given_up",
            RUN,
            _("做不成"),
            done=_("做不成"),
            asks=("reason",),
        ),
    ),
)
