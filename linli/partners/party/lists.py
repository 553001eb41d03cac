"""The units of the register and the three lists (what they offer, what is needed, what is done
together): another room keeps them, once; the joint council reads and uses them. A crossing tells.

    tell_lists(TheUnitsRoom())     # in web/crossings
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the register, by the name everybody reads."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list as everybody reads it; `state` in words, with its tone; `by`: the day it
    is wanted by."""

    id: UUID
    title: str
    note: str
    state: Any = ""
    tone: str = "open"
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """The three lists."""

    needs: tuple[Line, ...] = ()
    offers: tuple[Line, ...] = ()
    projects: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What a unit had on hand in a time, what came of it, and how much by its day."""

    taken: int = 0
    met: int = 0
    in_time: int = 0


@dataclass(frozen=True, slots=True)
class Door:
    """A page of the room that keeps the lists, for somebody who may open it."""

    title: Any
    url: str


class Keeper(Protocol):
    """Whoever keeps units and lists."""

    def units(self, community: Any) -> Iterable[Unit]:
        """The units that are here, by name."""

    def lists(self, community: Any, on: date) -> Lists:
        """The lists as everybody reads them that day."""

    def lists_of(self, community: Any, unit: UUID, on: date) -> Lists:
        """Those lines that are of one unit."""

    def work_of(self, community: Any, unit: UUID, starts: date, ends: date) -> Work:
        """What it did in a time, both days included."""

    def doors(self, actor: Any, community: Any) -> Iterable[Door]:
        """The list, and the forms that put something on it."""

    def doors_of(self, actor: Any, community: Any, unit: UUID) -> Iterable[Door]:
        """The page of one unit, and the form for what it offers."""


_KEEPERS: list[Keeper] = []


def tell_lists(keeper: Keeper) -> None:
    """Registers who keeps them."""
    if keeper not in _KEEPERS:
        _KEEPERS.append(keeper)


def units_known(community: Any) -> list[Unit]:
    """Every unit of the register."""
    return [unit for keeper in _KEEPERS for unit in keeper.units(community)]


def unit_known(community: Any, key: UUID) -> Unit | None:
    """That unit, if it is in the register."""
    return next((unit for unit in units_known(community) if unit.id == key), None)


def lists_on(community: Any, on: date) -> Lists:
    """The three lists of a day."""
    return _joined(keeper.lists(community, on) for keeper in _KEEPERS)


def need_listed(community: Any, key: UUID, on: date) -> Line | None:
    """That need or project of the lists, if everybody reads it that day."""
    found = lists_on(community, on)
    return next((line for line in (*found.needs, *found.projects) if line.id == key), None)


def lists_of_unit(community: Any, unit: UUID, on: date) -> Lists:
    """What of the lists is of one unit."""
    return _joined(keeper.lists_of(community, unit, on) for keeper in _KEEPERS)


def work_of_unit(community: Any, unit: UUID, starts: date, ends: date) -> Work:
    """What a unit did in a time."""
    found = [keeper.work_of(community, unit, starts, ends) for keeper in _KEEPERS]
    return Work(
        sum(each.taken for each in found),
        sum(each.met for each in found),
        sum(each.in_time for each in found),
    )


def doors_for(actor: Any, community: Any) -> list[Door]:
    """Where the lists are kept, for somebody who may go there."""
    return [door for keeper in _KEEPERS for door in keeper.doors(actor, community)]


def doors_of_unit(actor: Any, community: Any, unit: UUID) -> list[Door]:
    """The same of one unit."""
    return [door for keeper in _KEEPERS for door in keeper.doors_of(actor, community, unit)]


def _joined(parts: Iterable[Lists]) -> Lists:
    found = list(parts)
    return Lists(
        tuple(line for part in found for line in part.needs),
        tuple(line for part in found for line in part.offers),
        tuple(line for part in found for line in part.projects),
    )
