"""What the Party organisation studies before residents decide (RCL 30): another room keeps the
record; this one shows which are due. A crossing tells.

    tell_studies(studies_of_assemblies)     # in web/crossings
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Study:
    """One matter that needs a study before the day `meets_on`. `studied_on`: when it was recorded,
    if it was; `url`: the page on which it is recorded, where it is not yet."""

    title: str
    meets_on: date
    url: str
    studied_on: date | None = None
    by: str = ""


_TELLERS = Tellers[[Any, date], Study]()
tell_studies = _TELLERS.join
"""Registers who keeps such records."""


def studies_of(community: Any, on: date) -> list[Study]:
    """What waits for a study and what was studied lately: the earliest meeting first."""
    found = _TELLERS.told(community, on)
    return sorted(found, key=lambda study: study.meets_on)
