"""How the divisions under an office stand: bands by group and standard with their intervals, and
where each lies among the others as a range. Nobody is given one place; whoever has too little, or
something hidden, has no range."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from linli.evaluation.definitions import Indicator, catalogue
from linli.evaluation.groups import groups
from linli.evaluation.periods import Period
from linli.evaluation.returns.outgoing import travels
from linli.evaluation.scoring import (
    Joint,
    Score,
    band_of,
    from_one,
    group_score,
    score_with_interval,
)
from linli.evaluation.side_by_side import SideBySide
from linli.evaluation.standards import standards

NOISE = 0.25
"""By how much each group's weight is shaken, up or down (as COINr's own example)."""
ROUNDS = 1000
SEED = 20261123
FEWEST = 4
"""Of fewer divisions a range among them is a place."""
_ENOUGH = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class Stand:
    """One division: its joint scores by group and by standard."""

    place: Any
    groups: Mapping[str, Joint]
    standards: Mapping[str, Joint]


@dataclass(frozen=True, slots=True)
class Range:
    """Between which places a division lies in nine rounds of ten, of `of` divisions."""

    place: Any
    low: float
    high: float
    of: int


def scored_rows(period: Period) -> tuple[Indicator, ...]:
    """What is set against goalposts and is told upward."""
    rows = catalogue().all_in_force(period.starts)
    return tuple(
        row for row in rows if row.is_scored and travels(row) and period.kind in row.period_kinds
    )


def stand_of(table: SideBySide) -> list[Stand]:
    """The stand of every division of a table of scored indicators, in the order of names. What
    is hidden, missing or too few has no score; it is never nought."""
    stands = []
    for place, node in enumerate(table.nodes):
        scores = {
            column.row.id: _score(column.row, column.cells[place]) for column in table.columns
        }
        rows = [column.row for column in table.columns]
        stands.append(
            Stand(
                node.place,
                {code: group_score(_of_group(rows, scores, code)) for code in scored_groups()},
                {
                    each.code: group_score(_of_standard(rows, scores, each.code))
                    for each in standards()
                },
            )
        )
    return stands


def scored_groups() -> list[str]:
    """The nine, in their order."""
    return [code for code, group in groups().items() if group.scored]


def ranges_of(stands: Sequence[Stand]) -> list[Range]:
    """5–95 % of the places each division takes when the weights of the groups are shaken, and each
    score within its interval where it has one. Empty where fewer than four divisions have the
    groups in common that make two thirds of all; and where one of them takes the same place all
    the time, which would be its rank, also if only the others were shown."""
    codes = scored_groups()
    full = [
        each
        for each in stands
        if sum(each.groups[code].value is not None for code in codes) >= _ENOUGH * len(codes)
    ]
    common = [code for code in codes if all(each.groups[code].value is not None for each in full)]
    if len(full) < FEWEST or len(common) < _ENOUGH * len(codes):
        return []
    found = [
        Range(each.place, low, high, len(full))
        for each, (low, high) in zip(full, _shaken(full, common), strict=True)
    ]
    return found if all(each.low < each.high for each in found) else []


def _shaken(stands: Sequence[Stand], codes: Sequence[str]) -> list[tuple[float, float]]:
    import numpy as np

    from linli.evaluation.statistics.composite.means import MEANS
    from linli.evaluation.statistics.composite.ranks import rank
    from linli.evaluation.statistics.uncertainty import summarise_ranks

    joints = [[each.groups[code] for code in codes] for each in stands]
    ends = [[_ends(joint) for joint in line] for line in joints]
    low, high = (np.array([[end[side] for end in line] for line in ends]) for side in (0, 1))
    chance = np.random.default_rng(SEED)
    mean, plain = MEANS["geometric"], np.ones(len(codes))
    rounds = []
    for _round in range(ROUNDS):
        weights = plain * (1 + NOISE * chance.uniform(-1, 1, size=len(codes)))
        scores = low + (high - low) * chance.uniform(size=low.shape)
        rounds.append(rank(mean(scores, weights)))
    names = [str(place) for place in range(len(stands))]
    found = summarise_ranks(names, rounds[0], np.column_stack(rounds)).of
    return [(found[name].low, found[name].high) for name in names]


def _ends(joint: Joint) -> tuple[float, float]:
    """The interval of a score laid on 1 to 100; without one the score itself."""
    value = joint.value or Fraction(0)
    low = value if joint.low is None else Fraction(joint.low)
    high = value if joint.high is None else Fraction(joint.high)
    return float(from_one(low)), float(from_one(high))


def band_words(joint: Joint) -> Any:
    """The band of a joint score; nothing where too little is known."""
    return None if joint.value is None else band_of(joint.value)


def _score(row: Indicator, cell: Any) -> Score | None:
    if cell.state != "shown":
        return None
    return score_with_interval(row, cell.value, cell.low, cell.high)


def _of_group(
    rows: Sequence[Indicator], scores: Mapping[str, Score | None], code: str
) -> dict[str, Score | None]:
    return {row.id: scores[row.id] for row in rows if row.group == code}


def _of_standard(
    rows: Sequence[Indicator], scores: Mapping[str, Score | None], code: str
) -> dict[str, Score | None]:
    return {
        row.id: scores[row.id]
        for row in rows
        if any(each.partition(".")[0] == code for each in row.standards)
    }
