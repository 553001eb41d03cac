"""From the sheets to the map: one pure function, the same for the same votes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from linli.governance.deliberation.rules.opinion.clusters import find_groups
from linli.governance.deliberation.rules.opinion.counting import (
    Count,
    Marked,
    by_consensus,
    is_shared,
    marks_of,
)
from linli.governance.deliberation.rules.opinion.plane import Plane, counted_in, lay_out
from linli.governance.deliberation.rules.opinion.votes import AGREE, DISAGREE, Sheets


@dataclass(frozen=True)
class Group:
    """People who voted alike: how many, what they said of each statement, what marks them, and
    where their middle lies."""

    people: int
    counts: Mapping[Any, Count]
    marks: Sequence[Marked]
    centre: tuple[float, float]


@dataclass(frozen=True)
class OpinionMap:
    """The map of one moment.

    `groups`: the largest first; one where no groups are to be told apart. `agreed` and `refused`:
    what every group by itself is for, or against, the strongest consensus first. `order`: all
    statements with their consensus. `points`: where each person counted in lies, and in which
    group. `extremity`: how telling each statement is.
    """

    people: int
    counted_in: int
    votes: int
    counts: Mapping[Any, Count]
    groups: Sequence[Group]
    clearness: float
    agreed: Sequence[tuple[Any, Fraction]]
    refused: Sequence[tuple[Any, Fraction]]
    order: Sequence[tuple[Any, Fraction]]
    extremity: Mapping[Any, float]
    points: Mapping[Any, tuple[float, float, int]]
    spread: tuple[float, float]


def as_table(sheets: Sheets) -> tuple[np.ndarray, list[Any]]:
    """The votes as a table (not seen: NaN) with a row for each person, and whose rows they are.

    Rows stand in the order of what they say, not of who says it: other names for the same people
    change nothing."""
    column = {each: number for number, each in enumerate(sheets.statements)}
    table = np.full((len(sheets.rows), len(column)), np.nan)
    voters = list(sheets.rows)
    for number, voter in enumerate(voters):
        for statement, value in sheets.rows[voter].items():
            table[number, column[statement]] = value
    keys = np.nan_to_num(table, nan=-2.0)
    order = np.lexsort(keys.T[::-1]) if len(column) and voters else np.arange(len(voters))
    return table[order], [voters[number] for number in order]


def reckon(sheets: Sheets) -> OpinionMap:
    """The map of these votes. Without a vote or statement it is empty, never an error."""
    table, voters = as_table(sheets)
    plane = lay_out(table) if table.size else None
    if plane is None:
        empty = {each: Count() for each in sheets.statements}
        return OpinionMap(0, 0, 0, empty, [], 0.0, [], [], [], {}, {}, (0.0, 0.0))
    inside = np.flatnonzero(counted_in(table))
    labels, clearness = find_groups(plane.points[inside])
    counts = _counts(table, sheets.statements)
    groups = _groups(table[inside], plane.points[inside], labels, sheets.statements)
    order = by_consensus(sheets.statements, [group.counts for group in groups])
    against = by_consensus(sheets.statements, [group.counts for group in groups], DISAGREE)
    return OpinionMap(
        people=len(voters),
        counted_in=len(inside),
        votes=sheets.votes,
        counts=counts,
        groups=groups,
        clearness=clearness,
        agreed=[(each, share) for each, share in order if _shared(groups, each, AGREE)],
        refused=[(each, share) for each, share in against if _shared(groups, each, DISAGREE)],
        order=order,
        extremity=_extremity(plane, sheets.statements),
        points={
            voters[row]: (float(plane.points[row, 0]), float(plane.points[row, 1]), int(label))
            for row, label in zip(inside, labels, strict=True)
        },
        spread=plane.spread,
    )


def _counts(table: np.ndarray, statements: Sequence[Any]) -> dict[Any, Count]:
    agree, disagree = (table == AGREE).sum(axis=0), (table == DISAGREE).sum(axis=0)
    seen = (~np.isnan(table)).sum(axis=0)
    columns = zip(statements, agree, disagree, seen, strict=True)
    return {each: Count(int(yes), int(no), int(all_)) for each, yes, no, all_ in columns}


def _groups(
    table: np.ndarray, points: np.ndarray, labels: np.ndarray, statements: Sequence[Any]
) -> list[Group]:
    found = []
    for label in range(int(labels.max(initial=0)) + 1):
        own, rest = labels == label, labels != label
        counts = _counts(table[own], statements)
        others = _counts(table[rest], statements)
        # Where all are one group nothing sets it apart from anybody.
        marks = marks_of(statements, counts, others) if rest.any() else []
        middle = points[own].mean(axis=0)
        centre = (float(middle[0]), float(middle[1]))
        found.append(Group(int(own.sum()), counts, marks, centre))
    return found


def _shared(groups: Sequence[Group], statement: Any, side: int) -> bool:
    return is_shared((group.counts[statement] for group in groups), side)


def _extremity(plane: Plane, statements: Sequence[Any]) -> dict[Any, float]:
    return {
        each: round(float(value), 6) for each, value in zip(statements, plane.reach, strict=True)
    }
