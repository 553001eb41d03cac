"""What stands now: fire, the police's page, alerts, meetings, lost and found."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.safety.hazards.models import (
    FireCovenant,
    FireForce,
    FireKeeper,
    FoundThing,
    LostReport,
    MeetingPoint,
    PoliceOffice,
    SafetyAlert,
    SafetyMeeting,
)
from linli.safety.hazards.rules import count_told


def one(model: Any, community: Any, key: UUID, *with_: str) -> Any:
    """The row of that id in the community; Http404 where there is none."""
    found = model.objects.filter(community=community, pk=key).select_related(*with_).first()
    if found is None:
        raise Http404
    return found


def keeper_of(community: Any) -> FireKeeper | None:
    """Which office keeps fire safety now."""
    return FireKeeper.objects.filter(community=community, until__isnull=True).first()


def covenant_of(community: Any) -> FireCovenant | None:
    """The covenant that stands."""
    return FireCovenant.objects.filter(community=community, replaced_on__isnull=True).first()


def force_of(community: Any) -> FireForce | None:
    """The volunteer force as it was counted last."""
    return FireForce.objects.filter(community=community).first()


def signed_by_building(covenant: FireCovenant | None, on: date) -> list[tuple[Place, int | str]]:
    """How many signed in each building, as everybody may be told it."""
    if covenant is None:
        return []
    floor = floor_laid_down(covenant.community, on)
    rows = covenant.counts.select_related("place").order_by("place__position")
    return [(row.place, count_told(row.signed, row.households, floor)) for row in rows]


def office_of(community: Any) -> PoliceOffice | None:
    """How the community police are reached now."""
    return PoliceOffice.objects.filter(community=community, until__isnull=True).first()


def alerts_now(community: Any, on: date) -> QuerySet[SafetyAlert]:
    """The alerts that hold today, the latest first."""
    return SafetyAlert.objects.filter(community=community, withdrawn_on__isnull=True, until__gte=on)


def meetings_of(community: Any, limit: int = 12) -> list[SafetyMeeting]:
    """The safety meetings, the latest first."""
    rows = SafetyMeeting.objects.filter(community=community).select_related("gathering")
    return list(rows.prefetch_related("points").order_by("-gathering__starts_at")[:limit])


def points_late(community: Any, on: date) -> QuerySet[MeetingPoint]:
    """What a meeting wanted done before today and is not."""
    return MeetingPoint.objects.filter(community=community, done_on__isnull=True, due_on__lt=on)


def found_things(community: Any) -> QuerySet[FoundThing]:
    """What waits for its owner."""
    return FoundThing.objects.filter(community=community, state="kept").order_by("-posted_on")


def found_ended(community: Any, on: date, days: int = 365) -> dict[str, int]:
    """How many found their owner within a year, how many went to the police."""
    rows = FoundThing.objects.filter(community=community, ended_on__gt=on - timedelta(days=days))
    return {state: rows.filter(state=state).count() for state in ("returned", "with_police")}


def found_over(community: Any, limit: int = 30) -> QuerySet[FoundThing]:
    """What has ended and still tells who fetched it, the latest first."""
    rows = FoundThing.objects.filter(community=community, ended_on__isnull=False)
    return rows.filter(blanked_at__isnull=True).order_by("-ended_on", "-id")[:limit]


def lost_open(community: Any) -> QuerySet[LostReport]:
    """What is still missed."""
    return LostReport.objects.filter(community=community, ended_at__isnull=True)
