"""Points, plans and rounds."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.http import Http404

from linli.lib.identity.receipt import parse_receipt
from linli.safety.hazards.law import round_grace
from linli.safety.hazards.models import Check, CheckPoint, Hazard, RoundPlan, SafetyRound
from linli.safety.hazards.rules.rounds import AFTER, BEFORE, distance

AHEAD = 14


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


def point_tagged(community: Any, tag: str) -> CheckPoint | None:
    """The point whose code was scanned; None where it leads nowhere any more."""
    code = parse_receipt(tag)
    return points_of(community).filter(tag=code).first() if isinstance(code, str) else None


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


def point_of(round_: SafetyRound, key: UUID) -> CheckPoint:
    """A point of a round; Http404 where it is not walked on it."""
    stop = round_.plan.stops.select_related("point__place").filter(point=key).first()
    if stop is None:
        raise Http404
    return stop.point


@dataclass(frozen=True)
class Due:
    """A round, how many points were seen, and whether its day is past."""

    round: SafetyRound
    points: int
    seen: int
    late: bool


def rounds_due(community: Any, on: date) -> list[Due]:
    """Rounds not done that can still be walked, and those of the next days."""
    rows = SafetyRound.objects.filter(
        community=community, done_on__isnull=True,
        due_on__range=(on - timedelta(days=AFTER), on + timedelta(days=AHEAD)),
    )  # fmt: skip
    return [
        Due(row, row.n, row.m, row.due_on < on)
        for row in _counted(rows).filter(n__gt=0).order_by("due_on", "plan__name")[:60]
    ]


def rounds_walked(community: Any) -> QuerySet[SafetyRound]:
    """Rounds that are done, with how many points were seen of how many (`m`, `n`)."""
    return _counted(SafetyRound.objects.filter(community=community, done_on__isnull=False))


def rounds_missed(community: Any, on: date) -> QuerySet[SafetyRound]:
    """Rounds that were not done and can no longer be walked, counted the same way."""
    since = on - timedelta(days=AFTER)
    return _counted(
        SafetyRound.objects.filter(community=community, done_on__isnull=True, due_on__lt=since)
    )


def _counted(rows: QuerySet[SafetyRound]) -> Any:
    return rows.select_related("plan").annotate(
        n=Count("plan__stops", distinct=True), m=Count("checks__point", distinct=True)
    )


def rounds_done(community: Any, on: date, days: int = 90) -> tuple[int, int]:
    """How many rounds were due in the last days, and how many of them were done as planned."""
    grace = timedelta(days=round_grace(community, on))
    rows = SafetyRound.objects.filter(
        community=community, due_on__gt=on - timedelta(days=days), due_on__lte=on
    )
    told = rows.aggregate(
        due=Count("id"), done=Count("id", filter=Q(done_on__lte=F("due_on") + grace))
    )
    return told["done"], told["due"]


def rounds_at(point: CheckPoint, on: date) -> list[SafetyRound]:
    """The rounds a check of that day at a point may belong to: first those in which nobody has
    been there, the nearest day before the others. Who looks twice on a day looks again in
    the same round: the second look counts for no other of that plan."""
    ours = Check.objects.filter(community=point.community_id, point=point)
    rows = SafetyRound.objects.filter(
        community=point.community_id, done_on__isnull=True, plan__stops__point=point,
        due_on__range=(on - timedelta(days=AFTER), on + timedelta(days=BEFORE)),
    ).select_related("plan")  # fmt: skip
    found: Any = rows.annotate(seen=Exists(ours.filter(round=OuterRef("pk"))))
    today = set(ours.filter(on=on, round__isnull=False).values_list("round__plan", flat=True))
    fit = [each for each in found if each.seen or each.plan_id not in today]
    return sorted(fit, key=lambda each: (each.seen, distance(each.due_on, on)))


def unseen_at(point: CheckPoint, on: date) -> list[SafetyRound]:
    """Of those the ones in which nobody has been there: more than one, and somebody must say."""
    return [each for each in rounds_at(point, on) if not each.seen]  # type: ignore[attr-defined]


def stops_of(round_: SafetyRound) -> list[tuple[CheckPoint, Any]]:
    """The points of a round in their order, each with its latest check of it."""
    latest: dict[UUID, Any] = {}
    for check in round_.checks.order_by("on", "id"):
        latest[check.point_id] = check
    stops = round_.plan.stops.select_related("point__place").order_by("number")
    return [(stop.point, latest.get(stop.point_id)) for stop in stops]


def hazards_seen(round_: SafetyRound) -> dict[UUID, Hazard]:
    """Of each check of a round that found one: the hazard it made, or the known one it named."""
    made = Hazard.objects.filter(community=round_.community_id, check_seen__round=round_)
    found = {each.check_seen_id: each for each in made if each.check_seen_id}
    known = round_.checks.filter(same_as__isnull=False).select_related("same_as")
    return {**found, **{each.pk: each.same_as for each in known if each.same_as}}
