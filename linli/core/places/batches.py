"""Pieces of long lists: one statement holds only so many values on either database."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.db import models

BATCH = 500
Item = TypeVar("Item")
Row = TypeVar("Row", bound=models.Model)


def in_batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items in pieces of at most `BATCH`."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def rewrite(rows: Sequence[Row], *fields: str) -> None:
    """Writes these fields of rows that are already there.

    An upsert on the key: on thousands of rows ten times as quick as Django's `bulk_update`,
    which builds one CASE for each value.
    """
    for batch in in_batches(rows):
        type(batch[0])._default_manager.bulk_create(
            batch, update_conflicts=True, unique_fields=["id"], update_fields=fields
        )
