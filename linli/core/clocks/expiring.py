"""What runs out by itself and has no clock: a notice on the board, a post's term, a contract. A
room, or the desk for it, says where to look:

    register_expiring(Source("contracts", _("合同"), find=contracts_ending))

`find(community, since, until, actor)` gives what ends from one day to another, both included, of
what this actor may see; it asks the database once, however much there is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.audit.actor import Actor


@dataclass(frozen=True, slots=True)
class Expiring:
    """One thing and its last day. `title` holds nothing about a person but a colleague's post."""

    title: Any
    on: date
    url: str = ""


Find = Callable[[Any, date, date, Actor], Iterable[Expiring]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where to look, and what those things are called."""

    name: str
    title: Any
    find: Find


SOURCES: dict[str, Source] = {}


def register_expiring(source: Source) -> None:
    """Called in an app's `ready`. One name has one source."""
    known = SOURCES.setdefault(source.name, source)
    if known != source:
        raise ValueError(f"two sources are called {source.name!r}")


def expiring(
    community: Any, since: date, until: date, actor: Actor
) -> list[tuple[Source, Expiring]]:
    """Everything that ends in those days, the earliest first."""
    found = [
        (source, each)
        for source in SOURCES.values()
        for each in source.find(community, since, until, actor)
    ]
    return sorted(found, key=lambda each: each[1].on)
