"""The two programmes by which cells are chosen: exact for small tables, by flow for large ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, eye_array, hstack, lil_array, vstack

from linli.evaluation.statistics.suppression.auditing import audit, ceiling_of
from linli.evaluation.statistics.suppression.tables import Key, Table

_NODES = 5_000
"""So many branches are tried at most: a number, not a time, so that machines agree."""

_GIVE = 4
"""So many floors a cell gives way at most: a small number keeps the programme exact in floats."""


@dataclass(frozen=True)
class Choice:
    """What is to be completed: the table, what is hidden first, the floor, what a cell costs."""

    table: Table
    first: frozenset[Key]
    floor: int
    costs: dict[Key, int]


def choose_exactly(choice: Choice) -> frozenset[Key] | None:
    """The cheapest safe choice (Fischetti and Salazar's model), or None where it was not proven.

    For each sheltered cell the programme carries two tables an attacker could think of, one with
    little and one with much in the cell, which differ from the true one in hidden cells only.
    First only the first cells are sheltered; a cell that comes out unsafe is then asked for too.
    """
    asked = [key for key in choice.table.values if key in choice.first]
    while True:
        hidden = _solve(choice, asked)
        if hidden is None:
            return None
        unsafe = audit(choice.table, hidden, choice.floor)
        if not unsafe:
            return hidden
        more = [key for key in unsafe if key not in asked]
        if not more:
            return None
        asked += more


def shelter(choice: Choice, hidden: frozenset[Key], key: Key) -> frozenset[Key]:
    """Hidden cells with the cheapest ones that let `key` range over the floor and up to it.

    One linear programme: how far must which cells give way, each at its cost; hidden ones give
    way for nothing. What had to give way is to be hidden.
    """
    table, cells = choice.table, list(choice.table.values)
    size, spot = len(cells), list(choice.table.values).index(key)
    rows = _sums(table, cells)
    truth = np.array([table.values[each] for each in cells], dtype=float)
    most = float(ceiling_of(table))
    still = _fixed(table)
    price = np.array([0.0 if each in hidden else choice.costs[each] + 1.0 for each in cells])
    up = np.array([0.0 if each in still else most for each in cells])
    down = np.array([0.0 if each in still else table.values[each] for each in cells])
    # Much: up and down; little: up and down. Four movements of each cell.
    none = csr_array(rows.shape)
    equal = vstack([hstack([rows, -rows, none, none]), hstack([none, none, rows, -rows])])
    wide = np.zeros((2, 4 * size))
    wide[0, [spot, size + spot, 2 * size + spot, 3 * size + spot]] = [-1, 1, 1, -1]
    wide[1, [spot, size + spot]] = [-1, 1]
    solved = linprog(
        np.tile(price, 4),
        A_ub=wide,
        b_ub=[-choice.floor, truth[spot] - choice.floor],
        A_eq=equal,
        b_eq=np.zeros(equal.shape[0]),
        bounds=np.column_stack([np.zeros(4 * size), np.tile(np.concatenate([up, down]), 2)]),
        method="highs",
    )
    if solved.status != 0:
        return hidden
    moved = solved.x.reshape(4, size).max(axis=0) > 1e-7
    return hidden.union(each for each, gave in zip(cells, moved, strict=True) if gave)


def _solve(choice: Choice, asked: list[Key]) -> frozenset[Key] | None:
    table, cells = choice.table, list(choice.table.values)
    size = len(cells)
    rows = _sums(table, cells)
    truth = np.array([table.values[each] for each in cells], dtype=float)
    most = float(_GIVE * choice.floor)
    still = _fixed(table)
    parts: list[csr_array] = []
    lows: list[np.ndarray] = []
    highs: list[np.ndarray] = []
    tables = 2 * len(asked)
    width = size * (1 + tables)

    def require(block: csr_array, low: np.ndarray, high: np.ndarray) -> None:
        parts.append(block)
        lows.append(low)
        highs.append(high)

    unlimited = np.full(size, np.inf)
    for at in range(tables):
        before, after = size * at, size * (tables - at - 1)
        nothing, whole = np.zeros(rows.shape[0]), eye_array(size)

        def beside(
            left: csr_array | None, here: csr_array, b: int = before, a: int = after
        ) -> csr_array:
            height = here.shape[0]
            first = csr_array((height, size)) if left is None else left
            return hstack([first, csr_array((height, b)), here, csr_array((height, a))])

        require(beside(None, rows), nothing, nothing)
        # It differs from the truth by no more than `most`, and only where a cell is hidden.
        require(beside(-most * whole, whole), -unlimited, truth)
        require(beside(most * whole, whole), truth, unlimited)
    wide = lil_array((2 * len(asked), width))
    for at, key in enumerate(asked):
        spot = cells.index(key)
        much, little = size * (1 + 2 * at) + spot, size * (2 + 2 * at) + spot
        wide[2 * at, much], wide[2 * at, little], wide[2 * at, spot] = 1, -1, -choice.floor
        wide[2 * at + 1, much], wide[2 * at + 1, spot] = 1, -choice.floor
    require(wide.tocsr(), np.zeros(2 * len(asked)), np.full(2 * len(asked), np.inf))
    pairs = [(group[0], other) for group in table.tied for other in group[1:]]
    if pairs:
        ties = lil_array((len(pairs), width))
        for at, (one, other) in enumerate(pairs):
            ties[at, cells.index(one)], ties[at, cells.index(other)] = 1, -1
        require(ties.tocsr(), np.zeros(len(pairs)), np.zeros(len(pairs)))
    least = np.array([float(each in choice.first) for each in cells] + [0.0] * size * tables)
    at_most = np.array([float(each not in still) for each in cells] + [np.inf] * size * tables)
    solved = milp(
        np.array([float(choice.costs[each]) for each in cells] + [0.0] * size * tables),
        constraints=LinearConstraint(vstack(parts), np.concatenate(lows), np.concatenate(highs)),
        integrality=np.array([1] * size + [0] * size * tables),
        bounds=Bounds(least, at_most),
        # HiGHS's presolve writes a line of its own to the terminal where a solution moves a hair.
        options={"node_limit": _NODES, "mip_rel_gap": 0.0, "presolve": False},
    )
    if solved.status != 0:
        return None
    return frozenset(each for each, chosen in zip(cells, solved.x, strict=False) if chosen > 0.5)


def _sums(table: Table, cells: list[Key]) -> csr_array:
    place = {key: at for at, key in enumerate(cells)}
    rows = lil_array((len(table.sums), len(cells)))
    for at, each in enumerate(table.sums):
        for key in each.parts:
            rows[at, place[key]] = 1
        rows[at, place[each.total]] = -1
    return rows.tocsr()


def _fixed(table: Table) -> set[Key]:
    """Cells that cannot be hidden, and those tied to them."""
    bound = {key for group in table.tied if table.fixed.intersection(group) for key in group}
    return bound | table.fixed
