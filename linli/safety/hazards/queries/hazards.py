"""Hazards: for everybody by place and kind, for the desk by what presses, for whoever must mend.
There is no search by a person here, and none can be made: no row leads to one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.files.queries import files_of
from linli.core.pages.shapes import Entry
from linli.core.places.models import Place
from linli.core.places.queries import pointable
from linli.mechanisms.flow.queries import timeline
from linli.safety.hazards.flows import HAZARD
from linli.safety.hazards.kinds import BY_CODE
from linli.safety.hazards.models import CheckPoint, Hazard, Mending
from linli.safety.hazards.rules import days_open

SHOWN = ("noted", "owed", "forwarded", "mended", "closed")
"""What everybody sees: not what nobody has looked at yet, nor what was nothing."""
A_YEAR = 365


def hazards_of(community: Any) -> QuerySet[Hazard]:
    """All of them, the latest first."""
    rows = Hazard.objects.filter(community=community)
    return rows.select_related("place", "point", "owner_body").order_by("-found_on", "-id")


def hazard_in(community: Any, key: UUID) -> Hazard:
    """A hazard; Http404 where there is none."""
    found = hazards_of(community).select_related("community").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def of_matter(community: Any, matter: UUID | None) -> Hazard | None:
    """What a matter became, the latest; None where it became none."""
    if matter is None:
        return None
    return hazards_of(community).filter(matter=matter).order_by("-id").first()


def public_hazard(community: Any, key: UUID) -> Hazard:
    """A hazard everybody may see; Http404 for any other."""
    hazard = hazard_in(community, key)
    if hazard.state not in SHOWN:
        raise Http404
    return hazard


def shown_to_all(community: Any, *, kind: str = "", state: str = "") -> QuerySet[Hazard]:
    """What everybody sees, of a kind, open or closed."""
    rows = of_kind_at(hazards_of(community).filter(state__in=SHOWN), kind)
    if state == "open":
        rows = rows.exclude(state="closed")
    if state == "closed":
        rows = rows.filter(state="closed")
    return rows


def of_kind_at(
    rows: QuerySet[Hazard], kind: str = "", place: Place | None = None
) -> QuerySet[Hazard]:
    """Of those rows the ones of a kind, and the ones in a compound or what lies in it."""
    if kind in BY_CODE:
        rows = rows.filter(kind=kind)
    if place is not None:
        rows = rows.filter(Q(place=place) | Q(place__path__startswith=f"{place.path}/"))
    return rows


def over_hazards(community: Any, state: str) -> QuerySet[Hazard]:
    """What is over: closed, or nothing."""
    return hazards_of(community).filter(state=state)


def open_hazards(community: Any) -> QuerySet[Hazard]:
    """What is not closed: what is late first, then what is serious, then the oldest."""
    rows = hazards_of(community).filter(state__in=HAZARD.open_states)
    return rows.order_by("due_on", "-serious", "found_on", "id")


def open_at(point: CheckPoint) -> list[Hazard]:
    """What is open at a point, of what everybody sees."""
    rows = open_hazards(point.community_id).filter(point=point)
    return [each for each in rows if each.state in SHOWN]


def overdue(community: Any, on: date) -> QuerySet[Hazard]:
    """What should have been closed before today."""
    return open_hazards(community).filter(due_on__lt=on)


def late_and_open(
    community: Any, on: date, *, kind: str = "", place: Place | None = None
) -> tuple[list[Hazard], list[Hazard]]:
    """What should have been closed before today, and what else is open."""
    late = list(of_kind_at(overdue(community, on), kind, place))
    known = {row.pk for row in late}
    rows = of_kind_at(open_hazards(community), kind, place)
    return late, [row for row in rows if row.pk not in known]


def owed_by(actor: Actor, community: Any) -> QuerySet[Hazard]:
    """What the bodies this actor acts for must mend, and nothing else."""
    bodies = [held.body for held in actor.posts if held.body is not None]
    return open_hazards(community).filter(owner_body__in=bodies, state__in=("owed", "mended"))


@dataclass(frozen=True)
class Standing:
    """Hazards of a kind, or of a place: how many stand, how many were closed in a year, in how
    many days in the middle of them."""

    title: Any
    open: int
    closed: int
    days: int | None


def situation(community: Any, on: date, by: str) -> list[Standing]:
    """How it stands by `kind` or by `place`: places and kinds, nobody."""
    since = on - timedelta(days=A_YEAR)
    rows = shown_to_all(community).filter(Q(closed_on__isnull=True) | Q(closed_on__gt=since))
    groups: dict[Any, list[Hazard]] = {}
    for each in rows:
        title = each.get_kind_display() if by == "kind" else each.place.name_inside
        groups.setdefault(title, []).append(each)
    told = [_standing(title, them, on) for title, them in groups.items()]
    return sorted(told, key=lambda each: (-each.open, -each.closed, str(each.title)))


def _standing(title: Any, rows: list[Hazard], on: date) -> Standing:
    closed = sorted(days_open(each.found_on, each.closed_on, on) for each in rows if each.closed_on)
    middle = closed[len(closed) // 2] if closed else None
    return Standing(title, len(rows) - len(closed), len(closed), middle)


def counts(community: Any, on: date) -> dict[str, int]:
    """How many stand, how many of them are late, how many were closed within a year."""
    rows = shown_to_all(community)
    standing = rows.exclude(state="closed")
    return {
        "open": standing.count(),
        "late": standing.filter(due_on__lt=on).count(),
        "closed": rows.filter(state="closed", closed_on__gt=on - timedelta(days=A_YEAR)).count(),
    }


def pictures(hazard: Hazard) -> tuple[list[Any], list[Any]]:
    """The public photographs from before, and from after the latest mending."""
    mending = hazard.mendings.order_by("-id").first()
    sides = [files_of(hazard, "photo"), files_of(mending, "photo") if mending else []]
    before, after = ([each for each in side if each.visibility == "public"] for side in sides)
    return before, after


def mending_told(hazard: Hazard) -> Mending | None:
    """How it was mended and why there is no photograph of it, as everybody reads it: once another
    hand of the desk has read it and found it good, and while the hazard's words are public."""
    mending = hazard.mendings.order_by("-id").first()
    return mending if hazard.told and mending is not None and mending.good else None


def photos_by_time(hazard: Hazard) -> list[tuple[Any, list[Any]]]:
    """Every photograph, for the desk: from before (no day), and of each mending with its day."""
    told: list[tuple[Any, list[Any]]] = [(None, list(files_of(hazard, "photo")))]
    for mending in hazard.mendings.order_by("id"):
        told.append((mending.on, list(files_of(mending, "photo"))))
    return [(on, files) for on, files in told if files]


def course_of(hazard: Hazard, *, desk: bool) -> list[Entry]:
    """What happened, in order. For everybody and for whoever must mend: moves and posts, no
    person, no reason; and of how it came to the desk not even the post."""
    entries = timeline(HAZARD, hazard, public=not desk)
    if desk or not entries:
        return entries
    return [replace(entries[0], who=""), *entries[1:]]


def standing_on_map(community: Place, at: datetime) -> Mapping[UUID, int]:
    """How many stand open at each building or compound; for the map."""
    by_path = {place.path: place.pk for place in pointable(community)}
    rows = shown_to_all(community).exclude(state="closed").values_list("place__path", flat=True)
    return Counter(_near(path or "", by_path) or community.pk for path in rows)


def _near(path: str, by_path: Mapping[str, UUID]) -> UUID | None:
    for each in _upwards(path):
        if each in by_path:
            return by_path[each]
    return None


def _upwards(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]
