"""Three means of the values in a row, each with weights that need not sum to 1."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from linli.evaluation.statistics.composite.refusal import NotReckoned


def arithmetic(table: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Σwx/Σw: a weak value is bought off by a strong one. Missing values take no part."""
    return _weighed(table, weights, lambda values: values, lambda means: means)


def geometric(table: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """exp(Σw ln x/Σw): a weak value weighs on all. Raises NotReckoned for a nought or less."""
    _above_nought("geometric mean", table)
    return _weighed(table, weights, np.log, np.exp)


def harmonic(table: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Σw/Σ(w/x): a weak value weighs heavier still. Raises NotReckoned for a nought or less."""
    _above_nought("harmonic mean", table)
    return _weighed(table, weights, np.reciprocal, np.reciprocal)


MEANS: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "arithmetic": arithmetic,
    "geometric": geometric,
    "harmonic": harmonic,
}
"""The means by name, as definitions and pages name them."""


def _weighed(
    table: np.ndarray,
    weights: np.ndarray,
    there: Callable[[np.ndarray], np.ndarray],
    back: Callable[[np.ndarray], np.ndarray],
) -> np.ndarray:
    values, plain = np.asarray(table, dtype=float), np.asarray(weights, dtype=float)
    if (plain < 0).any() or not plain.sum() > 0:
        raise ValueError("weights are not negative, and one of them is more")
    heard = ~np.isnan(values)
    present = (heard * plain).sum(axis=1)
    sums = (np.where(heard, there(np.where(heard, values, 1.0)), 0.0) * plain).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return back(np.where(present > 0, sums / present, np.nan))


def _above_nought(step: str, table: np.ndarray) -> None:
    for column, values in enumerate(np.asarray(table, dtype=float).T, 1):
        if (values <= 0).any():
            raise NotReckoned(
                step, f"column {column}", "a nought or less; normalise to 1–100 first"
            )
