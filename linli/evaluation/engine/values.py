"""Counts made into values: exact, with their interval, or with the reason why there is none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linli.evaluation.definitions import Against, Catalogue, Indicator
from linli.evaluation.engine.cells import IN_GROUP, Measure
from linli.evaluation.engine.counting import Counts
from linli.evaluation.engine.finishing import Count
from linli.evaluation.periods import Period
from linli.evaluation.rules import is_small, raise_floor
from linli.lib.numbers import FLOOR, wilson

RESIDENTS = "people.residents"
OWN_QUOTIENTS = frozenset({"ratio_of_sums", "share_at_least", "median", "kinds_each", "parity"})
"""Ways of counting that give numerator and denominator at once."""


@dataclass(frozen=True, slots=True)
class Value:
    """One indicator in one period, of one community.

    `numerator` over `denominator` is the value, in parts of one (a median: in its unit; a plain
    count: over 1). Both are None where there is a gap that leaves nothing, and there where the
    gap is only that they are too few. `n`: the rows it stands on. `se`: the standard error of what
    was asked of a sample.
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
    se: float | None = None


def measures_of(rows: Iterable[Indicator]) -> list[Measure]:
    """Everything that must be counted for these indicators; nothing for those that are asked of a
    sample or have no source yet."""
    wanted = []
    for row in rows:
        if not row.is_counted:
            continue
        by = "distinct_within" if looks_within(row) else row.aggregator
        wanted.append(Measure(row.key, by, row.kinds, row.field, row.of, row.times, row.within))
        base = base_of(row)
        if base is not None and base.kinds:
            wanted.append(Measure(f"{row.key}/against", base.by, base.kinds, base.field, base.of))
    return wanted


def base_of(row: Indicator) -> Against | None:
    """What it is measured against, said or understood: the people of the group it looks into; for
    the parity of groups, all residents."""
    if row.against is not None:
        return row.against
    if looks_within(row):
        return Against("last", (IN_GROUP,), row.within)
    return Against("last", (RESIDENTS,)) if row.aggregator == "parity" else None


def looks_within(row: Indicator) -> bool:
    """Whether it counts the persons of one group of residents only."""
    return bool(row.within) and row.aggregator == "distinct"


def is_of_communities(row: Indicator) -> bool:
    """Whether it asks of a community yes or no: a stock or a count against one. Above a community
    it is the share of the communities that do, of those that tell; each counts once at most."""
    base = row.against
    one = base is not None and base.by == "constant" and base.constant == 1
    return one and row.aggregator in ("last", "count") and row.unit == "percent"


def reckon_values(
    catalogue: Catalogue, periods: Sequence[Period], counts: Counts, *, floor: int = FLOOR
) -> Iterator[Value]:
    """Every indicator in every period it is reckoned for, by the version of that period.
    `floor`: the place's own, below which counts are small."""
    names = dict.fromkeys(row.id for row in catalogue.rows)
    for period in periods:
        for name in names:
            row = catalogue.in_force(name, period.starts)
            if row is not None and row.is_counted and period.kind in row.period_kinds:
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
    if row.capped or is_of_communities(row):
        numerator = min(numerator, denominator)
    low, high = _interval(row, numerator, denominator)
    return Value(
        row,
        period,
        n,
        numerator,
        denominator,
        low,
        high,
        gap="too_few" if _base_read(row, n, denominator) < row.minimum else "",
        small=is_row_small(row, n, numerator, denominator, floor),
    )


def _base_read(row: Indicator, n: int, denominator: int) -> int:
    """What its minimum is held against; the groups of a parity were held against it before."""
    if row.aggregator == "parity":
        return row.minimum
    return n if row.aggregator == "median" else denominator


def _count(row: Indicator, period: Period, counts: Counts) -> Count:
    """Rows, numerator, denominator; None where there is nothing to say or measure against. Where
    its kinds are known and had no row in the period, a plain count is nought."""
    found = counts.cells.get((row.key, period.key))
    if row.aggregator in OWN_QUOTIENTS:
        return found or (0, None, None)
    n, numerator, _none = found or (0, 0, None)
    base = base_of(row)
    return n, numerator, 1 if base is None else _base(row, base, period, counts)


def _base(row: Indicator, base: Against, period: Period, counts: Counts) -> int | None:
    if base.by == "constant":
        return base.constant
    n, found, _none = counts.cells.get((f"{row.key}/against", period.key), (0, 0, None))
    if base.by == "last":
        return found if n else None  # a register that tells nothing is none
    return found or 0


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
    if row.aggregator in ("median", "parity"):
        return is_small(n, None, least, people=False)
    constant = row.against is not None and row.against.by == "constant"
    base = denominator if row.is_quotient and not constant else None
    return is_small(numerator, base, least, people=row.people)


def _is_known(row: Indicator, period: Period, counts: Counts) -> bool:
    last = max(period.months())
    return any(
        kind in counts.first_month and counts.first_month[kind] <= last for kind in row.known_by
    )
