"""Which ideas say much the same: by pairs of signs they share, without knowing any word."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

ENOUGH = 0.3
"""From which share of common pairs on two titles are shown beside each other. Too many shown does
no harm, since the author decides."""


class Told(NamedTuple):
    """An idea as it is compared."""

    key: UUID
    text: str


def pairs_of(text: str) -> frozenset[str]:
    """Two letters that stand beside each other, spaces and marks left out."""
    plain = [sign for sign in text.casefold() if sign.isalnum()]
    return frozenset(one + two for one, two in pairwise(plain))


def likeness(one: str, other: str) -> float:
    """Common pairs of those of the shorter, from 0 to 1."""
    first, second = pairs_of(one), pairs_of(other)
    fewest = min(len(first), len(second))
    return len(first & second) / fewest if fewest else 0.0


def similar(text: str, others: Iterable[Told], *, most: int = 3) -> Sequence[UUID]:
    """The most alike first."""
    found = [(likeness(text, other.text), str(other.key), other.key) for other in others]
    alike = sorted(
        (each for each in found if each[0] >= ENOUGH), key=lambda each: (-each[0], each[1])
    )
    return [key for _share, _text, key in alike[:most]]
