"""Organisations on record that may apply for small grants, kept by another room. Crossings tell
them; this room learns names and addresses, and imports nothing.

    tell_groups(spoken_for, called, founded)     # in web/crossings
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.core.audit.actor import Actor


@dataclass(frozen=True, slots=True)
class Group:
    """An organisation on record, by its name there, and its public page."""

    key: UUID
    name: str
    url: str = ""


Spoken = Callable[[Any, Actor], Iterable[Group]]
Called = Callable[[Any, UUID], Group | None]
Founded = Callable[[Any, Actor, UUID], bool]
_TELLERS: list[tuple[Spoken, Called, Founded]] = []


def tell_groups(spoken: Spoken, called: Called, founded: Founded) -> None:
    """Registers who knows for which organisations somebody may apply, where one is shown, and
    whether somebody founded one."""
    if (spoken, called, founded) not in _TELLERS:
        _TELLERS.append((spoken, called, founded))


def groups_for(community: Any, actor: Actor) -> list[Group]:
    """The organisations on record this reader may apply for."""
    return [each for spoken, _called, _founded in _TELLERS for each in spoken(community, actor)]


def group_called(community: Any, key: UUID | None) -> Group | None:
    """The organisation of that key, for a bid that names one."""
    found = (called(community, key) for _spoken, called, _founded in _TELLERS if key is not None)
    return next((each for each in found if each is not None), None)


def founded_by(community: Any, actor: Actor, key: UUID | None) -> bool:
    """Whether this actor founded the organisation of that key: who applies for it at the window
    did not."""
    return key is not None and any(
        founded(community, actor, key) for _spoken, _called, founded in _TELLERS
    )
