"""Which choice moves a result most: Sobol's first-order and total indices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

T = TypeVar("T")


@dataclass(frozen=True)
class Sensitivity:
    """The part of the variance one choice makes alone (`first`), and with all others (`total`).

    Each with its 5–95% range over bootstrap rounds: with a few hundred samples they are wide, and
    a first-order index may come out under 0.
    """

    name: str
    first: float
    total: float
    first_range: tuple[float, float]
    total_range: tuple[float, float]


def sobol_points(choices: int, size: int, seed: int) -> np.ndarray:
    """Where to try: rows A, B, then A with each column of B in turn (size × (choices + 2)).

    Columns lie between 0 and 1. `size` is a power of two. Seeded.
    """
    from scipy.stats import qmc

    if size < 2 or size & (size - 1):
        raise ValueError("a Sobol sample is a power of two")
    drawn = qmc.Sobol(2 * choices, rng=np.random.default_rng(seed)).random(size)
    first, second = drawn[:, :choices], drawn[:, choices:]
    blocks = [first, second]
    for choice in range(choices):
        crossed = first.copy()
        crossed[:, choice] = second[:, choice]
        blocks.append(crossed)
    return np.vstack(blocks)


def sobol_indices(
    results: Sequence[float], names: Sequence[str], *, rounds: int = 1000, seed: int = 1
) -> list[Sensitivity]:
    """The indices from the results at `sobol_points`, in the same order.

    First order mean(y_B(y_ABi − y_A))/V (Saltelli 2010), total Σ(y_A − y_ABi)²/2NV (Jansen 1999),
    V over A and B together. Raises ValueError where the results do not fit, or do not vary.
    """
    drawn = np.asarray(results, dtype=float)
    blocks = len(names) + 2
    if len(drawn) % blocks or len(drawn) < 2 * blocks or not np.isfinite(drawn).all():
        raise ValueError("the results do not fit the sample")
    table = drawn.reshape(blocks, -1)
    first, total = _indices(table)
    size = table.shape[1]
    chance = np.random.default_rng(seed)
    again = [_indices(table[:, chance.integers(0, size, size)]) for _ in range(rounds)]
    firsts = np.quantile([each[0] for each in again], [0.05, 0.95], axis=0)
    totals = np.quantile([each[1] for each in again], [0.05, 0.95], axis=0)
    return [
        Sensitivity(
            name,
            float(first[at]),
            float(total[at]),
            (float(firsts[0, at]), float(firsts[1, at])),
            (float(totals[0, at]), float(totals[1, at])),
        )
        for at, name in enumerate(names)
    ]


def _indices(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    plain, other, crossed = table[0], table[1], table[2:]
    variance = np.concatenate([plain, other]).var(ddof=1)
    if not variance > 0:
        raise ValueError("the results do not vary, so no choice moves them")
    first = (other * (crossed - plain)).mean(axis=1) / variance
    total = ((plain - crossed) ** 2).mean(axis=1) / (2 * variance)
    return first, total


def try_choices(
    points: np.ndarray,
    choices: Mapping[str, Sequence[object]],
    run: Callable[[Mapping[str, Any]], T],
) -> list[T]:
    """What `run` gives for each row of `sobol_points`, a column of which picks one of the choices.

    How figures are normalised, joined, drawn in or left out is a choice like weights are: so the
    doubt about an index holds all of them.
    """
    if points.shape[1] != len(choices):
        raise ValueError("a column of points for each choice")
    return [
        run(
            {
                name: ways[min(int(at * len(ways)), len(ways) - 1)]
                for at, (name, ways) in zip(row, choices.items(), strict=True)
            }
        )
        for row in points
    ]
