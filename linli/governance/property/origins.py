"""What other rooms know of an estate: complaints by sort. Crossings tell it, as counts alone.

tell_complaints(property_matters_counted)     # in web/crossings
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Complaints:
    """So many of one sort, of which so many are answered; nothing of who or what."""

    title: Any
    count: int
    answered: int


Teller = Callable[[Any, Any, date, date], Iterable[Complaints]]
"""`(community, place, since, until)`."""
_TELLERS: list[Teller] = []


def tell_complaints(teller: Teller) -> None:
    """Registers who counts complaints about a place's management."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def complaints_of(community: Any, place: Any, since: date, until: date) -> list[Complaints]:
    """The complaints of that time, by sort, the most first."""
    rows = [row for teller in _TELLERS for row in teller(community, place, since, until)]
    return sorted(rows, key=lambda row: -row.count)
