"""A month and a year drawn up: which days people work, what falls due, what comes round."""

import calendar as gregorian
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format

from linli.core.clocks.duties.shape import Duty
from linli.core.clocks.models import Clock
from linli.core.clocks.queries import Hand, due_between
from linli.core.clocks.queries.duties import occurrences
from linli.core.clocks.shown import DUTY
from linli.lib.calendar import WorkCalendar, is_working_day


@dataclass
class Cell:
    """One day: whether people work, what falls due, what is coming round."""

    on: date
    inside: bool
    works: bool
    today: bool
    clocks: list[Clock] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)

    @property
    def unusual(self) -> bool:
        """Free though it is no weekend, or worked though it is one."""
        return self.works == (self.on.weekday() >= 5)

    def __bool__(self) -> bool:
        return bool(self.clocks or self.duties)


@dataclass
class Month:
    """One month of the wall: its weeks, what spans it, what falls on a day."""

    number: int
    title: str
    weeks: list[list[Cell]]
    whole: list[Duty] = field(default_factory=list)
    days: list[tuple[date, Duty]] = field(default_factory=list)


def month_of(
    community: Any,
    first: date,
    calendar: WorkCalendar,
    today: date,
    hands: Sequence[Hand] | None,
) -> list[list[Cell]]:
    """The weeks of a month with what falls due on each day to these hands (or to anybody), and,
    of the days to come, what is not on anybody's list yet."""
    last = first.replace(day=gregorian.monthrange(first.year, first.month)[1])
    weeks = _weeks(first, calendar, today)
    cells = {cell.on: cell for week in weeks for cell in week}
    listed = set()
    for clock in due_between(community.pk, first, last, hands=hands):
        on = clock.last_day
        if on in cells:
            cells[on].clocks.append(clock)
            if clock.owner_kind == DUTY:
                listed.add((clock.rule, on))
    posts = {hand.post for hand in hands or ()}
    for on, duty in occurrences(community, max(first, today), last, calendar):
        theirs = duty.kind == "occasion" or hands is None or duty.post in posts
        if theirs and not duty.clocked_by and (duty.key, on) not in listed:
            cells[on].duties.append(duty)
    return weeks


def year_of(community: Any, year: int, calendar: WorkCalendar, today: date) -> list[Month]:
    """Twelve months with what the law asks, what was promised, the community's own duties, and
    the occasions; what is merely usual would hide them."""
    months = [
        Month(n, date_format(date(year, n, 1), "F"), _weeks(date(year, n, 1), calendar, today))
        for n in range(1, 13)
    ]
    for on, duty in occurrences(community, date(year, 1, 1), date(year, 12, 31), calendar):
        if duty.kind == "practice" and duty.origin != "own":
            continue
        month = months[on.month - 1]
        if duty.kind == "occasion" and _spans(duty):
            month.whole.append(duty)
            continue
        month.days.append((on, duty))
        for cell in (cell for week in month.weeks for cell in week):
            if cell.inside and cell.on == on:
                cell.duties.append(duty)
    return months


def _spans(duty: Duty) -> bool:
    due = duty.due
    return due is not None and bool(due.month) and not due.day and not due.nth


def _weeks(first: date, calendar: WorkCalendar, today: date) -> list[list[Cell]]:
    """Its weeks from Monday to Sunday, with the days before and after that fill them."""
    return [
        [
            Cell(on, on.month == first.month, is_working_day(calendar, on), on == today)
            for on in week
        ]
        for week in gregorian.Calendar(firstweekday=0).monthdatescalendar(first.year, first.month)
    ]
