"""What is unlike the holder of an account: who has a worker's password and is not the worker."""

from dataclasses import dataclass
from datetime import datetime, time

from linli.lib.calendar import SHANGHAI

MANY, HOURS, DEVICE = "many", "hours", "device"


@dataclass(frozen=True, slots=True)
class Habits:
    """What is usual, by the parameters of the day: so many different cases within an hour, and
    from which hour until which."""

    openings: int
    since: int
    until: int


def strange(
    habits: Habits, at: datetime, *, opened_within_hour: int, known_device: bool
) -> tuple[str, ...]:
    """Why this opening is strange, if it is. `opened_within_hour`: how many different cases would
    have been opened, this one counted; more than usual is strange, as many is not."""
    found = []
    if opened_within_hour > habits.openings:
        found.append(MANY)
    local = at.astimezone(SHANGHAI).timetz().replace(tzinfo=None)
    begins, ends = time(habits.since), time(habits.until % 24)
    usual = begins <= local < ends if habits.until < 24 else begins <= local
    if not usual:
        found.append(HOURS)
    if not known_device:
        found.append(DEVICE)
    return tuple(found)
