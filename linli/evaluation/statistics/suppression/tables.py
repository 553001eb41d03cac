"""Tables of counts as an attacker sees them: cells, and which of them add up to which."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from linli.lib.numbers import suppressed

Key = tuple[Hashable, ...]
"""What names a cell: (row, column), (unit, period), (unit, period, "numerator") …"""


@dataclass(frozen=True)
class Sum:
    """A total and the cells that add up to it; everybody knows that they do."""

    total: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True)
class Table:
    """Counts by cell, the sums between them, and what binds the hiding.

    `fixed`: cells that stand elsewhere already and cannot be hidden. `tied`: cells that are
    hidden together or not at all (numerator, denominator and what is left between them).
    """

    values: Mapping[Key, int]
    sums: Sequence[Sum]
    fixed: frozenset[Key] = frozenset()
    tied: Sequence[tuple[Key, ...]] = field(default=())

    def __post_init__(self) -> None:
        for value in self.values.values():
            if isinstance(value, bool) or not isinstance(value, int) or value < 0:
                raise ValueError("a table holds whole counts from 0 up")
        for each in self.sums:
            missing = [key for key in (each.total, *each.parts) if key not in self.values]
            if missing:
                raise ValueError(f"a sum names cells that are not in the table: {missing}")
            if self.values[each.total] != sum(self.values[key] for key in each.parts):
                raise ValueError(f"the parts of {each.total!r} do not add up to it")
        loose = [key for group in self.tied for key in group if key not in self.values]
        if loose or self.fixed - set(self.values):
            raise ValueError("a tie or a fixed cell is not in the table")

    @classmethod
    def crossed(cls, rows: Sequence[Sequence[int]], *, margins_fixed: bool = True) -> Table:
        """A table of two directions with its margins: cells (r, c), margins (r, "sum"),
        ("sum", c) and ("sum", "sum"). With `margins_fixed` the margins stand elsewhere."""
        if not rows or not rows[0] or len({len(row) for row in rows}) != 1:
            raise ValueError("a table has rows of one length")
        across, down = range(len(rows[0])), range(len(rows))
        values: dict[Key, int] = {(r, c): rows[r][c] for r in down for c in across}
        sums = [Sum((r, "sum"), tuple((r, c) for c in across)) for r in down]
        sums += [Sum(("sum", c), tuple((r, c) for r in down)) for c in across]
        whole = Sum(("sum", "sum"), tuple((r, "sum") for r in down))
        sums += [whole, Sum(("sum", "sum"), tuple(("sum", c) for c in across))]
        for each in sums:
            values[each.total] = sum(values[key] for key in each.parts)
        margins = frozenset(each.total for each in sums) if margins_fixed else frozenset()
        return cls(values, sums, margins)

    @classmethod
    def in_time(
        cls,
        counts: Mapping[tuple[str, str], int],
        children: Mapping[str, Sequence[str]],
        months: Mapping[str, Sequence[str]],
        *,
        fixed: Iterable[Key] = (),
    ) -> Table:
        """Units under units, along time: counts by (unit, period).

        `children`: which units add up to a unit; `months`: which periods add up to a period. A
        total that is not among the counts is added up; a sum of which a part is missing is known
        to nobody and left out.
        """
        values, sums = _added_up(counts, children, months)
        cells: dict[Key, int] = dict(values.items())
        return cls(cells, sums, frozenset(fixed))

    @classmethod
    def of_rates(
        cls,
        rates: Mapping[tuple[str, str], tuple[int, int]],
        children: Mapping[str, Sequence[str]],
        months: Mapping[str, Sequence[str]],
        *,
        fixed: Iterable[Key] = (),
    ) -> Table:
        """The same for rates of people: numerator and denominator by (unit, period), where the
        numerator are some of the denominator. Cells (unit, period, "numerator"), "rest" and
        "denominator"; the three are hidden together, and the rate with them. Where people are
        counted once in a year, months do not add up to it: give no `months` then."""
        values: dict[Key, int] = {}
        sums: list[Sum] = []
        for role in ("numerator", "rest", "denominator"):
            counts = {
                key: {"numerator": part, "rest": whole - part, "denominator": whole}[role]
                for key, (part, whole) in rates.items()
            }
            added, across = _added_up(counts, children, months)
            values.update({(*key, role): value for key, value in added.items()})
            sums += [
                Sum((*each.total, role), tuple((*key, role) for key in each.parts))
                for each in across
            ]
        tied = []
        for key in dict.fromkeys(key[:2] for key in values):
            parts, whole = ((*key, "numerator"), (*key, "rest")), (*key, "denominator")
            sums.append(Sum(whole, parts))
            tied.append((*parts, whole))
        return cls(values, sums, frozenset(fixed), tied)


def primary(table: Table, floor: int) -> frozenset[Key]:
    """The cells too small to be shown, from 1 up to, not with, the floor; with all they are tied
    to. A nought names nobody and stays, unless what it is tied to is small."""
    small = {key for key, value in table.values.items() if suppressed(value, floor)}
    for group in table.tied:
        if small.intersection(group):
            small.update(group)
    return frozenset(small)


def _added_up(
    counts: Mapping[tuple[str, str], int],
    children: Mapping[str, Sequence[str]],
    months: Mapping[str, Sequence[str]],
) -> tuple[dict[tuple[str, str], int], list[Sum]]:
    """The counts with the totals that can be added up, and every sum that holds between them."""
    known: dict[tuple[str, str], int | None] = dict(counts)

    def parts_of(unit: str, period: str) -> list[list[tuple[str, str]]]:
        ways = []
        if unit in children:
            ways.append([(child, period) for child in children[unit]])
        if period in months:
            ways.append([(unit, month) for month in months[period]])
        return ways

    def count(key: tuple[str, str]) -> int | None:
        if key not in known:
            known[key] = None
            for way in parts_of(*key):
                found = [count(part) for part in way]
                if all(each is not None for each in found):
                    known[key] = sum(each for each in found if each is not None)
                    break
        return known[key]

    units = dict.fromkeys([unit for unit, _ in counts] + list(children))
    periods = dict.fromkeys([period for _, period in counts] + list(months))
    for unit in units:
        for period in periods:
            count((unit, period))
    values = {key: value for key, value in known.items() if value is not None}
    sums = [
        Sum(key, tuple(way))
        for key in values
        for way in parts_of(*key)
        if all(part in values for part in way)
    ]
    return values, sums
