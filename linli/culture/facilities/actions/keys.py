"""The key handed over, given back, nobody came: one tap each."""

from linli.core.audit.door import Act, action
from linli.culture.facilities.actions.holding import free, line_up
from linli.culture.facilities.flows import BOOKING
from linli.culture.facilities.models import Booking
from linli.culture.facilities.queries.rooms import room_of
from linli.culture.facilities.rules import Asked
from linli.culture.facilities.rules.booking import has_begun, in_service, is_over
from linli.culture.facilities.rules.hours import stamp
from linli.lib.law import require
from linli.mechanisms.flow import actions as flow


@action("facilities.hand_over", needs="facilities.keep")
def hand_over(act: Act, booking: Booking, *, seen: int | None = None) -> Booking:
    """Hands over the key, unless the room is out of service."""
    line_up(booking.facility)
    require(in_service(Asked(act.at, booking.ends_at), room_of(booking.facility)))
    return _step(act, booking, "hand_over", seen)


@action("facilities.give_back", needs="facilities.keep")
def give_back(act: Act, booking: Booking, *, seen: int | None = None) -> Booking:
    """The key is back; of a room without key, that it was used. A key that is back before it
    begins gives the time free."""
    begun = has_begun(booking.starts_at, act.at)
    if booking.state == "handed_over" and not begun.holds:
        _step(act, booking, "release", seen)
        free(act, booking)
        return booking
    require(begun)
    return _step(act, booking, "give_back", seen)


@action("facilities.miss", needs="facilities.keep")
def miss(act: Act, booking: Booking, *, seen: int | None = None) -> Booking:
    """Nobody came. What is left of the time is free; nothing is held against whoever booked."""
    require(has_begun(booking.starts_at, act.at))
    _step(act, booking, "miss", seen)
    free(act, booking)
    return booking


@action("facilities.came", needs="facilities.keep")
def came(act: Act, booking: Booking, *, seen: int | None = None) -> Booking:
    """Somebody came after all, which is known once the time is over: until then it may be
    anybody's who books it."""
    require(is_over(booking.ends_at, act.at))
    return _step(act, booking, "came", seen)


def _step(act: Act, booking: Booking, move: str, seen: int | None) -> Booking:
    flow.take(act, BOOKING, booking, move, seen=seen)
    act.note(facility=booking.facility.name, starts=stamp(booking.starts_at))
    return booking
