"""The opinion map as a drawing: people as marks, those who vote alike near each other.

Made here and not in the browser, so that it is there without scripts and can be printed. Each group
has a shape of its own, so that no colour is needed; people who lie in one spot share a mark.
"""

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.governance.deliberation.queries.opinion_map import GroupTold, MapTold

WIDTH, HEIGHT = 1000, 560
_EDGE, _HEAD = 50, 90
"""Room at the sides and below, and for the names above."""
_SPOT = 22
"""The side of a spot, in the units of the drawing."""
_LEAST, _MOST = 5, 11
SHAPES = ("circle", "square", "triangle", "diamond", "cross")


@dataclass(frozen=True)
class Mark:
    """The people of one group in one spot, and the path of their mark."""

    group: int
    path: str
    people: int


@dataclass(frozen=True)
class Label:
    """A group's name above its people, and where they are, in words."""

    group: GroupTold
    x: int
    y: int
    where: Any
    shape: str


@dataclass(frozen=True)
class Drawing:
    """A sheet: marks, a label for each group, where the visitor lies."""

    marks: list[Mark]
    labels: list[Label]
    own: tuple[int, int] | None
    width: int = WIDTH
    height: int = HEIGHT


def draw(told: MapTold, own: tuple[float, float, int] | None) -> Drawing | None:
    """The drawing; None where there are no groups to be told apart."""
    if not told.has_groups or not told.points:
        return None
    at = _scale([(x, y) for x, y, _group in told.points])
    spots: Counter[tuple[int, int, int]] = Counter()
    for x, y, group in told.points:
        across, down = at(x, y)
        spots[across // _SPOT, down // _SPOT, group] += 1
    marks = [
        Mark(
            group + 1,
            _path(SHAPES[group], across * _SPOT + _SPOT // 2, down * _SPOT + _SPOT // 2, people),
            people,
        )
        for (across, down, group), people in sorted(spots.items())
    ]
    labels = [_label(group, told, at) for group in told.groups]
    return Drawing(marks, labels, at(own[0], own[1]) if own else None)


def _label(group: GroupTold, told: MapTold, at: Any) -> Label:
    own = [at(x, y) for x, y, number in told.points if number == group.number - 1]
    middle = round(sum(across for across, _down in own) / len(own))
    top = min(down for _across, down in own)
    # Above its people, so that nobody lies under it.
    return Label(group, middle, top - 24, _where(group, told.groups), SHAPES[group.number - 1])


def _scale(points: list[tuple[float, float]]) -> Any:
    lowest = [min(point[axis] for point in points) for axis in (0, 1)]
    highest = [max(point[axis] for point in points) for axis in (0, 1)]
    middle = [(lowest[axis] + highest[axis]) / 2 for axis in (0, 1)]
    room = (WIDTH - 2 * _EDGE, HEIGHT - _EDGE - _HEAD)
    spans = [highest[axis] - lowest[axis] for axis in (0, 1)]
    # Both ways alike: near is near.
    scale = min((room[axis] / spans[axis] for axis in (0, 1) if spans[axis] > 0), default=1.0)

    def at(x: float, y: float) -> tuple[int, int]:
        across = round(WIDTH / 2 + (x - middle[0]) * scale)
        return across, round((HEIGHT - _EDGE + _HEAD) / 2 - (y - middle[1]) * scale)

    return at


def _path(shape: str, x: int, y: int, people: int) -> str:
    size = min(_MOST, round(_LEAST * math.sqrt(people)))
    match shape:
        case "circle":
            bow = f"a{size} {size} 0 1 0"
            return f"M{x - size} {y}{bow} {2 * size} 0{bow} {-2 * size} 0z"
        case "square":
            return f"M{x - size} {y - size}h{2 * size}v{2 * size}h{-2 * size}z"
        case "triangle":
            return f"M{x} {y - size}l{size} {2 * size}h{-2 * size}z"
        case "diamond":
            return f"M{x} {y - size}l{size} {size}l{-size} {size}l{-size} {-size}z"
    thin = max(size // 3, 2)
    return (
        f"M{x - thin} {y - size}h{2 * thin}v{size - thin}h{size - thin}v{2 * thin}"
        f"h{thin - size}v{size - thin}h{-2 * thin}v{thin - size}h{thin - size}v{-2 * thin}"
        f"h{size - thin}z"
    )


def _where(group: GroupTold, groups: tuple[GroupTold, ...]) -> Any:
    others = [each.centre for each in groups if each.number != group.number]
    across = group.centre[0] - sum(point[0] for point in others) / len(others)
    along = group.centre[1] - sum(point[1] for point in others) / len(others)
    if abs(across) >= abs(along):
        return _("靠右") if across > 0 else _("靠左")
    return _("靠上") if along > 0 else _("靠下")
