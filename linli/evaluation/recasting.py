"""A past year by the definitions of a later one: reckoned from the facts as they are now, kept
apart, shown beside the figure of record and never in its line."""

from collections.abc import Callable
from datetime import date, datetime

from linli.core.audit.actor import Actor
from linli.evaluation.actions.recasts import fill_recast
from linli.evaluation.engine.values import Value
from linli.evaluation.models import Recast
from linli.evaluation.outcome import reckon_community
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.periods import Span, period_of
from linli.evaluation.redefined import definitions_of


def read_again(
    recast: Recast, *, each_month: Callable[[date], None] = lambda month: None
) -> tuple[Value, ...]:
    """Reads the facts of the year and reckons it by the later definitions; writes nothing."""
    known = definitions_of(catalogue_of(recast.community), recast.year, recast.by_year)
    outcome = reckon_community(
        recast.community, span_of(recast), definitions=known, each_month=each_month
    )
    return outcome.values


def span_of(recast: Recast) -> Span:
    """The one year, and nothing of it but the year."""
    year = period_of("year", date(recast.year, 1, 1))
    return Span(year.starts, year.ends, (year,))


def recast_at_once(recast: Recast, *, by: Actor, at: datetime) -> Recast:
    """Reads outside any transaction and writes in one, for a command or the demo."""
    return fill_recast(recast, values=read_again(recast), by=by, at=at)
