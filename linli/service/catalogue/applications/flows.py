"""The way of one application (data; the engine is mechanisms/flow).

Ours are the first steps, up to the forwarding. All that follows is told by the office that
decides, and recorded as told. Clocks are held by the handler, by name, and begin when there is one.
Those of the office run from the day it named; they stand still while it waits for papers and,
where the place counts so, while the notice is up.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

ASK, OPEN = "catalogue.ask_for_help", "catalogue.open_application"
TAKE, HANDLE = "catalogue.take_up_application", "catalogue.handle_application"
OWN, TIME = "catalogue.withdraw_application", "catalogue.end_application_notice"

OURS = ("asked", "opened", "missing")
AT_OFFICE = ("forwarded", "listed", "accepted", "waiting", "noticed", "refusing")
BEFORE_DECISION = (*OURS, *AT_OFFICE)
RUNNING = ("investigate", "opinion", "decide", "ask", "refusal")
REMEDIES = ("reconsider", "sue")
DECIDED = ("granted", "refused", "lowered")

_WANTED = _("等补材料")

APPLICATION = Flow(
    "catalogue.application",
    states={
        "asked": State(_("等人接手"), tone="new"),
        "opened": State(_("准备材料")),
        "missing": State(_WANTED, tone="waiting"),
        "forwarded": State(_("已转交，等受理"), tone="waiting"),
        "listed": State(_WANTED, tone="waiting"),
        "accepted": State(_("单位已受理"), tone="waiting"),
        "waiting": State(_WANTED, tone="waiting"),
        "noticed": State(_("公示中"), tone="waiting"),
        "refusing": State(_("单位口头告知不予，等书面理由"), tone="waiting"),
        "granted": State(_("单位告知：给予"), tone="done"),
        "hearing": State(_("单位拟减发或停发，听取意见"), tone="waiting"),
        "lowered": State(_("单位告知：减发或停发"), tone="stopped"),
        "refused": State(_("单位告知：不予"), tone="stopped"),
        "objected": State(_("不服，已提出"), tone="waiting"),
        "ended": State(_("已了结"), tone="done", open=False),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
    },
    # Which of these run depends on the scheme and the place; the acts start them.
    outside=("forward", *RUNNING, *REMEDIES, "notice", "appoint", "review", "objected", "renew"),
    moves=(
        Move("ask", (), "asked", ASK, _("请社区帮我申请"), done=_("提出要人帮忙申请")),
        Move("open_here", (), "opened", OPEN, _("在窗口登记"), done=_("在窗口登记")),
        Move("take_up", ("asked",), "opened", TAKE, _("接手"), done=_("有人接手")),
        Move("take_over", BEFORE_DECISION[1:] + DECIDED + ("hearing", "objected"), None, TAKE,
             _("接着办"), done=_("有人接着办")),
        Move("put_back", ("opened", "missing"), "asked", HANDLE, _("交还，请同事接手"),
             done=_("交还，等别人接手"), drops=("forward",)),
        Move("hand_on", BEFORE_DECISION[1:] + DECIDED + ("hearing", "objected"), None, HANDLE,
             _("交给同事办"), done=_("换了经办人")),
        Move("list_missing", ("opened",), "missing", HANDLE, _("一次告知缺的材料"),
             done=_("一次告知了缺的材料"), asks=("reason",), pauses=("forward",)),
        Move("complete", ("missing",), "opened", HANDLE, _("材料补来了"), done=_("材料补来了"),
             resumes=("forward",)),
        Move("forward", ("opened", "missing"), "forwarded", HANDLE, _("转交给作决定的单位"),
             done=_("转交给作决定的单位"), resumes=("forward",), settles=("forward",)),
        Move("told_listed", ("forwarded",), "listed", HANDLE, _("单位要求补材料"),
             done=_("单位一次告知要补的材料")),
        Move("bring_listed", ("listed",), "forwarded", HANDLE, _("补的材料送去了"),
             done=_("补的材料送去了")),
        Move("told_accepted", ("forwarded",), "accepted", HANDLE, _("单位受理了"),
             done=_("单位受理了"), settles=("ask",)),
        Move("told_waiting", ("accepted",), "waiting", HANDLE, _("单位要求补材料，停止计时"),
             done=_("单位要求补材料，停止计时"), asks=("reason",), pauses=RUNNING),
        Move("bring", ("waiting",), "accepted", HANDLE, _("补的材料送去了"),
             done=_("补的材料送去了，继续计时"), resumes=RUNNING),
        Move("told_investigated", ("accepted",), None, HANDLE, _("单位开始调查了"),
             done=_("单位开始调查了"), settles=("investigate",)),
        Move("told_county_visit", ("accepted", "noticed", "granted"), None, HANDLE,
             _("区里上门了（近亲属备案）"), done=_("区里上门了")),
        Move("told_opinion", ("accepted",), None, HANDLE, _("街道出了审核意见"),
             done=_("街道出了审核意见"), settles=("investigate", "opinion")),
        Move("told_longer", ("accepted",), None, HANDLE, _("单位延长期限"),
             done=_("单位延长了期限"), asks=("reason", "longer_by"), extends="decide"),
        Move("notice_up", ("accepted",), "noticed", HANDLE, _("公示贴出来了"),
             done=_("公示贴出来了")),
        Move("notice_down", ("noticed",), "accepted", TIME, _("公示满了"), done=_("公示满了"),
             settles=("notice",), resumes=("decide",)),
        Move("told_refusing", ("forwarded", "accepted"), "refusing", HANDLE,
             _("口头告知不予"), done=_("单位口头告知不予，等书面理由"),
             settles=("investigate", "opinion", "decide", "ask")),
        Move("told_granted", ("forwarded", "accepted", "refusing", "objected"), "granted", HANDLE,
             _("单位告知：给予"), done=_("单位告知：给予"), settles=(*RUNNING, "objected")),
        Move("told_refused", ("forwarded", "accepted", "refusing", "objected"), "refused", HANDLE,
             _("单位告知：不予"), done=_("单位书面告知不予"), settles=(*RUNNING, "objected")),
        Move("object", ("refused", "lowered"), "objected", HANDLE, _("提出异议或复议"),
             done=_("提出了异议或复议"), settles=("reconsider",), drops=("sue", "appoint")),
        Move("told_appointed", ("granted",), None, HANDLE, _("指派了律师"),
             done=_("单位告知：指派了人"), settles=("appoint",)),
        Move("told_queued", ("accepted", "granted"), None, HANDLE, _("单位告知：轮候到哪里了"),
             done=_("单位告知了轮候的情况")),
        Move("told_housed", ("granted",), None, HANDLE, _("配到房（补贴），签了合同"),
             done=_("配到房（补贴），签了合同"), settles=("renew",)),
        Move("report_change", ("granted",), None, OWN, _("报告家庭变化"),
             done=_("报告了家庭变化")),
        Move("reviewed", ("granted",), None, HANDLE, _("核查过了"), done=_("核查过了"),
             settles=("review",)),
        Move("told_hearing", ("granted",), "hearing", HANDLE, _("单位拟减发或停发"),
             done=_("单位拟减发或停发，先听取意见")),
        Move("told_kept", ("hearing",), "granted", HANDLE, _("单位告知：照旧"),
             done=_("单位告知：照旧")),
        Move("told_lowered", ("hearing",), "lowered", HANDLE, _("单位告知：减发或停发"),
             done=_("单位书面告知减发或停发")),
        Move("carry_on", ("lowered",), "granted", HANDLE, _("减发后继续领"),
             done=_("减发后继续领"), drops=REMEDIES),
        Move("end", DECIDED, "ended", HANDLE, _("了结"), done=_("了结"),
             drops=("review", "appoint", "renew", *REMEDIES)),
        Move("withdraw", BEFORE_DECISION, "withdrawn", OWN, _("撤回"), done=_("本人撤回"),
             drops=("forward", "notice", *RUNNING)),
    ),
)  # fmt: skip
