"""The days people work by, and how they were changed."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.audit.models import Entry
from linli.core.clocks.models import CalendarDay
from linli.lib.calendar import DayKind, WorkCalendar, national, national_days


def work_calendar(community: UUID | None = None) -> WorkCalendar:
    """The days people work by: the country's, then the instance's own rows, then the
    community's. Built once for each state of the rows; asking costs one small query."""
    latest = (
        _days_of(community).order_by("-revision").values_list("revision", flat=True).first() or 0
    )
    return _calendar(community, latest) if latest else national()


@lru_cache(maxsize=256)
def _calendar(community: UUID | None, revision: int) -> WorkCalendar:
    country = national()
    days = dict(country.days)
    announced = set(country.announced_years)
    rows = sorted(_days_of(community), key=lambda day: day.community_id is not None)
    for row in rows:
        if row.kind == "ordinary":
            days.pop(row.on, None)
        else:
            days[row.on] = DayKind(row.kind)
        if row.kind == "make_up":
            announced.add(row.on.year)
    return WorkCalendar(days, frozenset(announced))


def _days_of(community: UUID | None) -> "QuerySet[CalendarDay]":
    mine = Q(community__isnull=True)
    return CalendarDay.objects.filter(
        mine if community is None else mine | Q(community_id=community)
    )


@dataclass(frozen=True, slots=True)
class KeptDay:
    """One day of a year that departs from its weekday, and who says so."""

    on: date
    kind: str
    kind_title: str
    name: str
    source: str
    ours: bool


def kept_days(community: UUID, year: int) -> list[KeptDay]:
    """The days of a year that depart from their weekday, the country's and one's own; a row of
    one's own stands in the place of the country's, also where it takes that back."""
    titles = {kind: str(title) for kind, title in CalendarDay.KINDS}
    found = {
        day.on: KeptDay(day.on, day.kind, titles[day.kind], day.name, "", ours=False)
        for day in national_days()
        if day.on.year == year
    }
    rows = _days_of(community).filter(on__year=year)
    for row in sorted(rows, key=lambda row: row.community_id is not None):
        found[row.on] = KeptDay(
            row.on,
            row.kind,
            titles[row.kind],
            row.name,
            row.source,
            ours=row.community_id is not None,
        )
    return [found[on] for on in sorted(found)]


def calendar_history(community: UUID, limit: int = 30) -> list[Entry]:
    """How the calendar was changed, latest first, here and for the whole instance."""
    return list(
        Entry.objects.filter(
            Q(community=community) | Q(community__isnull=True), action="clocks.set_day"
        ).order_by("-at", "-id")[:limit]
    )
