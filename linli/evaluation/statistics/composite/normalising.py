"""Figures of different units brought to one scale. In every way more is better afterwards.

A community must not fall because another one rose: for anything over years take `goalposts`. The
other ways compare those at hand with each other; for a panel, give all periods at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from linli.evaluation.statistics.composite.columns import Columns, known
from linli.evaluation.statistics.composite.refusal import NotReckoned


def min_max(
    values: np.ndarray, direction: int = 1, to: tuple[float, float] = (0.0, 100.0), column: str = ""
) -> np.ndarray:
    """From the least to the most at hand, between the ends of `to`."""
    turned, least, most = _range("min–max", values, direction, column)
    return (turned - least) / (most - least) * (to[1] - to[0]) + to[0]


def z_score(values: np.ndarray, direction: int = 1, column: str = "") -> np.ndarray:
    """(x − mean)/s: how many standard deviations from the middle."""
    turned, _, _ = _range("z", values, direction, column)
    there = known(turned)
    return (turned - there.mean()) / there.std(ddof=1)


def places(values: np.ndarray, direction: int = 1, column: str = "") -> np.ndarray:
    """1 for the least, and so on up; equals share the lower place. Missing stays missing."""
    turned = np.asarray(values, dtype=float) * direction
    there = known(turned)
    below = np.array([(there < value).sum() for value in turned], dtype=float)
    return np.where(np.isnan(turned), np.nan, below + 1)


def borda(values: np.ndarray, direction: int = 1, column: str = "") -> np.ndarray:
    """How many are less: Borda's points, places less 1."""
    return places(values, direction, column) - 1


def percent_rank(values: np.ndarray, direction: int = 1, column: str = "") -> np.ndarray:
    """The share of the others that are less, 0 to 1. Raises NotReckoned for a single figure."""
    if len(known(values)) < 2:
        raise NotReckoned("percent rank", column, "there is nobody to compare with")
    return borda(values, direction) / (len(known(values)) - 1)


def distance_to_most(values: np.ndarray, direction: int = 1, column: str = "") -> np.ndarray:
    """1 − (most − x)/(most − least): 1 at the best at hand, 0 at the worst."""
    turned, least, most = _range("distance to the most", values, direction, column)
    return 1 - (most - turned) / (most - least)


def fraction_of_most(values: np.ndarray, direction: int = 1, column: str = "") -> np.ndarray:
    """x/most. Raises NotReckoned where the most is not over 0, and where less is better: the
    worst would come out best."""
    if direction < 0:
        raise NotReckoned("fraction of the most", column, "less is better here")
    most = _most(values)
    if not most > 0:
        raise NotReckoned("fraction of the most", column, "the most is not over 0")
    return np.asarray(values, dtype=float) / most


def goalposts(
    values: np.ndarray,
    worst: float,
    best: float,
    to: tuple[float, float] = (0.0, 100.0),
    column: str = "",
) -> np.ndarray:
    """100·clip((x − worst)/(best − worst), 0, 1): fixed ends, so that years compare.

    `worst` is the larger number where less is better. Raises NotReckoned where both are one.
    """
    if worst == best:
        raise NotReckoned("goalposts", column, "both goalposts stand at one place")
    part = np.clip((np.asarray(values, dtype=float) - worst) / (best - worst), 0.0, 1.0)
    return part * (to[1] - to[0]) + to[0]


WAYS: dict[str, Callable[..., np.ndarray]] = {
    "min_max": min_max,
    "z_score": z_score,
    "places": places,
    "borda": borda,
    "percent_rank": percent_rank,
    "distance_to_most": distance_to_most,
    "fraction_of_most": fraction_of_most,
}
"""The ways that need nothing but the column and its direction."""


def normalise(
    columns: Columns, directions: Mapping[str, int], way: str = "min_max", **settings: object
) -> Columns:
    """All columns in one way; `settings` go to it (`to=(1, 100)`). Errors as the way's own."""
    return {
        code: WAYS[way](values, directions.get(code, 1), column=code, **settings)
        for code, values in columns.items()
    }


def _range(
    step: str, values: np.ndarray, direction: int, column: str
) -> tuple[np.ndarray, float, float]:
    turned = np.asarray(values, dtype=float) * direction
    there = known(turned)
    if not len(there) or there.min() == there.max():
        raise NotReckoned(step, column, "all figures are the same, or there are none")
    return turned, float(there.min()), float(there.max())


def _most(values: np.ndarray) -> float:
    there = known(values)
    return float(there.max()) if len(there) else 0.0
