"""What must hold of somebody before they are given a post: said by the room whose law it is, when
it is loaded, and asked by this register whenever the post is given.

    ask_before("supervisor", Condition(stated=_("…"), holds=may_supervise_here))
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linli.lib.law import Finding, require


@dataclass(frozen=True, slots=True)
class Condition:
    """`holds(place, person, on)` judges by what is on record; `stated` is what whoever appoints
    ticks on the page, since the records may not know it."""

    stated: Any
    holds: Callable[[Any, UUID, date], Finding]


_CONDITIONS: dict[str, Condition] = {}


def ask_before(post: str, condition: Condition) -> None:
    """Registers what is asked before the post is given; called in a room's `AppConfig.ready`."""
    _CONDITIONS[post] = condition


def condition_of(post: str) -> Condition | None:
    """What is asked before the post is given, if anything is."""
    return _CONDITIONS.get(post)


def require_may_hold(post: str, place: Any, person: UUID | None, on: date) -> None:
    """Refuses a post to whom its condition excludes. Of an account that belongs to no person of
    the roster nothing is on record: there the statement of whoever appoints stands alone."""
    condition = condition_of(post)
    if condition is not None and person is not None:
        require(condition.holds(place, person, on))
