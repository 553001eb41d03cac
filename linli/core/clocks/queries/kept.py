"""Which limits were kept and which were not, each on the day that decided it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from linli.core.clocks.models import Clock
from linli.core.clocks.rules import last_day
from linli.lib.calendar import SHANGHAI, local_day


class Judged(NamedTuple):
    """What became of one limit: of which row, on which day that was decided, and whether it was
    kept."""

    owner: UUID
    on: date
    kept: bool


def judged(
    community: Any, since: date, until: date, owner_kind: str, *names: str
) -> Iterator[Judged]:
    """The limits of those names decided on the days from `since` to `until`, both included; in one
    query.

    A kept one counts on the day it was done, at the latest on its last day: one that is noted
    later as done in time was done in time. One that was not kept counts on its last day, done
    later or never: whoever leaves a thing undone does not drop out of the count. What no longer
    ran before its last day is not among them.
    """
    start, end = _moment(since), _moment(until + timedelta(days=1))
    # `due_at` is the first moment that is too late. A limit still running whose last day is the
    # last one asked for may yet be kept.
    late = Q(state="missed", due_at__gt=start, due_at__lte=end)
    unnoted = Q(state="running", due_at__gt=start, due_at__lt=end)
    met = (
        Q(state="met", settled_at__gte=start)
        & (Q(due_at__isnull=True) | Q(due_at__gt=start))
        & (Q(settled_at__lt=end) | Q(due_at__lte=end))
    )
    clocks = Clock.objects.filter(
        met | late | unnoted,
        community=community,
        owner_kind=owner_kind,
        name__in=names,
    ).order_by("id")
    columns = ("owner", "state", "settled_at", "due_at")
    for owner, state, settled_at, due_at in clocks.values_list(*columns).iterator(2000):
        kept = state == "met"
        days = [last_day(due_at)] if due_at else []
        if kept:
            days.append(local_day(settled_at))
        yield Judged(owner, min(days), kept)


def _moment(on: date) -> datetime:
    return datetime.combine(on, time.min, SHANGHAI)
