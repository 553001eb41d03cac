"""What other rooms know of who does what: told by whoever may know both (`web/crossings`).

tell_duties(lines_of_intake)        # lines_of_intake(community, on) -> Iterable[ToldDuty]
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class ToldDuty:
    """A line another room keeps: of the body of that name, with the page that opens it."""

    body: str
    what: str
    words: str = ""
    phone: str = ""
    basis: str = ""
    url: str = ""


_TELLERS = Tellers[[Any, date], ToldDuty]()
tell_duties = _TELLERS.join
"""Registers who knows further lines."""


def duties_told(community: Any, on: date) -> list[ToldDuty]:
    """All that is told."""
    return _TELLERS.told(community, on)
