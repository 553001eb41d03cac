"""Asking for a reckoning, and writing down what it found."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.jobs.models import Job
from linli.core.jobs.starting import begin
from linli.evaluation.definitions import Indicator, catalogue
from linli.evaluation.engine.values import Value, is_row_small
from linli.evaluation.models import Evidence, Figure, Reckoning
from linli.evaluation.outcome import RECENT, Outcome, Standing
from linli.evaluation.rules import hide_along, raise_floor

KEPT = timedelta(days=30)
"""How long it can be seen when figures were reckoned; the figures themselves stay."""


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
    try:
        with transaction.atomic():
            reckoning.job = begin(
                act,
                "evaluation.reckon",
                community=community,
                params={"reckoning": str(reckoning.pk), "year": year},
            )
            reckoning.save(force_insert=True)
    except IntegrityError:  # somebody else asked in the same moment
        return Reckoning.objects.get(community=community, state="waiting")
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
    years = {value.period.starts.year for value in outcome.values}
    _hide_along_years(community, years, outcome.floor)
    row = Reckoning.objects.filter(community=community, pk=reckoning).first()
    row = row or Reckoning(community=community, asked_at=act.at, job=job)
    row.state, row.at = "done", act.at
    row.since, row.until = outcome.span.since, outcome.span.until
    row.facts, row.figures, row.seconds = outcome.facts, len(outcome.values), round(seconds, 3)
    row.save()
    old = Reckoning.objects.filter(community=community, asked_at__lt=act.at - KEPT)
    old.exclude(pk=row.pk).delete()
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


def _hide_along_years(community: Any, years: set[int], floor: int) -> None:
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
        changed += _hide_together(figures, floor, shown_whole=_is_shown(year_long.get(key)))
    Figure.objects.filter(community=community).bulk_update(changed, ["suppressed"], batch_size=500)


def _hide_together(figures: list[Figure], floor: int, *, shown_whole: bool) -> list[Figure]:
    """The figures of one indicator's months whose mark changes."""
    row = catalogue().version(figures[0].indicator, figures[0].version)
    hidden = [_is_small(row, figure, floor) for figure in figures]
    if shown_whole and row.adds_up:
        cells = [
            (figure.numerator, figure.denominator if row.is_quotient else None)
            if figure.numerator is not None
            else None
            for figure in figures
        ]
        hidden = list(hide_along(cells, hidden, raise_floor(row.floor, floor)))
    changed = []
    for figure, away in zip(figures, hidden, strict=True):
        if figure.suppressed != away:
            figure.suppressed = away
            changed.append(figure)
    return changed


def _is_small(row: Indicator, figure: Figure, floor: int) -> bool:
    if figure.numerator is None or figure.denominator is None:
        return False
    return is_row_small(row, figure.n, figure.numerator, figure.denominator, floor)


def _is_shown(figure: Figure | None) -> bool:
    return figure is not None and figure.numerator is not None and not figure.suppressed
