"""Asking for a reckoning, and writing down what it found."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.jobs.models import Job
from linli.core.jobs.starting import begin
from linli.evaluation.definitions import catalogue
from linli.evaluation.engine.values import Value
from linli.evaluation.models import Evidence, Figure, Reckoning
from linli.evaluation.outcome import RECENT, Outcome, Standing
from linli.evaluation.rules import hide_along, is_small


@action("evaluation.ask", needs="evaluation.reckon")
def ask(act: Act, community: Any, *, year: int | None = None) -> Reckoning:
    """Has the community's figures reckoned by a job, from the year `year` on where one is named;
    where one is under way already, that one."""
    waiting = Reckoning.objects.filter(community=community, state="waiting").first()
    if waiting is not None:
        if waiting.job is not None and waiting.job.is_active:
            return waiting
        Reckoning.objects.filter(community=community, pk=waiting.pk).update(state="failed")
    reckoning = Reckoning(community=community, asked_at=act.at)
    reckoning.job = begin(
        act,
        "evaluation.reckon",
        community=community,
        params={"reckoning": str(reckoning.pk), "year": year},
    )
    reckoning.save(force_insert=True)
    return reckoning


@action("evaluation.reckon", needs="evaluation.reckon")
def reckon(
    act: Act,
    community: Any,
    *,
    outcome: Outcome,
    seconds: float = 0.0,
    job: Job | None = None,
    reckoning: Any = None,
) -> Reckoning:
    """Puts what was found in the place of what stood there for the same periods, in one step:
    other periods stay as they are. `act.at` is when the facts began to be read."""
    _replace_figures(community, outcome.values, act.at)
    _replace_evidence(community, outcome.evidence, outcome)
    _hide_along_years(community, {value.period.starts.year for value in outcome.values})
    row = Reckoning.objects.filter(community=community, pk=reckoning).first()
    row = row or Reckoning(community=community, asked_at=act.at, job=job)
    row.state, row.at = "done", act.at
    row.since, row.until = outcome.span.since, outcome.span.until
    row.facts, row.figures, row.seconds = outcome.facts, len(outcome.values), round(seconds, 3)
    row.save()
    act.note(facts=outcome.facts, figures=len(outcome.values))
    return row


def _replace_figures(community: Any, values: Iterable[Value], at: datetime) -> None:
    rows = [
        Figure(
            community=community,
            indicator=value.indicator.id,
            version=value.indicator.version,
            period_kind=value.period.kind,
            starts=value.period.starts,
            ends=value.period.ends,
            numerator=value.numerator,
            denominator=value.denominator,
            low=value.low,
            high=value.high,
            n=value.n,
            gap=value.gap,
            suppressed=value.small,
            reckoned_at=at,
        )
        for value in values
    ]
    starts: dict[str, set[Any]] = defaultdict(set)
    for row in rows:
        starts[row.period_kind].add(row.starts)
    for kind, days in starts.items():
        Figure.objects.filter(community=community, period_kind=kind, starts__in=days).delete()
    Figure.objects.bulk_create(rows, batch_size=500)


def _replace_evidence(community: Any, found: Iterable[Standing], outcome: Outcome) -> None:
    years = [period.starts for period in outcome.span.periods if period.kind == "year"]
    Evidence.objects.filter(
        Q(period_kind=RECENT) | Q(period_kind="year", starts__in=years), community=community
    ).delete()
    Evidence.objects.bulk_create(
        [
            Evidence(
                community=community,
                criterion=standing.criterion,
                kind=standing.kind,
                period_kind=standing.period_kind,
                starts=standing.starts,
                ends=standing.ends,
                records=standing.records,
                latest=standing.latest,
            )
            for standing in found
        ],
        batch_size=500,
    )


def _hide_along_years(community: Any, years: set[int]) -> None:
    """Where a small month of a year is hidden, hides others with it, as long as the year's own
    figure is shown. Looks at all months that stand there, also those reckoned earlier."""
    definitions = catalogue()
    year_long: dict[tuple[str, int], Figure] = {}
    parts: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in Figure.objects.filter(community=community, starts__year__in=years).order_by(
        "starts"
    ):
        if figure.indicator not in definitions:
            continue
        key = (figure.indicator, figure.starts.year)
        if figure.period_kind == "year":
            year_long[key] = figure
        else:
            parts[key].append(figure)
    changed = []
    for key, figures in parts.items():
        changed += _hide_together(figures, shown_whole=_is_shown(year_long.get(key)))
    Figure.objects.filter(community=community).bulk_update(changed, ["suppressed"], batch_size=500)


def _hide_together(figures: list[Figure], *, shown_whole: bool) -> list[Figure]:
    definitions = catalogue()
    row = definitions.version(figures[0].indicator, figures[0].version)
    cells = [
        (figure.numerator, figure.denominator if row.is_quotient else None)
        if figure.numerator is not None
        else None
        for figure in figures
    ]
    hidden = [
        cell is not None and is_small(*cell, row.floor, people=row.people) for cell in cells
    ]
    if row.aggregator == "median":
        hidden = [is_small(figure.n, None, row.floor, people=False) for figure in figures]
    elif shown_whole and row.adds_up:
        hidden = list(hide_along(cells, hidden, row.floor))
    changed = []
    for figure, away in zip(figures, hidden, strict=True):
        if figure.suppressed != away:
            figure.suppressed = away
            changed.append(figure)
    return changed


def _is_shown(figure: Figure | None) -> bool:
    return figure is not None and figure.numerator is not None and not figure.suppressed
