"""Counts made into values: exact, with their interval, or with the reason why there is none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from linli.evaluation.definitions import Catalogue, Indicator
from linli.evaluation.engine.counting import Counts
from linli.evaluation.engine.expressions import Measure
from linli.evaluation.periods import Period
from linli.evaluation.rules import is_small, raise_floor
from linli.lib.numbers import FLOOR, median, wilson


@dataclass(frozen=True, slots=True)
class Value:
    """One indicator in one period, of one community.

    `numerator` over `denominator` is the value, in parts of one (a median: in its unit; a plain
    count: over 1). Both are None where there is a gap that leaves nothing, and there where the
    gap is only that they are too few. `n`: the rows it stands on.
    """

    indicator: Indicator
    period: Period
    n: int = 0
    numerator: int | None = None
    denominator: int | None = None
    low: float | None = None
    high: float | None = None
    gap: str = ""
    small: bool = False


def measures_of(catalogue: Catalogue) -> list[Measure]:
    """Everything that must be counted for these indicators."""
    wanted = []
    for row in catalogue.rows:
        wanted.append(Measure(row.key, row.aggregator, row.kinds, row.field, row.of, row.times))
        if row.against is not None and row.against.kinds:
            base = row.against
            wanted.append(Measure(f"{row.key}/against", base.by, base.kinds, base.field, base.of))
    return wanted


def reckon_values(
    catalogue: Catalogue, periods: Sequence[Period], counts: Counts, *, floor: int = FLOOR
) -> Iterator[Value]:
    """Every indicator in every period it is reckoned for, by the version of that period.
    `floor`: the place's own, below which counts are small."""
    names = dict.fromkeys(row.id for row in catalogue.rows)
    for period in periods:
        for name in names:
            row = catalogue.in_force(name, period.starts)
            if row is not None and period.kind in row.period_kinds:
                yield reckon_value(row, period, counts, floor=floor)


def reckon_value(row: Indicator, period: Period, counts: Counts, *, floor: int = FLOOR) -> Value:
    """One value out of the counts."""
    if not _is_known(row, period, counts):
        return Value(row, period, gap="no_records")
    n, numerator, denominator = _count(row, period, counts)
    if numerator is None:
        return Value(row, period, n, gap="no_records")
    if denominator is None:
        return Value(row, period, n, gap="no_register")
    if denominator == 0:
        return Value(row, period, n, gap="no_records")
    low, high = _interval(row, numerator, denominator)
    base = n if row.aggregator == "median" else denominator
    return Value(
        row,
        period,
        n,
        numerator,
        denominator,
        low,
        high,
        gap="too_few" if base < row.minimum else "",
        small=is_row_small(row, n, numerator, denominator, floor),
    )


def _count(row: Indicator, period: Period, counts: Counts) -> tuple[int, int | None, int | None]:
    """Rows, numerator, denominator; None where there is nothing to say or measure against."""
    cell = (row.key, period.key)
    match row.aggregator:
        case "ratio_of_sums":
            found = counts.totals.get(cell)
            if not found or not found["shares"]:
                return 0, None, None
            return found["shares"], found["share_part"], found["whole"]
        case "share_at_least":
            found = counts.regulars.get(cell)
            if not found:
                return 0, None, None
            return found["persons"], found["regular"], found["persons"]
        case "median":
            return _median(counts.histograms.get(cell, {}))
    n, numerator = _plain(cell, row.aggregator, row.of, counts)
    if row.against is None:
        return n, numerator, 1
    return n, numerator, _base(row, period, counts)


def _plain(cell: tuple[str, str], by: str, of: str, counts: Counts) -> tuple[int, int | None]:
    """A single count. Where its kinds are known and had no row in the period, it is nought."""
    if by == "distinct":
        found = counts.distincts.get(cell)
        if not found:
            return 0, 0
        told_apart = found["households" if of == "household" else "persons"]
        # Rows there are, but nobody known behind any of them: that is not "nobody was reached".
        return found["n"], told_apart or None
    found = counts.standing.get(cell) if by == "last" else counts.totals.get(cell)
    if not found:
        return 0, 0
    return found["n"], found["n"] if by == "count" else found["part"]


def _base(row: Indicator, period: Period, counts: Counts) -> int | None:
    base = row.against
    assert base is not None
    if base.by == "constant":
        return base.constant
    n, found = _plain((f"{row.key}/against", period.key), base.by, base.of, counts)
    if base.by == "last":
        return found if n else None  # a register that tells nothing is none
    return found or 0


def _median(histogram: Mapping[int, int]) -> tuple[int, int | None, int | None]:
    middle = median(value for value, times in histogram.items() for _ in range(times))
    if middle is None:
        return 0, None, None
    return sum(histogram.values()), middle.numerator, middle.denominator


def _interval(
    row: Indicator, numerator: int, denominator: int
) -> tuple[float | None, float | None]:
    if not row.interval or not 0 <= numerator <= denominator:
        return None, None
    return wilson(numerator, denominator)


def is_row_small(
    row: Indicator,
    n: int,
    numerator: int,
    denominator: int,
    floor: int,
    *,
    own: int | None = None,
) -> bool:
    """Whether the figure would show a count too small to be public there. `own`: in the place of
    the indicator's own floor."""
    least = raise_floor(row.floor if own is None else own, floor)
    if row.aggregator == "median":
        return is_small(n, None, least, people=False)
    constant = row.against is not None and row.against.by == "constant"
    base = denominator if row.is_quotient and not constant else None
    return is_small(numerator, base, least, people=row.people)


def _is_known(row: Indicator, period: Period, counts: Counts) -> bool:
    last = max(period.months())
    return any(
        kind in counts.first_month and counts.first_month[kind] <= last for kind in row.known_by
    )
