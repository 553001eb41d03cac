"""Small grants: the calls for everybody, a group's bid, scores, stages, reports."""

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.files.queries import files_of, lend
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, sent_files, step
from linli.core.places.laid_down import floor_laid_down
from linli.lib.numbers import suppressed
from linli.mechanisms.flow.queries import timeline
from linli.stewardship.funds.actions import grants as acts, staging
from linli.stewardship.funds.flows import BID, CALL
from linli.stewardship.funds.forms.giving import ReasonForm
from linli.stewardship.funds.forms.grants import BidForm, PlainForm, ReportForm, ScoreForm
from linli.stewardship.funds.groups import group_called, groups_for
from linli.stewardship.funds.models import Stage
from linli.stewardship.funds.queries import grants
from linli.stewardship.funds.views.grant_moves import moves_of
from linli.stewardship.funds.words import BID_ENDS

PORTAL = "portal.html"


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The calls: what groups may apply for, and what came of it."""
    here = request.community
    context = {
        "rows": grants.calls_for(request.actor, here),
        "runs": may("funds.run_grants", request.actor, here),
        "desk": may("funds.see_desk", request.actor, here),
    }
    return answer(request, "funds/grants/calls.html", context)


@public
@require_safe
def show(request: Visit, call_id: UUID) -> HttpResponse:
    """A call: criteria, sums, days; once decided the result with every score."""
    call = grants.call_for(request.actor, request.community, call_id)
    takes = call.state == "open" and call.opens_on <= timezone.localdate() <= call.closes_on
    speaks = not call.filed_only or bool(groups_for(request.community, request.actor))
    told = call.state in grants.TOLD
    keeps = may("funds.see_desk", request.actor, call)
    scorer = grants.scorer_of(request.actor, call)
    today = timezone.localdate()
    bids = grants.bids_shown(call, told=told)
    context = {
        "call": call,
        "criteria": list(call.criteria.all()),
        "scorers": grants.scorers_told(call),
        "told": told,
        "bids": bids if told or keeps or scorer else [],
        "ends": BID_ENDS,
        "scorer": scorer,
        "mine": grants.bids_of(request.actor, call),
        "takes": takes and speaks,
        "turned": takes and not speaks,
        "moves": moves_of(call, request.actor, today),
        "runs": may("funds.run_grants", request.actor, call),
        "entries": timeline(CALL, call, public=True),
    }
    return answer(request, "funds/grants/call.html", context)


@signed_in
def hand_in(request: Visit, call_id: UUID) -> HttpResponse:
    """A group applies."""
    call = grants.call_for(request.actor, request.community, call_id)
    groups = groups_for(request.community, request.actor)
    if call.filed_only and not groups:
        raise Http404
    form = BidForm(sent(request), call=call, groups=groups)

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            acts.hand_in_bid(
                call, said=form.said, by=request.actor, at=timezone.now(), once=said["once"]
            )

    return step(
        request,
        form,
        carry_out,
        title=_("递交资助申请"),
        note=call.title,
        done=_("递交了。截止前可以撤回重写。"),
        back=_call(request, call.pk),
        frame=PORTAL,
    )


@public
@require_safe
def show_bid(request: Visit, bid_id: UUID) -> HttpResponse:
    """A bid with its scores and stages, for whoever may read it."""
    bid = grants.bid_for(request.actor, request.community, bid_id)
    told, at = bid.call.state in grants.TOLD, timezone.now()
    floor = floor_laid_down(request.community, timezone.localdate(at))
    runs, own = (may(f"funds.{each}", request.actor, bid) for each in ("run_grants", "own_bid"))
    shown = grants.bid_shown(bid, told=told)
    scorer = grants.scorer_of(request.actor, bid.call)
    context = {
        "bid": bid,
        "shown": shown,
        "told": told,
        "end": BID_ENDS.get(bid.why, ""),
        "stages": _stages(shown.stages, at, whole=runs or own, floor=floor),
        "floor": floor,
        "runs": runs,
        "own": own,
        "scorer": scorer if bid.call.state == "judging" else None,
        "how_near": bid.how_near if runs or own or scorer else "",
        "body": group_called(request.community, bid.registered),
        "back": grants.came_back(bid),
        "rest": grants.rest_of(bid) if grants.rest_is_due(bid) else 0,
        "entries": timeline(BID, bid, public=True),
    }
    return answer(request, "funds/grants/bid.html", context)


@signed_in
def take_back(request: Visit, bid_id: UUID) -> HttpResponse:
    """Takes a bid back."""
    bid = grants.bid_for(request.actor, request.community, bid_id)
    if not may("funds.own_bid", request.actor, bid):
        raise Http404
    keeper = may("funds.run_grants", request.actor, bid)
    return step(
        request,
        ReasonForm(sent(request)) if keeper else PlainForm(sent(request)),
        lambda said: acts.take_back_bid(bid, **said, by=request.actor, at=timezone.now()),
        title=_("代为撤回申请") if keeper else _("撤回申请"),
        note=_("只按小组的意思撤回；写明原因，递交的人会收到通知。") if keeper else bid.title,
        done=_("撤回了。"),
        back=_call(request, bid.call_id),
        frame=PORTAL,
    )


@signed_in
def score(request: Visit, bid_id: UUID) -> HttpResponse:
    """A scorer gives points, or stands aside."""
    bid = grants.bid_for(request.actor, request.community, bid_id)
    scorer = grants.scorer_of(request.actor, bid.call)
    if scorer is None:
        raise Http404
    given = grants.score_by(scorer, bid)
    start = {"aside": given.aside, "words": given.words} if given else {}
    start |= {f"points_{order}": points for order, points in given.points.items()} if given else {}
    form = ScoreForm(sent(request), call=bid.call, initial=start)
    return step(
        request,
        form,
        lambda said: acts.score_bid(bid, **form.given, by=request.actor, at=timezone.now()),
        title=_("打分"),
        note=f"{bid.group} · {bid.title}",
        done=_("记下了；公布结果前可以改。"),
        back=_call(request, bid.call_id),
        frame=PORTAL,
    )


@signed_in
def report(request: Visit, stage_id: UUID) -> HttpResponse:
    """The group says what it did with a stage."""
    stage = grants.stage_for(request.actor, request.community, stage_id)
    if not may("funds.own_bid", request.actor, stage):
        raise Http404
    return step(
        request,
        ReportForm(sent(request), sent_files(request)),
        lambda said: staging.report_stage(stage, **said, by=request.actor, at=timezone.now()),
        title=_("交报告"),
        note=stage.condition,
        done=_("交上了，通过以后公布。"),
        back=reverse("funds:bid", args=[request.community.code, stage.bid_id]),
        frame=PORTAL,
    )


def _stages(
    rows: list[Stage], at: datetime, *, whole: bool, floor: int
) -> list[tuple[Stage, list[tuple[Any, str]], bool]]:
    """Each stage with its photos, and whether it served too few to be told; all of it to whoever
    runs the grant or asked for it."""
    if whole:
        return [(each, [(file, lend(file, at)) for file in files_of(each)], False) for each in rows]
    return [(each, [], suppressed(each.served or 0, floor)) for each in rows]


def _call(request: Visit, call_id: UUID) -> str:
    return reverse("funds:call", args=[request.community.code, call_id])
