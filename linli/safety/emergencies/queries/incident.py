"""The one screen of an incident, and what stays of it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linli.core.places.models import Place
from linli.mechanisms.publication.models import Posting
from linli.safety.emergencies.models import Door, Incident, IncidentTask, Shelter
from linli.safety.emergencies.models.incident import DOOR_STATES
from linli.safety.emergencies.queries.cards import door_names
from linli.safety.emergencies.queries.prepared import shelters

FLOOR = 10


@dataclass(frozen=True)
class AtDoor:
    """Somebody who asked for help: the row, and the door in words."""

    row: Door
    door: str


@dataclass
class Building:
    """One building: who asked for help in it, and what is to be done there."""

    place: Place | None
    doors: list[AtDoor] = field(default_factory=list)
    tasks: list[IncidentTask] = field(default_factory=list)

    @property
    def left(self) -> int:
        """How many doors are still to be seen to."""
        return sum(each.row.state in ("open", "nobody") for each in self.doors)


@dataclass(frozen=True)
class Filled:
    """A shelter and the latest count in it."""

    shelter: Shelter
    heads: int | None
    at: Any


def incidents(community: Any) -> list[Incident]:
    """All of them, the latest first."""
    return list(Incident.objects.filter(community=community)[:100])


def running(community: Any) -> list[Incident]:
    """Those that run now."""
    return list(Incident.objects.filter(community=community, state="running"))


def by_building(incident: Incident) -> list[Building]:
    """Building by building, as people number them; tasks of nowhere last."""
    doors = list(incident.doors.select_related("building", "incident", "shelter", "ticked_by"))
    homes = door_names({UUID(row.door) for row in doors}, incident.community_id)
    found: dict[Any, Building] = {}
    for row in doors:
        at = found.setdefault(row.building_id, Building(row.building))
        at.doors.append(AtDoor(row, homes.get(UUID(row.door), "")))
    for task in incident.tasks.select_related("building", "who"):
        found.setdefault(task.building_id, Building(task.building)).tasks.append(task)
    for each in found.values():
        each.doors.sort(key=lambda door: door.door)
    return sorted(
        found.values(), key=lambda each: (each.place is None, getattr(each.place, "position", ""))
    )


def filled(incident: Incident) -> list[Filled]:
    """Each shelter with its latest count."""
    latest: dict[Any, Any] = {}
    for row in incident.heads.all():
        latest.setdefault(row.shelter_id, row)
    return [
        Filled(each, getattr(latest.get(each.pk), "heads", None),
               getattr(latest.get(each.pk), "at", None))
        for each in shelters(incident.community_id)
    ]  # fmt: skip


def notices_of(incident: Incident) -> list[Posting]:
    """What residents were told."""
    rows = Posting.objects.filter(community=incident.community_id, owner=incident.pk)
    return list(rows.order_by("-posted_at"))


def notices_now(community: Any) -> list[Posting]:
    """What is to be done now, for everybody."""
    keys = [row.pk for row in running(community)]
    rows = Posting.objects.filter(community=community, owner__in=keys, state="posted")
    return list(rows.order_by("-posted_at")[:20])


def tally(incident: Incident) -> list[tuple[Any, Any]]:
    """How many doors stood how; under ten it is not told how many."""
    sums: dict[str, Any] = incident.sums
    states = sums.get("states") or Counter(incident.doors.values_list("state", flat=True))
    total = sum(states.values())
    if total < FLOOR:
        return [(None, f"<{FLOOR}")]
    return [
        (title, states[key] if states[key] >= FLOOR else f"<{FLOOR}")
        for key, title in DOOR_STATES
        if states.get(key)
    ]
