"""What weights would change: beside equal ones, before anybody adopts them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from linli.evaluation.groups import groups
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.queries.years import figures_of_years
from linli.evaluation.scores import scores_of
from linli.evaluation.scoring import Joint, Overall, overall
from linli.evaluation.weighing.entering import scored_codes


@dataclass(frozen=True, slots=True)
class Effect:
    """`lines`: title, what it weighs in percent (equal, then so), and its score that year; both
    ways to join them."""

    year: int
    lines: tuple[tuple[Any, Fraction, Fraction, Joint], ...]
    equal: Overall
    weighed: Overall


def effect_of(community: Any, weights: Mapping[str, Fraction], year: int, on: date) -> Effect:
    """The present year's groups by these weights (or that year's, where it is past). One query."""
    year = min(year, on.year)
    figures = figures_of_years(community, (year,)).get(year, {})
    scores = scores_of(figures, year, catalogue_of(community))
    values = {code: joint.value for code, joint in scores.groups.items()}
    codes = scored_codes()
    even = Fraction(100, len(codes))
    whole = sum(weights.values(), Fraction(0)) or Fraction(1)
    lines = tuple(
        (
            groups()[code].title,
            even,
            100 * weights.get(code, Fraction(0)) / whole,
            scores.groups[code],
        )
        for code in codes
    )
    return Effect(year, lines, overall(values), overall(values, weights))
