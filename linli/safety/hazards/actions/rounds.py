"""Rounds planned in a rhythm, walked point by point with a phone or typed in from paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.calendar.series import Series
from linli.lib.law import Finding, require
from linli.safety.hazards import rules
from linli.safety.hazards.actions.finding import NO_SHOTS, Seen, Shots, found
from linli.safety.hazards.actions.numbering import locked
from linli.safety.hazards.models import Check, CheckPoint, Hazard, PlanPoint, RoundPlan, SafetyRound
from linli.safety.hazards.words import told

LONGEST = 366
BEFORE, AFTER = 3, 14
"""A check belongs to a round whose day lies so near: this many days ahead, or behind."""


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


@action("hazards.check_point", needs="hazards.check")
def check_point(act: Act, point: CheckPoint, *, looked: Looked) -> Check:
    """Writes down what was seen at a point, standing before it. It belongs to the round that is
    due there; where none is, it stands by itself."""
    on = local_day(act.at)
    check = _checked(act, looked, _round_due(point, on), on)
    act.note(point=point.name, result=check.result)
    return check


@action("hazards.type_in_round", needs="hazards.check")
def type_in_round(act: Act, round_: SafetyRound, *, on: date, lines: Sequence[Looked]) -> list[Any]:
    """A round walked with a paper list, typed in afterwards: every point that has a tick."""
    require(Finding(on <= local_day(act.at), "hazards.not_ahead", numbers={"on": on}))
    near = rules.belongs_to(round_.due_on, on, before=BEFORE, after=AFTER)
    require(Finding(near, "hazards.near_its_day", numbers={"due_on": round_.due_on}))
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
    require(_told_apart(looked))
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


def _told_apart(looked: Looked) -> Finding:
    """What is not in order is a hazard, and a hazard says what it is or which known one."""
    failed = any(not fine for _item, fine in looked.answers)
    if looked.result == "hazard":
        known = looked.same_as is not None and looked.same_as.point_id == looked.point.pk
        return Finding(bool(looked.what.strip()) or known, "hazards.said")
    return Finding(not (failed and looked.result == "ok"), "hazards.failed_is_hazard")


def _round_due(point: CheckPoint, on: date) -> SafetyRound | None:
    rows = SafetyRound.objects.filter(
        community=point.community_id, done_on__isnull=True, plan__stops__point=point,
        due_on__range=(on - timedelta(days=AFTER), on + timedelta(days=BEFORE)),
    ).select_related("plan")  # fmt: skip
    unseen = rows.exclude(checks__point=point).order_by("due_on", "id")
    return unseen.first() or rows.order_by("due_on", "id").first()


def _done_when_all(round_: SafetyRound) -> None:
    row = locked(round_)
    if row.done_on is not None:
        return
    wanted: set[UUID] = set(row.plan.stops.values_list("point", flat=True))
    seen = dict(row.checks.order_by("on").values_list("point", "on"))
    if rules.all_seen(len(wanted), len(wanted & set(seen))):
        row.done_on = max(seen.values())
        row.save(update_fields=["done_on"])
