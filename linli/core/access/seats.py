"""Who sits on the residents' committee, told to the registers by the room that keeps it.

    tell_seats(seats_on)                        # that room's `AppConfig.ready`
    for seat in seats_of(community, on): …      # whoever must know: bars, appraisals, audits

The register of members belongs to one room; others that watch over the committee may not look
into it, and need no more than this.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Seat:
    """One term of one member. `id` is the row of the room that keeps it; `until` is the first day
    without the seat, `term_ends` the day on which the committee's own term is over."""

    id: UUID
    person: UUID
    name: str
    office: str
    title: Any
    since: date
    until: date | None = None
    term_ends: date | None = None


_TELLERS = Tellers[[Any, date], Seat]()
tell_seats = _TELLERS.join
"""Registers who knows the seats: all that are held on a day, and those that ended before."""


def seats_of(community: Any, on: date) -> list[Seat]:
    """Who sits on the committee that day, the director first."""
    return [seat for seat in seats_until(community, on) if seat.until is None or seat.until > on]


def seats_until(community: Any, on: date) -> list[Seat]:
    """Who sits on it that day or sat on it before: those who sit first, then the latest."""
    return _TELLERS.told(community, on)


def term_ends(community: Any, on: date) -> date | None:
    """When the present committee's term is over; None where nobody has entered it."""
    known = [seat.term_ends for seat in seats_of(community, on) if seat.term_ends is not None]
    return max(known, default=None)
