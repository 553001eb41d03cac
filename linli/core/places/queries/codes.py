"""A place by its code, also by one it no longer bears."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place, PlaceVersion, Succession
from linli.core.places.models.fields import below
from linli.lib.law import own_place


@dataclass(frozen=True, slots=True)
class Found:
    """What a code leads to today. `moved`: the code is a former one, and `places` are what bears
    on from it: one place after a new code or a merger, several after a split, none after an end
    without successor; `last` is the place that bore the code last."""

    places: tuple[Place, ...]
    moved: bool
    last: Place


def find_by_code(code: str) -> Found | None:
    """The division with that code, or what became of the one that had it; None if none ever had."""
    place = Place.objects.filter(code=code, until__isnull=True).first()
    if place is not None:
        return Found((place,), moved=False, last=place)
    version = (
        PlaceVersion.objects.filter(code=code).select_related("place").order_by("-until").first()
    )
    if version is None:
        return None
    return Found(_open_successors(version.place), moved=True, last=version.place)


def _open_successors(place: Place) -> tuple[Place, ...]:
    """The place itself if it is still there, else what it was merged or split into, on and on."""
    waiting, seen, found = [place], {place.id}, []
    while waiting:
        here = waiting.pop()
        if here.until is None:
            found.append(here)
            continue
        became = Succession.objects.filter(source=here, kind__in=("merge", "split"))
        for step in became.filter(on=here.until).select_related("target"):
            if step.target_id not in seen:
                seen.add(step.target_id)
                waiting.append(step.target)
    return tuple(sorted(found, key=lambda each: each.code))


def community_by_code(code: str, on: date) -> Place:
    """The community that bears this code, or that bears on from the one which did.

    Where its code is another by now the caller redirects to that. Raises Http404 where no
    community here has or had the code, and where several bear on from it.
    """
    found = find_by_code(code)
    if found is None or found.last.level != COMMUNITY or len(found.places) != 1:
        raise Http404
    return found.places[0]


def communities(under: Place | None = None) -> "QuerySet[Place]":
    """The communities in force, all of this instance or those under a wider place, by code."""
    places = Place.objects.filter(level=COMMUNITY, until__isnull=True)
    if under is not None:
        places = places.filter(below(under.path))
    return places.order_by("code")


def jurisdictions_of(community: Place) -> tuple[str, ...]:
    """Whose law holds in a community, the most local first: its own, county, city, province."""
    wider = (f"cn-{community.code[:length]}" for length in (6, 4, 2) if community.code)
    return (own_place(community.pk), *wider)
