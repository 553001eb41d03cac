"""Who holds an office in a body that another room keeps: mediators, supervisors, representatives.

    tell_organs(organs_told)                      # that room's `AppConfig.ready`
    for held in held_in(community, "mediation_committee", on): …

The register of bodies shows them beside its own without anybody typing them twice; it may not look
into the room that keeps them, and needs no more than this. The residents' committee is told by
`seats.py` and comes in here from there.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.access.seats import seats_until
from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """One term of one office. `kind`: of which body (`residents_committee`, …); `until`: the first
    day without it; `expected`: when the term is over; `of`: the part it is held for (a residents'
    group), `households`: how many chose them, where a representative answers to households."""

    kind: str
    office: Any
    name: str
    since: date
    person: UUID | None = None
    until: date | None = None
    expected: date | None = None
    of: str = ""
    households: int | None = None

    def holds_on(self, on: date) -> bool:
        """Whether it is held that day."""
        return self.since <= on and (self.until is None or self.until > on)


_TELLERS = Tellers[[Any, date], HeldOffice]()
tell_organs = _TELLERS.join
"""Registers who knows the holders of a body: all that hold an office on a day, and those who
held one before."""


def told_until(community: Any, on: date) -> list[HeldOffice]:
    """Everything that is told of all bodies: who holds an office that day, or held one before."""
    return [*_seats(community, on), *_TELLERS.told(community, on)]


def held_in(community: Any, kind: str, on: date) -> list[HeldOffice]:
    """Who holds an office in the bodies of one kind that day."""
    return [each for each in told_until(community, on) if each.kind == kind and each.holds_on(on)]


def _seats(community: Any, on: date) -> list[HeldOffice]:
    return [
        HeldOffice(
            "residents_committee", seat.title, seat.name, seat.since, seat.person, seat.until,
            seat.term_ends,
        )
        for seat in seats_until(community, on)
    ]  # fmt: skip
