"""Communities beside each other: counts and shares only, the small ones hidden, none ranked.

What travels up is numerators and denominators; a street's own figure is a sum over a sum. Its
total is left out where a hidden cell could be had back from it: to hide a neighbour's cell
instead would shelter nobody, because the neighbour publishes it on pages of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from linli.evaluation.definitions import SCALES, Indicator, catalogue
from linli.evaluation.engine.values import is_row_small
from linli.evaluation.models import Figure
from linli.evaluation.periods import Period
from linli.evaluation.presentation import UNIT_WORDS, say_value
from linli.evaluation.rules import total_may_stand
from linli.lib.numbers import FLOOR


@dataclass(frozen=True, slots=True)
class Cell:
    """One community's figure, or the street's. `state`: shown, hidden, thin, missing. A hidden
    one carries no number."""

    state: str
    unit: str = ""
    value: Fraction | None = None
    n: int | None = None

    @property
    def words(self) -> str:
        """The value as it is read."""
        return say_value(self.value) or "—"

    def as_data(self) -> Any:
        """For the table as data: a number, `<10`, or nothing."""
        if self.state == "hidden":
            return "<10"
        if self.value is None:
            return None
        tenths = round(self.value * 10)
        return tenths // 10 if tenths % 10 == 0 else tenths / 10


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator: its title and unit, a cell for each community, and the street's own."""

    row: Indicator
    cells: tuple[Cell, ...]
    total: Cell

    @property
    def unit(self) -> Any:
        return UNIT_WORDS[self.row.unit]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The table: communities in the order of their names, columns in the order of their ids."""

    period: Period
    communities: tuple[Any, ...]
    columns: tuple[Column, ...]
    oldest: datetime | None

    @property
    def lines(self) -> list[tuple[Any, list[Cell]]]:
        """Row by row, as a page lays it out."""
        return [
            (community, [column.cells[place] for column in self.columns])
            for place, community in enumerate(self.communities)
        ]


def lay_side_by_side(
    communities: Sequence[Any], figures: Sequence[Figure], period: Period, *, floor: int = FLOOR
) -> SideBySide:
    """The table of one period. Every count from 1 up to, not with, the floor is hidden here,
    also one that a community publishes of its own accord."""
    named = tuple(sorted(communities, key=lambda each: (each.name, each.code)))
    found = {(figure.community_id, figure.indicator): figure for figure in figures}
    rows = [
        row
        for row in catalogue().all_in_force(period.starts)
        if row.street and period.kind in row.period_kinds
    ]
    columns = tuple(
        _column(row, [found.get((each.pk, row.id)) for each in named], floor) for row in rows
    )
    moments = [figure.reckoned_at for figure in figures]
    return SideBySide(period, named, columns, min(moments, default=None))


def _column(row: Indicator, figures: Sequence[Figure | None], floor: int) -> Column:
    of_version = [
        figure if figure is not None and figure.version == row.version else None
        for figure in figures
    ]
    hidden = [_is_hidden(row, figure, floor) for figure in of_version]
    cells = tuple(
        Cell("hidden") if away else _cell(row, figure)
        for figure, away in zip(of_version, hidden, strict=True)
    )
    return Column(row, cells, _total(row, of_version, hidden, floor))


def _is_hidden(row: Indicator, figure: Figure | None, floor: int) -> bool:
    if figure is None or figure.numerator is None or figure.denominator is None:
        return False
    if figure.suppressed:
        return True
    return is_row_small(
        row, figure.n, figure.numerator, figure.denominator, floor, own=max(row.floor, floor)
    )


def _cell(row: Indicator, figure: Figure | None) -> Cell:
    if figure is None or figure.numerator is None or figure.denominator is None:
        return Cell("missing")
    n = figure.n if row.aggregator == "median" else figure.denominator
    return _value(row, figure.numerator, figure.denominator, n if _has_base(row) else None)


def _value(row: Indicator, numerator: int, denominator: int, n: int | None) -> Cell:
    if n is not None and n < row.minimum:
        return Cell("thin", n=n)
    value = Fraction(numerator, denominator) * SCALES.get(row.unit, 1)
    return Cell("shown", str(UNIT_WORDS[row.unit]), value, n)


def _has_base(row: Indicator) -> bool:
    return row.is_quotient or row.aggregator == "median"


def _total(
    row: Indicator, figures: Sequence[Figure | None], hidden: Sequence[bool], floor: int
) -> Cell:
    """The street's own: sum over sum. Medians do not add up, and have none."""
    if row.aggregator == "median":
        return Cell("missing")
    tops = [figure.numerator if figure else None for figure in figures]
    bases = [
        figure.denominator if figure and figure.numerator is not None else None
        for figure in figures
    ]
    if all(top is None for top in tops):
        return Cell("missing")
    counts = [tops, bases] if row.is_quotient else [tops]
    if row.people and row.is_quotient:
        counts.append(
            [
                None if top is None or base is None else max(0, base - top)
                for top, base in zip(tops, bases, strict=True)
            ]
        )
    if not all(total_may_stand(cells, hidden, floor) for cells in counts):
        return Cell("hidden")
    base = sum(filter(None, bases))
    if row.is_quotient:
        return _value(row, sum(filter(None, tops)), base, base)
    return _value(row, sum(filter(None, tops)), 1, None)
