"""How many agreed, in a group and elsewhere, and what that says. Exact where it can be.

Shares carry one vote each way beforehand (Laplace), so that three of three is not yet everybody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod, sqrt
from typing import Any

from linli.governance.deliberation.rules.opinion.votes import AGREE, DISAGREE

SURE = 1.2816
"""The normal quantile of 90 %, one-sided: how far a share must lie from what chance would give."""
LEAST_SEEN = 5
"""Votes of a group on a statement: of fewer nothing is said of the group."""
MOST_TOLD = 5
"""Statements that are named for a group, at the most."""


@dataclass(frozen=True, slots=True)
class Count:
    """Votes on one statement; `seen` includes those who passed."""

    agree: int = 0
    disagree: int = 0
    seen: int = 0

    @property
    def passed(self) -> int:
        """Those who saw it and would say neither."""
        return self.seen - self.agree - self.disagree

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.agree + other.agree, self.disagree + other.disagree, self.seen + other.seen
        )

    def of(self, side: int) -> int:
        """How many were on this side."""
        return self.agree if side == AGREE else self.disagree


def leaning(count: Count, side: int = AGREE) -> Fraction:
    """The share of this side with one vote each way beforehand: (A+1)/(S+2)."""
    return Fraction(count.of(side) + 1, count.seen + 2)


def strength(count: Count, side: int = AGREE) -> float:
    """How far the share lies above a half, in standard errors."""
    above = Fraction(count.of(side) + 1, count.seen + 1) - Fraction(1, 2)
    return 2 * sqrt(count.seen + 1) * float(above)


def ratio(own: Count, others: Count, side: int = AGREE) -> Fraction:
    """How much more a group is on this side than everybody else."""
    return leaning(own, side) / leaning(others, side)


def difference(own: Count, others: Count, side: int = AGREE) -> float:
    """How far the two shares lie apart, in standard errors; each count one higher."""
    one, two = own.of(side) + 1, others.of(side) + 1
    first, second = own.seen + 1, others.seen + 1
    joint = (one + two) / (first + second)
    if joint in (0, 1):
        return 0.0
    error = sqrt(joint * (1 - joint) * (1 / first + 1 / second))
    return (one / first - two / second) / error


def consensus(counts: Iterable[Count], side: int = AGREE) -> Fraction:
    """Group-informed consensus: the product of the groups' shares. It is high only where every
    group agrees, however small it is."""
    return prod((leaning(count, side) for count in counts), start=Fraction(1))


@dataclass(frozen=True, slots=True)
class Marked:
    """A statement that marks a group: on which side, and how strongly."""

    statement: Any
    side: int
    weight: float


def marks_of(
    statements: Sequence[Any], own: Mapping[Any, Count], others: Mapping[Any, Count]
) -> list[Marked]:
    """What a group says that everybody else does not: agreements before disagreements, the
    strongest first, five at the most."""
    told: dict[int, list[Marked]] = {AGREE: [], DISAGREE: []}
    for statement in statements:
        side, weight, sure = max(
            (_weigh(own[statement], others[statement], side) for side in (AGREE, DISAGREE)),
            key=lambda found: found[1],
        )
        if sure:
            told[side].append(Marked(statement, side, weight))
    for found in told.values():
        found.sort(key=lambda each: -each.weight)
    best = sorted((*told[AGREE], *told[DISAGREE]), key=lambda each: -each.weight)[:MOST_TOLD]
    return [each for side in (AGREE, DISAGREE) for each in told[side] if each in best]


def _weigh(own: Count, others: Count, side: int) -> tuple[int, float, bool]:
    apart, above = difference(own, others, side), strength(own, side)
    sure = own.seen >= LEAST_SEEN and apart > SURE and above > SURE
    weight = float(ratio(own, others, side) * leaning(own, side)) * apart * above
    # Two negative tests would multiply to something that looks like a strong one.
    return side, weight if sure else float("-inf"), sure


def is_shared(counts: Iterable[Count], side: int = AGREE) -> bool:
    """Whether every group by itself is surely on this side: what can be said of everybody."""
    told = list(counts)
    return bool(told) and all(
        count.seen >= LEAST_SEEN
        and leaning(count, side) > Fraction(1, 2)
        and strength(count, side) > SURE
        for count in told
    )


def by_consensus(
    statements: Sequence[Any], groups: Sequence[Mapping[Any, Count]], side: int = AGREE
) -> list[tuple[Any, Fraction]]:
    """All statements with their consensus, the highest first, equals in their published order."""
    told = [(each, consensus((group[each] for group in groups), side)) for each in statements]
    return sorted(told, key=lambda pair: -pair[1])
