"""What can be walked to: distances, and which basic kinds are missing within a quarter of an hour.

Straight lines: nobody here knows the gates and crossings, and the pages say so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from linli.core.places.rules.points import Point, metres_between

_ROUNDED = 10


def told_metres(metres: int) -> int:
    """A distance as it is told: to ten metres, because the points are no better; never nought."""
    return max(_ROUNDED, (metres + _ROUNDED // 2) // _ROUNDED * _ROUNDED)


def within(metres: int, reach: int) -> bool:
    """Whether it can be walked to: up to `reach`, that included (以内)."""
    return metres <= reach


@dataclass(frozen=True, slots=True)
class Reach:
    """One basic kind: how many there are on the map, from how many of the buildings one of them
    can be walked to, and how far the nearest is from the building that was chosen."""

    basic: str
    known: int
    reached: int
    buildings: int
    nearest: int | None = None

    @property
    def is_missing(self) -> bool:
        """Not one building has it near."""
        return self.reached == 0

    @property
    def is_everywhere(self) -> bool:
        """Every building has it near."""
        return 0 < self.buildings == self.reached


def reach_of_basics(
    basics: Sequence[str],
    services: Mapping[str, Iterable[Point]],
    buildings: Sequence[Point],
    reach: int,
    start: Point | None = None,
) -> list[Reach]:
    """Of each basic kind how far it reaches, in the order given. `services`: the points of each
    kind; `start`: the building chosen."""
    found = []
    for basic in basics:
        points = list(services.get(basic, ()))
        near = sum(
            any(within(metres_between(building, point), reach) for point in points)
            for building in buildings
        )
        nearest = (
            min((metres_between(start, each) for each in points), default=None) if start else None
        )
        found.append(Reach(basic, len(points), near, len(buildings), nearest))
    return found
