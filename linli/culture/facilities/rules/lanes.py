"""What a booking holds: which lanes, and which minutes of them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID, uuid5


def lanes_of(facility: UUID, parts: Iterable[UUID] = ()) -> list[UUID]:
    """The lanes of a room: its own and those of its parts, so that who takes the hall takes both
    halves, and who takes one half leaves the other free."""
    return sorted({facility, *parts})


def lane_of_piece(facility: UUID, number: int) -> UUID:
    """The lane of the `number`-th piece of a thing to lend, from 1 on."""
    return facility if number == 1 else uuid5(facility, str(number))


def minute_of(moment: datetime) -> int:
    """The minute a moment lies in, since 1970 UTC."""
    return int(moment.astimezone(UTC).timestamp() // 60)


def minutes_held(starts: datetime, ends: datetime, set_up: int) -> tuple[int, int]:
    """From which minute up to and not including which a use holds, set-up before and after."""
    until = minute_of(ends) + (1 if ends.second or ends.microsecond else 0)
    return minute_of(starts) - set_up, until + set_up
