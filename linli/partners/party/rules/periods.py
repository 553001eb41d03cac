"""Which meetings and which published items are looked for, in which time, by which day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from linli.lib.law import Finding

DAY = timedelta(days=1)

ASKED = {
    "branch": ("assembly", "lecture", "theme_day", "life"),
    "group": ("group",),
    "committee": (),
    "team": (),
}


@dataclass(frozen=True, slots=True)
class Time:
    """A time of whole months, both days included."""

    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Turn:
    """One meeting looked for: of which sort, in which time; the day it was held, if it was."""

    sort: str
    time: Time
    held_on: date | None

    @property
    def in_time(self) -> bool:
        return self.held_on is not None


def time_of(on: date, months: int) -> Time:
    """The time of so many months (a part of twelve) in which a day lies, as the calendar counts."""
    first = date(on.year, (on.month - 1) // months * months + 1, 1)
    nxt = first.month + months
    after = date(first.year + (nxt > 12), (nxt - 1) % 12 + 1, 1)
    return Time(first, after - DAY)


def times_between(counted_from: date, until: date, months: int) -> Iterator[Time]:
    """The times that begin on `counted_from` or later and have begun by `until`."""
    time = time_of(counted_from, months)
    if time.starts < counted_from:
        time = time_of(time.ends + DAY, months)
    while time.starts <= until:
        yield time
        time = time_of(time.ends + DAY, months)


def sorts_asked(kind: str, *, has_committee: bool) -> tuple[str, ...]:
    """Which meetings a unit of this kind holds."""
    return (*ASKED[kind], "committee") if has_committee else ASKED[kind]


def turns_of(
    sorts: Iterable[str],
    counted_from: date,
    until: date,
    held: Mapping[str, Iterable[date]],
    months: Mapping[str, int],
) -> list[Turn]:
    """Every meeting looked for in a time that has begun by `until`, with the first day it was held
    in that time (the last day included). `held`: the days by sort; `months`: how often."""
    found = []
    for sort in sorts:
        days = sorted(held.get(sort, ()))
        for time in times_between(counted_from, until, months[sort]):
            on = next((day for day in days if time.starts <= day <= time.ends), None)
            found.append(Turn(sort, time, on))
    return found


def due_on(time: Time, days: int, *, ahead: bool) -> date:
    """By when an item about a time is published: so many days after it is over, or, where it looks
    ahead, after it begins. The last day is included."""
    return (time.starts - DAY if ahead else time.ends) + timedelta(days=days)


def late(due: date, published_on: date | None, on: date) -> bool:
    """Whether it was published after its day, or is not by `on`."""
    return (published_on or on) > due


def not_ahead(day: date, on: date) -> Finding:
    """What is told as done lies not ahead."""
    return Finding(day <= on, "party.not_ahead", numbers={"day": day, "today": on})


def council_in_time(called_on: date, meets_on: date, *, days: int) -> Finding:
    """Units are asked so many days before the council meets."""
    given = (meets_on - called_on).days
    return Finding(given >= days, "party.council_notice", numbers={"days": days, "given": given})
