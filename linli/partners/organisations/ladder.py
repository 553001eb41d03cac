"""The ladder of taking part, filled by the rooms: where one can do something now, and how many
did. This room learns titles, addresses and counts, and imports nothing; crossings tell it.

    tell_ways_up(ways_of_rooms)         # in web/crossings: Step("deciding", _("…"), url)
    tell_taken_part(counted_by_rung)    # Part("doing", _("…"), 132, people=True)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """Something one can do on a rung: a page, and one sentence more where it needs one."""

    rung: str
    title: Any
    url: str
    note: Any = ""


@dataclass(frozen=True, slots=True)
class Part:
    """How often, or by how many (`people`), something of a rung was done in a year."""

    rung: str
    title: Any
    count: int
    people: bool = False


_WAYS: list[Callable[[Any], Iterable[Step]]] = []
_PARTS: list[Callable[[Any, int], Iterable[Part]]] = []


def tell_ways_up(teller: Callable[[Any], Iterable[Step]]) -> None:
    """Registers who knows ways to take part."""
    if teller not in _WAYS:
        _WAYS.append(teller)


def tell_taken_part(teller: Callable[[Any, int], Iterable[Part]]) -> None:
    """Registers who counts what was done in a year."""
    if teller not in _PARTS:
        _PARTS.append(teller)


def ways_up(community: Any) -> list[Step]:
    """Everything one can do now, in the order it was told."""
    return [step for teller in _WAYS for step in teller(community)]


def taken_part(community: Any, year: int) -> list[Part]:
    """What was done in a year."""
    return [part for teller in _PARTS for part in teller(community, year)]
