"""The ideas of a round on the community's own map: numbered points beside the buildings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from linli.core.places.drawing import WIDTH, Heading, Sheet, headings, middle_of, short_name
from linli.core.places.queries import Pointed, points_of
from linli.core.places.rules.points import Point
from linli.governance.budgeting.models import Idea


@dataclass(frozen=True, slots=True)
class Block:
    """A building: the number that fits into its square, or its name below."""

    short: str
    below: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Dot:
    """Where ideas stand: one place, and the numbers of those that are there."""

    x: int
    y: int
    ideas: tuple[Idea, ...]

    @property
    def words(self) -> str:
        """The numbers, as they stand in the dot: the first, and that there are more."""
        first = str(self.ideas[0].serial)
        return first if len(self.ideas) == 1 else f"{first}+"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet with buildings and dots, and a bar for the scale."""

    blocks: list[Block]
    headings: list[Heading]
    dots: list[Dot]
    bar: int
    bar_metres: int
    height: int
    width: int = WIDTH


def draw(community: Any, ideas: Sequence[Idea]) -> Drawing | None:
    """The sheet; None where neither a building nor an idea has a point."""
    buildings = points_of(community)
    by_place = {each.place.pk: each.point for each in buildings}
    placed = [(point, idea) for idea in ideas if (point := _point(idea, by_place))]
    anchors = [each.point for each in buildings if each.point]
    shown = anchors + [point for point, _idea in placed]
    if not shown or not placed:
        return None
    sheet = Sheet(middle_of(anchors or shown), shown)
    bar, metres = sheet.bar()
    return Drawing(
        [_block(each, sheet) for each in buildings if each.point],
        headings(buildings, sheet),
        _dots(placed, by_place.values(), sheet),
        bar,
        metres,
        sheet.height,
    )


def _point(idea: Idea, by_place: Any) -> Point | None:
    return idea.own_point or by_place.get(idea.spot_id)


def _block(each: Pointed, sheet: Sheet) -> Block:
    assert each.point is not None
    return Block(*short_name(each.place.name), *sheet.at(each.point))


def _dots(placed: Sequence[tuple[Point, Idea]], buildings: Any, sheet: Sheet) -> list[Dot]:
    taken = set(buildings)
    found: dict[Point, list[Idea]] = {}
    for point, idea in placed:
        found.setdefault(point, []).append(idea)
    dots = []
    for point, ideas in found.items():
        x, y = sheet.at(point)
        # Above the building it stands at, so that neither hides the other.
        dots.append(Dot(x, y - 28 if point in taken else y, tuple(ideas)))
    return dots
