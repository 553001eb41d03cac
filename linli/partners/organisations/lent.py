"""What units let others use and another room keeps already: shown beside the units' own list, so
that nobody types it twice. This room learns titles and addresses and imports nothing; crossings
tell it.

    tell_lent(offers_of_units)        # in web/crossings
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Lent:
    """One offer kept elsewhere, as everybody reads it; `url`: the page that keeps it."""

    title: str
    unit: str
    kind: Any
    url: str
    times: str = ""
    conditions: str = ""


_TELLERS = Tellers[[Any, date], Lent]()
tell_lent = _TELLERS.join
"""Registers who keeps such offers."""


def lent_on(community: Any, on: date) -> list[Lent]:
    """What is lent that day, as it was told."""
    return _TELLERS.told(community, on)
