"""What published waves say for a period: estimates, and the values of the indicators that ask a
sample."""

from collections.abc import Iterable, Iterator
from typing import Any

from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.definitions import Catalogue, Indicator
from linli.evaluation.engine.values import Value
from linli.evaluation.periods import Period
from linli.evaluation.surveys.models import THOUSANDTHS, Estimate
from linli.evaluation.surveys.queries.waves import heard_in, last_in
from linli.evaluation.surveys.rules.telling import enough_answers
from linli.lib.numbers import suppressed

ANSWER_RATE = "answer_rate"
WIDER_ONLY = frozenset({"income_gini"})
"""Told from the street upward only: of one community the figure is kept, and not made public."""


def estimates_of(community: Any, period: Period) -> list[Estimate]:
    """The estimates of the period, one an item: of the published waves that ended in it the
    latest that asked it."""
    rows = (
        Estimate.objects.filter(
            community=community,
            survey__published_on__isnull=False,
            survey__questionnaire__closes_on__range=(period.starts, period.ends),
        )
        .select_related("survey__questionnaire")
        .order_by("survey__questionnaire__closes_on", "survey__published_on", "pk")
    )
    return list({row.item: row for row in rows}.values())


def surveyed_values(
    catalogue: Catalogue, community: Any, periods: Iterable[Period]
) -> Iterator[Value]:
    """Every indicator that asks a sample, in every period it is reckoned for: with the estimate
    of the wave nearest the period's end, or as a gap."""
    for period in periods:
        wanted = [
            row
            for row in catalogue.all_in_force(period.starts)
            if row.aggregator == "survey" and period.kind in row.period_kinds
        ]
        if not wanted:
            continue
        found = {each.item: each for each in estimates_of(community, period)}
        for row in wanted:
            if row.item == ANSWER_RATE:
                yield _answer_rate(row, period, community)
            else:
                yield value_of(row, period, found)


def value_of(row: Indicator, period: Period, found: dict[str, Estimate]) -> Value:
    """One indicator's value out of the estimates of a period. Where fewer answered than it asks
    for, no more than one in twenty of those asked, or the interval is too wide, the gap says
    so, and it takes no part in scores."""
    estimate = found.get(row.item)
    if estimate is None:
        return Value(row, period, gap="no_records")
    whole = estimate.population * THOUSANDTHS
    few = (
        not estimate.enough
        or estimate.answers < row.minimum
        or not enough_answers(estimate.sheets, estimate.drawn)
    )
    return Value(
        row,
        period,
        n=estimate.answers,
        numerator=round(estimate.share * whole),
        denominator=whole,
        low=estimate.low,
        high=estimate.high,
        gap="too_few" if few else "",
        small=estimate.few or row.item in WIDER_ONLY,
        se=estimate.se,
    )


def _answer_rate(row: Indicator, period: Period, community: Any) -> Value:
    """Sheets over those asked, in the latest wave of the period. Small where the page of the wave
    does not tell the sheets either."""
    latest = last_in(community, period.starts, period.ends)
    if latest is None:
        return Value(row, period, gap="no_records")
    floor = floor_laid_down(latest.community, period.ends)
    sheets, drawn = heard_in(latest, floor)
    if not drawn:
        return Value(row, period, gap="no_records")
    return Value(
        row,
        period,
        n=sheets,
        numerator=min(sheets, drawn),
        denominator=drawn,
        gap="too_few" if drawn < row.minimum else "",
        small=suppressed(sheets, floor),
    )
