"""Which of a community's figures are hidden from whoever compares communities: the small ones, the
months from which a hidden one could be had back, and counts that lie close within one another.

Pure, so that the roll-up from files hides by it what the pages hide.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Protocol

from linli.evaluation.definitions import Indicator
from linli.evaluation.engine.values import is_row_small
from linli.evaluation.rules import hide_along

NESTED = {"CX03": "CX02", "CX02": "CX01"}
"""Counts of which one holds the other: who is 80 is 65 too, and 60. Where they differ by a few,
the narrower is hidden, since the two laid beside each other would tell of those few. For files
of a roll-up; pages look at every pair the definitions have (`nesting`)."""


class Told(Protocol):
    """What must be known of a figure: one of the table, or one that was rolled up."""

    @property
    def pk(self) -> Any: ...
    @property
    def period_kind(self) -> str: ...
    @property
    def starts(self) -> Any: ...
    @property
    def n(self) -> int: ...
    @property
    def numerator(self) -> int | None: ...
    @property
    def denominator(self) -> int | None: ...
    @property
    def suppressed(self) -> bool: ...


def hidden_of(row: Indicator, figures: Sequence[Told], *, floor: int) -> dict[Any, bool]:
    """Which figures of one definition are hidden from whoever compares communities: every count
    from 1 up to, not with, the floor, also one that the community publishes of its own accord;
    what is hidden at home; and the months from which a hidden one could be had back."""
    hidden = {figure.pk: _is_small(row, figure, floor) for figure in figures}
    years = {f.starts.year: f for f in figures if f.period_kind == "year"}
    parts: dict[int, list[Told]] = defaultdict(list)
    for figure in sorted(figures, key=lambda each: each.starts):
        if figure.period_kind != "year":
            parts[figure.starts.year].append(figure)
    for year, months in parts.items():
        whole = years.get(year)
        if not row.adds_up or whole is None or whole.numerator is None:
            continue
        if hidden[whole.pk]:
            # What its months show would be taken off the hidden year.
            hidden |= {each.pk: each.numerator is not None for each in months if _counts(row, each)}
            continue
        cells = [
            (each.numerator, each.denominator if row.is_quotient else None)
            if each.numerator is not None
            else None
            for each in months
        ]
        away = hide_along(
            cells,
            [hidden[each.pk] for each in months],
            max(row.floor, floor),
            people=row.people and row.is_quotient,
        )
        hidden |= {each.pk: gone for each, gone in zip(months, away, strict=True)}
    return hidden


def _counts(row: Indicator, figure: Told) -> bool:
    """Whether there is anything in it; of a share, that it is of anything."""
    return bool(figure.numerator) or (row.is_quotient and bool(figure.denominator))


def _is_small(row: Indicator, figure: Told, floor: int) -> bool:
    if figure.numerator is None or figure.denominator is None:
        return False
    if figure.suppressed or row.aggregator == "survey":
        # What was asked of a sample is told in thousandths of everybody, and counts nobody.
        return bool(figure.suppressed)
    return is_row_small(
        row, figure.n, figure.numerator, figure.denominator, floor, own=max(row.floor, floor)
    )
