"""Where an organisation may meet: rooms that can be booked, told by whoever keeps them. Crossings
tell; this room learns titles and addresses, and imports nothing.

    tell_spaces(rooms_to_book)     # in web/crossings
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Space:
    """One place that can be booked, and the page where that is done."""

    title: str
    url: str
    says: str = ""


Teller = Callable[[Any], Iterable[Space]]
_TELLERS: list[Teller] = []


def tell_spaces(teller: Teller) -> None:
    """Registers who knows of rooms that can be booked."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def spaces_of(community: Any) -> list[Space]:
    """The rooms organisations may book here; none where nobody tells of any."""
    return [each for teller in _TELLERS for each in teller(community)]
