"""Figures that stand far from their fellows: to be asked about, never to be struck out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, median, stdev

STRANGE = 3.5
"""Over this, the figure itself not included, a modified z is asked about (Iglewicz and Hoaglin)."""

_MEDIAN_SCALE = 0.6745
"""The normal distribution's upper quartile: the MAD of a normal sample is so many of its sd."""
_MEAN_SCALE = 1.253314
"""√(π/2): an sd is so many mean distances from the median, in a normal sample."""


@dataclass(frozen=True)
class Distances:
    """How far each value is from the median, and by what it was measured.

    `scale`: `median` distance (the rule); `mean` distance where more than half of the values are
    the same, so that the median distance is 0; `none` where all are the same (all distances 0).
    """

    values: tuple[float, ...]
    scale: str

    @property
    def strange(self) -> tuple[int, ...]:
        """Positions of the values to be asked about."""
        return tuple(at for at, value in enumerate(self.values) if abs(value) > STRANGE)


def modified_z(values: Sequence[float]) -> Distances:
    """0.6745(x − median)/MAD: one wild value does not hide itself by widening the scale.

    Compare like with like: one unit, the same month of other years. Raises ValueError for none.
    """
    if not values:
        raise ValueError("there are no values")
    middle = median(values)
    away = [abs(value - middle) for value in values]
    if spread := median(away):
        return Distances(
            tuple(_MEDIAN_SCALE * (value - middle) / spread for value in values), "median"
        )
    if spread := mean(away):
        return Distances(
            tuple((value - middle) / (_MEAN_SCALE * spread) for value in values), "mean"
        )
    return Distances((0.0,) * len(values), "none")


def plain_z(values: Sequence[float]) -> tuple[float, ...]:
    """(x − mean)/s, shown for comparison: it never exceeds (n − 1)/√n, so that a wild value in a
    short series is missed. All 0 where all are the same. Raises ValueError for fewer than two."""
    if len(values) < 2:
        raise ValueError("a spread needs two values")
    centre, spread = mean(values), stdev(values)
    return tuple((value - centre) / spread if spread else 0.0 for value in values)


def ceiling(n: int) -> float:
    """What a plain z can reach at most among n values."""
    return (n - 1) / sqrt(n)
