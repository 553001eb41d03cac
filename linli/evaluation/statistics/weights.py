"""How a body arrives at the weights of groups: by comparing pairs, or by sharing out points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

import numpy as np

RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""Saaty's random index for 1 to 10 things compared. Pinned: other tables give other ratios."""

CONSISTENT = 0.1
"""A consistency ratio up to this, the figure included, passes (Saaty 1980)."""


@dataclass(frozen=True)
class Weights:
    """Weights that sum to 1, and how well the comparisons agree with each other.

    `index` is (λmax − n)/(n − 1), `ratio` that over the random index; 0 is perfect agreement.
    """

    values: tuple[float, ...]
    lambda_max: float
    index: float
    ratio: float

    @property
    def is_consistent(self) -> bool:
        """Whether the comparisons agree well enough to be used."""
        return self.ratio <= CONSISTENT


def ahp(matrix: Sequence[Sequence[float | Fraction]]) -> Weights:
    """Weights from comparisons by pairs: the principal eigenvector (Saaty's AHP).

    `matrix[i][j]` says how many times i weighs j. Raises ValueError unless it is square, positive,
    1 along the diagonal and reciprocal, and for more than ten things.
    """
    compared = _comparisons(matrix)
    n = len(compared)
    roots, vectors = np.linalg.eig(compared)
    principal = int(np.argmax(roots.real))
    vector = np.abs(vectors[:, principal].real)
    lambda_max = float(roots[principal].real)
    index = (lambda_max - n) / (n - 1) if n > 2 else 0.0
    ratio = index / RANDOM_INDEX[n - 1] if n > 2 else 0.0
    return Weights(_to_one(vector), lambda_max, index, ratio)


def row_geometric_mean(matrix: Sequence[Sequence[float | Fraction]]) -> tuple[float, ...]:
    """Weights from the same comparisons by the geometric mean of each row: a second opinion.

    Errors as in `ahp`.
    """
    compared = _comparisons(matrix)
    return _to_one(np.exp(np.log(compared).mean(axis=1)))


def budget_allocation(
    points: Sequence[Sequence[int | Fraction | float]], *, by: str = "median", each: int = 100
) -> list[Fraction]:
    """Weights from members who each shared out `each` points: the median of a thing's points,
    normalised so that all sum to 1 (`by="mean"`: the mean, which needs no normalising). Exact.

    Raises ValueError where nobody shared out, somebody did not share out all points or gave
    less than nothing, and where no weight is left.
    """
    if by not in {"median", "mean"}:
        raise ValueError("points are brought together by median or mean")
    sheets = [[Fraction(given) for given in sheet] for sheet in points]
    if not sheets or len({len(sheet) for sheet in sheets}) != 1:
        raise ValueError("every member shares out points among the same things")
    if any(sum(sheet) != each or min(sheet) < 0 for sheet in sheets):
        raise ValueError(f"every member shares out {each} points, no more and no fewer")
    columns = list(zip(*sheets, strict=True))
    together = [
        median(column) if by == "median" else sum(column, Fraction(0)) / len(column)
        for column in columns
    ]
    whole = sum(together, Fraction(0))
    if not whole:
        raise ValueError("the medians leave no weight at all; take the mean, or talk again")
    return [Fraction(weight) / whole for weight in together]


def _comparisons(matrix: Sequence[Sequence[float | Fraction]]) -> np.ndarray:
    n = len(matrix)
    if not 1 <= n <= len(RANDOM_INDEX) or any(len(row) != n for row in matrix):
        raise ValueError(f"comparisons are a square of up to {len(RANDOM_INDEX)} things")
    compared = np.array([[float(value) for value in row] for row in matrix])
    if not np.isfinite(compared).all() or (compared <= 0).any():
        raise ValueError("a comparison is a number over 0")
    if not np.allclose(compared * compared.T, 1.0, rtol=0, atol=1e-9):
        raise ValueError("if a weighs b three times, b weighs a a third")
    return compared


def _to_one(vector: np.ndarray) -> tuple[float, ...]:
    return tuple(float(value) for value in vector / vector.sum())
