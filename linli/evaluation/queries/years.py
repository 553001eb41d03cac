"""The yearly figures of a community, for scores and for the lines over the years."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from linli.evaluation.models import Figure
from linli.evaluation.queries.figures import figures_of

Years = dict[int, dict[str, Figure]]
"""By year and indicator."""


def figures_of_years(
    community: Any, years: Iterable[int] = (), *, indicators: Iterable[str] = ()
) -> Years:
    """The figures of these years (all, where none is named), of these indicators (likewise); one
    query."""
    asked = figures_of(community).filter(period_kind="year")
    if years := list(years):
        asked = asked.filter(starts__in=[date(year, 1, 1) for year in years])
    if names := list(indicators):
        asked = asked.filter(indicator__in=names)
    found: Years = defaultdict(dict)
    for figure in asked:
        found[figure.starts.year][figure.indicator] = figure
    return dict(found)
