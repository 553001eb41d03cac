"""The one screen of an incident, and what stays of it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Finding
from linli.mechanisms.publication.models import Posting
from linli.safety.emergencies.models import (
    CardLook,
    Certificate,
    Door,
    DoorTick,
    Incident,
    IncidentTask,
    Shelter,
)
from linli.safety.emergencies.models.incident import DOOR_STATES
from linli.safety.emergencies.queries.cards import door_names
from linli.safety.emergencies.queries.prepared import shelters
from linli.safety.emergencies.rules import ending, telling

NOTICES = 20
UNSEEN = ("open", "nobody")


@dataclass(frozen=True)
class Going:
    """An incident that runs, as everybody reads it: where, and what to do now."""

    row: Incident
    places: list[Place]
    notices: list[Posting]


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
        return sum(each.row.state in UNSEEN for each in self.doors)


@dataclass(frozen=True)
class Filled:
    """A shelter and the latest count in it."""

    shelter: Shelter
    heads: int | None
    at: Any

    @property
    def crowded(self) -> bool:
        """Whether more are in it than it holds."""
        return (self.heads or 0) > self.shelter.capacity


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


def left_open(incident: Incident) -> list[Finding]:
    """What is to be read before it is ended or its list destroyed: the doors still open, the tasks
    not done, the paper not typed in."""
    here = incident.community_id
    doors = incident.doors.filter(state__in=UNSEEN).count()
    tasks = list(incident.tasks.exclude(state="done").values_list("title", flat=True))
    printed = CardLook.objects.filter(community=here, incident=incident, why="pack").exists()
    typed = DoorTick.objects.filter(community=here, door__incident=incident, from_paper=True)
    found = [ending.seen_to(doors), ending.tasks_done(tasks)]
    return [*found, ending.paper_typed(printed, typed.exists())] if printed else found


def notices_of(incident: Incident) -> list[Posting]:
    """What residents were told."""
    rows = Posting.objects.filter(community=incident.community_id, owner=incident.pk)
    return list(rows.order_by("-posted_at"))


def going_on(community: Any) -> list[Going]:
    """What runs now, as everybody reads it: no person, no count of persons."""
    rows = running(community)
    posted = Posting.objects.filter(
        community=community, owner__in=[row.pk for row in rows], state__in=Posting.SHOWN
    ).order_by("-posted_at")
    told = list(posted[:NOTICES]) if rows else []
    return [
        Going(row, touched(row), [each for each in told if each.owner == row.pk]) for row in rows
    ]


def touched(incident: Incident) -> list[Place]:
    """The compounds and buildings it touches, in their order."""
    rows = incident.places.select_related("place").order_by("place__position")
    return [each.place for each in rows]


def ended_lately(community: Any, on: date) -> list[Incident]:
    """Those that ended within the last days, for everybody to read that they did."""
    since = datetime.combine(on - timedelta(days=telling.ENDED_DAYS), time(), SHANGHAI)
    rows = Incident.objects.filter(community=community, ended_at__gte=since)
    return list(rows.exclude(state="running").order_by("-ended_at")[:NOTICES])


def tally(incident: Incident) -> list[tuple[Any, Any]]:
    """How many doors stood how; under ten it is not told how many, nor so that the others give it
    away."""
    sums: dict[str, Any] = incident.sums
    states = sums.get("states") or Counter(incident.doors.values_list("state", flat=True))
    if sum(states.values()) < telling.FLOOR:
        return [(None, telling.at_least(0))]
    told = telling.told_counts(states)
    return [(title, told[key] or _("不单列")) for key, title in DOOR_STATES if key in told]


def certified(certificate: Certificate | None) -> list[tuple[Any, str]]:
    """What a certificate says was destroyed; the exact numbers stay in its row."""
    if certificate is None:
        return []
    titles = (("doors", _("求助名单")), ("ticks", _("上门的勾")), ("lines", _("记录")))
    return [(title, telling.at_least(certificate.counts[key])) for key, title in titles]
