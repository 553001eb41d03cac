"""When a place is open, what may be booked, and which spans are still free."""

from linli.culture.facilities.rules.booking import (
    Asked,
    Out,
    Room,
    cancels_in_time,
    few_enough,
    has_begun,
    judge,
)
from linli.culture.facilities.rules.free import free_between, next_free, overlap
from linli.culture.facilities.rules.hours import Hours, OtherHours, clock_of, hours_read
from linli.culture.facilities.rules.lanes import lane_of_piece, lanes_of, minute_of, minutes_held

__all__ = [
    "Asked",
    "Hours",
    "OtherHours",
    "Out",
    "Room",
    "cancels_in_time",
    "clock_of",
    "few_enough",
    "free_between",
    "has_begun",
    "hours_read",
    "judge",
    "lane_of_piece",
    "lanes_of",
    "minute_of",
    "minutes_held",
    "next_free",
    "overlap",
]
