"""A community's figures and evidence as they were last reckoned. A few queries, however many
records stand behind them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from linli.evaluation.models import Evidence, Figure, Reckoning
from linli.evaluation.outcome import RECENT
from linli.evaluation.periods import Period, period_of, recent_start


@dataclass(frozen=True)
class Picture:
    """What a page shows of one community: figures by indicator (the year's, and the parts of it
    in their order) and evidence by criterion (all kinds together, and each kind)."""

    reckoned: Reckoning | None
    years: dict[str, Figure]
    parts: dict[str, list[Figure]]
    evidence: dict[str, Evidence]
    by_kind: dict[str, list[Evidence]]


def last_reckoning(community: Any) -> Reckoning | None:
    """The last one that came about."""
    done = Reckoning.objects.filter(community=community, state="done")
    return done.order_by("-at").first()


def waiting_reckoning(community: Any) -> Reckoning | None:
    """The one under way, if its job still goes on by itself."""
    waiting = (
        Reckoning.objects.filter(community=community, state="waiting").select_related("job").first()
    )
    active = waiting is not None and waiting.job is not None and waiting.job.is_active
    return waiting if active else None


def is_first(community: Any) -> bool:
    """Whether nothing has been reckoned here yet."""
    return not Reckoning.objects.filter(community=community, state="done").exists()


def figures_of(community: Any) -> QuerySet[Figure]:
    """All figures, in the order of time."""
    return Figure.objects.filter(community=community).order_by("starts", "indicator")


def picture_of(community: Any, on: date) -> Picture:
    """As things stand: the present year's figures and the months since a year ago."""
    since = recent_start(on)
    year = period_of("year", on).starts
    figures = figures_of(community).filter(
        Q(period_kind="year", starts=year)
        | Q(period_kind__in=("month", "quarter"), starts__gte=since, starts__lte=on)
    )
    evidence = Evidence.objects.filter(community=community, period_kind=RECENT)
    return _arrange(last_reckoning(community), figures, evidence)


def report_of(community: Any, year: int) -> Picture:
    """One calendar year: its own figures, its months and what was recorded in it."""
    first = date(year, 1, 1)
    figures = figures_of(community).filter(starts__gte=first, starts__lte=date(year, 12, 31))
    evidence = Evidence.objects.filter(community=community, period_kind="year", starts=first)
    return _arrange(last_reckoning(community), figures, evidence)


def series_of(community: Any, indicator: str, kind: str) -> list[Figure]:
    """One indicator through all periods of one kind, the earliest first."""
    return list(figures_of(community).filter(indicator=indicator, period_kind=kind))


def figures_beside(communities: Iterable[Any], period: Period) -> list[Figure]:
    """The figures of several communities in one period; for whoever may see counts of them."""
    asked = Figure.objects.across_communities("counts of several communities beside each other")
    return list(
        asked.filter(community__in=list(communities), period_kind=period.kind, starts=period.starts)
    )


def years_reckoned(community: Any) -> list[int]:
    """The years a report can be made of, the latest first."""
    years = Figure.objects.filter(community=community, period_kind="year")
    starts = years.values_list("starts", flat=True).distinct().order_by("-starts")
    return [day.year for day in starts]


def _arrange(
    reckoned: Reckoning | None, figures: Iterable[Figure], evidence: Iterable[Evidence]
) -> Picture:
    years: dict[str, Figure] = {}
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.period_kind == "year":
            years[figure.indicator] = figure
        else:
            parts[figure.indicator].append(figure)
    together: dict[str, Evidence] = {}
    by_kind: dict[str, list[Evidence]] = defaultdict(list)
    for standing in evidence:
        if standing.kind:
            by_kind[standing.criterion].append(standing)
        else:
            together[standing.criterion] = standing
    return Picture(reckoned, years, dict(parts), together, dict(by_kind))
