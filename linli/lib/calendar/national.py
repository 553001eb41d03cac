"""The country's own calendar, as the State Council announces it every autumn."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from linli.lib.calendar.workdays import DayKind, WorkCalendar

YEARS = range(2020, 2028)
"""The years shipped. A later year is a place's own rows, or a newer `holidays` package."""


@dataclass(frozen=True, slots=True)
class NationalDay:
    """One day that departs from its weekday, with the name people know it by (Chinese)."""

    on: date
    kind: DayKind
    name: str
    announced: bool
    """False while the year's working weekends are not yet settled."""


@lru_cache(maxsize=8)
def national_days(years: range | tuple[int, ...] = YEARS) -> tuple[NationalDay, ...]:
    """Every exception of the given years in order, to seed the rows a place may edit.

    A year counts as announced once it has a working weekend:
    every announcement so far had one, and the package adds them only from announcements.
    """
    # Loaded here because the package takes a fifth of a second and most commands need no date.
    from holidays import country_holidays

    known = country_holidays("CN", years=years, language="zh_CN")
    found: list[NationalDay] = []
    for year in years:
        rows: list[tuple[date, DayKind, str]] = []
        on = date(year, 1, 1)
        while on.year == year:
            # The package's list of working weekends also holds days of other years, so each
            # day is asked singly.
            works = known.is_working_day(on)
            if works and on.weekday() >= 5:
                rows.append((on, DayKind.MAKE_UP, "调休上班"))
            elif not works and (on.weekday() < 5 or on in known):
                rows.append((on, DayKind.HOLIDAY, known.get(on) or "休息日"))
            on += timedelta(days=1)
        announced = any(kind is DayKind.MAKE_UP for _, kind, _ in rows)
        found.extend(NationalDay(on, kind, name, announced) for on, kind, name in rows)
    return tuple(found)


@lru_cache(maxsize=8)
def national(years: range | tuple[int, ...] = YEARS) -> WorkCalendar:
    """The national calendar of the given years."""
    days = national_days(years)
    return WorkCalendar(
        {day.on: day.kind for day in days},
        frozenset(day.on.year for day in days if day.announced),
    )
