"""Two procedures of the archive (data): a resident's request for a copy; appraisal and destruction.

An appraisal waits for the group, then for the director, then for those who carry it out; what is
being destroyed is not stopped half-way, and what was destroyed does not come back.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

ASK, ANSWER, TAKE_BACK = "archive.ask_copy", "archive.answer_copy", "archive.take_back_copy"
KEEP, DIRECT, CARRY = "archive.keep", "archive.direct", "archive.carry"

COPY = Flow(
    "archive.copy",
    states={
        "asked": State(_("等答复"), tone="new"),
        "given": State(_("已给出"), tone="done", open=False),
        "refused": State(_("不能提供"), tone="stopped", open=False),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    moves=(
        Move(
            "ask",
            (),
            "asked",
            ASK,
            _("要一份复印件"),
            done=_("提出要复印件"),
            starts=(Within("archive_copy", rule="archive.copy_answered"),),
            cites=("rcl2025.39",),
        ),
        Move(
            "give",
            ("asked",),
            "given",
            ANSWER,
            _("给出"),
            done=_("给出了复印件"),
            settles=("archive_copy",),
        ),
        Move(
            "refuse",
            ("asked",),
            "refused",
            ANSWER,
            _("不能提供，说明原因"),
            done=_("说明了不能提供的原因"),
            asks=("reason",),
            settles=("archive_copy",),
        ),
        Move(
            "withdraw",
            ("asked",),
            "withdrawn",
            TAKE_BACK,
            _("不要了，撤回"),
            done=_("撤回"),
            drops=("archive_copy",),
        ),
    ),
)

APPRAISAL = Flow(
    "archive.appraisal",
    states={
        "listed": State(_("等小组鉴定"), tone="new"),
        "judged": State(_("等主任批准"), tone="waiting"),
        "approved": State(_("等执行"), tone="open"),
        "carrying": State(_("正在执行"), tone="open"),
        "done": State(_("已完成"), tone="done", open=False),
        "dropped": State(_("已取消"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    moves=(
        Move("open", (), "listed", KEEP, _("列出期满的"), done=_("列出期满的档案")),
        Move(
            "judge",
            ("listed",),
            "judged",
            KEEP,
            _("记下鉴定结果"),
            done=_("小组逐件鉴定完毕"),
            cites=("community_archives.3",),
        ),
        Move(
            "send_back",
            ("judged", "approved"),
            "listed",
            DIRECT,
            _("退回重新鉴定"),
            done=_("退回重新鉴定"),
            asks=("reason",),
        ),
        Move(
            "approve",
            ("judged",),
            "approved",
            DIRECT,
            _("批准"),
            done=_("主任批准"),
            cites=("community_archives.4",),
        ),
        Move(
            "carry_out",
            ("approved",),
            "carrying",
            KEEP,
            _("执行，两人监销"),
            done=_("开始执行"),
            cites=("community_archives.4",),
        ),
        Move("finish", ("carrying",), "done", CARRY, _("执行完毕"), done=_("执行完毕")),
        Move(
            "drop",
            ("listed", "judged"),
            "dropped",
            KEEP,
            _("取消这次鉴定"),
            done=_("取消"),
            asks=("reason",),
        ),
    ),
)
