"""The clocks of a row, and each as a page tells it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from linli.core.clocks import rules
from linli.core.clocks.models import Clock, ClockPause
from linli.core.clocks.names import title_of
from linli.core.pages.shapes import Deadline
from linli.lib.calendar import Unit, WorkCalendar, local_day


def clocks_of(owner: Any, *names: str) -> list[Clock]:
    """Every clock of a row, settled ones too, in the order they were started. Whoever could
    load the row may see its clocks."""
    clocks = Clock.objects.filter(community_id=owner.community_id, owner=owner.pk)
    if names:
        clocks = clocks.filter(name__in=names)
    return list(with_pauses(clocks.order_by("started_at", "id"), owner.community_id))


def clocks_of_each(community: UUID, owners: Iterable[UUID]) -> dict[UUID, list[Clock]]:
    """The clocks of many rows at once, for a list: one query (and one for the pauses)."""
    found: dict[UUID, list[Clock]] = {owner: [] for owner in owners}
    clocks = Clock.objects.filter(community_id=community, owner__in=list(found))
    for clock in with_pauses(clocks.order_by("started_at", "id"), community):
        found[clock.owner].append(clock)
    return found


def deadline_of(clock: Clock, calendar: WorkCalendar, at: datetime) -> Deadline | None:
    """The clock as the `deadline` component draws it; None for one that no longer applies.

    Of a clock that stands still, `due` is the last day if it went on today.
    """
    if clock.state == "dropped":
        return None
    if clock.unit == Unit.HOURS and clock.due_at is not None:
        return _to_the_minute(clock, clock.due_at - rules.INSTANT, at)
    running, today = clock.running(), local_day(at)
    pauses = [pause for pause in clock.pauses.all() if pause.resumed_at is None]
    ended_on = local_day(clock.settled_at) if clock.settled_at else None
    if clock.due_at is not None:
        due_on = rules.last_day(clock.due_at)
    else:
        still = running.resume(ended_on or today) if pauses else running
        due_on = still.due_on(calendar) or today
    return Deadline(
        due=due_on,
        left=running.left(calendar, ended_on or today),
        workdays=clock.unit == "working_days",
        name=title_of(clock.name),
        paused_since=local_day(pauses[-1].paused_at) if pauses and not ended_on else None,
        reason=pauses[-1].reason if pauses and not ended_on else "",
        met_on=ended_on,
    )


def _to_the_minute(clock: Clock, by: datetime, at: datetime) -> Deadline:
    return Deadline(
        due=local_day(by),
        left=(by - (clock.settled_at or at)) // timedelta(minutes=1),
        name=title_of(clock.name),
        met_on=local_day(clock.settled_at) if clock.settled_at else None,
        by=by,
    )


def pauses_in(community: UUID) -> Prefetch:
    """What is read along with clocks whose days are counted."""
    return Prefetch("pauses", ClockPause.objects.filter(community_id=community))


def with_pauses(clocks: "QuerySet[Clock]", community: UUID) -> "QuerySet[Clock]":
    """The clocks with their pauses, in one query more."""
    return clocks.prefetch_related(pauses_in(community))
