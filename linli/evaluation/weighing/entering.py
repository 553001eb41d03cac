"""From what was entered to weights: points shared out, or groups compared in pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

from linli.evaluation.groups import groups
from linli.evaluation.weighing.rules import (
    Pairs,
    any_weight,
    consistent,
    matrix_of,
    whole_points,
    worst_pair,
)
from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class Entered:
    """What was made of it. `weights` by group; empty where `findings` say why there are none."""

    weights: dict[str, Fraction]
    kept: dict[str, Any]
    took_part: int
    ratio: float | None
    findings: tuple[Finding, ...]


def scored_codes() -> list[str]:
    """The groups that are weighed, in the order they are shown."""
    return [code for code, group in groups().items() if group.scored]


def scored_pairs() -> list[tuple[str, str]]:
    """Every two of them once."""
    return list(combinations(scored_codes(), 2))


def weigh_points(rows: Sequence[Sequence[Fraction]]) -> Entered:
    """The median of what each group was given, made to sum up to one. The rows are kept in the
    order of their numbers: in whose order they came nobody learns."""
    from linli.evaluation.statistics.weights import budget_allocation

    codes = scored_codes()
    found = [whole_points(rows, len(codes))]
    if not found[0].holds:
        return Entered({}, {}, len(rows), None, tuple(found))
    kept = {"points": [[str(each) for each in row] for row in sorted(map(list, rows))]}
    try:
        weights = dict(zip(codes, map(Fraction, budget_allocation(rows)), strict=True))
    except (ValueError, ZeroDivisionError):  # every median is nought
        weights = {}
    found.append(any_weight(weights))
    return Entered(weights if found[1].holds else {}, kept, len(rows), None, tuple(found))


def weigh_pairs(pairs: Pairs, took_part: int) -> Entered:
    """The principal eigenvector of the comparisons, where they are consistent."""
    from linli.evaluation.statistics.weights import ahp

    codes = scored_codes()
    reckoned = ahp([[float(each) for each in row] for row in matrix_of(pairs, codes)])
    weights = dict(zip(codes, map(float, reckoned.values), strict=True))
    one, other, fits = worst_pair(pairs, weights)
    titles = groups()
    found = consistent(
        float(reckoned.ratio),
        first=titles[one].title,
        second=titles[other].title,
        given=pairs[one, other],
        fits=fits,
    )
    kept = {"pairs": {f"{one}/{other}": str(each) for (one, other), each in pairs.items()}}
    exact = {code: Fraction(each).limit_denominator(10**6) for code, each in weights.items()}
    return Entered(exact if found.holds else {}, kept, took_part, float(reckoned.ratio), (found,))


def weigh(method: str, entered: Mapping[str, Any], took_part: int) -> Entered:
    """The same of what is kept as data. ValueError for what are no numbers."""
    if method == "points":
        return weigh_points([[Fraction(each) for each in row] for row in entered["points"]])
    pairs = {}
    for one, other in scored_pairs():
        pairs[one, other] = Fraction(entered["pairs"][f"{one}/{other}"])
    return weigh_pairs(pairs, took_part)
