"""Working days in China: Monday to Friday, with holidays and working weekends as data."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

_DAY = timedelta(days=1)
_SATURDAY = 5


class DayKind(StrEnum):
    """How a day departs from its weekday."""

    HOLIDAY = "holiday"
    """No work: a statutory holiday, its compensation, or a rest day moved here (放假)."""
    MAKE_UP = "make_up"
    """A Saturday or Sunday on which the country works (调休上班)."""


@dataclass(frozen=True, eq=False)
class WorkCalendar:
    """The days that depart from Monday to Friday, and the years for which they are settled.

    `days` are the exceptions, from whatever source: the shipped national ones, or the rows a
    place keeps. A year outside `announced_years` is counted by what is known of it; what was
    counted there is provisional (`is_firm`).
    """

    days: Mapping[date, DayKind]
    announced_years: frozenset[int] = frozenset()
    _lost: tuple[date, ...] = field(init=False, repr=False)
    _gained: tuple[date, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        days = {on: DayKind(kind) for on, kind in sorted(self.days.items())}
        lost = (on for on, kind in days.items() if kind is DayKind.HOLIDAY and not _weekend(on))
        gained = (on for on, kind in days.items() if kind is DayKind.MAKE_UP and _weekend(on))
        object.__setattr__(self, "days", MappingProxyType(days))
        object.__setattr__(self, "announced_years", frozenset(self.announced_years))
        object.__setattr__(self, "_lost", tuple(lost))
        object.__setattr__(self, "_gained", tuple(gained))

    def announced(self, year: int) -> bool:
        """Whether the State Council has settled that year's holidays and working weekends."""
        return year in self.announced_years

    def count_through(self, on: date) -> int:
        """Working days from the beginning of the era up to and with `on`; only differences
        between two such counts mean anything."""
        weeks, rest = divmod(on.toordinal(), 7)
        # Ordinal 1 was a Monday, so the rest is the number of days begun since Sunday.
        plain = weeks * 5 + min(rest, 5)
        return plain - bisect_right(self._lost, on) + bisect_right(self._gained, on)


def is_working_day(calendar: WorkCalendar, on: date) -> bool:
    """Whether people work on that day, make-up weekends included."""
    kind = calendar.days.get(on)
    if _weekend(on):
        return kind is DayKind.MAKE_UP
    return kind is not DayKind.HOLIDAY


def next_working_day(calendar: WorkCalendar, on: date) -> date:
    """The day itself where it is a working day, otherwise the first one after it."""
    while not is_working_day(calendar, on):
        on += _DAY
    return on


def add_working_days(calendar: WorkCalendar, start: date, n: int) -> date:
    """The n-th working day after `start`, which is itself not counted (CC 201).

    Whether `start` is a working day makes no difference. With n = 0 it is `start` unchanged;
    a negative n counts back, to find the day by which something must begin.
    """
    step = _DAY if n > 0 else -_DAY
    on, found = start, 0
    while found < abs(n):
        on += step
        found += is_working_day(calendar, on)
    return on


def working_days_between(calendar: WorkCalendar, a: date, b: date) -> int:
    """Working days after `a` up to and with `b` (CC 201: the first day is not counted).

    Where `b` lies before `a`, the same number with a minus.
    """
    return calendar.count_through(b) - calendar.count_through(a)


def in_statutory_break(calendar: WorkCalendar, on: date) -> bool:
    """Whether the day lies in a run of free days that holds a holiday.

    The State Council announces a holiday together with the weekends that touch it, as one
    break; such a Saturday is 法定休假日 in the sense of CC 203, an ordinary one need not be.
    """
    if is_working_day(calendar, on):
        return False
    while not is_working_day(calendar, on - _DAY):
        on -= _DAY
    while not is_working_day(calendar, on):
        if calendar.days.get(on) is DayKind.HOLIDAY:
            return True
        on += _DAY
    return False


def is_firm(calendar: WorkCalendar, a: date, b: date) -> bool:
    """Whether every year from `a` to `b` is announced; otherwise show the count as provisional."""
    return all(calendar.announced(year) for year in range(a.year, b.year + 1))


def _weekend(on: date) -> bool:
    return on.weekday() >= _SATURDAY
