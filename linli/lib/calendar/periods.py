"""Periods of civil law: where they begin, where they end, and at what moment (CC 200-204)."""

import calendar as gregorian
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from linli.lib.calendar.workdays import (
    WorkCalendar,
    in_statutory_break,
    is_working_day,
    next_working_day,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")


def period_end(
    start: date,
    *,
    days: int | None = None,
    months: int | None = None,
    years: int | None = None,
    weekend_rolls: bool,
    calendar: WorkCalendar,
) -> date:
    """The last day of a period of days, months or years that begins with an event on `start`.

    The day of the event is not counted (CC 201); months and years end on the corresponding
    day, or on the month's last where there is none (202); a last day on a statutory holiday
    gives way to the day after the break (203). Whether an ordinary weekend does so too is
    settled by the place (`weekend_rolls`, parameter `calendar.weekend_rolls`).
    Raises ValueError unless exactly one length is given, of at least 1.
    """
    given = [length for length in (days, months, years) if length is not None]
    if len(given) != 1 or given[0] < 1:
        raise ValueError("a period has one length, in days, months or years, of at least 1")
    if days is not None:
        last = start + timedelta(days=days)
    else:
        last = corresponding_day(start, months if months is not None else 12 * (years or 0))
    return roll(last, weekend_rolls=weekend_rolls, calendar=calendar)


def roll(on: date, *, weekend_rolls: bool, calendar: WorkCalendar) -> date:
    """The day a period ends whose last day would be `on` (CC 203): the day itself, or the
    first working day after a statutory break and, with `weekend_rolls`, after a weekend."""
    if is_working_day(calendar, on):
        return on
    if weekend_rolls or in_statutory_break(calendar, on):
        return next_working_day(calendar, on)
    return on


def deadline_at(on: date, closes: time | None = None) -> datetime:
    """The moment a period ends whose last day is `on`, in Shanghai time (CC 203).

    24:00, that is 0:00 of the next day; where the act needs an office, when it closes.
    """
    if closes is None:
        return datetime.combine(on + timedelta(days=1), time.min, SHANGHAI)
    return datetime.combine(on, closes, SHANGHAI)


def local_day(at: datetime) -> date:
    """The day on which a moment falls in Shanghai: the day of the event in CC 201.

    Raises ValueError for a moment without a zone.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(SHANGHAI).date()


def corresponding_day(start: date, months: int) -> date:
    """The same day some months on, or the month's last where it has none (CC 202); no holiday
    is looked at."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    month += 1
    return date(year, month, min(start.day, gregorian.monthrange(year, month)[1]))
