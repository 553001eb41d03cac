"""Reading time: the calendar of a community, what falls due, to whom, and what comes round."""

from linli.core.clocks.queries.days import KeptDay, calendar_history, kept_days, work_calendar
from linli.core.clocks.queries.due import (
    Hand,
    Slice,
    Workday,
    clock_to_open,
    count_pressing,
    due,
    due_between,
    hands_of,
    held_by,
    waiting,
    workday,
)
from linli.core.clocks.queries.running import clocks_of, clocks_of_each, deadline_of

__all__ = [
    "Hand",
    "KeptDay",
    "Slice",
    "Workday",
    "calendar_history",
    "clock_to_open",
    "clocks_of",
    "clocks_of_each",
    "count_pressing",
    "deadline_of",
    "due",
    "due_between",
    "hands_of",
    "held_by",
    "kept_days",
    "waiting",
    "work_calendar",
    "workday",
]
