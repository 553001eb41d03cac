"""Who keeps the polls of a room: the room says so when it is loaded, and this floor asks.

A poll knows the page that shows it (`Poll.url_name`, "elections:desk_election") and nothing else
of whoever holds it; that name, or what stands before its colon, finds the keeper.

    keep_polls("elections", Keeper(runs="elections.run", helps="elections.help", …))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class Keeper:
    """The permissions of a room over its polls. `runs`: sets stations up, names tellers, voids
    and merges; `helps`: hands out papers; `watches`: sees all of it and changes nothing.
    `may_serve`: whether somebody may help or count at this poll at all (a candidate may not).
    `statutory`: these are elections and recalls as the law lays them down. `prints`: the room
    prints the papers itself, with stubs it accounts for."""

    runs: str
    helps: str
    watches: str
    may_serve: Callable[[Any, Any], Finding]
    statutory: bool = False
    prints: bool = False


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


def keepers() -> tuple[Keeper, ...]:
    """Every keeper there is."""
    return tuple(_KEEPERS.values())
