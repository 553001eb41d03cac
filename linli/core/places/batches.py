"""Pieces of long lists: one statement holds only so many values on either database."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

BATCH = 500
Item = TypeVar("Item")


def in_batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items in pieces of at most `BATCH`."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
