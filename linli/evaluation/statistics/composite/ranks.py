"""Places from values, and values from comparing pairs."""

from __future__ import annotations

import numpy as np


def rank(values: np.ndarray) -> np.ndarray:
    """The place of each value from above, at full precision: equals share the better place.

    Two, two and one are first, first and third (R's ties "min"). Rounding before ranking gives
    wrong places (COINr 1.1.9), so nothing is rounded here. Raises ValueError for missing values.
    """
    drawn = np.asarray(values, dtype=float)
    if np.isnan(drawn).any():
        raise ValueError("what is missing has no place")
    return 1 + np.array([int((drawn > value).sum()) for value in drawn])


def copeland(table: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """For each row, over how many others it wins less how many it loses to (Copeland).

    A row wins over another where the columns in which it is better weigh more than half; columns
    in which they are equal count half for each. Raises ValueError for missing values.
    """
    drawn, plain = np.asarray(table, dtype=float), np.asarray(weights, dtype=float)
    if np.isnan(drawn).any() or not plain.sum() > 0:
        raise ValueError("comparing pairs needs every value, and weights")
    pairs = np.sign(drawn[:, None, :] - drawn[None, :, :])
    return np.sign(np.round(pairs @ (plain / plain.sum()), 12)).sum(axis=1)
