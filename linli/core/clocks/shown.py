"""Clocks as a page shows them: each with its deadline in words and the way to what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from linli.core.audit.actor import Actor
from linli.core.clocks.models import Clock
from linli.core.clocks.queries import deadline_of, work_calendar, workday
from linli.core.pages.shapes import Deadline
from linli.lib.calendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the work calendar."""

    clock: Clock
    deadline: Deadline | None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four lists. `more`: there are others than those shown."""

    name: str
    lines: list[Line]
    more: bool


def lines_of(clocks: Iterable[Clock], calendar: WorkCalendar, at: datetime) -> list[Line]:
    """The clocks with their deadlines, counted on the community's calendar."""
    return [Line(clock, deadline_of(clock, calendar, at)) for clock in clocks]


def workday_context(community: Any, at: datetime, holder: Actor | None = None) -> dict[str, Any]:
    """What the fragment `clocks/_workday.html` draws: overdue, today, this week, waiting. For
    the desk's first page: `{% include "clocks/_workday.html" %}` with this context."""
    day, calendar = workday(community.pk, at, holder=holder), work_calendar(community.pk)
    parts = [
        Part(name, lines_of(slice_.clocks, calendar, at), bool(slice_.after))
        for name, slice_ in (
            ("overdue", day.overdue),
            ("today", day.today),
            ("week", day.week),
            ("waiting", day.waiting),
        )
    ]
    return {
        "parts": [part for part in parts if part.lines],
        "community": community,
        "mine": holder is not None,
    }
