"""What of this instance goes into the store of facts, and leaves it again.

The desk's reckoning reads every fact of the last thirteen months anyway, whenever something was
written down and once a night; what it read goes into the store on the way, a month at a time, and
only months that are others than before are written. The desk itself goes on reading the rows: its
figures must be right where there is no store, and reading the files instead would save nothing,
since they can only be made from the same rows.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from linli.core.places.kinds import COMMUNITY
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.core.places.queries import served_communities
from linli.evaluation.definitions import catalogue
from linli.evaluation.models import Figure
from linli.evaluation.periods import Period, Span
from linli.evaluation.sources import read_facts
from linli.evaluation.store import Store, drop_community, drop_years_before, keep_month
from linli.evaluation.store.estimates import keep_estimates
from linli.evaluation.store.partitions import YEARS_KEPT, communities_kept
from linli.evaluation.store.places import Division, keep_places
from linli.lib.facts import Fact

log = logging.getLogger(__name__)
Keep = Callable[[date, Sequence[Fact]], None]


def the_store() -> Store:
    """This instance's."""
    return Store.of(settings.DATA_DIR)


def keeper(store: Store, community: Any, at: datetime) -> Keep:
    """What a reckoning hands each month's facts to. A disk that is full does not stop the
    reckoning: the months that were not kept are kept the next time."""

    def keep(month: date, facts: Sequence[Fact]) -> None:
        try:
            keep_month(store, community.code, month.year * 100 + month.month, facts, read_at=at)
        except OSError as error:
            log.warning("facts of a month not kept: %s", type(error).__name__)

    return keep


def keep_community(
    store: Store, community: Any, span: Span, at: datetime, *, each: Callable[[date, str], None]
) -> int:
    """Reads a community's facts of a span and puts them into the store; returns how many months
    are others than before. `each` is told of each month and what became of it."""
    changed = 0
    for since, until in span.windows():
        month = since.year * 100 + since.month
        facts = read_facts(community, since, until)
        kept = keep_month(store, community.code, month, facts, read_at=at)
        changed += kept.changed
        each(since, kept.state)
    keep_estimates_of(store, community, timezone.localdate(at))
    return changed


def keep_estimates_of(store: Store, community: Any, on: date) -> int:
    """Puts what samples answered in the years that are kept into the store, from the figures, and
    with each whether the community itself hides it and why it is no figure."""
    known = catalogue()
    asked = {row.id for row in known.rows if row.aggregator == "survey"}
    figures = Figure.objects.filter(
        community=community,
        indicator__in=asked,
        numerator__isnull=False,
        starts__gte=date(on.year - YEARS_KEPT, 1, 1),
    )
    return keep_estimates(
        store,
        community.code,
        (
            {
                "community": community.code,
                "measure": f"{figure.indicator}@{figure.version}",
                "period": Period(figure.starts, figure.ends, figure.period_kind).key,
                "n": figure.n,
                "numerator": figure.numerator,
                "denominator": figure.denominator,
                "se": figure.se,
                "hidden": int(figure.suppressed),
                "gap": figure.gap,
            }
            for figure in figures
        ),
    )


def keep_tree(store: Store, on: date) -> int:
    """Puts the tree of divisions into the store, down to the communities, with the floor of those
    that are on this instance; returns how many."""
    floors = {each.code: floor_laid_down(each, on) for each in served_communities()}
    places = Place.objects.filter(level__lte=COMMUNITY, until__isnull=True).exclude(code="")
    rows = places.values_list("code", "parent__code", "kind", "name").iterator(5000)
    return keep_places(
        store,
        (
            Division(code, parent or "", kind, name, floors.get(code))
            for code, parent, kind, name in rows
        ),
    )


def clear_out(store: Store, on: date) -> list[str]:
    """Takes away what must not stay: everything of communities that have left this instance, and
    the years no longer kept with the keys of their tokens. Returns the codes of those that left."""
    served = set(served_communities().values_list("code", flat=True))
    left = sorted(communities_kept(store) - served)
    for code in left:
        drop_community(store, code)
    drop_years_before(store, on.year)
    return left


def keep_beside(store: Store, community: Any, at: datetime) -> None:
    """After a reckoning: the estimates, the tree, and what must not stay."""
    try:
        keep_estimates_of(store, community, timezone.localdate(at))
        keep_tree(store, timezone.localdate(at))
        clear_out(store, timezone.localdate(at))
    except OSError as error:
        log.warning("store of facts not kept: %s", type(error).__name__)
