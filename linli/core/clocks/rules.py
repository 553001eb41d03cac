"""When a clock warns, when it breaks, and whether what was done came in time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from linli.lib.calendar import (
    SHANGHAI,
    Running,
    Unit,
    WorkCalendar,
    add_working_days,
    deadline_at,
    local_day,
)
from linli.lib.law import Finding

WARNED_AT = time(8)
"""The hour at which somebody is told that a clock is about to break: when the day begins."""
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The two moments of a clock: when its holder is told, and when it breaks.

    `due_at` is the first moment that is too late: 0:00 after the last day (CC 203), or the
    instant after the last of so many hours. Both are None while the clock stands still.
    """

    due_at: datetime | None
    warn_at: datetime | None


def schedule(running: Running, calendar: WorkCalendar, began: datetime | None = None) -> Schedule:
    """One working day before the last day, in the morning, the holder is told; where the clock
    only began that day or later, on the morning of the last day itself. Of hours, which run from
    the moment `began`, when half of them are over."""
    if running.unit is Unit.HOURS:
        assert began is not None, "hours run from a moment"
        span = timedelta(hours=running.length + running.extended_by)
        return Schedule(began + span + INSTANT, began + span / 2)
    due_on = running.due_on(calendar)
    if due_on is None:
        return Schedule(None, None)
    warn_on = add_working_days(calendar, due_on, -1)
    if warn_on <= running.started_on:
        warn_on = due_on
    return Schedule(deadline_at(due_on), datetime.combine(warn_on, WARNED_AT, SHANGHAI))


def last_day(due_at: datetime) -> date:
    """The last day in time of a clock that breaks at `due_at`."""
    return local_day(due_at - INSTANT)


def judged_on(
    calendar: WorkCalendar, began: date, done: date | None, days: int
) -> tuple[date, bool]:
    """The day that decided whether something was done within so many working days, and whether it
    was: the day it was done, else the first day that was too late, done later or never."""
    last = add_working_days(calendar, began, days)
    if done is not None and done <= last:
        return done, True
    return last + timedelta(days=1), False


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


LONGEST_STAND_IN = 180
"""Days for which a stand-in may be named in one go (a promise of the product)."""


def may_pause(pauses: bool, paused: bool) -> Finding:
    """A clock may stand still where its room declared it, and only while it runs."""
    return Finding(
        pauses and not paused, "clocks.may_pause", numbers={"declared": pauses, "paused": paused}
    )


def may_resume(paused: bool) -> Finding:
    """Only what stands still goes on again."""
    return Finding(paused, "clocks.may_resume")


def within_extension(
    used: int, by: int, most: int, *, cites: tuple[str, ...] = (), rule: str = ""
) -> Finding:
    """All extensions together stay within what the rule allows (以内: the last unit included)."""
    return Finding(
        by > 0 and used + by <= most,
        "clocks.within_extension",
        cites=cites,
        numbers={"most": most, "used": used, "by": by, "rule": rule},
    )


def given_reason(reason: str) -> Finding:
    """Who hands something over, or changes a duty, says why."""
    return Finding(bool(reason.strip()), "clocks.given_reason")


def may_pass_on(closed: bool) -> Finding:
    """A confidential item gets another holder only on its own page: the list of colleagues here
    would let whoever is chosen know of it."""
    return Finding(not closed, "clocks.passed_on_here")


def may_receive(has_desk: bool, same: bool) -> Finding:
    """It is given to somebody else, who has a desk here."""
    return Finding(has_desk and not same, "clocks.may_receive", numbers={"same": same})


def may_switch_off(statutory: bool, cites: tuple[str, ...]) -> Finding:
    """What the law asks is done everywhere; what is usual may be left."""
    return Finding(not statutory, "clocks.may_switch_off", cites=cites)


def may_move(statutory: bool, declared: date, moved: date, cites: tuple[str, ...]) -> Finding:
    """A duty the law asks may be done earlier than the day it names, never later."""
    return Finding(
        not statutory or moved <= declared,
        "clocks.may_move",
        cites=cites,
        numbers={"last_day": declared},
    )


def told_by_word(records_tell: bool) -> Finding:
    """Somebody's word counts where no record can tell."""
    return Finding(not records_tell, "clocks.told_by_word")


def told_enough(note: str, quick: bool) -> Finding:
    """Whoever says that a duty was done says how; of a daily or weekly one a tick is enough."""
    return Finding(quick or bool(note.strip()), "clocks.told_enough")


def turn_open(opens: date, on: date, settled: bool) -> Finding:
    """It is this duty's time, and it is not done yet."""
    return Finding(
        opens <= on and not settled,
        "clocks.turn_open",
        numbers={"opens": opens, "settled": settled},
    )


def stand_in_fits(since: date, until: date, on: date, *, longest: int) -> Finding:
    """A stand-in is named for days that are not over, up to the longest time (以内)."""
    days = (until - since).days + 1
    return Finding(
        on <= until and 1 <= days <= longest,
        "clocks.stand_in_fits",
        numbers={"days": days, "longest": longest},
    )


def one_stand_in(taken: bool) -> Finding:
    """On one day one person stands in for somebody."""
    return Finding(not taken, "clocks.one_stand_in")
