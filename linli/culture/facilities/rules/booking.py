"""What may be booked: each thing that stands against it is a finding of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from linli.culture.facilities.rules.hours import Hours, clock_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding

GRACE = timedelta(minutes=15)
"""Who stands before the door may still book the quarter hour that has begun."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants: from when until when, for how many."""

    starts: datetime
    ends: datetime
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Out:
    """Out of service since when, until when (None: nobody knows yet), why."""

    since: datetime
    until: datetime | None = None
    why: str = ""

    def covers(self, starts: datetime, ends: datetime) -> bool:
        """Whether it is out in any of the time."""
        return ends > self.since and (self.until is None or starts < self.until)


@dataclass(frozen=True, slots=True)
class Room:
    """What of a facility matters to a booking."""

    hours: Hours
    bookable: bool = True
    by_residents: bool = True
    days_ahead: int = 60
    minutes_most: int = 240
    people_most: int | None = None
    outs: tuple[Out, ...] = ()
    withdrawn: bool = False


def judge(
    asked: Asked,
    room: Room,
    now: datetime,
    is_holiday: Callable[[date], bool],
    *,
    resident: bool,
    outside_hours: bool = False,
) -> Iterator[Finding]:
    """All that is asked of a booking but that it is free, in the order in which it is said. What
    only a `resident` is held to, the desk and other rooms are not."""
    yield Finding(asked.ends > asked.starts, "facilities.ends_after")
    yield Finding(room.bookable and not room.withdrawn, "facilities.bookable")
    yield _not_past(asked, now, resident)
    if resident:
        yield Finding(room.by_residents, "facilities.by_residents")
    yield in_service(asked, room)
    if not outside_hours:
        yield from _open(asked, room.hours, is_holiday)
    if resident:
        yield _not_too_far(asked, room.days_ahead, now)
        yield _not_too_long(asked, room.minutes_most)
    yield people_fit(asked.people, room.people_most)


def in_service(asked: Asked, room: Room) -> Finding:
    """It is not out of service in any of the time."""
    out = next((each for each in room.outs if each.covers(asked.starts, asked.ends)), None)
    numbers = {} if out is None else {"why": out.why, "until": out.until}
    return Finding(out is None, "facilities.in_service", numbers=numbers)


def people_fit(people: int | None, most: int | None) -> Finding:
    """No more than it takes."""
    fits = people is None or most is None or people <= most
    return Finding(fits, "facilities.people_fit", numbers={"people": people, "most": most})


def few_enough(coming: int, most: int) -> Finding:
    """That who books leaves something for others; `coming`: what they have to come there."""
    return Finding(coming < most, "facilities.few_enough", numbers={"coming": coming, "most": most})


def cancels_in_time(starts: datetime, now: datetime) -> Finding:
    """What has begun is not cancelled any more."""
    return Finding(now < starts, "facilities.not_begun", numbers={"starts": starts})


def _not_past(asked: Asked, now: datetime, resident: bool) -> Finding:
    holds = asked.starts >= now - GRACE if resident else asked.ends > now
    return Finding(holds, "facilities.not_past", numbers={"starts": asked.starts})


def _open(asked: Asked, hours: Hours, is_holiday: Callable[[date], bool]) -> Iterator[Finding]:
    holds = hours.contains(asked.starts, asked.ends, is_holiday)
    day = local_day(asked.starts)
    other = hours.other_on(day)
    numbers: dict[str, Any] = {"day": day}
    if not holds and other is not None and other.closed:
        yield Finding(False, "facilities.not_closed", numbers={**numbers, "why": other.reason})
    elif not holds and not hours.through_holidays and other is None and is_holiday(day):
        yield Finding(False, "facilities.not_holiday", numbers=numbers)
    else:
        told = tuple(
            f"{clock_of(opens)}–{clock_of(closes)}" for opens, closes in hours.on(day, is_holiday)
        )
        yield Finding(holds, "facilities.open_then", numbers={**numbers, "hours": told or None})


def _not_too_far(asked: Asked, days: int, now: datetime) -> Finding:
    last = local_day(now) + timedelta(days=days)
    holds = local_day(asked.starts) <= last
    return Finding(holds, "facilities.not_too_far", numbers={"days": days, "last": last})


def _not_too_long(asked: Asked, most: int) -> Finding:
    asks = int((asked.ends - asked.starts).total_seconds() // 60)
    return Finding(asks <= most, "facilities.not_too_long", numbers={"minutes": asks, "most": most})


def has_begun(starts: datetime, now: datetime) -> Finding:
    """Only of what has begun can be said that nobody came."""
    return Finding(now >= starts, "facilities.has_begun", numbers={"starts": starts})


def is_over(ends: datetime, now: datetime) -> Finding:
    """Only of what is over can be said that somebody came after all."""
    return Finding(now >= ends, "facilities.is_over", numbers={"ends": ends})
