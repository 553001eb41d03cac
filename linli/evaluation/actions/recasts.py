"""Asking for a past year by later definitions, and writing down what it came to."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.jobs.starting import begin
from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.definitions import Catalogue
from linli.evaluation.engine.values import Value, is_row_small
from linli.evaluation.models import Figure, Recast, RecastFigure
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.redefined import definitions_of
from linli.evaluation.rules import differs_by_few, may_recast, raise_floor
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require


@action("evaluation.ask_recast", needs="evaluation.ask_recast")
def ask_recast(act: Act, community: Any, *, year: int, by_year: int, job: bool = True) -> Recast:
    """Has a past year reckoned by the definitions of a later one; where it is under way, that one.
    Refused where nothing is defined otherwise. Without `job` for a command, which does it at
    once."""
    require(may_recast(year, by_year, local_day(act.at)))
    require(
        Finding(
            bool(definitions_of(catalogue_of(community), year, by_year).rows),
            "evaluation.recast_differs",
            numbers={"year": str(year), "by_year": str(by_year)},
        )
    )
    asked = Recast.objects.filter(community=community, year=year, by_year=by_year)
    recast = asked.select_related("job").first()
    if recast is not None and recast.state == "waiting" and recast.job and recast.job.is_active:
        return recast
    recast = recast or Recast(community=community, year=year, by_year=by_year, asked_at=act.at)
    recast.community, recast.asked_at, recast.state = community, act.at, "waiting"
    try:
        with transaction.atomic():
            recast.save()
            if job:
                recast.job = begin(
                    act,
                    "evaluation.recast",
                    community=community,
                    params={"recast": str(recast.pk)},
                )
                recast.save(update_fields=["job"])
    except IntegrityError:  # somebody else asked in the same moment
        return asked.get()
    act.note(year=year, by_year=by_year)
    return recast


@action("evaluation.fill_recast", needs="evaluation.fill_recast")
def fill_recast(act: Act, recast: Recast, *, values: Iterable[Value]) -> Recast:
    """Keeps what was reckoned, in the place of an earlier attempt. The figures of record are
    read, to see that the two beside each other give nobody away, and not touched."""
    row = Recast.objects.select_for_update().get(community=recast.community_id, pk=recast.pk)
    rows = [_figure(row, value) for value in values]
    RecastFigure.objects.filter(community=row.community_id, recast=row).delete()
    RecastFigure.objects.bulk_create(rows, batch_size=500)
    row.state, row.at = "done", act.at
    row.save(update_fields=["state", "at"])
    mark_recasts(recast.community, {row.year})
    act.note(year=row.year, by_year=row.by_year, figures=len(rows))
    return row


def mark_recasts(community: Any, years: Iterable[int]) -> None:
    """Marks what of the recasts of these years is not public: what is small itself, and what would
    tell of a few beside the figure of record or beside a recast that came about earlier. Anew
    whenever one of them changes."""
    known = catalogue_of(community)
    for year in years:
        floor = floor_laid_down(community, date(year, 12, 31))
        shown: dict[str, list[tuple[int, int]]] = defaultdict(list)
        kept_from: set[str] = set()
        first = date(year, 1, 1)
        for own in Figure.objects.filter(community=community, period_kind="year", starts=first):
            if own.suppressed:
                kept_from.add(own.indicator)
            elif own.numerator is not None and own.denominator is not None:
                shown[own.indicator].append((own.numerator, own.denominator))
        rows = RecastFigure.objects.filter(
            community=community, recast__year=year, recast__state="done"
        )
        changed = []
        for row in rows.select_for_update().order_by("recast__at", "recast__by_year"):
            away = row.indicator in kept_from or _tells_few(known, row, shown[row.indicator], floor)
            if not away and row.numerator is not None and row.denominator is not None:
                shown[row.indicator].append((row.numerator, row.denominator))
            if row.suppressed != away:
                row.suppressed = away
                changed.append(row)
        RecastFigure.objects.filter(community=community).bulk_update(changed, ["suppressed"])


def _tells_few(
    known: Catalogue, figure: RecastFigure, shown: Iterable[tuple[int, int]], floor: int
) -> bool:
    if figure.numerator is None or figure.denominator is None:
        return False
    if figure.indicator not in known:
        return True
    row = known.version(figure.indicator, figure.version)
    least, cut = raise_floor(row.floor, floor), (figure.numerator, figure.denominator)
    small = is_row_small(row, figure.n, *cut, floor)
    return small or any(differs_by_few(cut, other, least) for other in shown)


def _figure(recast: Recast, value: Value) -> RecastFigure:
    return RecastFigure(
        community_id=recast.community_id,
        recast=recast,
        indicator=value.indicator.id,
        version=value.indicator.version,
        numerator=value.numerator,
        denominator=value.denominator,
        low=value.low,
        high=value.high,
        n=value.n,
        gap=value.gap,
        suppressed=True,
    )
