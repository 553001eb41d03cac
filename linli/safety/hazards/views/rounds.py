"""Rounds at the desk: planned, walked, printed, typed in."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.keyset import Page, page_of
from linli.core.pages.stepping import once, sent, step
from linli.lib.calendar import local_day
from linli.safety.hazards.actions import rounds as acts
from linli.safety.hazards.forms.points import PaperForm, PlanForm
from linli.safety.hazards.queries import points as queries
from linli.safety.hazards.queries.hazards import SHOWN
from linli.safety.hazards.rules.rounds import BEFORE, near_its_day
from linli.safety.hazards.views.sending import can, desk_tabs, here, sure

A_PAGE = 20


@needs("hazards.see_rounds")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is due, what was done and what was missed, and the plans."""
    on = local_day(timezone.now())
    done, due = queries.rounds_done(request.community, on)
    context = {
        "due": queries.rounds_due(request.community, on),
        "done": _paged(request, queries.rounds_walked(request.community), "done_on", "done"),
        "missed": _paged(request, queries.rounds_missed(request.community, on), "due_on", "missed"),
        "plans": queries.plans_of(request.community),
        "done_n": done,
        "due_n": due,
        "keeps": can(request, "hazards.keep_points"),
        "checks": can(request, "hazards.check"),
        "tabs": desk_tabs(request, "rounds"),
    }
    return answer(request, "hazards/desk/rounds.html", context)


def _paged(request: Visit, rows: Any, by: str, named: str) -> Page:
    return page_of(rows, by, request.GET.get(named, ""), newest=True, size=A_PAGE)


@needs("hazards.keep_points")
def plan(request: Visit) -> HttpResponse:
    """Which points, in which rhythm, by whom."""
    initial = {"first": local_day(timezone.now())}
    form = PlanForm(sent(request), points=queries.points_of(request.community), initial=initial)
    return step(
        request,
        form,
        lambda said: once(
            request, acts.plan_rounds, request.community, said, planned=form.planned()
        ),
        title=_("定巡查计划"),
        note=_("每一次都会排进清单；晚一天以内都算按计划完成。"),
        done=_("定好了。"),
        back=here(request, "rounds"),
    )


@needs("hazards.keep_points")
def end(request: Visit, plan_id: UUID) -> HttpResponse:
    """No more rounds by this plan."""
    row = queries.plan_in(request.community, plan_id)
    return sure(
        request, acts.end_plan, row, says=_("停掉"),
        title=_("停掉巡查计划：{plan}").format(plan=row.name),
        note=_("以后的几次不再排；到期的、看过的留着。不能恢复：要再巡查，得重新定一个计划。"),
        done=_("停了，以后的不再排。"), back=here(request, "rounds"),
    )  # fmt: skip


@needs("hazards.see_rounds")
@require_safe
def show(request: Visit, round_id: UUID) -> HttpResponse:
    """A round: its points, what was seen, what is still to be looked at."""
    round_ = queries.round_in(request.community, round_id)
    stops, on = queries.stops_of(round_), local_day(timezone.now())
    waiting = [point for point, check in stops if check is None]
    hazards = queries.hazards_seen(round_)
    checks = can(request, "hazards.check")
    context = {
        "round": round_,
        "stops": [
            (point, check, hazards.get(check.pk) if check else None) for point, check in stops
        ],
        "desk": can(request, "hazards.see_desk"),
        "shown": SHOWN,
        "seen": len(stops) - len(waiting),
        "checks": checks,
        "walks": checks and round_.done_on is None and near_its_day(round_.due_on, on).holds,
        "next": waiting[0] if waiting else None,
        "opens_on": round_.due_on - timedelta(days=BEFORE),
        "begun": on >= round_.due_on - timedelta(days=BEFORE),
        "late": round_.done_on is None and round_.due_on < on,
    }
    return answer(request, "hazards/desk/round.html", context)


@needs("hazards.check")
@require_safe
def print_list(request: Visit, round_id: UUID) -> HttpResponse:
    """The paper list of a round: points, items, boxes to tick."""
    round_ = queries.round_in(request.community, round_id)
    context = {"round": round_, "stops": queries.stops_of(round_)}
    return answer(request, "hazards/desk/paper.html", context)


@needs("hazards.check")
def type_in(request: Visit, round_id: UUID) -> HttpResponse:
    """A round walked on paper, typed in on one page."""
    round_ = queries.round_in(request.community, round_id)
    form = PaperForm(sent(request), round_=round_, today=local_day(timezone.now()))
    return step(
        request,
        form,
        lambda said: once(
            request, acts.type_in_round, round_, said, on=said["on"], lines=form.lines()
        ),
        title=_("录入纸质巡查单：{name}").format(name=round_.plan.name),
        note=_("没有写的点留空，以后还可以补。有隐患的写是什么。"),
        done=_("录好了。有隐患的，由居委会看过文字、定由谁整改。"),
        back=here(request, "round", round_.pk),
    )
