"""A facility as the rules see it, and what of it is taken."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.clocks.queries import work_calendar
from linli.culture.facilities import rules
from linli.culture.facilities.models import Booking, BookingWish, Facility, Hold
from linli.culture.facilities.rules import Hours, OtherHours, Out, Room
from linli.culture.facilities.rules.hours import Span
from linli.lib.calendar import in_statutory_break, local_day

LOOKED_AHEAD = 30
"""Days in which the next free span is sought."""


def holidays_in(community: UUID) -> Callable[[date], bool]:
    """Which days are public holidays here, with the weekends they are announced with."""
    calendar = work_calendar(community)
    return lambda day: in_statutory_break(calendar, day)


def hours_of(facility: Facility) -> Hours:
    """When it is open; days on which its hall is otherwise are its own as well."""
    weekly: dict[int, tuple[tuple[int, int], ...]] = {}
    for row in facility.hours.all():
        weekly[row.weekday] = (*weekly.get(row.weekday, ()), (row.opens, row.closes))
    halls: Any = [] if facility.whole is None else facility.whole.closures.all()
    others = sorted([*halls, *facility.closures.all()], key=lambda row: row.pk)
    return Hours(
        weekly,
        tuple(
            OtherHours(row.since, row.until, row.reason, row.opens, row.closes) for row in others
        ),
        facility.through_holidays,
    )


def room_of(facility: Facility) -> Room:
    """What of it matters to a booking. Of a hall in halves, what is out of service in one half
    keeps the whole from being used, and the other way round."""
    outs = [
        Out(each.out_since, each.out_until, each.out_for)
        for each in (facility, *relatives_of(facility))
        if each.out_since is not None
    ]
    return Room(
        hours=hours_of(facility),
        bookable=facility.bookable,
        by_residents=facility.by_residents,
        days_ahead=facility.days_ahead,
        minutes_most=facility.minutes_most,
        people_most=facility.people_most,
        outs=tuple(outs),
        withdrawn=facility.withdrawn_at is not None,
    )


def relatives_of(facility: Facility) -> list[Facility]:
    """The hall it is a part of, or the parts it has."""
    rows = Facility.objects.filter(community=facility.community_id, withdrawn_at__isnull=True)
    of = Q(whole=facility.pk) | Q(pk=facility.whole_id) if facility.whole_id else Q(whole=facility)
    return list(rows.filter(of))


def lanes_for(facility: Facility) -> list[UUID]:
    """What a booking of it takes."""
    parts = Facility.objects.filter(
        community=facility.community_id, whole=facility.pk, withdrawn_at__isnull=True
    )
    return rules.lanes_of(facility.pk, parts.values_list("pk", flat=True))


def held_minutes(facility: Facility, since: datetime, until: datetime) -> list[tuple[int, int]]:
    """What of it is taken in that time, set-up times included."""
    day = timedelta(days=1)
    rows = Hold.objects.filter(
        community=facility.community_id,
        lane__in=lanes_for(facility),
        from_minute__lt=rules.minute_of(until + day),
        until_minute__gt=rules.minute_of(since - day),
    )
    return sorted(set(rows.values_list("from_minute", "until_minute")))


def taken_among(facility: Facility, spans: Sequence[Span]) -> list[Span]:
    """Which of the spans cannot be had."""
    if not spans:
        return []
    held = held_minutes(facility, min(s for s, _e in spans), max(e for _s, e in spans))
    return [
        span
        for span in spans
        if any(rules.overlap(rules.minutes_held(*span, facility.set_up), each) for each in held)
    ]


def free_spans(
    facility: Facility,
    since: date,
    until: date,
    *,
    after: datetime,
    room: Room | None = None,
    holiday: Callable[[date], bool] | None = None,
) -> list[Span]:
    """The spans of those days in which it can still be booked, from `after` on."""
    room = room or room_of(facility)
    if not room.bookable or room.withdrawn:
        return []
    opened = room.hours.spans(since, until, holiday or holidays_in(facility.community_id))
    if not opened:
        return []
    held = held_minutes(facility, opened[0][0], opened[-1][1])
    held += [_as_held(each, opened[-1][1], facility.set_up) for each in room.outs]
    free = rules.free_between(opened, held, facility.set_up, after=after)
    return [each for each in free if local_day(each[0]) <= until]


def next_free_span(
    facility: Facility, minutes: int, *, after: datetime, room: Room | None = None
) -> Span | None:
    """The next span of that length."""
    last = min(LOOKED_AHEAD, facility.days_ahead)
    free = free_spans(
        facility, local_day(after), local_day(after) + timedelta(days=last), after=after, room=room
    )
    return rules.next_free(free, minutes)


def coming_between(
    facilities: Iterable[Facility], since: datetime, until: datetime | None
) -> list[Booking]:
    """What is booked there in that time and has not been used yet, the next first."""
    them = list(facilities)
    if not them:
        return []
    rows: Any = Booking.objects.filter(
        community=them[0].community_id,
        facility__in=[each.pk for each in them],
        state__in=("asked", "booked"),
        ends_at__gt=since,
    )
    if until is not None:
        rows = rows.filter(starts_at__lt=until)
    return list(rows.select_related("facility", "community").order_by("starts_at", "pk"))


def coming_of(account: UUID | None, facility: Facility, at: datetime) -> int:
    """How many bookings of it somebody has to come, and waits for."""
    rows = Booking.objects.filter(
        community=facility.community_id,
        facility=facility,
        account=account,
        state__in=("asked", "booked"),
        ends_at__gt=at,
        owner__isnull=True,
    )
    wishes = BookingWish.objects.filter(
        community=facility.community_id, facility=facility, account=account,
        state__in=BookingWish.OPEN, starts_at__gt=at,
    )  # fmt: skip
    return int(rows.count() + wishes.count())


def _as_held(out: Out, last: datetime, set_up: int) -> tuple[int, int]:
    """Out of service, as a hold that asks for no set-up beside it."""
    return rules.minute_of(out.since) + set_up, rules.minute_of(out.until or last) - set_up
