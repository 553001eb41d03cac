"""Micro-wishes a branch may promise to meet: another room keeps them and whose they are. A crossing
tells what everybody may read of them anyhow.

    tell_wishes(wishes_waiting, wish_open)     # in web/crossings
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish as everybody reads it: never whose it is."""

    id: UUID
    number: str
    title: str
    whose: Any
    url: str


_TELLERS = Tellers[[Any], Wish]()
tell_wishes = _TELLERS.join
"""Registers who knows wishes."""


def wishes_of(community: Any) -> list[Wish]:
    """The wishes that wait for somebody."""
    return _TELLERS.told(community)


def wish_waiting(community: Any, wish: UUID) -> Wish | None:
    """That wish, if it still waits."""
    return next((each for each in wishes_of(community) if each.id == wish), None)
