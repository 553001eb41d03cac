"""Rounds planned in a rhythm, walked point by point with a phone or typed in from paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.calendar.series import Series
from linli.lib.law import Finding, require
from linli.safety.hazards import rules
from linli.safety.hazards.actions.finding import NO_SHOTS, Seen, Shots, found
from linli.safety.hazards.law import round_grace
from linli.safety.hazards.models import Check, CheckPoint, Hazard, PlanPoint, RoundPlan, SafetyRound
from linli.safety.hazards.queries.points import rounds_at
from linli.safety.hazards.words import told

LONGEST = 366


@dataclass(frozen=True)
class Planned:
    """A plan as it is drawn up. `weekdays`: 0 is Monday; none: that of the first day."""

    name: str
    every: str
    first: date
    until: date
    walker: str
    points: Sequence[CheckPoint]
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True)
class Looked:
    """What was seen at one point. `answers`: each item in order or not. Where there is a hazard,
    `what` says which, or `same_as` which known one it is."""

    point: CheckPoint
    result: str
    answers: Sequence[tuple[str, bool]] = ()
    note: str = ""
    what: str = ""
    serious: bool = False
    shots: Shots = NO_SHOTS
    same_as: Hazard | None = None


@action("hazards.plan_rounds", needs="hazards.keep_points")
def plan_rounds(act: Act, community: Place, *, planned: Planned) -> RoundPlan:
    """Draws up which points are walked when, and by whom; each day of it is a round that is due."""
    require(Finding(bool(planned.points), "hazards.plan_has_points"))
    days = (planned.until - planned.first).days
    require(Finding(0 <= days <= LONGEST, "hazards.plan_days", numbers={"most": LONGEST}))
    here = all(each.community_id == community.pk for each in planned.points)
    require(Finding(here, "hazards.point_stands"))
    plan = RoundPlan.objects.create(
        community=community, name=told(planned.name, community), every=planned.every,
        first=planned.first, until=planned.until, walker=planned.walker,
    )  # fmt: skip
    PlanPoint.objects.bulk_create(
        PlanPoint(community=community, plan=plan, point=point, number=number)
        for number, point in enumerate(planned.points, 1)
    )
    series = Series(
        planned.first, time(9), 60, planned.every, planned.weekdays, until=planned.until
    )
    SafetyRound.objects.bulk_create(
        SafetyRound(community=community, plan=plan, due_on=on) for on in series.days()
    )
    act.note(plan=plan.name, points=len(planned.points))
    return plan


@action("hazards.end_plan", needs="hazards.keep_points")
def end_plan(act: Act, plan: RoundPlan) -> RoundPlan:
    """No more rounds by this plan; those still to come fall away, those due or done stay."""
    plan = locked(plan)
    require(Finding(plan.ended_at is None, "hazards.plan_stands"))
    plan.ended_at, plan.version = act.at, plan.version + 1
    plan.save(update_fields=["ended_at", "version"])
    coming = plan.rounds.filter(due_on__gt=local_day(act.at), checks__isnull=True)
    SafetyRound.objects.filter(
        community=plan.community_id, pk__in=list(coming.values_list("pk", flat=True))
    ).delete()
    act.note(plan=plan.name)
    return plan


def settle_without(act: Act, plan: RoundPlan) -> None:
    """What follows where a plan has lost a point: rounds of which all that is left was seen are
    done; where nothing is left, no round is due any more that could still have been walked."""
    if plan.stops.exists():
        for round_ in plan.rounds.filter(done_on__isnull=True, checks__isnull=False).distinct():
            _done_when_all(round_)
        return
    on = local_day(act.at)
    for round_ in plan.rounds.filter(done_on__isnull=True, checks__isnull=False).distinct():
        round_.done_on = round_.checks.order_by("on").values_list("on", flat=True).last()
        round_.save(update_fields=["done_on"])
    since = on - timedelta(days=round_grace(plan.community, on))
    SafetyRound.objects.filter(
        community=plan.community_id, plan=plan, done_on__isnull=True, due_on__gte=since
    ).delete()
    if plan.ended_at is None:
        plan.ended_at, plan.version = act.at, plan.version + 1
        plan.save(update_fields=["ended_at", "version"])


@action("hazards.check_point", needs="hazards.check")
def check_point(
    act: Act, point: CheckPoint, *, looked: Looked, walked: SafetyRound | None = None
) -> Check:
    """Writes down what was seen at a point, standing before it. It belongs to the round that is
    `walked`; where none is said, to the one whose day is nearest; where none is due, to none."""
    on = local_day(act.at)
    if walked is None:
        walked = next(iter(rounds_at(point, on)), None)
    else:
        here = walked.plan.stops.filter(community=point.community_id, point=point).exists()
        require(Finding(here, "hazards.point_of_round"))
        require(rules.near_its_day(walked.due_on, on))
    check = _checked(act, looked, walked, on)
    act.note(point=point.name, result=check.result)
    return check


@action("hazards.type_in_round", needs="hazards.check")
def type_in_round(act: Act, round_: SafetyRound, *, on: date, lines: Sequence[Looked]) -> list[Any]:
    """A round walked with a paper list, typed in afterwards: every point that has a tick."""
    require(rules.day_of_paper(round_.due_on, on, local_day(act.at)))
    require(Finding(bool(lines), "hazards.lines_given"))
    made = [_checked(act, each, round_, on, from_paper=True) for each in lines]
    act.note(plan=round_.plan.name, points=len(made))
    return made


def _checked(
    act: Act, looked: Looked, round_: SafetyRound | None, on: date, *, from_paper: bool = False
) -> Check:
    point = locked(looked.point)
    require(Finding(point.withdrawn_at is None, "hazards.point_stands"))
    hazardous = looked.result == "hazard"
    known = looked.same_as is not None and looked.same_as.point_id == point.pk
    fine = [each for _item, each in looked.answers]
    require(rules.told_apart(looked.result, fine))
    require(rules.said(looked.result, known or bool(looked.what.strip())))
    check = Check.objects.create(
        community_id=point.community_id, point=point, round=round_, on=on, result=looked.result,
        items=[[item, fine] for item, fine in looked.answers], from_paper=from_paper,
        note=told(looked.note, point.community_id), same_as=looked.same_as,
        account_id=act.by.account,
    )  # fmt: skip
    if hazardous and looked.same_as is None:
        seen = Seen(
            point.kind, looked.what, point.place, point, point.where, looked.serious, "round",
            looked.shots, on=on,
        )  # fmt: skip
        found(act, point.community_id, seen, check)
    if point.seen_on is None or point.seen_on <= on:
        point.seen_on, point.seen_result = on, looked.result
        point.save(update_fields=["seen_on", "seen_result"])
    if round_ is not None:
        _done_when_all(round_)
    return check


def _done_when_all(round_: SafetyRound) -> None:
    row = locked(round_)
    if row.done_on is not None:
        return
    wanted: set[UUID] = set(row.plan.stops.values_list("point", flat=True))
    seen = dict(row.checks.order_by("on").values_list("point", "on"))
    if rules.all_seen(len(wanted), len(wanted & set(seen))):
        row.done_on = max(seen.values())
        row.save(update_fields=["done_on"])
