"""The periods figures are reckoned for, and the months facts are read in."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS_BACK = 12
"""How many whole months before the present one are reckoned anew each time."""

PERIOD_LENGTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar month, quarter or year; both days included."""

    starts: date
    ends: date
    kind: str

    @property
    def key(self) -> str:
        """A short name for addresses and joins: `2026`, `2026Q3`, `2026-11`."""
        match self.kind:
            case "year":
                return f"{self.starts:%Y}"
            case "quarter":
                return f"{self.starts:%Y}Q{(self.starts.month + 2) // 3}"
            case _:
                return f"{self.starts:%Y-%m}"

    def months(self) -> Iterator[int]:
        """Its months as whole numbers: 202611."""
        for step in range(PERIOD_LENGTHS[self.kind]):
            yield self.starts.year * 100 + self.starts.month + step


@dataclass(frozen=True, slots=True)
class Span:
    """What one reckoning reads (both days included), and the periods it covers whole."""

    since: date
    until: date
    periods: tuple[Period, ...]

    def windows(self) -> Iterator[tuple[date, date]]:
        """The months to be read, one by one, the last cut off at the present day."""
        starts = self.since
        while starts <= self.until:
            month = period_of("month", starts)
            yield starts, min(month.ends, self.until)
            starts = _after(month.ends)


def period_of(kind: str, on: date) -> Period:
    """The period of that kind in which a day lies."""
    length = PERIOD_LENGTHS[kind]
    first = (on.month - 1) // length * length + 1
    last = first + length - 1
    ends = date(on.year, last, calendar.monthrange(on.year, last)[1])
    return Period(date(on.year, first, 1), ends, kind)


def period_before(period: Period) -> Period:
    """The period of the same kind just before."""
    return period_of(period.kind, date.fromordinal(period.starts.toordinal() - 1))


def read_period(key: str) -> Period | None:
    """The period a key names; None for what is no key."""
    try:
        if len(key) == 4:
            return period_of("year", date(int(key), 1, 1))
        if len(key) == 6 and key[4] == "Q":
            return period_of("quarter", date(int(key[:4]), int(key[5]) * 3, 1))
        if len(key) == 7 and key[4] == "-":
            return period_of("month", date(int(key[:4]), int(key[5:]), 1))
    except ValueError:
        return None
    return None


def plan_span(on: date, *, since_year: int | None = None) -> Span:
    """What is reckoned on the day `on`: the present month and the twelve before, every quarter
    and year in which nothing is missing at their beginning. `since_year`: from that year on."""
    present = date(on.year, on.month, 1)
    since = _months_before(present, MONTHS_BACK)
    if since_year is not None:
        since = min(since, date(since_year, 1, 1))
    periods = {
        period
        for kind in PERIOD_LENGTHS
        for month in _months(since, on)
        if (period := period_of(kind, month)).starts >= since
    }
    return Span(since, on, tuple(sorted(periods)))


def recent_start(on: date) -> date:
    """The first day of what pages call the last twelve months: the first of a month, so that
    with the present one they are thirteen."""
    return _months_before(date(on.year, on.month, 1), MONTHS_BACK)


def _months(since: date, until: date) -> Iterator[date]:
    month = date(since.year, since.month, 1)
    while month <= until:
        yield month
        month = _after(period_of("month", month).ends)


def _months_before(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    return date(year, month + 1, 1)


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
