"""The one place where a facility is taken and given free, for every door.

Who takes it first stands in line at its row, so that two at once come one after the other; the
wall of the database refuses whatever else would lie on top (`models/booking.py: Hold`).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from linli.core.audit.door import Act
from linli.culture.facilities import rules
from linli.culture.facilities.models import Booking, BookingWish, Facility, Hold
from linli.culture.facilities.queries.rooms import (
    holidays_in,
    lanes_for,
    next_free_span,
    relatives_of,
    room_of,
    taken_among,
)
from linli.culture.facilities.rules import Asked
from linli.culture.facilities.rules.hours import Span
from linli.lib.law import Finding, Refused, require

WALL = "hold_one_at_a_time"
OFFERED_FOR = timedelta(hours=24)
FAR_OFF = timedelta(days=1100)
"""No free span is sought later than that."""


def line_up(facility: Facility) -> None:
    """Waits until nobody else takes, frees or changes it (or the hall it is part of) at this
    moment, and reads it anew: what it was while one waited is not what it is."""
    rows = Facility.objects.filter(community=facility.community_id)
    rows.select_for_update().get(pk=facility.whole_id or facility.pk)
    facility.refresh_from_db()


def take(act: Act, facility: Facility, rows: Sequence[Booking | BookingWish]) -> None:
    """Takes the facility for each of the rows, or for none: refused where a span is taken."""
    lanes = lanes_for(facility)
    holds = [_hold(facility, row, lane) for row in rows for lane in lanes]
    # In one order, so that two who take several never wait for each other in a ring.
    holds.sort(key=lambda each: (each.lane, each.from_minute))
    spans = [(row.starts_at, row.ends_at) for row in rows]
    try:
        with transaction.atomic():
            Hold.objects.bulk_create(holds)
    except IntegrityError as error:
        if WALL not in str(error):
            raise
        taken = taken_among(facility, spans) or spans
        raise Refused(is_free(act, facility, spans, taken)) from None


def check(
    act: Act,
    facility: Facility,
    spans: Sequence[Span],
    people: int | None,
    *,
    resident: bool,
    outside_hours: bool = False,
) -> None:
    """Refuses what stands against any of the spans, with the reason and the next free span."""
    room = room_of(facility)
    holiday = holidays_in(facility.community_id)
    for starts, ends in spans:
        asked = Asked(starts, ends, people)
        for found in rules.judge(
            asked, room, act.at, holiday, resident=resident, outside_hours=outside_hours
        ):
            if not found.holds:
                raise Refused(_with_way_on(act, facility, found, (starts, ends)))
    require(is_free(act, facility, spans, taken_among(facility, spans)))


def free(act: Act, booking: Booking | BookingWish) -> None:
    """Gives the time back, and offers it to whoever waits for it longest."""
    holds = Hold.objects.filter(community=booking.community_id)
    own = {"booking": booking} if isinstance(booking, Booking) else {"wish": booking}
    line_up(booking.facility)
    holds.filter(**own).delete()
    offer(act, booking.facility, booking.starts_at, booking.ends_at)


def offer(act: Act, facility: Facility, since: datetime, until: datetime) -> None:
    """Offers what became free in that time: held for the first in line whose whole span is free."""
    around = [facility, *relatives_of(facility)]
    margin = timedelta(minutes=max(each.set_up for each in around) * 2)
    waiting = BookingWish.objects.filter(
        community=facility.community_id,
        facility__in=[each.pk for each in around],
        state="waiting",
        starts_at__lt=until + margin,
        ends_at__gt=since - margin,
        starts_at__gt=act.at,
    )
    for wish in waiting.select_related("facility").order_by("asked_at", "pk"):
        room = room_of(wish.facility)
        asked = Asked(wish.starts_at, wish.ends_at)
        if room.withdrawn or any(each.covers(asked.starts, asked.ends) for each in room.outs):
            continue
        if taken_among(wish.facility, [(wish.starts_at, wish.ends_at)]):
            continue
        take(act, wish.facility, [wish])
        wish.state = "offered"
        wish.offer_until = min(act.at + OFFERED_FOR, wish.starts_at)
        wish.save(update_fields=["state", "offer_until"])
        _tell_offered(act, wish)


def is_free(act: Act, facility: Facility, spans: Sequence[Span], taken: Sequence[Span]) -> Finding:
    """That none of it is taken; who has it is nobody's business."""
    if len(spans) == 1:
        numbers = {"starts": spans[0][0], "next": _next(act, facility, spans[0])}
        return Finding(not taken, "facilities.free_then", numbers=numbers if taken else {})
    told = tuple(starts for starts, _ends in taken)
    return Finding(not taken, "facilities.dates_free", numbers={"dates": told, "n": len(told)})


def _with_way_on(act: Act, facility: Facility, found: Finding, span: Span) -> Finding:
    numbers = {**found.numbers, "next": _next(act, facility, span)}
    if numbers.get("until", "") is None:
        numbers["until"] = _("还不知道")
    return Finding(False, found.rule, found.cites, numbers)


def _next(act: Act, facility: Facility, span: Span) -> datetime | str:
    minutes = int((span[1] - span[0]).total_seconds() // 60)
    if not 0 < minutes <= facility.minutes_most:
        minutes = min(60, facility.minutes_most)
    wanted = min(span)
    near = wanted - act.at < FAR_OFF
    found = next_free_span(facility, minutes, after=max(act.at, wanted)) if near else None
    found = found or next_free_span(facility, minutes, after=act.at)
    return found[0] if found else _("近期没有")


def _hold(facility: Facility, row: Booking | BookingWish, lane: UUID) -> Hold:
    since, until = rules.minutes_held(row.starts_at, row.ends_at, facility.set_up)
    return Hold(
        community_id=facility.community_id,
        facility=facility,
        booking=row if isinstance(row, Booking) else None,
        wish=row if isinstance(row, BookingWish) else None,
        lane=lane,
        from_minute=since,
        until_minute=until,
    )


def _tell_offered(act: Act, wish: BookingWish) -> None:
    told = {"facility": wish.facility.name, "starts": wish.starts_at, "until": wish.offer_until}
    if wish.account_id:
        act.tell("facilities.offered", account=wish.account_id, **told)
    else:
        act.tell("facilities.offer_by_call", post="worker", **told)
