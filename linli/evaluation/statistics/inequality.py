"""How unequally something is shared out: Gini from single values, from groups, from brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from linli.evaluation.statistics.exact import Number, over


def gini(values: Sequence[Number], weights: Sequence[Number] | None = None) -> Number:
    """Gini's coefficient of single values, each counted `weights` times: 1 − Σ Δp_i(L_i + L_{i−1}).

    0 where all have the same, 1 − 1/n where one of n has everything; exact for whole numbers and
    fractions. Raises ValueError for negative values or weights, and where there is nothing to
    share out.
    """
    counts = [1] * len(values) if weights is None else list(weights)
    if len(counts) != len(values):
        raise ValueError("each value has its own weight")
    return _lorenz(sorted(zip(values, counts, strict=True)))


def grouped(people: Sequence[Number], totals: Sequence[Number]) -> Number:
    """Gini's coefficient between groups, of which only people and sums are known.

    A lower bound: it takes everybody in a group for equal (trapezium under Lorenz's curve).
    Errors as in `gini`; a group without people may hold nothing.
    """
    if len(people) != len(totals):
        raise ValueError("each group has its people and its sum")
    means: list[tuple[Number, Number]] = []
    for count, total in zip(people, totals, strict=True):
        if count == 0 and total != 0:
            raise ValueError("a group without people holds nothing")
        if count != 0:
            means.append((over(total, count), count))
    return _lorenz(sorted(means))


@dataclass(frozen=True)
class Bracket:
    """Those between `low` and `high` (in the unit of the mean): how many, and their mean."""

    low: Number
    high: Number
    count: int
    mean: Number


@dataclass(frozen=True)
class Bounds:
    """Between which two figures Gini's coefficient lies."""

    low: Number
    high: Number


def brackets(groups: Sequence[Bracket]) -> Bounds:
    """The bounds of Gini's coefficient where only brackets are known (Gastwirth 1972).

    Low: everybody at the bracket's mean. High adds Σ(n_i/n)²(μ_i−a_i)(b_i−μ_i)/(μ(b_i−a_i)):
    everybody at one end of it. An open last bracket needs an upper end that somebody answers
    for. Raises ValueError where a mean is outside its bracket, and as `gini` does.
    """
    living = [group for group in groups if group.count]
    low = _lorenz(sorted((group.mean, group.count) for group in living))
    n = sum(group.count for group in living)
    mean = over(sum(group.count * group.mean for group in living), n)
    within: Number = Fraction(0)
    for group in living:
        if not group.low <= group.mean <= group.high:
            raise ValueError(f"a mean of {group.mean} is outside its bracket")
        if group.high > group.low:
            room = (group.mean - group.low) * (group.high - group.mean)
            share = Fraction(group.count, n) ** 2
            within += share * over(room, mean * (group.high - group.low))
    return Bounds(low, low + within)


def _lorenz(pairs: Sequence[tuple[Number, Number]]) -> Number:
    """1 − Σ Δp_i(L_i + L_{i−1}) over values in rising order, each with its count."""
    if any(value < 0 or count < 0 for value, count in pairs):
        raise ValueError("nobody has less than nothing")
    people = sum(count for _, count in pairs)
    whole = sum(value * count for value, count in pairs)
    if not people or not whole:
        raise ValueError("there is nothing to share out")
    area: Number = 0
    below: Number = 0
    for value, count in pairs:
        above = below + value * count
        area += count * (above + below)
        below = above
    return 1 - over(area, people * whole)
