"""The plane on which people who vote alike lie near each other: two principal components."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

LEAST_VOTES = 7
LEAST_PEOPLE = 15
_DIGITS = 9
"""Places: what differs by less is the same point, whichever way a sum was added up."""


@dataclass(frozen=True)
class Plane:
    """Where everybody and every statement lies. `points`: people by row, (n, 2). `axes`: (2, J),
    of length one. `spread`: what part of all difference each axis tells, 0 to 1. `reach`: how far
    each statement lies from the middle (its extremity)."""

    points: np.ndarray
    axes: np.ndarray
    centre: np.ndarray
    spread: tuple[float, float]
    reach: np.ndarray


def impute(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The table of votes (not seen: NaN) with the mean of the votes cast put in, and the means;
    a statement nobody saw counts as nought."""
    seen = ~np.isnan(table)
    cast = seen.sum(axis=0)
    sums = np.where(seen, table, 0.0).sum(axis=0)
    means = np.divide(sums, cast, out=np.zeros(table.shape[1]), where=cast > 0)
    return np.where(seen, table, means), means


def components(filled: np.ndarray, centre: np.ndarray) -> tuple[np.ndarray, tuple[float, float]]:
    """The two first principal components (exact, by singular values), and the part each tells.

    Signs are fixed: the statement that weighs most on an axis lies on its positive side. Where
    people do not differ in a second way, the second axis is nought."""
    people, statements = filled.shape
    axes = np.zeros((2, statements))
    _left, sizes, right = np.linalg.svd(filled - centre, full_matrices=False)
    whole = float((sizes**2).sum())
    parts = [0.0, 0.0]
    for number in range(min(2, len(sizes))):
        if sizes[number] <= 1e-9 * max(people, statements):
            continue
        axis = right[number]
        heaviest = int(np.argmax(np.round(np.abs(axis), _DIGITS)))
        axes[number] = axis if axis[heaviest] > 0 else -axis
        parts[number] = float(sizes[number] ** 2) / whole
    return axes, (parts[0], parts[1])


def lay_out(table: np.ndarray) -> Plane:
    """Everybody's point. Only what a person said counts; √(statements/said) sends those who said
    little outward, so that they are not taken for people of the middle."""
    filled, centre = impute(table)
    axes, spread = components(filled, centre)
    seen = ~np.isnan(table)
    said = seen.sum(axis=1)
    off = np.where(seen, table - centre, 0.0)
    factor = np.sqrt(table.shape[1] / np.maximum(said, 1))
    points = np.round((off @ axes.T) * factor[:, None], _DIGITS) + 0.0
    reach = np.sqrt(table.shape[1]) * np.hypot(*(axes * (1 - centre)))
    return Plane(points, axes, centre, spread, reach)


def counted_in(table: np.ndarray) -> np.ndarray:
    """Which people are sorted into groups: those with seven votes (or all there are); where that
    is fewer than fifteen people, those with the most votes, equals together."""
    said = (~np.isnan(table)).sum(axis=1)
    kept = said >= min(LEAST_VOTES, table.shape[1])
    if kept.sum() < LEAST_PEOPLE and len(said):
        ordered = np.sort(said)[::-1]
        least = max(int(ordered[min(LEAST_PEOPLE, len(said)) - 1]), 1)
        kept = kept | (said >= least)
    return np.asarray(kept)
