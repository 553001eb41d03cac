"""Points, plans and rounds."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.http import Http404

from linli.lib.identity.receipt import parse_receipt
from linli.safety.hazards.models import CheckPoint, RoundPlan, SafetyRound

AHEAD, BACK = 14, 60


def points_of(community: Any) -> QuerySet[CheckPoint]:
    """Every point that is looked at."""
    rows = CheckPoint.objects.filter(community=community, withdrawn_at__isnull=True)
    return rows.select_related("place")


def point_in(community: Any, key: UUID) -> CheckPoint:
    """A point; Http404 where there is none."""
    found = points_of(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def point_tagged(community: Any, tag: str) -> CheckPoint:
    """The point whose code was scanned; Http404 where it leads nowhere any more."""
    code = parse_receipt(tag)
    found = points_of(community).filter(tag=code).first() if isinstance(code, str) else None
    if found is None:
        raise Http404
    return found


def plans_of(community: Any) -> QuerySet[RoundPlan]:
    """The plans that stand."""
    rows = RoundPlan.objects.filter(community=community, ended_at__isnull=True)
    return rows.annotate(n=Count("stops")).order_by("first", "name")


def plan_in(community: Any, key: UUID) -> RoundPlan:
    """A plan that stands; Http404 where there is none."""
    found = plans_of(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def round_in(community: Any, key: UUID) -> SafetyRound:
    """A round; Http404 where there is none."""
    rows = SafetyRound.objects.filter(community=community, pk=key)
    found = rows.select_related("plan", "community").first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class Due:
    """A round, how many points were seen, and whether its day is past."""

    round: SafetyRound
    points: int
    seen: int
    late: bool


def rounds_due(community: Any, on: date) -> list[Due]:
    """Rounds not done: those late and those of the next days."""
    rows = SafetyRound.objects.filter(
        community=community, done_on__isnull=True,
        due_on__range=(on - timedelta(days=BACK), on + timedelta(days=AHEAD)),
    )  # fmt: skip
    counted: Any = rows.select_related("plan").annotate(
        n=Count("plan__stops", distinct=True), m=Count("checks__point", distinct=True)
    )
    return [
        Due(row, row.n, row.m, row.due_on < on)
        for row in counted.order_by("due_on", "plan__name")[:60]
    ]


def rounds_done(community: Any, on: date, days: int = 90) -> tuple[int, int]:
    """How many rounds were due in the last days, and how many of them were done within a day."""
    rows = SafetyRound.objects.filter(
        community=community, due_on__gt=on - timedelta(days=days), due_on__lte=on
    )
    told = rows.aggregate(
        due=Count("id"), done=Count("id", filter=Q(done_on__lte=F("due_on") + timedelta(days=1)))
    )
    return told["done"], told["due"]


def stops_of(round_: SafetyRound) -> list[tuple[CheckPoint, Any]]:
    """The points of a round in their order, each with its latest check of it."""
    latest: dict[UUID, Any] = {}
    for check in round_.checks.order_by("on", "id"):
        latest[check.point_id] = check
    stops = round_.plan.stops.select_related("point__place").order_by("number")
    return [(stop.point, latest.get(stop.point_id)) for stop in stops]
