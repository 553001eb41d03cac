"""Points of buildings from a GeoJSON file (RFC 7946): what is in it, and all that is wrong.

Nothing is converted and nothing guessed: a file in another encoding, a torn one, areas instead of
points or metres instead of degrees are said as such, each with the number of its feature.
"""

import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from linli.core.places.rules.points import MICRO, Point, point_in_country
from linli.lib.law import Finding, Refused

MOST_BYTES = 2 * 2**20
MOST_POINTS = 2_000
NAME_KEYS = ("name", "名称", "楼栋", "小区", "full_name", "title")
"""The properties in which a name is looked for, in this order."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One feature: its number in the file, what it is called, its point."""

    number: int
    name: str
    point: Point


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with one feature: `reason` as in `sentences.POINT_REASONS`."""

    number: int
    reason: str
    said: str = ""


def read_geojson(content: bytes) -> tuple[list[Marked], list[Flaw]]:
    """The points of the file and the features that are none. Raises `Refused` where the file as
    a whole cannot be read."""
    marked: list[Marked] = []
    flaws: list[Flaw] = []
    for number, feature in enumerate(_features(content), 1):
        found = _mark(number, feature)
        if isinstance(found, Marked):
            marked.append(found)
        else:
            flaws.append(found)
    return marked, flaws


def _features(content: bytes) -> list[Any]:
    size = Finding(
        len(content) <= MOST_BYTES,
        "places.points_file_size",
        numbers={"megabytes": MOST_BYTES // 2**20},
    )
    if not size:
        raise Refused(size)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Finding(False, "places.points_encoding")) from None
    try:
        # Numbers as they are written: a float would move the point by a little.
        data = json.loads(text, parse_float=Decimal)
    except (json.JSONDecodeError, RecursionError) as torn:
        line = getattr(torn, "lineno", 1)
        raise Refused(Finding(False, "places.points_whole", numbers={"line": line})) from None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features:
        raise Refused(Finding(False, "places.points_collection"))
    many = {"points": len(features), "most": MOST_POINTS}
    if len(features) > MOST_POINTS:
        raise Refused(Finding(False, "places.points_number", numbers=many))
    return features


def _mark(number: int, feature: Any) -> Marked | Flaw:
    if not isinstance(feature, dict):
        return Flaw(number, "no_feature")
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not kind:
        return Flaw(number, "no_geometry")
    if kind != "Point":
        return Flaw(number, "no_point", str(kind)[:20])
    properties = feature.get("properties")
    name = _name(properties if isinstance(properties, dict) else {})
    if not name:
        return Flaw(number, "no_name")
    point = _point(geometry.get("coordinates"))
    if point is None:
        return Flaw(number, "no_degrees", name)
    if not point_in_country(*point):
        return Flaw(number, "not_here", name)
    return Marked(number, name, point)


def _name(properties: dict[str, Any]) -> str:
    for key in NAME_KEYS:
        value = properties.get(key)
        if isinstance(value, str | int) and str(value).strip():
            return str(value).strip()[:80]
    return ""


def _point(given: Any) -> Point | None:
    if not isinstance(given, list) or len(given) not in (2, 3):
        return None
    try:
        # True is a whole number to Python, and no degree.
        lon, lat = (Decimal(each) for each in given[:2] if type(each) in (int, Decimal))
        return Point(lon.quantize(MICRO), lat.quantize(MICRO))
    except (InvalidOperation, ValueError):
        return None
