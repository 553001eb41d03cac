"""A community's own points on a sheet, to scale, north above: from degrees to the units of a
drawing. What is drawn there the rooms say; there is no street and no picture from anywhere else.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from linli.core.places.queries import Pointed
from linli.core.places.rules.naming import SEPARATOR
from linli.core.places.rules.points import Point

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
class Heading:
    """A compound's name, above its buildings."""

    name: str
    x: int
    y: int
    point: Point


class Sheet:
    """From degrees to the units of the drawing. `centre`: the middle of what matters; `shown`: all
    that must be on it, at least one."""

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
        """Where a point stands on the sheet."""
        x, y = self._flat(point)
        across = WIDTH / 2 + (x - self.middle[0]) * self.scale
        return round(across), round(self.height / 2 - (y - self.middle[1]) * self.scale)

    def bar(self) -> tuple[int, int]:
        """The bar for the scale: its length on the sheet, and the metres it stands for."""
        metres = max(each for each in _SCALES if each * self.scale <= WIDTH / 4 or each == 50)
        return round(metres * self.scale), metres


def middle_of(points: Sequence[Point]) -> Point:
    """The middle of some points, which one far away does not move."""
    return Point(median(each.lon for each in points), median(each.lat for each in points))


def short_name(name: str) -> tuple[str, str]:
    """What fits into a building's square, and what is written under it where the name does not."""
    number = _SUFFIX.sub("", name)
    short = number if len(number) <= _FITS else ""
    return short, "" if short else name


def headings(buildings: Sequence[Pointed], sheet: Sheet) -> list[Heading]:
    """The name of each compound whose buildings are drawn, in the middle above them."""
    spots: dict[str, list[Point]] = {}
    for each in buildings:
        above, _sign, name = each.place.name_inside.rpartition(SEPARATOR)
        if above and name and each.point:
            spots.setdefault(above, []).append(each.point)
    found = []
    for name, points in spots.items():
        above_all = Point(middle_of(points).lon, max(each.lat for each in points))
        x, y = sheet.at(above_all)
        found.append(Heading(name, x, y - 22, above_all))
    return found
