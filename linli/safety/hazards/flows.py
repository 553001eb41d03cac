"""A hazard from found to closed, and a found thing from kept to handed over."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

REASON = "reason"
SORT, MEND = "hazards.sort", "hazards.mend"
OPEN = ("noted", "owed", "forwarded", "mended")

HAZARD = Flow(
    "hazards.hazard",
    states={
        "reported": State(_("等核实"), tone="waiting"),
        "noted": State(_("等定责任人"), tone="new"),
        "owed": State(_("整改中"), tone="open"),
        "forwarded": State(_("已移交主管部门"), tone="waiting"),
        "mended": State(_("整改了，等另一人复查"), tone="soon"),
        "closed": State(_("复查合格，已销号"), tone="done", open=False),
        "unfounded": State(_("核实没有隐患"), tone="stopped", open=False),
    },
    moves=(
        Move("report", (), "reported", who="hazards.report", title=_("反映隐患"),
             done=_("有人反映了隐患")),
        Move("find", (), "noted", who="hazards.check", title=_("发现隐患"),
             done=_("发现了隐患")),
        Move("confirm", ("reported",), "noted", who=SORT, title=_("核实有隐患"),
             done=_("核实了，有隐患")),
        Move("dismiss", ("reported", *OPEN), "unfounded", who=SORT,
             title=_("核实没有隐患"),
             done=_("核实了，没有隐患"), asks=(REASON,), drops=("limit", "answer")),
        Move("tell", (*OPEN, "closed"), None, who=SORT, title=_("文字看过，给大家看"),
             done=_("文字看过，公开了")),
        Move("hide", (*OPEN, "closed"), None, who=SORT, title=_("收起文字和照片"),
             done=_("文字和照片收起了"),
             asks=(REASON,)),
        Move("reword", ("reported", *OPEN, "closed"), None, who=SORT, title=_("改写文字"),
             done=_("文字改写了"),
             asks=(REASON,)),
        Move("assign", ("noted",), "owed", who=SORT, title=_("定责任人和期限"),
             done=_("定了责任人和期限"),
             starts=(Within("limit"),)),
        Move("hand_over", ("owed",), None, who=SORT, title=_("改由别人整改"),
             done=_("换了别人整改"), asks=(REASON,)),
        Move("forward", ("noted", "owed"), "forwarded", who=SORT, title=_("移交主管部门"),
             done=_("移交了主管部门"),
             drops=("limit",),
             starts=(Within("answer", rule="hazards.forward_answer"),)),
        Move("take_back", ("forwarded",), "noted", who=SORT, title=_("主管部门退回"),
             done=_("主管部门退回来了"),
             asks=(REASON,), drops=("answer",)),
        Move("mend", ("owed", "forwarded"), "mended", who=MEND, title=_("整改完"),
             done=_("整改完了"),
             settles=("answer",)),
        Move("fail", ("mended",), "owed", who=SORT, title=_("复查不合格，重新整改"),
             done=_("复查不合格，要重新整改"),
             asks=(REASON,)),
        Move("fail_there", ("mended",), "forwarded", who=SORT, title=_("复查不合格，再请主管部门处理"),
             done=_("复查不合格，又请主管部门处理"),
             asks=(REASON,), drops=("limit",),
             starts=(Within("answer", rule="hazards.forward_answer"),)),
        Move("pass", ("mended",), "closed", who=SORT, title=_("复查合格"),
             done=_("复查合格了"), settles=("limit",)),
    ),
    inputs={REASON: _("理由")},
)  # fmt: skip

FOUND = Flow(
    "hazards.found_thing",
    states={
        "kept": State(_("等失主认领"), tone="open"),
        "returned": State(_("失主领回"), tone="done", open=False),
        "with_police": State(_("已送交公安机关"), tone="done", open=False),
    },
    moves=(
        Move("take_in", (), "kept", who="hazards.keep_found", title=_("收下拾得物"),
             done=_("收下了拾得物")),
        Move("give_back", ("kept",), "returned", who="hazards.keep_found", title=_("失主领回"),
             done=_("失主领回了")),
        Move("pass_on", ("kept",), "with_police", who="hazards.keep_found",
             title=_("送交公安机关"),
             done=_("送交了公安机关")),
    ),
)  # fmt: skip
