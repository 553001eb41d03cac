"""Who keeps the polls of a room: the room says so when it is loaded, and this floor asks.

A poll knows the page that shows it (`Poll.url_name`, "elections:desk_election") and nothing else
of whoever holds it; that name, or what stands before its colon, finds the keeper.

    keep_polls("elections", Keeper(runs="elections.run", helps="elections.help", …))
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class Asked:
    """What a room says of one question: the plan in full, and how much it takes to carry."""

    text: str
    needs: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What whoever votes reads on the paper: why there is a vote, and each question by its
    position."""

    about: str = ""
    questions: Mapping[int, Asked] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Keeper:
    """The permissions of a room over its polls. `runs`: sets stations up, names tellers, voids
    and merges; `helps`: hands out papers; `watches`: sees all of it and changes nothing.
    `may_serve`: whether somebody may help or count at this poll at all (a candidate may not).
    `statutory`: these are elections and recalls as the law lays them down. `prints`: the room
    prints the papers itself, with stubs it accounts for. `tells`: the room alone tells what is
    asked and what it came to, so the poll's own page leads there. `briefs`: what is put to the
    vote, in full, for the paper on a screen."""

    runs: str
    helps: str
    watches: str
    may_serve: Callable[[Any, Any], Finding]
    statutory: bool = False
    prints: bool = False
    tells: bool = False
    briefs: Callable[[Any], Brief] | None = None


_KEEPERS: dict[str, Keeper] = {}


def keep_polls(room: str, keeper: Keeper) -> None:
    """Registers the keeper of a room's polls, or of those one of its pages shows; called in the
    room's `AppConfig.ready`."""
    _KEEPERS[room] = keeper


def keeper_of(poll: Any) -> Keeper | None:
    """Who keeps this poll; None where its room has not said."""
    return _KEEPERS.get(poll.url_name) or _KEEPERS.get(poll.url_name.partition(":")[0])


def prints_itself(poll: Any) -> bool:
    """Whether the poll's room prints its papers."""
    keeper = keeper_of(poll)
    return keeper is not None and keeper.prints


def told_by_its_room(poll: Any) -> bool:
    """Whether the poll's room alone tells of it."""
    keeper = keeper_of(poll)
    return keeper is not None and keeper.tells


def brief_of(poll: Any) -> Brief | None:
    """What the poll's room says of its questions; None where it says no more than their titles."""
    keeper = keeper_of(poll)
    return keeper.briefs(poll) if keeper is not None and keeper.briefs is not None else None


def keepers() -> tuple[Keeper, ...]:
    """Every keeper there is."""
    return tuple(_KEEPERS.values())
