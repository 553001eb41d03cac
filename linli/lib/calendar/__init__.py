"""Chinese working days, the periods of civil law, and clocks that run on them."""

from linli.lib.calendar.national import YEARS, NationalDay, national, national_days
from linli.lib.calendar.periods import (
    SHANGHAI,
    corresponding_day,
    deadline_at,
    local_day,
    period_end,
    roll,
)
from linli.lib.calendar.running import Pause, Running, Unit
from linli.lib.calendar.workdays import (
    DayKind,
    WorkCalendar,
    add_working_days,
    in_statutory_break,
    is_firm,
    is_working_day,
    next_working_day,
    working_days_between,
)

__all__ = [
    "SHANGHAI",
    "YEARS",
    "DayKind",
    "NationalDay",
    "Pause",
    "Running",
    "Unit",
    "WorkCalendar",
    "add_working_days",
    "corresponding_day",
    "deadline_at",
    "in_statutory_break",
    "is_firm",
    "is_working_day",
    "local_day",
    "national",
    "national_days",
    "next_working_day",
    "period_end",
    "roll",
    "working_days_between",
]
