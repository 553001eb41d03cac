"""When weights may be decided, and when what was entered gives any."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from linli.lib.law import Finding

POINTS = 100
"""What each member shares out."""

MOST_INCONSISTENT = 0.1
"""The consistency ratio up to which comparisons give weights, this much included (Saaty)."""

STEPS = tuple(Fraction(1, step) for step in range(9, 1, -1)) + tuple(map(Fraction, range(1, 10)))
"""The answers to "how much more does this one matter": from a ninth to nine times."""

Pairs = Mapping[tuple[str, str], Fraction]
"""How much more the first group of each pair matters than the second."""


def whole_points(rows: Sequence[Sequence[Fraction]], groups: int) -> Finding:
    """Whether every member gave each group a number, none below nought, a hundred in all."""
    for number, row in enumerate(rows, 1):
        if len(row) != groups or any(each < 0 for each in row):
            return Finding(
                False,
                "evaluation.points_each",
                numbers={"line": number, "given": len(row), "wanted": groups},
            )
        if sum(row) != POINTS:
            return Finding(
                False,
                "evaluation.points_whole",
                numbers={"line": number, "sum": _plain(sum(row)), "points": POINTS},
            )
    return Finding(
        bool(rows), "evaluation.points_given", numbers={"members": len(rows), "points": POINTS}
    )


def any_weight(weights: Mapping[str, Fraction]) -> Finding:
    """Whether there is a weight at all: medians may all be nought where members disagree."""
    return Finding(any(weights.values()), "evaluation.points_agree")


def matrix_of(pairs: Pairs, codes: Sequence[str]) -> list[list[Fraction]]:
    """The comparisons as a reciprocal matrix. KeyError where a pair is missing."""
    return [
        [
            Fraction(1)
            if one == other
            else pairs[one, other]
            if (one, other) in pairs
            else 1 / pairs[other, one]
            for other in codes
        ]
        for one in codes
    ]


def worst_pair(pairs: Pairs, weights: Mapping[str, float]) -> tuple[str, str, Fraction]:
    """The pair that is furthest from what the weights of all comparisons say, and the answer that
    would fit best."""

    def off(pair: tuple[str, str]) -> float:
        one, other = pair
        return abs(math.log(float(pairs[pair]) * weights[other] / weights[one]))

    one, other = max(sorted(pairs), key=off)
    due = math.log(weights[one] / weights[other])
    return one, other, min(STEPS, key=lambda step: abs(math.log(step) - due))


def consistent(
    ratio: float, *, first: Any = "", second: Any = "", given: Fraction, fits: Fraction
) -> Finding:
    """Whether comparisons agree well enough with each other. The rest names the pair to look at
    again, and what would fit the others."""
    return Finding(
        ratio <= MOST_INCONSISTENT,
        "evaluation.pairs_consistent",
        numbers={
            "ratio": f"{ratio:.3f}",
            "most": f"{MOST_INCONSISTENT}",
            "first": first,
            "second": second,
            "given": _plain(given),
            "fits": _plain(fits),
        },
    )


def from_then(from_year: int, decided_on: date) -> Finding:
    """Whether they begin in the year of the decision or later: a past year is read by its own."""
    return Finding(
        from_year >= decided_on.year,
        "evaluation.weights_from",
        numbers={"from_year": str(from_year), "decided_year": str(decided_on.year)},
    )


def has_met(decided_on: date, today: date) -> Finding:
    """Whether the meeting has been: nothing is entered before it is decided."""
    return Finding(
        decided_on <= today,
        "evaluation.weights_decided",
        numbers={"decided_on": decided_on, "today": today},
    )


def year_is_free(taken: bool, from_year: int) -> Finding:
    """Whether no other decision begins in that year: what was read by is never changed."""
    return Finding(not taken, "evaluation.weights_year", numbers={"from_year": str(from_year)})


def _plain(value: Any) -> str:
    value = Fraction(value)
    if value.denominator == 1 or value.numerator == 1:
        return str(value)
    return f"{float(value):g}"
