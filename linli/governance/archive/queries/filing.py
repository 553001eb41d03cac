"""What is to be filed of a year: the settled pieces of every room that are not filed yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.files.filing import Piece, Series, all_series
from linli.governance.archive.models import Item


@dataclass(frozen=True, slots=True)
class Waiting:
    """Of one series: how many pieces of the year are filed, and which wait."""

    series: Series
    filed: int
    pieces: tuple[Piece, ...]


def waiting_of_year(community: Any, year: int) -> list[Waiting]:
    """Every series with its pieces of that year, in the order of their keys."""
    return [_waiting(community, year, series) for series in all_series()]


def unfiled(community: Any, year: int) -> Iterator[tuple[Series, Piece]]:
    """What waits, series by series."""
    for each in waiting_of_year(community, year):
        for piece in each.pieces:
            yield each.series, piece


def _waiting(community: Any, year: int, series: Series) -> Waiting:
    pieces = list(series.settled(community, date(year, 1, 1), date(year, 12, 31)))
    filed = set(
        Item.objects.filter(community=community, line=series.key, owner__isnull=False).values_list(
            "owner", flat=True
        )
    )
    return Waiting(
        series,
        sum(1 for piece in pieces if piece.owner in filed),
        tuple(piece for piece in pieces if piece.owner not in filed),
    )
