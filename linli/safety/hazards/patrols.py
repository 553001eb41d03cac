"""When somebody patrols, told by the room that keeps the rota: how many are wanted and how many
have said yes, never who.

    tell_patrols(patrols_of_volunteers)     # in web/crossings
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Patrol:
    """One shift."""

    starts: datetime
    ends: datetime
    title: str
    needed: int
    filled: int
    url: str = ""


_TELLERS = Tellers[[Any, date, date], Patrol]()
tell_patrols = _TELLERS.join
"""Registers who knows the shifts of patrols on the days from one to another."""


def patrols_between(community: Any, since: date, days: int) -> list[Patrol]:
    """The shifts of the next days, in order."""
    until = since + timedelta(days=days)
    found = _TELLERS.told(community, since, until)
    return sorted(found, key=lambda each: each.starts)
