"""The ladder of taking part, filled by the rooms: where one can do something now, and how many
did. This room learns titles, addresses and counts, and imports nothing; crossings tell it.

    tell_ways_up(ways_of_rooms)         # in web/crossings: Step("deciding", _("…"), url)
    tell_taken_part(counted_by_rung)    # Part("doing", _("…"), 132, people=True)
"""

from dataclasses import dataclass
from typing import Any

from linli.lib.tellers import Tellers


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


_WAYS = Tellers[[Any], Step]()
tell_ways_up = _WAYS.join
"""Registers who knows ways to take part."""

_PARTS = Tellers[[Any, int], Part]()
tell_taken_part = _PARTS.join
"""Registers who counts what was done in a year."""


def ways_up(community: Any) -> list[Step]:
    """Everything one can do now, in the order it was told."""
    return _WAYS.told(community)


def taken_part(community: Any, year: int) -> list[Part]:
    """What was done in a year."""
    return _PARTS.told(community, year)
