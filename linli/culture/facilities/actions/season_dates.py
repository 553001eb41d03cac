"""The dates of a slot as bookings, by the rules and the wall every booking has (`holding`)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from linli.core.audit.door import Act
from linli.culture.facilities.actions import holding
from linli.culture.facilities.actions.saying import new_slip
from linli.culture.facilities.flows import BOOKING
from linli.culture.facilities.models import Booking, SeasonTurn
from linli.lib.identity.ids import new_id
from linli.mechanisms.flow.actions import begin, take

Span = tuple[datetime, datetime]
OWNER = "facilities.SeasonTurn"


def book_dates(act: Act, turn: SeasonTurn, spans: Sequence[Span]) -> UUID:
    """One series of bookings for a turn; refused whole where one date cannot be had, with which.
    Who accepts a slot is a resident, so this is no `book_for` of the desk."""
    series, wish, facility = new_id(), turn.wish, turn.slot.facility
    holding.line_up(facility)
    holding.check(act, facility, spans, wish.size, resident=False)
    bookings = [
        Booking(
            community_id=turn.community_id, facility=facility, series=series, starts_at=starts,
            ends_at=ends, purpose=wish.purpose, group_name=wish.group_name, told=wish.named,
            people=wish.size, account_id=wish.account_id, name=wish.name, phone=wish.phone,
            door="season", owner_kind=OWNER, owner=turn.pk, code=new_slip(), booked_at=act.at,
        )
        for starts, ends in spans
    ]  # fmt: skip
    for booking in bookings:
        begin(act, BOOKING, booking, "allot")
    holding.take(act, facility, bookings)
    return series


def free_dates(act: Act, turn: SeasonTurn) -> int:
    """Cancels the dates of a turn that lie ahead; says how many."""
    if turn.series is None:
        return 0
    ahead = Booking.objects.filter(
        community=turn.community_id, series=turn.series,
        state__in=("asked", "booked", "handed_over"), starts_at__gt=act.at,
    ).select_related("facility", "community")  # fmt: skip
    coming = list(ahead.order_by("starts_at"))
    for booking in coming:
        take(act, BOOKING, booking, "release")
        booking.holds.all().delete()
    return len(coming)
