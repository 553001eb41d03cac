"""What no expression may say, since it would divide or look at the row before: medians, and the
parity of groups. Whole numbers in, exact fractions out, in the shape of the expressions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from linli.evaluation.engine.expressions import KEY, SHAPE

if TYPE_CHECKING:
    import pyarrow as pa

    from linli.evaluation.definitions import Indicator

COMPARED = ("band_", "hukou_", "compound:")
SEXES = frozenset({"female", "male"})

Count = tuple[int, int | None, int | None]
"""What a cell stands on, its numerator and its denominator."""


def medians(histograms: "pa.Table") -> "pa.Table":
    """The exact median of every community, measure and period: a whole number over 1 or 2."""
    import numpy as np
    import pyarrow as pa

    ordered = histograms.combine_chunks().sort_by([(name, "ascending") for name in (*KEY, "part")])
    part, times = (ordered[name].to_numpy() for name in ("part", "n"))
    if not len(part):
        return shape_table([])
    # A group begins where any of the keys is another than in the row before.
    begins = np.zeros(len(part), dtype=bool)
    begins[0] = True
    for name in KEY:
        codes = ordered[name].combine_chunks().dictionary_encode().indices.to_numpy()
        begins[1:] |= codes[1:] != codes[:-1]
    first = np.flatnonzero(begins)
    passed = np.cumsum(times)
    before = np.concatenate(([0], passed))[first]
    total = np.add.reduceat(times, first)
    low = part[np.searchsorted(passed, before + (total - 1) // 2, side="right")]
    high = part[np.searchsorted(passed, before + total // 2, side="right")]
    both = low + high
    even = both % 2 == 0
    keys = ordered.select(list(KEY)).take(pa.array(first))
    return pa.table(
        [
            *keys.columns,
            pa.array(total, pa.int64()),
            pa.array(np.where(even, both // 2, both), pa.int64()),
            pa.array(np.where(even, 1, 2), pa.int64()),
        ],
        schema=shape(),
    )


def parities(
    rows: Mapping[str, "Indicator"],
    reached: Iterable[Mapping[str, Any]],
    sizes: Iterable[Mapping[str, Any]],
    populations: Mapping[tuple[str, str, str], int],
) -> "pa.Table":
    """The rate of the group reached least over that of all, or of one group over another.

    `rows`: the indicators by their measures' names. `populations`: of how many all are, by
    community, measure and period. Groups of fewer people than the indicator's minimum are left
    out; where nothing is left to compare the denominator is empty.
    """
    groups: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for size in sizes:
        groups[size["community"], size["period"]][size["code"]] = size["size"]
    persons: dict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
    for row in reached:
        persons[row["community"], row["measure"], row["period"]][row["code"]] = row["persons"]
    found = []
    for key, by_code in persons.items():
        community, measure, period = key
        people = groups[community, period]
        told = _parity(rows[measure], by_code, people, populations.get(key))
        found.append((*key, *told))
    return shape_table(found)


def _parity(
    row: "Indicator", persons: Mapping[str, int], sizes: Mapping[str, int], everybody: int | None
) -> Count:
    large = {code: size for code, size in sizes.items() if size >= max(row.minimum, 1)}
    if row.between:
        above, below = row.between
        if above not in large or below not in large:
            return 0, 0, None
        one, other = persons.get(above, 0), persons.get(below, 0)
        return _over(min(one, other), Fraction(one, large[above]), Fraction(other, large[below]))
    rates = {
        code: Fraction(persons.get(code, 0), size)
        for code, size in large.items()
        if code in SEXES or code.startswith(COMPARED)
    }
    if not rates or not everybody:
        return 0, 0, None
    least = min(rates, key=lambda code: (rates[code], code))
    return _over(persons.get(least, 0), rates[least], Fraction(persons.get("", 0), everybody))


def _over(n: int, rate: Fraction, other: Fraction) -> Count:
    if not other:
        return n, 0, 0
    parity = rate / other
    return n, parity.numerator, parity.denominator


def shape() -> "pa.Schema":
    """The shape of the expressions, in Arrow's types."""
    import pyarrow as pa

    return pa.schema([(name, pa.string() if name in KEY else pa.int64()) for name in SHAPE])


def shape_table(rows: Sequence[tuple[Any, ...]]) -> "pa.Table":
    """Rows in the shape of the expressions."""
    import pyarrow as pa

    columns: list[Sequence[Any]] = [[row[place] for row in rows] for place in range(len(SHAPE))]
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, shape(), strict=True)],
        schema=shape(),
    )
