"""When somebody patrols, told by the room that keeps the rota: how many are wanted and how many
have said yes, never who.

    tell_patrols(patrols_of_volunteers)     # in web/crossings
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Patrol:
    """One shift."""

    starts: datetime
    ends: datetime
    title: str
    needed: int
    filled: int
    url: str = ""


Teller = Callable[[Any, date, date], Iterable[Patrol]]
_TELLERS: list[Teller] = []


def tell_patrols(teller: Teller) -> None:
    """Registers who knows the shifts of patrols on the days from one to another."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def patrols_between(community: Any, since: date, days: int) -> list[Patrol]:
    """The shifts of the next days, in order."""
    until = since + timedelta(days=days)
    found = [each for teller in _TELLERS for each in teller(community, since, until)]
    return sorted(found, key=lambda each: each.starts)
