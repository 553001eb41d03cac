"""How far a rank can be trusted: weights shaken a little, many times over, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from linli.evaluation.statistics.composite.means import MEANS
from linli.evaluation.statistics.composite.ranks import rank


@dataclass(frozen=True)
class RankRange:
    """Where one unit stands: with the weights as they are, and when they are shaken.

    `low` and `high` are the 5% and 95% quantiles (R's type 7) of its ranks; 1 is the first.
    """

    nominal: int
    mean: float
    median: float
    low: float
    high: float


@dataclass(frozen=True)
class RankRanges:
    """The ranges of all units, and by how many places they moved on average: 0 is steadfast."""

    of: dict[str, RankRange]
    mean_change: float


def rank_ranges(
    scores: Mapping[str, Sequence[float]],
    weights: Sequence[float],
    noise: float = 0.25,
    rounds: int = 1000,
    seed: int = 1,
    *,
    mean: str = "geometric",
) -> RankRanges:
    """Ranks of units by their group scores when every weight is shaken by up to ±`noise`.

    `scores`: for each unit its scores in the order of `weights`; `mean`: arithmetic, geometric or
    harmonic. Each round draws every weight anew between w(1−noise) and w(1+noise), evenly; the
    same seed gives the same ranges. Raises ValueError for fewer than two units, a score that is
    missing, noise outside 0 to 1, no rounds, and as the mean does (a nought under a geometric).
    """
    if mean not in MEANS:
        raise ValueError(f"no mean is called {mean}")
    if not 0 <= noise < 1 or rounds < 1:
        raise ValueError("noise is a part of a weight, and there is at least one round")
    units = list(scores)
    table = np.array([list(scores[unit]) for unit in units], dtype=float)
    plain = np.asarray(weights, dtype=float)
    if len(units) < 2 or table.ndim != 2 or table.shape[1] != len(plain):
        raise ValueError("ranks need two units and a score of each for every weight")
    if np.isnan(table).any():
        raise ValueError("a missing score takes no part in ranks: leave the unit out first")
    chance = np.random.default_rng(seed)
    shaken = plain * (1 + noise * chance.uniform(-1, 1, size=(rounds, len(plain))))
    nominal = rank(MEANS[mean](table, plain))
    ranks = np.column_stack([rank(MEANS[mean](table, drawn)) for drawn in shaken])
    return summarise_ranks(units, nominal, ranks)


def summarise_ranks(units: Sequence[str], nominal: np.ndarray, ranks: np.ndarray) -> RankRanges:
    """The ranges from ranks already reckoned: a row for each unit, a column for each round."""
    low, middle, high = np.quantile(ranks, [0.05, 0.5, 0.95], axis=1)  # numpy's default is type 7
    means = ranks.mean(axis=1)
    return RankRanges(
        {
            unit: RankRange(
                int(nominal[at]),
                float(means[at]),
                float(middle[at]),
                float(low[at]),
                float(high[at]),
            )
            for at, unit in enumerate(units)
        },
        float(np.abs(ranks - nominal[:, None]).mean()),
    )


def shake(
    weights: Mapping[str, float], noise: Mapping[str, float], rounds: int, seed: int
) -> list[dict[str, float]]:
    """Sets of weights of a whole tree, each node drawn between w(1−noise) and w(1+noise).

    A node without its own `noise` keeps its weight. Seeded as `rank_ranges`.
    """
    chance = np.random.default_rng(seed)
    drawn = chance.uniform(-1, 1, size=(rounds, len(weights)))
    return [
        {
            code: weight * (1 + noise.get(code, 0.0) * float(row[at]))
            for at, (code, weight) in enumerate(weights.items())
        }
        for row in drawn
    ]
