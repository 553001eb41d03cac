"""Points of places: what a sound one is, and how far two lie apart in a straight line."""

import math
from collections.abc import Sequence
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from linli.lib.law import Finding

WEST, EAST = 73, 136
SOUTH, NORTH = 3, 54
"""The degrees between which the country lies. Latitude and longitude changed about fall outside,
as do metres of a projection."""

FARTHEST = 20_000
"""In metres: a point farther than this from the middle of the others is a slip of the pen."""

MICRO = Decimal("0.000001")
_DEGREE = 111_320
"""Metres in a degree of latitude; of longitude, times the cosine of the latitude."""


class Point(NamedTuple):
    """Degrees east and north."""

    lon: Decimal
    lat: Decimal


def metres_between(one: Point, other: Point) -> int:
    """In a straight line, in whole metres. Within a city the earth is flat to a metre."""
    middle = math.radians(float(one.lat + other.lat) / 2)
    east = float(other.lon - one.lon) * _DEGREE * math.cos(middle)
    north = float(other.lat - one.lat) * _DEGREE
    return round(math.hypot(east, north))


def point_in_country(lon: Decimal, lat: Decimal) -> Finding:
    """Whether the two numbers are a point of this country, longitude first."""
    inside = WEST <= lon <= EAST and SOUTH <= lat <= NORTH
    return Finding(
        inside, "places.point_in_country", numbers={"lon": f"{lon:f}", "lat": f"{lat:f}"}
    )


def point_near(point: Point, others: Sequence[Point]) -> Finding:
    """Whether it lies with the others of its community (up to `FARTHEST`, that included)."""
    if not others:
        return Finding(True, "places.point_near", numbers={"metres": 0, "farthest": FARTHEST})
    centre = Point(median(each.lon for each in others), median(each.lat for each in others))
    metres = metres_between(point, centre)
    return Finding(
        metres <= FARTHEST, "places.point_near", numbers={"metres": metres, "farthest": FARTHEST}
    )
