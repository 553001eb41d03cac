"""A clock that runs on a matter: it can be paused, resumed and prolonged."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from linli.lib.calendar.periods import roll
from linli.lib.calendar.workdays import WorkCalendar, add_working_days, working_days_between

Pause = tuple[date, date | None]
"""The day the clock stopped and the day it went on again; None while it stands still."""

_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a clock counts."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    FIXED = "fixed"
    """Days to a day named beforehand: neither a holiday nor a pause moves it."""
    HOURS = "hours"
    """Hours from a moment, by day and night: nothing moves them. They end at a minute and on no
    day, so that `due_on` and `left` refuse them; `core/clocks` reckons them."""


@dataclass(frozen=True, slots=True)
class Running:
    """A time limit as it runs: so many units from an event, less what was paused.

    The day of the event is not counted (CC 201). A day on which the clock is stopped does not
    count, the day it goes on again does; so a pause lasts from its first day up to, not with,
    its last. A limit in calendar days ends as CC 203 says (see `roll`), one in working days
    on a working day, a fixed one on its day. Raises ValueError for a length under 1, an unknown
    unit, a negative extension, or pauses that begin before the clock, overlap, or end before
    they begin.
    """

    started_on: date
    length: int
    unit: Unit
    pauses: tuple[Pause, ...] = ()
    extended_by: int = 0
    """Units added to the length, in the same unit."""
    weekend_rolls: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit", Unit(self.unit))
        object.__setattr__(self, "pauses", tuple((start, end) for start, end in self.pauses))
        if self.length < 1 or self.extended_by < 0:
            raise ValueError("a clock runs for at least 1 unit and is never shortened")
        running_from: date | None = self.started_on
        for start, end in self.pauses:
            if running_from is None or start < running_from:
                raise ValueError("pauses follow one another, and only the last may be open")
            if end is not None and end < start:
                raise ValueError("a pause does not end before it begins")
            running_from = end

    def pause(self, on: date) -> "Running":
        """The same clock, stopped on that day. ValueError where it already stands still."""
        return replace(self, pauses=(*self.pauses, (on, None)))

    def resume(self, on: date) -> "Running":
        """The same clock, going on again on that day. ValueError where it is running."""
        if not self.pauses or self.pauses[-1][1] is not None:
            raise ValueError("a clock that runs cannot be resumed")
        return replace(self, pauses=(*self.pauses[:-1], (self.pauses[-1][0], on)))

    def extend(self, by: int) -> "Running":
        """The same clock with `by` more units. ValueError for fewer than 1."""
        if by < 1:
            raise ValueError("a clock is prolonged by at least 1 unit")
        return replace(self, extended_by=self.extended_by + by)

    def paused_on(self, on: date) -> bool:
        """Whether that day does not count because the clock stands still."""
        return any(start <= on and (end is None or on < end) for start, end in self.pauses)

    def due_on(self, calendar: WorkCalendar) -> date | None:
        """The last day in time; None while the clock stands still with the day not yet come.

        A pause that begins after the last day changes nothing.
        """
        if self.unit is Unit.HOURS:
            raise ValueError("hours run from a moment, not from a day")
        if self.unit is Unit.FIXED:
            return self.started_on + timedelta(days=self.length + self.extended_by)
        remaining = self.length + self.extended_by
        for after, until in self._stretches():
            if remaining:
                room = remaining if until is None else self._count(calendar, after, until)
                if room < remaining:
                    remaining -= room
                    continue
                last = self._advance(calendar, after, remaining)
                remaining = 0
            else:
                # Used up, but the day it rolled to fell into a pause: the first day after it.
                last = after + _DAY
            if self.unit is Unit.DAYS:
                last = roll(last, weekend_rolls=self.weekend_rolls, calendar=calendar)
            if until is None or last <= until:
                return last
        return None

    def left(self, calendar: WorkCalendar, on: date) -> int:
        """Units left after that day: 0 on the last day, below 0 when it is past.

        Shown also while the clock stands still. A day late is late, even on a weekend.
        """
        due = self.due_on(calendar)
        if self.unit is Unit.FIXED and due is not None:
            return (due - on).days
        if due is not None and on > due:
            return -max(1, self._count(calendar, due, on))
        if self.unit is Unit.DAYS and due is not None:
            # The days it rolled over are left as well: due on Monday is not due today.
            return sum(
                self._count(calendar, max(after, on), due if until is None else min(until, due))
                for after, until in self._stretches()
            )
        used = sum(
            self._count(calendar, after, on if until is None else min(until, on))
            for after, until in self._stretches()
        )
        return max(0, self.length + self.extended_by - used)

    def _stretches(self) -> list[tuple[date, date | None]]:
        """Where the clock runs: after one day, up to and with another (None: for good)."""
        found: list[tuple[date, date | None]] = []
        after = self.started_on
        for start, end in self.pauses:
            found.append((after, start - _DAY))
            if end is None:
                return found
            after = max(self.started_on, end - _DAY)
        return [*found, (after, None)]

    def _count(self, calendar: WorkCalendar, after: date, until: date) -> int:
        if until <= after:
            return 0
        if self.unit is Unit.DAYS:
            return (until - after).days
        return working_days_between(calendar, after, until)

    def _advance(self, calendar: WorkCalendar, after: date, units: int) -> date:
        if self.unit is Unit.DAYS:
            return after + timedelta(days=units)
        return add_working_days(calendar, after, units)
