"""What the Party organisation studies before residents decide (RCL 30): another room keeps the
record; this one shows which are due. A crossing tells.

    tell_studies(studies_of_assemblies)     # in web/crossings
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Study:
    """One matter that needs a study before the day `meets_on`. `studied_on`: when it was recorded,
    if it was; `url`: the page on which it is recorded, where it is not yet."""

    title: str
    meets_on: date
    url: str
    studied_on: date | None = None
    by: str = ""


Teller = Callable[[Any, date], Iterable[Study]]
_TELLERS: list[Teller] = []


def tell_studies(teller: Teller) -> None:
    """Registers who keeps such records."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def studies_of(community: Any, on: date) -> list[Study]:
    """What waits for a study and what was studied lately: the earliest meeting first."""
    found = [study for teller in _TELLERS for study in teller(community, on)]
    return sorted(found, key=lambda study: study.meets_on)
