"""What other rooms know of an estate: complaints by sort, as counts alone; and who may write down
for the mediators that both sides of a dispute are willing. Crossings tell it.

    tell_complaints(property_matters_counted)     # in web/crossings
    tell_mediators(may_register)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.audit.actor import Actor
from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Complaints:
    """So many of one sort, of which so many are answered; nothing of who or what."""

    title: Any
    count: int
    answered: int


_TELLERS = Tellers[[Any, Any, date, date], Complaints]()
tell_complaints = _TELLERS.join
"""Registers who counts complaints about a place's management, on the days from one to another."""


def complaints_of(community: Any, place: Any, since: date, until: date) -> list[Complaints]:
    """The complaints of that time, by sort, the most first."""
    rows = _TELLERS.told(community, place, since, until)
    return sorted(rows, key=lambda row: -row.count)


Register = Callable[[Actor, Any], bool]
_REGISTERS: list[Register] = []


def tell_mediators(register: Register) -> None:
    """Registers who knows whether somebody may write a dispute down for the mediators here."""
    if register not in _REGISTERS:
        _REGISTERS.append(register)


def may_reach_mediators(actor: Actor, community: Any) -> bool:
    """Whether whoever handles a dispute may write it down for the mediators."""
    return any(register(actor, community) for register in _REGISTERS)
