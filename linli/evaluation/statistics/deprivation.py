"""In how many things at once people lack something: Alkire and Foster's measures (2011)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from linli.evaluation.statistics.exact import Number, over


@dataclass(frozen=True)
class Deprivation:
    """What a count of lacks over several features says about everybody, never about one.

    `headcount` (H): share of people who lack in `k` or more; `intensity` (A): the share of
    features these lack, on average, None where nobody does; `gap` (M0 = H·A). `depth` (M1) and
    `severity` (M2) weigh how far under each line they are, where that was measured, else None.
    `by_feature`: the share of all people who are counted and lack this feature; with the
    features' weights they sum to M0, so each feature's part in it can be told.
    """

    headcount: Number
    intensity: Number | None
    gap: Number
    depth: Number | None
    severity: Number | None
    by_feature: tuple[Number, ...]

    @property
    def sufficiency(self) -> Number:
        """1 − H·A, the form of Bhutan's GNH: fewer lacking and lacking less both raise it."""
        return 1 - self.gap


def lacking(
    people: Sequence[Sequence[bool]],
    k: Number,
    *,
    weights: Sequence[Number] | None = None,
    counts: Sequence[Number] | None = None,
) -> Deprivation:
    """From answers yes or no: does this person lack in this feature?

    `k`: from which weight of lacks on somebody is counted (the figure included); `weights` of
    features, 1 each where not given; `counts`: how many people each row stands for. Exact.
    Raises ValueError for nobody, uneven rows, and k outside 0 to the sum of weights.
    """
    gaps = [[Fraction(1) if lack else Fraction(0) for lack in person] for person in people]
    return _measure(gaps, k, weights, counts, deep=False)


def under_lines(
    people: Sequence[Sequence[Number]],
    lines: Sequence[Number],
    k: Number,
    *,
    weights: Sequence[Number] | None = None,
    counts: Sequence[Number] | None = None,
) -> Deprivation:
    """From measured values and a line for each feature: under the line is lacking, on it is not.

    The gap is (line − value)/line. Otherwise as `lacking`; lines are over 0.
    """
    if any(line <= 0 for line in lines):
        raise ValueError("a line is over 0")
    gaps = [
        [
            over(line - value, line) if value < line else Fraction(0)
            for value, line in zip(person, lines, strict=True)
        ]
        for person in people
    ]
    return _measure(gaps, k, weights, counts, deep=True)


def gnh(not_yet_happy: Number, insufficiency: Number) -> Number:
    """Gross national happiness, 1 − H_n·A_n: both shares of those not yet happy (Bhutan)."""
    if not (0 <= not_yet_happy <= 1 and 0 <= insufficiency <= 1):
        raise ValueError("both are shares")
    return 1 - not_yet_happy * insufficiency


def _measure(
    gaps: Sequence[Sequence[Number]],
    k: Number,
    weights: Sequence[Number] | None,
    counts: Sequence[Number] | None,
    *,
    deep: bool,
) -> Deprivation:
    if not gaps or not gaps[0] or len({len(person) for person in gaps}) != 1:
        raise ValueError("there are people, and each is asked about the same features")
    features = len(gaps[0])
    weighs = [1] * features if weights is None else list(weights)
    stands = [1] * len(gaps) if counts is None else list(counts)
    if len(weighs) != features or len(stands) != len(gaps) or min(*weighs, *stands) < 0:
        raise ValueError("each feature has its weight and each person a count, none under 0")
    whole, most = sum(stands), sum(weighs)
    if not whole or not 0 < k <= most:
        raise ValueError(f"k lies between 0 and {most}, and somebody is counted")
    poor: Number = 0
    powers: list[list[Number]] = [[0] * features for _ in range(3)]
    for person, count in zip(gaps, stands, strict=True):
        if sum(weigh for gap, weigh in zip(person, weighs, strict=True) if gap > 0) < k:
            continue
        poor += count
        for feature, gap in enumerate(person):
            if gap > 0:
                for power in range(3):
                    powers[power][feature] += count * gap**power
    m0, m1, m2 = (
        over(sum(weigh * value for weigh, value in zip(weighs, row, strict=True)), whole * most)
        for row in powers
    )
    headcount = over(poor, whole)
    return Deprivation(
        headcount,
        over(m0, headcount) if poor else None,
        m0,
        m1 if deep else None,
        m2 if deep else None,
        tuple(over(value, whole) for value in powers[0]),
    )
