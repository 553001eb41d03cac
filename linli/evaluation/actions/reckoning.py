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
from linli.evaluation.actions.recasts import mark_recasts
from linli.evaluation.definitions import Catalogue, Indicator
from linli.evaluation.engine.values import Value, is_row_small
from linli.evaluation.models import Evidence, Figure, Reckoning
from linli.evaluation.nesting import hide_nested, nesting_of
from linli.evaluation.outcome import RECENT, Outcome, Standing
from linli.evaluation.own.beside import told_beside
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.rules import hide_along, may_be_reckoned, raise_floor
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

KEPT = timedelta(days=30)
"""How long it can be seen when figures were reckoned; the figures themselves stay."""


@action("evaluation.ask", needs="evaluation.reckon")
def ask(act: Act, community: Any, *, year: int | None = None, only: str = "") -> Reckoning:
    """Has the community's figures reckoned by a job, with those of the year `year` where one is
    named (of one that is over, `only` those of one indicator); where one is under way already,
    that one. Refused where figures of record of a year that is over would be others."""
    if year is not None:
        reckoned = _is_reckoned(community, year, only)
        require(may_be_reckoned(year, local_day(act.at), reckoned=reckoned))
    return _begin(act, community, {"year": year, "only": only})


@action("evaluation.ask_past", needs="evaluation.reckon_past")
def ask_past(act: Act, community: Any, *, year: int, reason: str) -> Reckoning:
    """Has the figures of record of a year that is over reckoned anew, for a reason."""
    require(Finding(bool(reason.strip()), "evaluation.past_reason", numbers={"year": str(year)}))
    act.note(year=str(year), reason=reason.strip())
    return _begin(act, community, {"year": year, "again": year})


def _is_reckoned(community: Any, year: int, only: str) -> bool:
    figures = Figure.objects.filter(community=community, period_kind="year", starts__year=year)
    return (figures.filter(indicator=only) if only else figures).exists()


def _begin(act: Act, community: Any, asked: dict[str, Any]) -> Reckoning:
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
                params={"reckoning": str(reckoning.pk), **asked},
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
    _replace_figures(community, outcome.apart, act.at, each=True)
    _replace_evidence(community, outcome.evidence, outcome)
    years = {value.period.starts.year for value in (*outcome.values, *outcome.apart)}
    _hide_along_years(community, years, outcome.floor)
    mark_recasts(community, years)
    row = Reckoning.objects.filter(community=community, pk=reckoning).first()
    row = row or Reckoning(community=community, asked_at=act.at, job=job)
    row.state, row.at = "done", act.at
    row.since, row.until = outcome.span.since, outcome.span.until
    figures = len(outcome.values) + len(outcome.apart)
    row.facts, row.figures, row.seconds = outcome.facts, figures, round(seconds, 3)
    row.save()
    old = Reckoning.objects.filter(community=community, asked_at__lt=act.at - KEPT)
    old.exclude(pk=row.pk).delete()
    act.note(facts=outcome.facts, figures=figures)
    return row


def _replace_figures(
    community: Any, values: Iterable[Value], at: datetime, *, each: bool = False
) -> None:
    """In the place of all figures of their periods, or (`each`) of none but their own."""
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
            se=value.se,
            n=value.n,
            gap=value.gap,
            suppressed=value.small,
            reckoned_at=at,
        )
        for value in values
    ]
    starts: dict[tuple[str, str], set[Any]] = defaultdict(set)
    for row in rows:
        starts[row.period_kind, row.indicator if each else ""].add(row.starts)
    for (kind, indicator), days in starts.items():
        former = Figure.objects.filter(community=community, period_kind=kind, starts__in=days)
        (former.filter(indicator=indicator) if indicator else former).delete()
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
    figure is shown; then what lies in something wider and differs from it by a few, and own figures
    that would tell of a few beside others. Looks at all that stand there, also what was reckoned
    earlier."""
    definitions = catalogue_of(community)
    year_long: dict[tuple[str, int], Figure] = {}
    parts: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    of_period: dict[str, dict[str, Figure]] = defaultdict(dict)
    figures = Figure.objects.filter(community=community, starts__year__in=years)
    all_there = list(figures.order_by("starts"))
    for figure in all_there:
        if figure.indicator not in definitions:
            continue
        key = (figure.indicator, figure.starts.year)
        of_period[figure.period.key][figure.indicator] = figure
        if figure.period_kind == "year":
            year_long[key] = figure
        else:
            parts[key].append(figure)
    changed: list[Figure] = []
    for key, of_year in parts.items():
        changed += _hide_together(
            definitions, of_year, floor, shown_whole=_is_shown(year_long.get(key))
        )
    nesting = nesting_of(definitions.rows)
    for cells in of_period.values():
        hidden = {name: figure.suppressed for name, figure in cells.items()}
        away = hide_nested(cells, hidden, floor, nesting)
        for name, figure in cells.items():
            if away[name] and not figure.suppressed and figure.numerator is not None:
                figure.suppressed = True
                changed.append(figure)
    beside = told_beside(definitions, all_there, floor)
    for figure in all_there:
        if figure.pk in beside and not figure.suppressed:
            figure.suppressed = True
            changed.append(figure)
    Figure.objects.filter(community=community).bulk_update(changed, ["suppressed"], batch_size=500)


def _hide_together(
    definitions: Catalogue, figures: list[Figure], floor: int, *, shown_whole: bool
) -> list[Figure]:
    """The figures of one indicator's months whose mark changes."""
    row = definitions.version(figures[0].indicator, figures[0].version)
    hidden = [_is_small(row, figure, floor) for figure in figures]
    if shown_whole and row.adds_up:
        cells = [
            (figure.numerator, figure.denominator if row.is_quotient else None)
            if figure.numerator is not None
            else None
            for figure in figures
        ]
        least = raise_floor(row.floor, floor)
        hidden = list(hide_along(cells, hidden, least, people=row.people))
    changed = []
    for figure, away in zip(figures, hidden, strict=True):
        if figure.suppressed != away:
            figure.suppressed = away
            changed.append(figure)
    return changed


def _is_small(row: Indicator, figure: Figure, floor: int) -> bool:
    if figure.numerator is None or figure.denominator is None:
        return False
    if row.aggregator == "survey":
        return figure.suppressed  # in thousandths of everybody, which count nobody
    return is_row_small(row, figure.n, figure.numerator, figure.denominator, floor)


def _is_shown(figure: Figure | None) -> bool:
    return figure is not None and figure.numerator is not None and not figure.suppressed
