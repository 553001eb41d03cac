"""Where a wish belongs that is none: pages of other rooms (the safety net, charity), which
crossings tell. This room learns titles and addresses, and imports nothing.

    tell_ways(ways_to_the_safety_net)     # in web/crossings
"""

from dataclasses import dataclass
from typing import Any

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Way:
    """A page that helps where a wish does not."""

    title: Any
    url: str


_TELLERS = Tellers[[Any], Way]()
tell_ways = _TELLERS.join
"""Registers who knows a way on."""


def ways_on(community: Any) -> list[Way]:
    """The ways on in a community."""
    return _TELLERS.told(community)
