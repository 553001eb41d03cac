"""What else can be shown by place on the map of a community, as counts and nothing finer.

The rooms above register what they count, so that neither this register nor the map knows them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from linli.core.places.models import Place

Counts = Callable[[Place, datetime], Mapping[UUID, int]]


@dataclass(frozen=True, slots=True)
class Layer:
    """One sort of thing: its name and what is counted (lazily translated), how many there are at
    each place (a compound, a building, or the community itself where nothing finer is known),
    and the page of the community where it is dealt with."""

    key: str
    title: Any
    note: Any
    counts: Counts
    url: Callable[[Place], str]


_LAYERS: dict[str, Layer] = {}


def show_on_map(layer: Layer) -> None:
    """Registers a layer; called once from the `ready` of the app that counts it."""
    _LAYERS[layer.key] = layer


def layers() -> tuple[Layer, ...]:
    """Every layer, in the order of registering."""
    return tuple(_LAYERS.values())
