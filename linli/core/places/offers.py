"""What somebody who scanned a tag can do at that place.

The rooms above register what they offer, so that this register knows none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from linli.core.places.models import Place

MakeUrl = Callable[[Place, str], str]


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do: its words (lazily translated), and the address for a place and its tag;
    the address is "" where that place has none of it."""

    key: str
    text: Any
    url: MakeUrl
    icon: str = ""


_OFFERS: dict[str, Offer] = {}


def offer_at_places(offer: Offer) -> None:
    """Registers an offer; called once from the `ready` of the app that makes it."""
    _OFFERS[offer.key] = offer


def offers_at(place: Place, tag: str) -> list[tuple[Offer, str]]:
    """What can be done at the place, each with its address."""
    made = [(offer, offer.url(place, tag)) for offer in _OFFERS.values()]
    return [(offer, url) for offer, url in made if url]
