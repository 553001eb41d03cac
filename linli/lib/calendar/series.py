"""A series as one object: what comes round, its exceptions, and the moments that follow from both.

    Series(first=date(2027, 3, 1), starts=time(9), minutes=90, every=WEEK, weekdays=(0, 3),
           until=date(2027, 6, 30)).spans(is_holiday)

Days are counted by dateutil's rules (RFC 5545); holidays are skipped where the series says so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil import rrule

from linli.lib.calendar.periods import SHANGHAI

ONCE, DAY, WEEK, FORTNIGHT, MONTH, MONTH_BY_WEEKDAY = (
    "once", "day", "week", "fortnight", "month", "month_by_weekday",
)  # fmt: skip
RHYTHMS = (ONCE, DAY, WEEK, FORTNIGHT, MONTH, MONTH_BY_WEEKDAY)
MOST = 400
"""No series has more dates than a year has days and some."""

Span = tuple[datetime, datetime]


class SeriesTooLong(ValueError):
    """More dates than `MOST`, or no end at all."""


@dataclass(frozen=True, slots=True)
class Series:
    """What comes round. `weekdays`: 0 is Monday; none: the weekday of `first`. `until` is the last
    day, itself included; `times` how many dates at most; one of them, unless it is once. Monthly
    on the 31st skips shorter months; on the fifth Monday means the last one. `without`: days left
    out; `also`: days added at the same hours, whatever `times` says. `through_holidays`: whether a
    holiday is a date like any other."""

    first: date
    starts: time
    minutes: int
    every: str = ONCE
    weekdays: tuple[int, ...] = ()
    until: date | None = None
    times: int | None = None
    without: frozenset[date] = frozenset()
    also: frozenset[date] = frozenset()
    through_holidays: bool = True

    def __post_init__(self) -> None:
        if self.every not in RHYTHMS:
            raise ValueError(f"unknown rhythm {self.every!r}")
        if self.minutes <= 0:
            raise ValueError("a date lasts some minutes")
        if not set(self.weekdays) <= set(range(7)):
            raise ValueError("a weekday is 0 for Monday to 6 for Sunday")
        if self.every != ONCE and self.until is None and self.times is None:
            raise SeriesTooLong("a series ends on a day or after so many dates")

    def days(self, is_holiday: Callable[[date], bool] = lambda _on: False) -> list[date]:
        """The days of the series in order, exceptions counted in. `times` counts what takes
        place, so that a term of twelve lessons has twelve, whatever holidays lie in it."""
        found: list[date] = []
        for on in self._by_rule():
            if on in self.without or (not self.through_holidays and is_holiday(on)):
                continue
            found.append(on)
            if self.times is not None and len(found) == self.times:
                break
        days = sorted({*found, *self.also})
        if len(days) > MOST:
            raise SeriesTooLong(f"more than {MOST} dates")
        return days

    def spans(self, is_holiday: Callable[[date], bool] = lambda _on: False) -> list[Span]:
        """From when until when each date lasts, in the community's time."""
        return [self.span_on(on) for on in self.days(is_holiday)]

    def span_on(self, on: date) -> Span:
        """From when until when it lasts on that day; over midnight where it is that long."""
        starts = datetime.combine(on, self.starts, tzinfo=SHANGHAI)
        return starts, starts + timedelta(minutes=self.minutes)

    def _by_rule(self) -> Iterator[date]:
        if self.every == ONCE:
            return iter((self.first,))
        given: dict[str, Any] = {
            "dtstart": datetime.combine(self.first, time()),
            "until": datetime.combine(self.until, time()) if self.until else None,
        }
        weekdays = self.weekdays or (self.first.weekday(),)
        if self.every == DAY:
            rule = rrule.rrule(rrule.DAILY, **given)
        elif self.every in (WEEK, FORTNIGHT):
            interval = 2 if self.every == FORTNIGHT else 1
            rule = rrule.rrule(rrule.WEEKLY, interval=interval, byweekday=weekdays, **given)
        elif self.every == MONTH:
            rule = rrule.rrule(rrule.MONTHLY, **given)
        else:
            # A fifth Monday is told as the last one: every month has that.
            nth = (self.first.day - 1) // 7 + 1
            nth = -1 if nth > 4 else nth
            which = rrule.weekday(self.first.weekday(), nth)
            rule = rrule.rrule(rrule.MONTHLY, byweekday=which, **given)
        # Left-out days and holidays lengthen the search, never without end.
        return (moment.date() for moment in islice(rule, MOST * 3))
