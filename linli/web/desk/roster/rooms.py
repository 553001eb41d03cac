"""One room of a staircase: its people as a worker meets them at the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.core.people.queries import RosterFacts
from linli.core.places.models import Place
from linli.core.places.rules.naming import SEPARATOR


@dataclass(frozen=True, slots=True, repr=False)
class AtTheDoor:
    """One person of a room: name, age, what ties them to it, and what they need; no number."""

    person: UUID
    name: str
    age: int | None
    lives_here: bool
    kinds: list[Any]
    needs: list[Any]
    is_head: bool


@dataclass(frozen=True, slots=True, repr=False)
class Room:
    """A dwelling with everybody tied to it that day; those who live there first."""

    dwelling: Place
    stair: str
    people: list[AtTheDoor]
    households: list[str]
    living: int


def room_of(dwelling: Place, rows: Sequence[RosterFacts]) -> Room:
    """The room as it is walked."""
    people = [_at_the_door(row, dwelling) for row in rows]
    people.sort(key=lambda each: not each.lives_here)
    numbers = dict.fromkeys(
        row.household.number
        for row in rows
        if row.household and row.household.number and row.household.dwelling_id == dwelling.pk
    )
    above = dwelling.name_inside.rpartition(SEPARATOR)[0]
    return Room(
        dwelling,
        above,
        people,
        list(numbers),
        sum(1 for row in rows if row.home == dwelling and row.lives_here),
    )


def _at_the_door(row: RosterFacts, dwelling: Place) -> AtTheDoor:
    here = [tie for tie in row.ties if tie.dwelling_id == dwelling.pk]
    needs = row.person.readable_needs()
    if row.person.language:
        needs = [*needs, row.person.language]
    return AtTheDoor(
        row.person.pk,
        row.person.name,
        row.age,
        row.lives_here,
        [tie.get_kind_display() for tie in here],
        needs,
        row.is_head,
    )
