"""The work calendar: its days, the clocks that run, the duties that come round, who shares them."""

from linli.core.clocks.models.clock import (
    Clock,
    ClockExtension,
    ClockHandover,
    ClockPause,
    Holder,
)
from linli.core.clocks.models.day import CalendarDay
from linli.core.clocks.models.duty import BookLook, DutyChange, DutyWatch, Turn
from linli.core.clocks.models.sharing import Feed, StandIn

__all__ = [
    "BookLook",
    "CalendarDay",
    "Clock",
    "ClockExtension",
    "ClockHandover",
    "ClockPause",
    "DutyChange",
    "DutyWatch",
    "Feed",
    "Holder",
    "StandIn",
    "Turn",
]
