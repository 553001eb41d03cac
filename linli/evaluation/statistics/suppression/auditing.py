"""Try to get hidden cells back, as anybody could who can add and subtract."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import block_diag, csr_array

from linli.evaluation.statistics.suppression.tables import Key, Table

SLACK = 1e-6
"""Linear programmes answer in floats; counts are whole."""

_AT_ONCE = 40_000
"""So many variables go into one programme at most."""

_TRIED = 12
"""So many directions are tried, forth and back, before each cell is asked for by itself."""


@dataclass(frozen=True)
class Interval:
    """Between what a hidden cell must lie, by all that is shown."""

    low: float
    high: float

    def shelters(self, floor: int) -> bool:
        """Whether it is as wide as the floor and reaches it."""
        return self.high - self.low >= floor - SLACK and self.high >= floor - SLACK


def audit(
    table: Table, hidden: Collection[Key], floor: int, *, only: Collection[Key] | None = None
) -> dict[Key, Interval]:
    """The hidden cells that can be had back: those whose interval, by linear programming over
    everything shown, is narrower than the floor or does not reach it. Empty: it is safe.

    An attacker knows all sums, all shown cells, and that no count is under 0. `only` looks at
    these of the hidden cells. Raises ValueError for a hidden cell that is not in the table or
    stands elsewhere already.
    """
    check_hidden(table, hidden)
    asked = set(hidden if only is None else only)
    doubtful = asked - (_sheltered(table, hidden, floor) if len(asked) > _TRIED else set())
    found = intervals(table, hidden, only=doubtful)
    return {key: each for key, each in found.items() if not each.shelters(floor)}


def is_safe(table: Table, hidden: Collection[Key], floor: int) -> bool:
    """Whether nothing hidden can be had back."""
    return not audit(table, hidden, floor)


def intervals(
    table: Table, hidden: Collection[Key], *, only: Collection[Key] | None = None
) -> dict[Key, Interval]:
    """The interval of every hidden cell, by two linear programmes each (HiGHS).

    A cell that no shown total bounds reaches to a number larger than all counts together.
    """
    check_hidden(table, hidden)
    unknown = _in_order(table, hidden)
    asked = set(unknown if only is None else only)
    most = ceiling_of(table)
    found: dict[Key, Interval] = {}
    for cells in _connected(table, unknown):
        wanted = [key for key in cells if key in asked]
        rows, right = _equations(table, cells)
        for some in _portions(wanted, len(cells)):
            lows, highs = _extremes(cells, some, rows, right, most)
            for key, low, high in zip(some, lows, highs, strict=True):
                found[key] = Interval(low, high)
    return {key: found[key] for key in unknown if key in found}


def check_hidden(table: Table, hidden: Collection[Key]) -> None:
    """Raises ValueError for a hidden cell that is not in the table or stands elsewhere already."""
    wrong = [key for key in hidden if key not in table.values or key in table.fixed]
    if wrong:
        raise ValueError(f"these cells cannot be hidden: {wrong}")


def ceiling_of(table: Table) -> int:
    """A number that no count of the table can reach."""
    return 2 * sum(table.values.values()) + 1000


def _in_order(table: Table, hidden: Collection[Key]) -> list[Key]:
    """In the order of the table, so that the same table is always solved the same way."""
    unseen = set(hidden)
    return [key for key in table.values if key in unseen]


def _sheltered(table: Table, hidden: Collection[Key], floor: int) -> set[Key]:
    """Cells of which a few possible tables already show that they are sheltered.

    Each table an attacker could think of widens the interval of all its cells at once: a few in
    mixed directions spare most of the programmes. What they do not show is asked for by itself.
    """
    chance, most, found = np.random.default_rng(0), ceiling_of(table), set()
    for cells in _connected(table, _in_order(table, hidden)):
        rows, right = _equations(table, cells)
        truth = np.array([table.values[key] for key in cells], dtype=float)
        low, high = truth.copy(), truth.copy()
        for _ in range(_TRIED):
            goal = chance.choice([-1.0, 1.0], len(cells))
            for way in (goal, -goal):
                thought = _solve(way, rows, right, most)
                low, high = np.minimum(low, thought), np.maximum(high, thought)
        for at, key in enumerate(cells):
            if Interval(float(low[at]), float(high[at])).shelters(floor):
                found.add(key)
    return found


def _connected(table: Table, unknown: Sequence[Key]) -> Iterator[list[Key]]:
    """Hidden cells in groups that no sum connects with each other."""
    root = {key: key for key in unknown}

    def find(key: Key) -> Key:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for each in table.sums:
        together = [key for key in (each.total, *each.parts) if key in root]
        for key in together[1:]:
            root[find(key)] = find(together[0])
    groups: dict[Key, list[Key]] = {}
    for key in unknown:
        groups.setdefault(find(key), []).append(key)
    yield from groups.values()


def _equations(table: Table, cells: Sequence[Key]) -> tuple[csr_array, np.ndarray]:
    """What the sums say about hidden cells, with everything shown on the right side."""
    place = {key: at for at, key in enumerate(cells)}
    at_row, at_column, signs, right = [], [], [], []
    for each in table.sums:
        terms = [(each.total, -1), *((key, 1) for key in each.parts)]
        if not any(key in place for key, _ in terms):
            continue
        shown = 0
        for key, sign in terms:
            if key in place:
                at_row.append(len(right))
                at_column.append(place[key])
                signs.append(sign)
            else:
                shown += sign * table.values[key]
        right.append(-shown)
    rows = csr_array((signs, (at_row, at_column)), shape=(len(right), len(cells)), dtype=float)
    return rows, np.array(right, dtype=float)


def _portions(cells: Sequence[Key], size: int) -> Iterator[Sequence[Key]]:
    step = max(1, _AT_ONCE // (2 * size))
    for start in range(0, len(cells), step):
        yield cells[start : start + step]


def _extremes(
    cells: Sequence[Key], some: Sequence[Key], rows: csr_array, right: np.ndarray, most: int
) -> tuple[list[float], list[float]]:
    """Least and most of `some` cells. The programmes do not touch each other, so they are solved
    as one, block beside block."""
    place = {key: at for at, key in enumerate(cells)}
    size, times = len(cells), 2 * len(some)
    goal = np.zeros(size * times)
    for at, key in enumerate(some):
        goal[2 * at * size + place[key]] = 1.0
        goal[(2 * at + 1) * size + place[key]] = -1.0
    answer = _solve(
        goal, block_diag([rows] * times, format="csr"), np.tile(right, times), most
    ).reshape(times, size)
    places = [place[key] for key in some]
    lows = [float(answer[2 * at, spot]) for at, spot in enumerate(places)]
    highs = [float(answer[2 * at + 1, spot]) for at, spot in enumerate(places)]
    return lows, highs


def _solve(goal: np.ndarray, rows: csr_array, right: np.ndarray, most: int) -> np.ndarray:
    known = {"A_eq": rows, "b_eq": right} if rows.shape[0] else {}
    solved = linprog(goal, bounds=(0, most), method="highs", **known)
    if solved.status != 0:
        raise ArithmeticError(f"the audit came to no end: {solved.message}")
    return np.asarray(solved.x)
