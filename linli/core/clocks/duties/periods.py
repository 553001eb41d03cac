"""Where the periods of a duty begin and end, and on which day it is due in each (no database)."""

import calendar as gregorian
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from linli.core.clocks.duties.shape import Due, Duty
from linli.lib.calendar import WorkCalendar, corresponding_day, is_working_day, national_days

_DAY = timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
NO_ENDS: Mapping[str, date] = {}


@dataclass(frozen=True, slots=True)
class Period:
    """One time round: what is done from `opens` up to, not with, `closes` belongs to it; it is
    due by the end of `due_on`."""

    opens: date
    due_on: date
    closes: date


def period_of(
    duty: Duty, on: date, calendar: WorkCalendar, ends: Mapping[str, date] = NO_ENDS
) -> Period | None:
    """The period of the duty in which `on` lies. None on a free day for a daily duty, in a week
    without a working day for a weekly one, and where the end it is counted from is not known.

    `ends`: the day on which each cycle ends, by its name.
    """
    due = duty.due or Due()
    if duty.every == "day":
        return Period(on, on, on + _DAY) if is_working_day(calendar, on) else None
    if duty.every == "week":
        monday = on - timedelta(days=on.weekday())
        works = any(is_working_day(calendar, monday + _DAY * n) for n in range(7))
        last = monday + _DAY * (due.weekday - 1)
        return Period(monday, last, monday + _DAY * 7) if works else None
    if duty.every in _MONTHS:
        return _by_months(duty.every, due, on)
    if duty.every == "term" and duty.cycle in ends:
        return _before(due, ends[duty.cycle])
    return None


def next_period(duty: Duty, period: Period, calendar: WorkCalendar) -> Period | None:
    """The period after one; none after a term, whose next end nobody knows yet."""
    if duty.every == "term":
        return None
    return period_of(duty, period.closes, calendar)


def due_days(
    duty: Duty,
    first: date,
    last: date,
    calendar: WorkCalendar,
    ends: Mapping[str, date] = NO_ENDS,
) -> Iterable[date]:
    """Every day from `first` to `last`, both included, on which the duty is due."""
    if duty.every == "event":
        return
    # One period early, because what is due in March may belong to the year's first quarter.
    on = first - timedelta(days=400 if duty.every in ("half_year", "year") else 100)
    if duty.is_quick:
        on = first - timedelta(days=7)
    while on <= last:
        period = period_of(duty, on, calendar, ends)
        if period is None:
            if duty.every == "term":
                return
            on += _DAY * (7 - on.weekday()) if duty.every == "week" else _DAY
            continue
        if first <= period.due_on <= last:
            yield period.due_on
        if duty.every == "term":
            return
        on = period.closes


def _by_months(every: str, due: Due, on: date) -> Period:
    length = _MONTHS[every]
    begins = date(on.year, on.month - (on.month - 1) % length, 1)
    over = corresponding_day(begins, length)
    if every == "year":
        return Period(begins, _in_year(due, begins.year), over)
    if due.at == "next":
        # What is done in this period is for the one before; so it opens and closes with this.
        return Period(begins, _in_month(due, begins), over)
    month = begins if due.at == "first" else corresponding_day(begins, length - 1)
    return Period(begins, _in_month(due, month), over)


def _in_year(due: Due, year: int) -> date:
    if due.festival:
        named = (day.on for day in national_days((year,)) if due.festival in day.name)
        return next(named, date(year, 12, 31))
    return _in_month(due if due.day or due.nth else Due(day=31), date(year, due.month, 1))


def _in_month(due: Due, first: date) -> date:
    if due.nth:
        ahead = (due.weekday - 1 - first.weekday()) % 7
        return first + _DAY * (ahead + 7 * (due.nth - 1))
    length = gregorian.monthrange(first.year, first.month)[1]
    return first.replace(day=min(due.day, length))


def _before(due: Due, end: date) -> Period:
    last = (
        corresponding_day(end, -due.before_months)
        if due.before_months
        else end - _DAY * due.before_days
    )
    return Period(corresponding_day(last, -3), last, end)
