"""Where a wish belongs that is none: pages of other rooms (the safety net, charity), which
crossings tell. This room learns titles and addresses, and imports nothing.

    tell_ways(ways_to_the_safety_net)     # in web/crossings
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Way:
    """A page that helps where a wish does not."""

    title: Any
    url: str


Teller = Callable[[Any], Iterable[Way]]
_TELLERS: list[Teller] = []


def tell_ways(teller: Teller) -> None:
    """Registers who knows a way on."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def ways_on(community: Any) -> list[Way]:
    """The ways on in a community."""
    return [way for teller in _TELLERS for way in teller(community)]
