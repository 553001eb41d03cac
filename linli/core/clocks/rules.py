"""When a clock warns, when it breaks, and whether what was done came in time."""

from dataclasses import dataclass
from datetime import date, datetime, time

from linli.lib.calendar import (
    SHANGHAI,
    Running,
    WorkCalendar,
    add_working_days,
    deadline_at,
    local_day,
)
from linli.lib.law import Finding

WARNED_AT = time(8)
"""The hour at which somebody is told that a clock is about to break: when the day begins."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The two moments of a clock: when its holder is told, and when it breaks.

    `due_at` is the first moment that is too late: 0:00 after the last day (CC 203). Both are
    None while the clock stands still.
    """

    due_at: datetime | None
    warn_at: datetime | None


def schedule(running: Running, calendar: WorkCalendar) -> Schedule:
    """One working day before the last day, in the morning, the holder is told; where the clock
    only began that day or later, on the morning of the last day itself."""
    due_on = running.due_on(calendar)
    if due_on is None:
        return Schedule(None, None)
    warn_on = add_working_days(calendar, due_on, -1)
    if warn_on <= running.started_on:
        warn_on = due_on
    return Schedule(deadline_at(due_on), datetime.combine(warn_on, WARNED_AT, SHANGHAI))


def last_day(due_at: datetime) -> date:
    """The last day in time of a clock that breaks at `due_at`."""
    return date.fromordinal(local_day(due_at).toordinal() - 1)


def in_time(due_at: datetime | None, settled_at: datetime) -> Finding:
    """Whether what the clock asked for was done in time: up to and with the last day.

    A clock that stood still (`due_at` None) cannot have been missed.
    """
    return Finding(
        due_at is None or settled_at < due_at,
        "clocks.in_time",
        cites=("civil_code.203",),
        numbers={
            "last_day": last_day(due_at) if due_at else None,
            "settled_on": local_day(settled_at),
        },
    )


def reasoned(reason: str) -> Finding:
    """A clock is stopped only for a reason that can be told to whoever waits."""
    return Finding(bool(reason.strip()), "clocks.reasoned")


def extendable(due_at: datetime | None, at: datetime, reason: str) -> Finding:
    """A clock is prolonged for a reason, and before it breaks; afterwards it is late."""
    return Finding(
        bool(reason.strip()) and (due_at is None or at < due_at),
        "clocks.extendable",
        numbers={
            "last_day": last_day(due_at) if due_at else None,
            "reason_given": bool(reason.strip()),
        },
    )
