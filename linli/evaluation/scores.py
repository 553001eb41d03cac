"""The scores of a community's year, made of its figures when they are read and kept nowhere.

They are made of what anybody may see, whoever reads: a hidden value has no score and takes no
part in that of its group, so none can be had back from it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from linli.evaluation.changing import Moved, moved
from linli.evaluation.definitions import Catalogue, Indicator
from linli.evaluation.groups import groups
from linli.evaluation.models import Figure
from linli.evaluation.presentation import ShownFigure, show_figure
from linli.evaluation.scoring import (
    Joint,
    Overall,
    Score,
    group_score,
    overall,
    score_with_interval,
)
from linli.evaluation.standards import standard_of, standards


@dataclass(frozen=True, slots=True)
class Scored:
    """One indicator in a year: what anybody sees of it, and its score if it has one."""

    row: Indicator
    shown: ShownFigure
    score: Score | None

    @property
    def why_none(self) -> str:
        """Why there is no score: awaits, hidden, thin, missing; empty where there is one."""
        if self.score is not None:
            return ""
        return "awaits" if not self.row.has_source else self.shown.state


@dataclass(frozen=True, slots=True)
class YearScores:
    """A year: each scored indicator, the nine groups, the six standards, all joined."""

    year: int
    by_id: Mapping[str, Scored]
    groups: Mapping[str, Joint]
    standards: Mapping[str, Joint]
    overall: Overall
    weights: Mapping[str, Fraction] | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has a score."""
        return not any(each.score for each in self.by_id.values())


def scores_of(
    figures: Mapping[str, Figure],
    year: int,
    known: Catalogue,
    weights: Mapping[str, Fraction] | None = None,
) -> YearScores:
    """The scores of one year from its yearly figures by indicator. Each by the version its figure
    was reckoned with; what has none counts as asked and is not there. What a community defined for
    itself has a score of its own and takes no part in the groups, or they would be no one's
    yardstick."""
    by_id = {row.id: score_of(row, figures.get(row.id), known) for row in scored_rows(known, year)}
    houses = [each for each in by_id.values() if not each.row.is_own]
    in_groups = {
        code: _join(each for each in houses if each.row.group == code)
        for code, group in groups().items()
        if group.scored
    }
    in_standards = {
        standard.code: _join(
            each for each in houses if standard_of(each.row.standards[0]).code == standard.code
        )
        for standard in standards()
    }
    values = {code: joint.value for code, joint in in_groups.items()}
    return YearScores(year, by_id, in_groups, in_standards, overall(values, weights), weights)


def score_of(row: Indicator, figure: Figure | None, known: Catalogue) -> Scored:
    """One indicator's score from its figure, by the version the figure was reckoned with."""
    if figure is not None and figure.version != row.version:
        row = known.version(row.id, figure.version)
    shown = show_figure(row, figure, sees_all=False)
    if shown.state != "shown":
        return Scored(row, shown, None)
    return Scored(row, shown, score_with_interval(row, shown.value, shown.low, shown.high))


def scored_rows(known: Catalogue, year: int) -> tuple[Indicator, ...]:
    """What is scored in a year, as it was defined at its beginning, or first in it."""
    found = []
    for row in known.all_in_force(date(year, 12, 31)):
        at_first = known.in_force(row.id, date(year, 1, 1))
        chosen = at_first or row
        if chosen.is_scored:
            found.append(chosen)
    return tuple(found)


def what_moved(before: YearScores, now: YearScores) -> tuple[Moved, ...]:
    """The indicators whose score is there in both years by one version, the largest fall
    first."""
    return moved(_versioned(before), _versioned(now))


def _versioned(scores: YearScores) -> dict[str, tuple[int, Fraction | None]]:
    return {
        name: (each.row.version, each.score.value if each.score else None)
        for name, each in scores.by_id.items()
    }


def _join(scored: Iterable[Scored]) -> Joint:
    return group_score({each.row.id: each.score for each in scored})
