"""Indicators joined to groups, groups to the index, level by level; and what hangs on one part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from linli.evaluation.statistics.composite.columns import Columns
from linli.evaluation.statistics.composite.means import MEANS
from linli.evaluation.statistics.composite.ranks import copeland, rank
from linli.evaluation.statistics.composite.refusal import NotReckoned
from linli.evaluation.statistics.composite.tree import Tree

JOINS = {**MEANS, "copeland": copeland}
"""The ways to join by name."""


def aggregate(
    tree: Tree, columns: Columns, by: str | Sequence[str] = "arithmetic", present: float = 0.0
) -> Columns:
    """The columns given, and one for each group and the index.

    `by`: one way for all levels, or one for each level from the bottom up (arithmetic, geometric,
    harmonic, copeland). A group is missing in a row where less than the share `present` of its
    weight is there (the share itself is enough), or nothing. Raises NotReckoned for an indicator
    without a column, for a nought under a geometric or harmonic mean, and for a column that is
    empty in every row.
    """
    steps = tree.top.level - 1
    ways = [by] * steps if isinstance(by, str) else list(by)
    if len(ways) != steps or any(way not in JOINS for way in ways):
        raise ValueError(f"one way to join for each of the {steps} levels: {', '.join(JOINS)}")
    for node in tree.at(1):
        if node.code not in columns:
            raise NotReckoned("aggregate", node.code, "there is no such column")
        if np.isnan(columns[node.code]).all():
            raise NotReckoned("aggregate", node.code, "nothing is known in any row")
    done = {node.code: np.asarray(columns[node.code], dtype=float) for node in tree.at(1)}
    for level, way in enumerate(ways, 2):
        for group in tree.at(level):
            done[group.code] = _join(tree, done, group.code, way, present)
    return done


def leave_one_out(
    tree: Tree, columns: Columns, level: int, by: str | Sequence[str] = "arithmetic"
) -> dict[str, float]:
    """By how many places units move on average when a node of this level is taken out.

    Raises ValueError where the index is missing for a unit, and as `aggregate` does.
    """
    plain = rank(aggregate(tree, columns, by)[tree.top.code])
    moved = {}
    for node in tree.at(level):
        fewer = tree.without([node.code])
        places = rank(aggregate(fewer, columns, by)[fewer.top.code])
        moved[node.code] = float(np.abs(places - plain).mean())
    return moved


def under_weights(
    tree: Tree,
    columns: Columns,
    sets: Sequence[Mapping[str, float]],
    by: str | Sequence[str] = "arithmetic",
) -> np.ndarray:
    """The index under each set of weights: a row for each unit, a column for each set."""
    return np.column_stack(
        [aggregate(tree.weighed(weights), columns, by)[tree.top.code] for weights in sets]
    )


def _join(tree: Tree, done: Columns, code: str, way: str, present: float) -> np.ndarray:
    parts = tree.children(code)
    table = np.column_stack([done[part.code] for part in parts])
    weights = np.array([part.weight for part in parts])
    if not weights.sum() > 0:
        raise NotReckoned("aggregate", code, "its parts have no weight")
    try:
        joined = JOINS[way](table, weights)
    except NotReckoned as refused:
        raise NotReckoned(refused.step, code, f"{refused.column}: {refused.reason}") from refused
    there = (~np.isnan(table) * weights).sum(axis=1) / weights.sum()
    # A hair under the share is the share: two thirds of equal weights are no exact float.
    return np.where(there >= present - 1e-12, joined, np.nan)
