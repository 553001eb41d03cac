"""The map as a drawing: where buildings and services stand on a sheet, to scale, north above.

Made here and not in the browser, so that it is there without scripts and can be printed. There is
no street and no picture from anywhere else: only the community's own points.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any
from uuid import UUID

from linli.core.places.models import Place
from linli.core.places.queries import Pointed
from linli.core.places.rules.naming import SEPARATOR
from linli.core.places.rules.points import Point, metres_between
from linli.service.catalogue.nearby.queries import Service

WIDTH, HEIGHT = 1000, 640
"""The sheet; its height at the most."""
_EDGE = 70
"""Room for names at the edge, in the units of the drawing."""
_LOWEST = 320
"""The least height, for the bar and the arrow."""
_LEAST = 200
"""Metres: the sheet never shows less than this from side to side."""
_SUFFIX = re.compile(r"(号楼|号|栋|幢|座)$")
_FITS = 3
_SCALES = (50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True)
class Block:
    """A building or compound on the sheet, and how many defects are open there. `short` fits into
    its square, `below` is written under it where the name does not."""

    name: str
    short: str
    below: str
    x: int
    y: int
    point: Point
    chosen: bool
    defects: int


@dataclass(frozen=True)
class Heading:
    """A compound's name, above its buildings."""

    name: str
    x: int
    y: int
    point: Point


@dataclass
class Dot:
    """A numbered point and what can be got there; services at one point share the number."""

    number: int
    x: int
    y: int
    point: Point
    services: list[Service] = field(default_factory=list)


@dataclass(frozen=True)
class Drawing:
    """A sheet: blocks, dots, a bar for the scale, and the circle of a quarter of an hour."""

    blocks: list[Block]
    headings: list[Heading]
    dots: list[Dot]
    bar: int
    bar_metres: int
    circle: tuple[int, int, int] | None
    height: int
    width: int = WIDTH

    def number_of(self, service: Service) -> int | None:
        """The number under which a service stands on the sheet."""
        return next((dot.number for dot in self.dots if service in dot.services), None)


def draw(
    services: Sequence[Service],
    buildings: Sequence[Pointed],
    *,
    reach: int,
    start: Pointed | None,
    defects: Mapping[UUID, int],
) -> Drawing | None:
    """The sheet; None where nothing has a point. What lies farther out than twice the reach is
    left to the list, so that the buildings stay apart."""
    placed = [each for each in services if each.point]
    anchors = [each.point for each in buildings if each.point] or [
        each.point for each in placed if each.point
    ]
    if not anchors:
        return None
    centre = Point(median(each.lon for each in anchors), median(each.lat for each in anchors))
    placed = [
        each for each in placed if each.point and metres_between(each.point, centre) <= 2 * reach
    ]
    shown = [*anchors, *(each.point for each in placed if each.point)]
    sheet = _Sheet(centre, shown)
    blocks = [
        _block(each.place, each.point, sheet, start, defects) for each in buildings if each.point
    ]
    bar_metres = max(each for each in _SCALES if each * sheet.scale <= WIDTH / 4 or each == 50)
    circle = None
    if start and start.point:
        circle = (*sheet.at(start.point), round(reach * sheet.scale))
    headings = _headings(buildings, sheet)
    bar = round(bar_metres * sheet.scale)
    return Drawing(blocks, headings, _dots(placed, sheet), bar, bar_metres, circle, sheet.height)


def legend(drawing: Drawing | None) -> list[dict[str, Any]]:
    """The numbers and what they stand for, for programs."""
    if drawing is None:
        return []
    return [
        {"number": dot.number, "lon": str(dot.point.lon), "lat": str(dot.point.lat)}
        for dot in drawing.dots
    ]


class _Sheet:
    """From degrees to the units of the drawing."""

    def __init__(self, centre: Point, shown: Sequence[Point]) -> None:
        self.east = math.cos(math.radians(float(centre.lat)))
        xs = [self._flat(each)[0] for each in shown]
        ys = [self._flat(each)[1] for each in shown]
        self.middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        across = max(max(xs) - min(xs), _LEAST)
        down = max(ys) - min(ys)
        self.scale = (WIDTH - 2 * _EDGE) / across
        if down:
            self.scale = min(self.scale, (HEIGHT - 2 * _EDGE) / down)
        # No higher than what is on it: a flat community leaves no empty strips.
        self.height = max(round(down * self.scale) + 2 * _EDGE, _LOWEST)

    def _flat(self, point: Point) -> tuple[float, float]:
        return float(point.lon) * 111_320 * self.east, float(point.lat) * 111_320

    def at(self, point: Point) -> tuple[int, int]:
        x, y = self._flat(point)
        across = WIDTH / 2 + (x - self.middle[0]) * self.scale
        return round(across), round(self.height / 2 - (y - self.middle[1]) * self.scale)


def _block(
    place: Place,
    point: Point,
    sheet: _Sheet,
    start: Pointed | None,
    defects: Mapping[UUID, int],
) -> Block:
    chosen = start is not None and start.place.pk == place.pk
    number = _SUFFIX.sub("", place.name)
    short = number if len(number) <= _FITS else ""
    below = "" if short else place.name
    found = defects.get(place.pk, 0)
    return Block(place.name, short, below, *sheet.at(point), point, chosen, found)


def _headings(buildings: Sequence[Pointed], sheet: _Sheet) -> list[Heading]:
    """The name of each compound whose buildings are drawn, in the middle above them."""
    spots: dict[str, list[Point]] = {}
    for each in buildings:
        above, _sign, name = each.place.name_inside.rpartition(SEPARATOR)
        if above and name and each.point:
            spots.setdefault(above, []).append(each.point)
    found = []
    for name, points in spots.items():
        above_all = Point(median(each.lon for each in points), max(each.lat for each in points))
        x, y = sheet.at(above_all)
        found.append(Heading(name, x, y - 22, above_all))
    return found


def _dots(services: Sequence[Service], sheet: _Sheet) -> list[Dot]:
    dots: dict[Point, Dot] = {}
    for each in services:
        assert each.point is not None
        if each.point not in dots:
            x, y = sheet.at(each.point)
            # Above the building it stands at, so that neither hides the other.
            dots[each.point] = Dot(len(dots) + 1, x, y - 24 if each.building else y, each.point)
        dots[each.point].services.append(each)
    return list(dots.values())
