"""Where activities take place: told by whoever keeps the rooms. Crossings tell them and book them;
this room learns names and how they are reached, and imports nothing.

    tell_venues(venues_of_facilities)     # in web/crossings
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Venue:
    """One room or ground that can be taken. `step_free`, `hearing`: how it is, None where nobody
    has looked; `people_most`: how many it holds; `url`: its own page for everybody."""

    key: UUID
    title: str
    step_free: bool | None = None
    hearing: bool | None = None
    people_most: int | None = None
    url: str = ""


_TELLERS = Tellers[[Any], Venue]()
tell_venues = _TELLERS.join
"""Registers who knows where something can take place."""


def venues_of(community: Any) -> list[Venue]:
    """Every venue of a community, by name."""
    found = _TELLERS.told(community)
    return sorted(found, key=lambda each: each.title)


def venue_called(community: Any, key: UUID | None) -> Venue | None:
    """The venue of that key, if there is one here."""
    return next((each for each in venues_of(community) if each.key == key), None)
