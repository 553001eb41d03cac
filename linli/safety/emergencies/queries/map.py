"""Risk places and shelters on one sheet, to scale: only the community's own points."""

from dataclasses import dataclass
from typing import Any

from linli.core.places.drawing import WIDTH, Heading, Sheet, headings, middle_of, short_name
from linli.core.places.queries import places_to_point
from linli.core.places.rules.points import Point
from linli.safety.emergencies.models import RiskPlace, Shelter


@dataclass(frozen=True)
class Block:
    """A building on the sheet."""

    short: str
    below: str
    x: int
    y: int


@dataclass(frozen=True)
class Mark:
    """A numbered place; `shelter`: a square, else a triangle."""

    number: int
    row: Any
    shelter: bool
    x: int | None = None
    y: int | None = None


@dataclass(frozen=True)
class Drawing:
    """The sheet."""

    blocks: list[Block]
    headings: list[Heading]
    marks: list[Mark]
    bar: int
    bar_metres: int
    height: int
    width: int = WIDTH


def draw(
    community: Any, risks: list[RiskPlace], shelters: list[Shelter]
) -> tuple[Drawing | None, list[Mark]]:
    """The drawing, where anything has a point, and the numbered list that stands beside it."""
    buildings = places_to_point(community)
    known = {each.place.pk: each.point for each in buildings if each.point}
    rows = [*((row, False) for row in risks), *((row, True) for row in shelters)]
    points = [_point(row, known) for row, _shelter in rows]
    shown = [*known.values(), *(each for each in points if each)]
    if not any(points):
        return None, [Mark(n, row, flag) for n, (row, flag) in enumerate(rows, 1)]
    sheet = Sheet(middle_of(shown), shown)
    marks = [
        Mark(n, row, flag, *(sheet.at(point) if point else (None, None)))
        for n, ((row, flag), point) in enumerate(zip(rows, points, strict=True), 1)
    ]
    blocks = [
        Block(*short_name(each.place.name), *sheet.at(each.point))
        for each in buildings
        if each.point and each.place.kind == "building"
    ]
    bar, metres = sheet.bar()
    above = headings([each for each in buildings if each.point], sheet)
    placed = _apart([mark for mark in marks if mark.x is not None])
    return Drawing(blocks, above, placed, bar, metres, sheet.height), marks


def _point(row: Any, known: dict[Any, Point]) -> Point | None:
    if row.lon is not None:
        return Point(row.lon, row.lat)
    return known.get(row.place_id)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks at one point stand beside each other."""
    taken: dict[tuple[Any, Any], int] = {}
    found = []
    for mark in marks:
        at = (mark.x, mark.y)
        beside = taken.get(at, 0)
        taken[at] = beside + 1
        x = (mark.x or 0) + 34 * beside
        found.append(Mark(mark.number, mark.row, mark.shelter, x, (mark.y or 0) - 26))
    return found
