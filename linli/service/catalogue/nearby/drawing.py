"""The map as a drawing: where buildings and services stand on a sheet, to scale, north above.

Made here and not in the browser, so that it is there without scripts and can be printed. There is
no street and no picture from anywhere else: only the community's own points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linli.core.places.drawing import WIDTH, Heading, Sheet, headings, middle_of, short_name
from linli.core.places.models import Place
from linli.core.places.queries import Pointed
from linli.core.places.rules.points import Point, metres_between
from linli.service.catalogue.nearby.queries import Service


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
    centre = middle_of(anchors)
    placed = [
        each for each in placed if each.point and metres_between(each.point, centre) <= 2 * reach
    ]
    shown = [*anchors, *(each.point for each in placed if each.point)]
    sheet = Sheet(centre, shown)
    blocks = [
        _block(each.place, each.point, sheet, start, defects) for each in buildings if each.point
    ]
    bar, bar_metres = sheet.bar()
    circle = None
    if start and start.point:
        circle = (*sheet.at(start.point), round(reach * sheet.scale))
    above = headings(buildings, sheet)
    return Drawing(blocks, above, _dots(placed, sheet), bar, bar_metres, circle, sheet.height)


def legend(drawing: Drawing | None) -> list[dict[str, Any]]:
    """The numbers and what they stand for, for programs."""
    if drawing is None:
        return []
    return [
        {"number": dot.number, "lon": str(dot.point.lon), "lat": str(dot.point.lat)}
        for dot in drawing.dots
    ]


def _block(
    place: Place,
    point: Point,
    sheet: Sheet,
    start: Pointed | None,
    defects: Mapping[UUID, int],
) -> Block:
    chosen = start is not None and start.place.pk == place.pk
    short, below = short_name(place.name)
    found = defects.get(place.pk, 0)
    return Block(place.name, short, below, *sheet.at(point), point, chosen, found)


def _dots(services: Sequence[Service], sheet: Sheet) -> list[Dot]:
    dots: dict[Point, Dot] = {}
    for each in services:
        assert each.point is not None
        if each.point not in dots:
            x, y = sheet.at(each.point)
            # Above the building it stands at, so that neither hides the other.
            dots[each.point] = Dot(len(dots) + 1, x, y - 24 if each.building else y, each.point)
        dots[each.point].services.append(each)
    return list(dots.values())
