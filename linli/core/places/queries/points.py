"""The points of a community: of its buildings and compounds, and which place a name means."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from linli.core.places.geojson import Flaw, Marked
from linli.core.places.models import CommunityDatum, Place, PlacePoint
from linli.core.places.models.point import POINTED
from linli.core.places.rules.naming import SEPARATOR
from linli.core.places.rules.points import Point


@dataclass(frozen=True)
class Pointed:
    """A compound or building and its point, where it has one."""

    place: Place
    point: Point | None


def datum_of(community: Any) -> CommunityDatum | None:
    """In which coordinate system the points of the community are; None: nobody has said."""
    return CommunityDatum.objects.filter(community=community).first()


def points_of(community: Any) -> list[Pointed]:
    """Those that have a point, as people number them."""
    rows = PlacePoint.objects.filter(community=community, place__until__isnull=True)
    found = rows.select_related("place").order_by("place__position")
    return [Pointed(row.place, Point(row.lon, row.lat)) for row in found]


def places_to_point(community: Place) -> list[Pointed]:
    """Every compound and building, with its point where it has one."""
    points = {each.place.pk: each.point for each in points_of(community)}
    return [Pointed(place, points.get(place.pk)) for place in pointable(community)]


def match_points(
    community: Place, marked: Iterable[Marked]
) -> tuple[list[tuple[Place, Point]], list[Flaw]]:
    """Which place each name means: its name inside the community, or its own name where only one
    bears it. What means none, several, or one that was meant before is a flaw."""
    by_name: dict[str, list[Place]] = {}
    for place in pointable(community):
        for name in {place.name, place.name_inside, place.name_inside.replace(SEPARATOR, "")}:
            by_name.setdefault(name, []).append(place)
    found: dict[Any, tuple[Place, Point]] = {}
    flaws: list[Flaw] = []
    for each in marked:
        meant = by_name.get(each.name, [])
        if len(meant) != 1:
            flaws.append(Flaw(each.number, "several" if meant else "unknown", each.name))
        elif meant[0].pk in found:
            flaws.append(Flaw(each.number, "twice", each.name))
        else:
            found[meant[0].pk] = (meant[0], each.point)
    return list(found.values()), flaws


def pointable(community: Place) -> "QuerySet[Place]":
    """The compounds and buildings of the community: what may have a point."""
    rows = Place.objects.filter(community=community, kind__in=POINTED, until__isnull=True)
    return rows.order_by("position")
