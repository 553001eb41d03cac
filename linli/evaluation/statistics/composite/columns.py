"""One column of figures by itself: its middle, its spread, its shape."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt

import numpy as np

from linli.evaluation.statistics.composite.refusal import NotReckoned

Columns = dict[str, np.ndarray]
"""Figures by indicator; rows are units (or units by period: a panel, one under the other). NaN is
missing, and never a nought."""

SKEW_OVER = 2.0
KURT_OVER = 3.5


def known(values: np.ndarray) -> np.ndarray:
    """The figures that are there."""
    drawn = np.asarray(values, dtype=float)
    return drawn[~np.isnan(drawn)]


def skew(values: np.ndarray, column: str = "") -> float:
    """G1, the skewness of a sample (as spreadsheets have it). Raises NotReckoned for fewer than
    three figures or where all are the same."""
    drawn, n = _spread(values, column, 3)
    return float((drawn**3).mean() / (drawn**2).mean() ** 1.5 * sqrt(n * (n - 1)) / (n - 2))


def kurtosis(values: np.ndarray, column: str = "") -> float:
    """G2, the excess kurtosis of a sample (0 in a normal one). Raises NotReckoned for fewer than
    four figures or where all are the same."""
    drawn, n = _spread(values, column, 4)
    plain = (drawn**4).mean() / (drawn**2).mean() ** 2 - 3
    return float((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * plain + 6))


def is_twisted(values: np.ndarray, column: str = "") -> bool:
    """Whether single figures pull the column: |G1| over 2 and G2 over 3.5 (JRC's rule)."""
    return abs(skew(values, column)) >= SKEW_OVER and kurtosis(values, column) >= KURT_OVER


@dataclass(frozen=True)
class Description:
    """A column in figures. `same`: how often its commonest figure stands. Shares are of the
    figures that are there, `share_known` of all rows."""

    least: float
    most: float
    mean: float
    median: float
    sd: float
    skew: float
    kurtosis: float
    known: int
    not_nought: int
    different: int
    same: int
    share_known: float
    share_not_nought: float
    share_different: float
    share_same: float

    @property
    def flags(self) -> tuple[str, ...]:
        """What to look at before the column is used: `gaps` (under two thirds there), `noughts`
        (half or more), `alike` (under half different), `twisted` (see `is_twisted`)."""
        found = {
            "gaps": self.share_known < 2 / 3,
            "noughts": self.share_not_nought < 0.5,
            "alike": self.share_different < 0.5,
            "twisted": abs(self.skew) > SKEW_OVER and self.kurtosis > KURT_OVER,
        }
        return tuple(name for name, holds in found.items() if holds)


def describe(values: np.ndarray, column: str = "") -> Description:
    """The column in figures. Raises NotReckoned as `kurtosis` does."""
    drawn = known(values)
    here, there = len(drawn), int((drawn != 0).sum())
    often = Counter(drawn.tolist())
    same = max(often.values(), default=0)
    return Description(
        skew=skew(drawn, column),
        kurtosis=kurtosis(drawn, column),
        least=float(drawn.min()),
        most=float(drawn.max()),
        mean=float(drawn.mean()),
        median=float(np.median(drawn)),
        sd=float(drawn.std(ddof=1)),
        known=here,
        not_nought=there,
        different=len(often),
        same=same,
        share_known=here / len(values),
        share_not_nought=there / here,
        share_different=len(often) / here,
        share_same=same / here,
    )


def _spread(values: np.ndarray, column: str, least: int) -> tuple[np.ndarray, int]:
    drawn = known(values)
    if len(drawn) < least:
        raise NotReckoned("shape", column, f"fewer than {least} figures")
    if drawn.min() == drawn.max():
        raise NotReckoned("shape", column, "all figures are the same")
    return drawn - drawn.mean(), len(drawn)
