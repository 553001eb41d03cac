"""Points: in which coordinate system, of which building; one by one or from a file."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.actions.history import check_open
from linli.core.places.models import CommunityDatum, Place, PlacePoint
from linli.core.places.models.point import DATUMS, POINTED
from linli.core.places.queries.points import datum_of
from linli.core.places.rules.points import Point, point_in_country, point_near
from linli.lib.law import Finding, require


@action("places.state_datum", needs="places.point")
def state_datum(act: Act, community: Place, *, datum: str, taken_from: str = "") -> CommunityDatum:
    """Says in which coordinate system the points of the community are. Points that are there
    already are not converted: who said wrong says right, who has read off elsewhere enters anew."""
    require(Finding(community.is_community, "places.is_community"))
    titles = dict(DATUMS)
    require(Finding(datum in titles, "places.datum_known"))
    row, _new = CommunityDatum.objects.update_or_create(
        community=community, defaults={"datum": datum, "taken_from": taken_from.strip()}
    )
    act.note(datum=in_both(titles[datum]))
    return row


@action("places.set_point", needs="places.point")
def set_point(act: Act, place: Place, *, lon: Decimal, lat: Decimal) -> PlacePoint:
    """The point of a compound or a building. Refused for an entrance or a dwelling, before the
    coordinate system is said, outside the country, and far from the other points."""
    check_open(place)
    _require_pointed(place)
    point = Point(lon, lat)
    check_point(place.community_id, point, beside=place)
    act.note(label=place.name_inside)
    return _keep(place, point)


@action("places.clear_point", needs="places.point")
def clear_point(act: Act, place: Place) -> Place:
    """Takes the point away; doing it twice changes nothing."""
    PlacePoint.objects.filter(community=place.community_id, place=place).delete()
    act.note(label=place.name_inside)
    return place


@action("places.import_points", needs="places.point")
def import_points(act: Act, community: Place, *, points: Sequence[tuple[Place, Point]]) -> int:
    """The points of a whole file, all or none; those of places not in it stay as they are."""
    require(Finding(datum_of(community) is not None, "places.datum_stated"))
    for place, point in points:
        require(Finding(place.community_id == community.pk, "places.point_of_building"))
        _require_pointed(place)
        require(point_in_country(*point))
        require(point_near(point, [each for _place, each in points]))
    for place, point in points:
        _keep(place, point)
    act.note(count=len(points))
    return len(points)


def check_point(community: Any, point: Point, beside: Place | None = None) -> None:
    """Refuses a point before the coordinate system is said, outside the country, or far from the
    other points of the community (of `beside` its own old point does not count)."""
    require(Finding(datum_of(community) is not None, "places.datum_stated"))
    require(point_in_country(*point))
    rows = PlacePoint.objects.filter(community=community)
    if beside is not None:
        rows = rows.exclude(place=beside)
    require(point_near(point, [Point(*each) for each in rows.values_list("lon", "lat")]))


def _require_pointed(place: Place) -> None:
    require(Finding(place.kind in POINTED, "places.point_of_building"))


def _keep(place: Place, point: Point) -> PlacePoint:
    row, _new = PlacePoint.objects.update_or_create(
        community_id=place.community_id,
        place=place,
        defaults={"kind": place.kind, "lon": point.lon, "lat": point.lat},
    )
    return row
