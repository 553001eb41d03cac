"""What other rooms know of who does what: told by whoever may know both (`web/crossings`).

tell_duties(lines_of_intake)        # lines_of_intake(community, on) -> Iterable[ToldDuty]
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class ToldDuty:
    """A line another room keeps: of the body of that name, with the page that opens it."""

    body: str
    what: str
    words: str = ""
    phone: str = ""
    basis: str = ""
    url: str = ""


Teller = Callable[[Any, date], Iterable[ToldDuty]]

_TELLERS: list[Teller] = []


def tell_duties(teller: Teller) -> None:
    """Registers who knows further lines."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def duties_told(community: Any, on: date) -> list[ToldDuty]:
    """All that is told."""
    return [line for tell in _TELLERS for line in tell(community, on)]
