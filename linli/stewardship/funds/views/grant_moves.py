"""The steps of a call and of a grant as the page offers them to those who run it."""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.actor import Actor
from linli.core.audit.door import Replayed
from linli.core.pages.stepping import sent, step
from linli.core.pages.wording import tell_money
from linli.mechanisms.flow.queries import moves_open
from linli.stewardship.funds.actions import grants as acts, staging
from linli.stewardship.funds.flows import CALL
from linli.stewardship.funds.forms.giving import ReasonForm
from linli.stewardship.funds.forms.grants import (
    AskStageForm,
    CallForm,
    CancelStep,
    DecideStep,
    PlainForm,
    PlainStep,
    RestForm,
    StagesForm,
)
from linli.stewardship.funds.models import GrantCall
from linli.stewardship.funds.queries import grants

STEPS: dict[str, tuple[Any, Any, Any, Any]] = {
    "publish": (
        PlainStep,
        acts.publish_call,
        "send",
        _("公布以后，标准、金额和次序都不能改；总额从来源里留出来。"),
    ),
    "judge": (PlainStep, acts.judge_call, "list-check", _("不再收申请，通知评审人打分。")),
    "decide": (
        DecideStep,
        acts.decide_call,
        "checklist",
        _("按分数和公布的规则算出结果，人不能改次序。每个申请写一句理由，和结果一起公布。"),
    ),
    "end": (PlainStep, acts.end_call, "check", _("各项资助都做完或停止了。")),
    "cancel": (CancelStep, acts.cancel_call, "ban", _("原因大家都看得到。")),
}
"""Of each step its form, its act, its icon, and what to know beforehand."""


def moves_of(call: GrantCall, actor: Actor, today: date) -> list[tuple[str, Any, str]]:
    """The steps this reader may take now: name, title, icon."""
    offered = moves_open(CALL, call, actor)
    return [
        (each.move.name, each.move.title, STEPS[each.move.name][2])
        for each in offered
        if each.open
        and each.move.name in STEPS
        and (each.move.name != "judge" or today > call.closes_on)
    ]


@needs("funds.run_grants")
def draft(request: Visit) -> HttpResponse:
    """Drafts a call."""
    form = CallForm(sent(request), community=request.community)

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            acts.draft_call(
                request.community,
                called=form.called,
                by=request.actor,
                at=timezone.now(),
                once=said["once"],
            )

    return step(
        request,
        form,
        carry_out,
        title=_("起草小额资助征集"),
        note=_("标准合起来一百分。按平均分从高到低资助，同分的先资助金额小的，钱不够的往后看。"),
        done=_("草稿写好了，核对后公布。"),
        back=reverse("funds:calls", args=[request.community.code]),
    )


@needs("funds.run_grants")
def take_move(request: Visit, call_id: UUID, move: str) -> HttpResponse:
    """A step of a call."""
    call = grants.call_for(request.actor, request.community, call_id)
    if move not in STEPS:
        raise Http404
    form, act, _icon, note = STEPS[move]
    chosen = CALL.move(move)
    return step(
        request,
        form(sent(request), row=call),
        lambda said: act(call, **said, by=request.actor, at=timezone.now()),
        title=chosen.title,
        note=note,
        done=chosen.told,
        back=reverse("funds:call", args=[request.community.code, call.pk]),
    )


@needs("funds.run_grants")
def plan_stages(request: Visit, bid_id: UUID) -> HttpResponse:
    """Lays down the stages of a grant."""
    bid = grants.bid_for(request.actor, request.community, bid_id)
    form = StagesForm(sent(request))
    return step(
        request,
        form,
        lambda said: staging.plan_stages(
            bid, stages=form.stages, by=request.actor, at=timezone.now()
        ),
        title=_("定下分几期付"),
        note=_("各期合起来是资助的金额；后一期要等前一期的报告通过。"),
        done=_("定下了。"),
        back=_bid(request, bid.pk),
    )


@needs("funds.run_grants")
def ask_stage(request: Visit, stage_id: UUID) -> HttpResponse:
    """Asks for the money of a stage."""
    stage = grants.stage_for(request.actor, request.community, stage_id)
    form = AskStageForm(sent(request), stage=stage)

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            staging.ask_stage(stage, **said, by=request.actor, at=timezone.now())

    return step(
        request,
        form,
        carry_out,
        title=_("申请付这一期"),
        note=_("申请后由另一个人同意，再付款、附凭证，和别的用款一样。"),
        done=_("申请了，等另一个人同意。"),
        back=_bid(request, stage.bid_id),
    )


@needs("funds.run_grants")
def accept(request: Visit, stage_id: UUID) -> HttpResponse:
    """Accepts a report."""
    stage = grants.stage_for(request.actor, request.community, stage_id)
    return step(
        request,
        PlainForm(sent(request)),
        lambda said: staging.accept_report(stage, by=request.actor, at=timezone.now()),
        title=_("通过报告"),
        note=stage.report,
        done=_("通过了，报告公布。"),
        back=_bid(request, stage.bid_id),
    )


@needs("funds.run_grants")
def send_back(request: Visit, stage_id: UUID) -> HttpResponse:
    """Asks the group to say more."""
    stage = grants.stage_for(request.actor, request.community, stage_id)
    return step(
        request,
        ReasonForm(sent(request)),
        lambda said: staging.send_back_report(stage, **said, by=request.actor, at=timezone.now()),
        title=_("退回补充"),
        note=stage.report,
        done=_("退回了，小组会看到。"),
        back=_bid(request, stage.bid_id),
    )


@needs("funds.run_grants")
def stop(request: Visit, bid_id: UUID) -> HttpResponse:
    """Stops a grant."""
    bid = grants.bid_for(request.actor, request.community, bid_id)
    return step(
        request,
        ReasonForm(sent(request)),
        lambda said: staging.stop_grant(bid, **said, by=request.actor, at=timezone.now()),
        title=_("停止资助"),
        note=_("后面的各期不再付，已申请还没有付的一起撤回；原因大家都看得到。"),
        done=_("停止了。"),
        back=_bid(request, bid.pk),
    )


@needs("funds.run_grants")
def take_rest(request: Visit, bid_id: UUID) -> HttpResponse:
    """Enters what a group gave back."""
    bid = grants.bid_for(request.actor, request.community, bid_id)
    start = {"on": timezone.localdate()}
    return step(
        request,
        RestForm(sent(request), initial=start),
        lambda said: staging.take_rest(bid, **said, by=request.actor, at=timezone.now()),
        title=_("余款退回了"),
        note=_("没有用完的是 {rest}，要一分不差；保存就记进这个来源的账。").format(
            rest=tell_money(grants.rest_of(bid))
        ),
        done=_("记进账了。"),
        back=_bid(request, bid.pk),
    )


def _bid(request: Visit, bid_id: UUID) -> str:
    return reverse("funds:bid", args=[request.community.code, bid_id])
