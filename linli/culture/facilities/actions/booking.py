"""Booked through every door, all by the same rules and the same wall."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.people.queries.named import names_a_resident
from linli.core.places.models import Place
from linli.culture.facilities import rules
from linli.culture.facilities.actions.holding import check, free, line_up, take
from linli.culture.facilities.flows import BOOKING
from linli.culture.facilities.law import coming_most
from linli.culture.facilities.models import Booking, Facility
from linli.culture.facilities.queries.rooms import coming_of
from linli.culture.facilities.rules.hours import Span, stamp
from linli.culture.facilities.rules.words import words_for_all
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require
from linli.mechanisms.flow import actions as flow

RECEIPT_BYTES = 16
OPEN = ("asked", "booked")
BY_ROOMS = ("activity",)
"""Doors of other rooms, which have judged their public words themselves."""


@action("facilities.book", needs="facilities.book")
def book(
    act: Act,
    facility: Facility,
    *,
    starts: datetime,
    ends: datetime,
    purpose: str,
    group_name: str = "",
    told: bool = False,
    people: int | None = None,
    door: str = "web",
) -> Booking:
    """A resident books a span. Where bookings are approved it is asked for, and the time is held
    until that is decided."""
    line_up(facility)
    coming = coming_of(act.by.account, facility, act.at)
    most = coming_most(facility.community, local_day(act.at))
    require(rules.few_enough(coming, most))
    check(act, facility, [(starts, ends)], people, resident=True)
    booking = _new(act, facility, (starts, ends), purpose, group_name, told, people, door)
    booking.account_id, booking.person_id = act.by.account, act.by.person
    move = "ask" if facility.needs_approval else "book"
    flow.begin(act, BOOKING, booking, move)
    take(act, facility, [booking])
    act.note(facility=facility.name, starts=stamp(starts))
    if facility.needs_approval:
        act.tell("facilities.asked", post="worker", facility=facility.name, starts=starts)
    return booking


@action("facilities.book_for", needs="facilities.keep")
def book_for(
    act: Act,
    facility: Facility,
    *,
    spans: Sequence[Span],
    purpose: str,
    group_name: str = "",
    told: bool = False,
    people: int | None = None,
    name: str = "",
    phone: str = "",
    account: UUID | None = None,
    person: UUID | None = None,
    owner_kind: str = "",
    owner: UUID | None = None,
    door: str = "desk",
    outside_hours: bool = False,
) -> list[Booking]:
    """The desk books for somebody, or another room for its own row (`owner_kind`, `owner`): all
    the spans or none; each that is taken is named. Several are a series. What only residents are
    held to (how far ahead, how long) does not bind here; `outside_hours`: somebody opens it."""
    line_up(facility)
    check(act, facility, spans, people, resident=False, outside_hours=outside_hours)
    series = new_id() if len(spans) > 1 else None
    bookings = []
    for span in spans:
        row = _new(act, facility, span, purpose, group_name, told, people, door)
        row.series, row.name, row.phone = series, name.strip(), phone.strip()
        row.account_id, row.person_id = account, person
        row.owner_kind, row.owner = owner_kind, owner
        bookings.append(flow.begin(act, BOOKING, row, "book"))
    take(act, facility, bookings)
    act.note(facility=facility.name, n=len(spans))
    return bookings


@action("facilities.release_for", needs="facilities.keep")
def release_for(
    act: Act,
    community: Place,
    *,
    owner_kind: str,
    owner: UUID,
    spans: Sequence[Span] | None = None,
    facility: Facility | None = None,
) -> list[Booking]:
    """Gives free what was booked for another room's row: the spans named (a date that falls out
    or moves), in one `facility` or wherever, or all that is to come; where a key is out already,
    what has not begun."""
    to_come = Q(state__in=OPEN, ends_at__gt=act.at) | Q(state="handed_over", starts_at__gt=act.at)
    rows: Any = Booking.objects.filter(
        to_come, community=community, owner_kind=owner_kind, owner=owner
    ).select_related("facility", "community")
    if facility is not None:
        rows = rows.filter(facility=facility)
    wanted = None if spans is None else set(spans)
    freed = []
    for booking in rows.order_by("facility", "starts_at"):
        if wanted is None or (booking.starts_at, booking.ends_at) in wanted:
            freed.append(_cancel(act, booking, move="release"))
    act.note(n=len(freed))
    return freed


@action("facilities.approve", needs="facilities.approve")
def approve(act: Act, booking: Booking, *, seen: int | None = None) -> Booking:
    """Agrees to a booking that was asked for."""
    flow.take(act, BOOKING, booking, "approve", seen=seen)
    _tell(act, "facilities.approved", booking)
    return booking


@action("facilities.refuse", needs="facilities.approve")
def refuse(act: Act, booking: Booking, *, reason: str, seen: int | None = None) -> Booking:
    """Does not agree, with the reason, which whoever asked reads; the time is free again."""
    flow.take(act, BOOKING, booking, "refuse", seen=seen, reason=reason.strip())
    free(act, booking)
    _tell(act, "facilities.refused", booking)
    return booking


@action("facilities.cancel", needs="facilities.cancel")
def cancel(act: Act, booking: Booking, *, seen: int | None = None) -> Booking:
    """Takes a booking back; the time is free for whoever waits for it."""
    require(rules.cancels_in_time(booking.starts_at, act.at))
    require(_is_no_activity(booking))
    _cancel(act, booking, seen=seen)
    _note(act, booking)
    if act.by.account != booking.account_id:
        _tell(act, "facilities.cancelled", booking)
    return booking


@action("facilities.cancel_series", needs="facilities.cancel")
def cancel_series(act: Act, booking: Booking) -> list[Booking]:
    """Takes back all that is still to come of the series this booking belongs to, in one act."""
    require(_is_no_activity(booking))
    rows: Any = Booking.objects.filter(
        community=booking.community_id, series=booking.series, state__in=OPEN,
        starts_at__gt=act.at,
    ).select_related("facility", "community")  # fmt: skip
    coming = list(rows.order_by("facility", "starts_at")) if booking.series else []
    for each in coming:
        _cancel(act, each)
    act.note(facility=booking.facility.name, n=len(coming))
    if coming and act.by.account != booking.account_id:
        _tell(act, "facilities.cancelled", coming[0])
    return coming


def _is_no_activity(booking: Booking) -> Finding:
    """What an activity booked goes with its date, so that whoever signed up hears of it."""
    theirs = booking.owner is not None and booking.door == "activity"
    return Finding(not theirs, "facilities.owned_elsewhere")


@action("facilities.lapse_asked", needs="facilities.keep")
def lapse_asked(act: Act, booking: Booking) -> Booking:
    """Nobody agreed before it would have begun: whoever asked is told, and nothing is held."""
    require(rules.has_begun(booking.starts_at, act.at))
    _cancel(act, booking, move="lapse")
    _tell(act, "facilities.unanswered", booking)
    return booking


def cancel_all(act: Act, bookings: Sequence[Booking]) -> None:
    """Cancels each: the facility is no more to be had."""
    for booking in bookings:
        _cancel(act, booking)


def _cancel(act: Act, booking: Booking, seen: int | None = None, move: str = "cancel") -> Booking:
    flow.take(act, BOOKING, booking, move, seen=seen)
    free(act, booking)
    return booking


def _new(
    act: Act,
    facility: Facility,
    span: Span,
    purpose: str,
    group_name: str,
    told: bool,
    people: int | None,
    door: str,
) -> Booking:
    if told and door not in BY_ROOMS:
        require(words_for_all(purpose, group_name))
        named = names_a_resident(facility.community_id, purpose, group_name)
        require(Finding(not named, "facilities.words_for_all"))
    return Booking(
        community_id=facility.community_id,
        facility=facility,
        starts_at=span[0],
        ends_at=span[1],
        purpose=" ".join(purpose.split()),
        group_name=" ".join(group_name.split()),
        told=told,
        people=people,
        door=door,
        code=receipt_from(secrets.token_bytes(RECEIPT_BYTES)),
        booked_at=act.at,
    )


def _note(act: Act, booking: Booking) -> None:
    act.note(facility=booking.facility.name, starts=stamp(booking.starts_at))


def _tell(act: Act, kind: str, booking: Booking) -> None:
    _note(act, booking)
    if booking.account_id:
        act.tell(
            kind,
            account=booking.account_id,
            facility=booking.facility.name,
            starts=booking.starts_at,
        )
