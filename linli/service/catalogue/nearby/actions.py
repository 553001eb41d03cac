"""A service is put on the map, or taken off it."""

from decimal import Decimal

from linli.core.audit.door import Act, action
from linli.core.places.actions.points import check_point
from linli.core.places.models import Place
from linli.core.places.models.point import POINTED
from linli.core.places.rules.points import Point
from linli.lib.law import Finding, require
from linli.service.catalogue.models import GuideVersion, Provider
from linli.service.catalogue.models.choices import BASIC_CHOICES


@action("catalogue.place_on_map", needs="catalogue.place_on_map")
def place_on_map(
    act: Act,
    row: GuideVersion | Provider,
    *,
    spot: Place | None = None,
    lon: Decimal | None = None,
    lat: Decimal | None = None,
    basic: str = "",
) -> GuideVersion | Provider:
    """Where the service is: at a building (whose point it takes, now and later), at a point of
    its own, or nowhere; and which basic kind it is. Refused for whoever is listed by telephone
    alone, and for a place finer than a building: nobody's home is a point on a map."""
    by_phone = isinstance(row, Provider) and row.by_phone_only
    require(Finding(not by_phone, "catalogue.no_point"))
    live = isinstance(row, Provider) or row.state == "live"
    require(Finding(live, "catalogue.guide_live"))
    require(Finding(not basic or basic in dict(BASIC_CHOICES), "catalogue.basic_known"))
    row.take_off_map()
    if spot is not None:
        here = spot.community_id == row.community_id and spot.kind in POINTED
        require(Finding(here, "places.point_of_building"))
        row.spot = spot
    elif lon is not None and lat is not None:
        check_point(row.community_id, Point(lon, lat))
        row.lon, row.lat = lon, lat
    row.basic = basic
    row.save(update_fields=["spot", "lon", "lat", "basic"])
    act.note(service=row.titles)
    return row
