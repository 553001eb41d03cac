"""Changing the days people work by; clocks that run are counted anew."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Max, Prefetch, QuerySet

from linli.core.audit.door import Act, action
from linli.core.clocks.actions.running import reschedule
from linli.core.clocks.models import CalendarDay, Clock, ClockPause
from linli.core.clocks.queries.days import work_calendar
from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI

# A limit in calendar days may end before a holiday and be carried over it; no break is longer.
LONGEST_BREAK = timedelta(days=15)


@action("clocks.set_day", needs="clocks.edit_calendar")
def set_day(
    act: Act, community: Place | None, *, on: date, kind: str, name: str, source: str = ""
) -> CalendarDay:
    """Says what one day is for this community, or without one for the whole instance.

    Every clock still running whose last day this moves is counted anew; the entry says how
    many. The country's own days stand in the code: `ordinary` takes one of them back.
    """
    # One change at a time, or two of them might bear the same revision.
    list(CalendarDay.objects.select_for_update().order_by("-revision")[:1])
    latest = CalendarDay.objects.aggregate(latest=Max("revision"))["latest"] or 0
    known = CalendarDay.objects.filter(community=community, on=on).first()
    day = known or CalendarDay(community=community, on=on)
    act.note(on=on.isoformat(), was=day.kind, kind=kind, label=name)
    day.kind, day.name, day.source, day.revision = kind, name, source, latest + 1
    day.full_clean(exclude=["community"])
    day.save()
    act.note(moved=recount(community.pk if community else None, on))
    return day


def recount(community: UUID | None, on: date) -> int:
    """Counts anew the running clocks that the day `on` may touch; how many of them moved."""
    begins = datetime.combine(on, time.min, SHANGHAI)
    touched = Clock.objects.select_for_update().filter(
        state="running",
        started_at__lt=begins + timedelta(days=1),
        due_at__gt=begins - LONGEST_BREAK,
    )
    pauses = ClockPause.objects.across_communities("pauses of the clocks found")
    if community is None:
        touched = touched.across_communities("the instance's calendar is everybody's")
    else:
        touched = touched.filter(community_id=community)
        pauses = pauses.filter(community_id=community)
    moved = 0
    for clock in _each(touched.prefetch_related(Prefetch("pauses", pauses))):
        if reschedule(clock, work_calendar(clock.community_id)):
            clock.save(update_fields=["due_at", "warn_at"])
            moved += 1
    return moved


def _each(clocks: "QuerySet[Clock]") -> Iterator[Clock]:
    last = None
    while True:
        chunk = clocks.order_by("id")
        if last is not None:
            chunk = chunk.filter(id__gt=last)
        rows = list(chunk[:500])
        yield from rows
        if len(rows) < 500:
            return
        last = rows[-1].id
