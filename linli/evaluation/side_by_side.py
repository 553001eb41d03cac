"""Divisions beside each other: counts and shares only, the small ones hidden, none ranked.

What travels up is numerators and denominators; a level's own figure is a sum over a sum. When it
may be shown is in `levels/sheltering.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from linli.evaluation.definitions import SCALES, Indicator, catalogue
from linli.evaluation.engine.rollup import NOT_ROLLED_UP, is_rolled_up
from linli.evaluation.levels.held import Held, Known, Origin
from linli.evaluation.levels.sheltering import Counts, add_up
from linli.evaluation.levels.tree import Node
from linli.evaluation.nesting import shipped
from linli.evaluation.periods import Period
from linli.evaluation.presentation import UNIT_WORDS, say_value
from linli.evaluation.returns.lines import TOLD, TOO_FEW
from linli.evaluation.returns.outgoing import travels
from linli.lib.numbers import FLOOR


@dataclass(frozen=True, slots=True)
class Cell:
    """One division's figure. `state`: shown, hidden, thin, missing. A hidden one carries no
    number. `low` and `high` in parts of one; `told` of `asked` communities are in it."""

    state: str
    unit: str = ""
    value: Fraction | None = None
    n: int | None = None
    numerator: int | None = None
    denominator: int | None = None
    low: float | None = None
    high: float | None = None
    told: int = 1
    asked: int = 1

    @property
    def words(self) -> str:
        """The value as it is read."""
        return say_value(self.value) or "—"

    @property
    def is_partial(self) -> bool:
        """Whether some communities under it have told nothing that could be added."""
        return self.state in ("shown", "thin") and self.told < self.asked

    def as_data(self) -> Any:
        """For the table as data: a number, or nothing; what is hidden is said by the state."""
        if self.value is None:
            return None
        tenths = round(self.value * 10)
        return tenths // 10 if tenths % 10 == 0 else tenths / 10


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator: its title and unit, a cell for each division, and the office's own."""

    row: Indicator
    cells: tuple[Cell, ...]
    total: Cell

    @property
    def unit(self) -> Any:
        return UNIT_WORDS[self.row.unit]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The table: divisions in the order of their names, columns in the order of their ids."""

    period: Period
    nodes: tuple[Node, ...]
    columns: tuple[Column, ...]
    origins: tuple[tuple[Origin, ...], ...]
    oldest: date | None

    @property
    def lines(self) -> list[tuple[Node, tuple[Origin, ...], list[Cell]]]:
        """Row by row, as a page lays it out."""
        return [
            (node, self.origins[place], [column.cells[place] for column in self.columns])
            for place, node in enumerate(self.nodes)
        ]


def rows_of(period: Period, group: str = "") -> tuple[Indicator, ...]:
    """The indicators of one group that are told upward; of no group those that a street compares
    first."""
    return tuple(
        row
        for row in catalogue().all_in_force(period.starts)
        if period.kind in row.period_kinds
        and row.has_source
        and (row.group == group and travels(row) if group else row.street)
    )


def lay_side_by_side(
    top: Node,
    known: Known,
    rows: Sequence[Indicator],
    period: Period,
    *,
    floor: int = FLOOR,
) -> SideBySide:
    """The table of one period. Every count from 1 up to, not with, the floor is hidden here, also
    one that a community publishes of its own accord."""
    origins = tuple(
        tuple(
            dict.fromkeys(
                known.origins[each.pk] for each in node.communities() if each.pk in known.origins
            )
        )
        for node in top.parts
    )
    days = [each.on for line in origins for each in line if each.on]
    columns = tuple(_column(row, top, known, period, floor) for row in rows)
    return SideBySide(period, top.parts, columns, origins, min(days, default=None))


def _column(row: Indicator, top: Node, known: Known, period: Period, floor: int) -> Column:
    found = [_counts(row, node, known, period, floor) for node in top.parts]
    cells = tuple(
        _leaf(row, known.of(node.place.pk, row, period))
        if node.is_community
        else _cell(row, counts)
        for node, counts in zip(top.parts, found, strict=True)
    )
    return Column(row, cells, _cell(row, add_up(found, floor, within_year=_in_year(row, period))))


def _in_year(row: Indicator, period: Period) -> bool:
    return period.kind != "year" and row.adds_up


def _counts(row: Indicator, node: Node, known: Known, period: Period, floor: int) -> Counts:
    if node.is_community:
        return counts_of(row, known.of(node.place.pk, row, period))
    parts = [_counts(row, part, known, period, floor) for part in node.parts]
    return add_up(parts, floor, within_year=_in_year(row, period))


def counts_of(row: Indicator, held: Held | None) -> Counts:
    """A community's counts as sums are made of them. What was asked of a sample is a share of
    everybody, of whom nobody is counted: there the answers are, and of too few nothing is added."""
    if held is None or held.numerator is None or held.denominator is None:
        return Counts(None, held is not None and held.hidden, {}, 0, 1)
    is_survey = row.aggregator == "survey"
    if is_survey and held.status != TOLD:
        return Counts(None, held.hidden, {}, 0, 1)
    counts = {"n": held.n or 0} if is_survey else {"part": max(0, held.numerator)}
    constant = row.against is not None and row.against.by == "constant"
    if not is_survey and row.is_quotient and not constant:
        counts["whole"] = held.denominator
        if row.people:
            counts["rest"] = max(0, held.denominator - held.numerator)
    for pair in shipped().pairs.get(row.id, ()):
        counts[pair.name] = held.between.get(pair.name, 0)
    open_ = {name: (count,) for name, count in counts.items()} if held.hidden else {}
    return Counts(counts, held.hidden, open_, 1, 1, held.numerator, held.denominator)


def has_total(row: Indicator) -> bool:
    """Whether its value above a community can be had from theirs. Medians and one rate over
    another do not add up; nor do Gini coefficients, whose brackets do not travel yet."""
    return is_rolled_up(row)


def _leaf(row: Indicator, held: Held | None) -> Cell:
    if held is not None and held.hidden:
        return Cell("hidden")
    if held is None or held.numerator is None or held.denominator is None:
        return Cell("missing", told=0)
    stands_on = held.n if _stands_on_rows(row) else held.denominator
    n = stands_on if _has_base(row) or _stands_on_rows(row) else None
    if held.status == TOO_FEW:
        return Cell("thin", n=n)
    return _value(row, held.numerator, held.denominator, n, held.low, held.high, (1, 1))


def _cell(row: Indicator, counts: Counts) -> Cell:
    """A level's own: sum over sum; none where it has no total."""
    reach = (counts.told, counts.asked)
    if not has_total(row) or (counts.counts is None and not counts.hidden):
        return Cell("missing", told=0, asked=counts.asked)
    if counts.hidden or counts.counts is None:
        return Cell("hidden", told=counts.told, asked=counts.asked)
    base = counts.base if row.is_quotient or _stands_on_rows(row) else 1
    if row.against is not None and row.against.by == "constant" and row.unit not in SCALES:
        base = row.against.constant  # minutes in an hour are as many however many are added up
    n = counts.counts.get("n", base if _has_base(row) else None)
    return _value(row, counts.top, base, n, None, None, reach)


def _has_base(row: Indicator) -> bool:
    """Whether it is a share of a count; not of a constant, which is nobody's number."""
    return row.is_quotient and (row.against is None or row.against.by != "constant")


def _stands_on_rows(row: Indicator) -> bool:
    """Whether what it stands on are rows or answers, and its denominator counts nobody."""
    return row.aggregator == "survey" or row.aggregator in NOT_ROLLED_UP


def _value(
    row: Indicator,
    numerator: int,
    denominator: int,
    n: int | None,
    low: float | None,
    high: float | None,
    reach: tuple[int, int],
) -> Cell:
    told, asked = reach
    if row.aggregator != "parity" and n is not None and n < row.minimum:
        return Cell("thin", n=n, told=told, asked=asked)
    value = Fraction(numerator, denominator) * SCALES.get(row.unit, 1)
    unit = str(UNIT_WORDS[row.unit])
    if row.aggregator in NOT_ROLLED_UP:
        # The two count nobody, and are not told beside the value.
        return Cell("shown", unit, value, n, None, None, low, high, told, asked)
    return Cell("shown", unit, value, n, numerator, denominator, low, high, told, asked)
