"""Figures made ready: per head, gaps filled, thin rows left out, wild figures drawn in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from linli.evaluation.statistics.composite.columns import Columns, is_twisted, kurtosis, skew
from linli.evaluation.statistics.composite.refusal import NotReckoned


def denominate(columns: Columns, by: Mapping[str, np.ndarray]) -> Columns:
    """Each column named in `by` over its denominator, row by row; the others as they are.

    Without a denominator the figure is missing. Raises NotReckoned for one of nought or less.
    """
    done = dict(columns)
    for code, whole in by.items():
        if code not in columns:
            raise NotReckoned("denominate", code, "there is no such column")
        divisor = np.asarray(whole, dtype=float)
        if (divisor <= 0).any():
            raise NotReckoned("denominate", code, "a denominator is not over 0")
        done[code] = columns[code] / divisor
    return done


@dataclass(frozen=True)
class Filled:
    """Columns without gaps, and which rows of which column were filled: an index says so."""

    columns: Columns
    rows: dict[str, tuple[int, ...]]


def impute(columns: Columns, groups: Sequence[str] | None = None, centre: str = "mean") -> Filled:
    """Gaps filled with the mean or median of the row's group (of all, without groups).

    Raises NotReckoned where a whole group is missing: nothing is known that it could be.
    """
    if centre not in {"mean", "median"}:
        raise ValueError("gaps are filled with mean or median")
    done: Columns = {}
    rows: dict[str, tuple[int, ...]] = {}
    for code, values in columns.items():
        kinds = np.array(groups if groups is not None else [""] * len(values))
        full = np.array(values, dtype=float)
        gaps = np.isnan(full)
        for kind in dict.fromkeys(kinds[gaps].tolist()):
            there = full[(kinds == kind) & ~gaps]
            if not len(there):
                raise NotReckoned("impute", code, f"nothing is known of group {kind!r}")
            full[(kinds == kind) & gaps] = there.mean() if centre == "mean" else np.median(there)
        done[code] = full
        if gaps.any():
            rows[code] = tuple(int(row) for row in np.flatnonzero(gaps))
    return Filled(done, rows)


@dataclass(frozen=True)
class Screened:
    """Columns with the rows that stay, which rows those were, and each row's share of figures."""

    columns: Columns
    kept: tuple[int, ...]
    shares: tuple[float, ...]


def screen(columns: Columns, least: float) -> Screened:
    """Leave out rows of which less than the share `least` of figures is there (the share itself
    is enough). Which stay is said, so that nobody goes missing silently."""
    table = np.column_stack(list(columns.values()))
    shares = (~np.isnan(table)).mean(axis=1)
    kept = np.flatnonzero(shares >= least)
    return Screened(
        {code: np.asarray(values)[kept] for code, values in columns.items()},
        tuple(int(row) for row in kept),
        tuple(float(share) for share in shares),
    )


@dataclass(frozen=True)
class Treated:
    """What was done to a column: its shape before, how many figures were drawn in, and after.

    `settled` is False where it is twisted still: then show it, or take its logarithm knowingly.
    """

    skew: float
    kurtosis: float
    drawn_in: int
    skew_after: float
    kurtosis_after: float
    settled: bool


def treat(columns: Columns, most: int = 5) -> tuple[Columns, dict[str, Treated]]:
    """Draw in the wildest figures of twisted columns to the next (winsorise), `most` at most.

    As long as |G1| ≥ 2 and G2 ≥ 3.5, the highest (lowest, where the skew is negative) becomes the
    next one. Columns that are not twisted stay. Raises NotReckoned for a constant column.
    """
    done, details = {}, {}
    for code, values in columns.items():
        drawn = np.array(values, dtype=float)
        before = skew(drawn, code), kurtosis(drawn, code)
        changed = np.zeros(len(drawn), dtype=bool)
        while is_twisted(drawn, code) and changed.sum() < most:
            end = np.nanmax(drawn) if skew(drawn, code) >= 0 else np.nanmin(drawn)
            wild = drawn == end
            rest = drawn[~wild & ~np.isnan(drawn)]
            drawn[wild] = rest.max() if end > rest.max() else rest.min()
            changed |= wild
        done[code] = drawn
        details[code] = Treated(
            *before,
            int(changed.sum()),
            skew(drawn, code),
            kurtosis(drawn, code),
            not is_twisted(drawn, code),
        )
    return done, details
