"""Where an organisation may meet: rooms that can be booked, told by whoever keeps them. Crossings
tell; this room learns titles and addresses, and imports nothing.

    tell_spaces(rooms_to_book)     # in web/crossings
"""

from dataclasses import dataclass
from typing import Any

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Space:
    """One place that can be booked, and the page where that is done."""

    title: str
    url: str
    says: str = ""


_TELLERS = Tellers[[Any], Space]()
tell_spaces = _TELLERS.join
"""Registers who knows of rooms that can be booked."""


def spaces_of(community: Any) -> list[Space]:
    """The rooms organisations may book here; none where nobody tells of any."""
    return _TELLERS.told(community)
