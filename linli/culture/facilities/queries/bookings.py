"""Bookings: one's own, by the code of the slip, and all of a day at the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404

from linli.core.access.queries import labels_of
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.culture.facilities.models import Booking, BookingWish, Facility
from linli.culture.facilities.queries.register import facilities_of
from linli.lib.calendar import SHANGHAI
from linli.lib.identity.receipt import parse_receipt

OPEN = ("asked", "booked", "handed_over")
KEPT = ("asked", "booked", "handed_over", "returned", "no_show")
PAST_SHOWN = 20


def booking_for(actor: Actor, community: Any, key: UUID) -> Booking:
    """The booking of that id, for whoever booked it and for the desk."""
    found: Booking | None = _rows(community).filter(pk=key).first()
    if found is None:
        raise Http404
    if found.account_id != actor.account and not may("facilities.see_desk", actor, community):
        raise Http404
    if actor.account is None:
        raise Http404
    return found


def booking_by_code(community: Any, code: str) -> Booking:
    """The booking on whose slip the code stands, however it was typed."""
    plain = parse_receipt(code)
    found: Booking | None = (
        _rows(community).filter(code=plain).first() if isinstance(plain, str) else None
    )
    if found is None:
        raise Http404
    return found


def wish_for(actor: Actor, community: Any, key: UUID) -> BookingWish:
    """The wish of that id, for whoever waits and for the desk."""
    rows: Any = BookingWish.objects.filter(community=community).select_related("facility")
    found: BookingWish | None = rows.filter(pk=key).first()
    mine = found is not None and actor.account is not None and found.account_id == actor.account
    if found is None or not (mine or may("facilities.see_desk", actor, community)):
        raise Http404
    return found


def own_bookings(actor: Actor, community: Any, at: datetime) -> tuple[list[Booking], list[Booking]]:
    """What is to come, the next first; and what is over, the latest first."""
    rows = _rows(community).filter(account=actor.account)
    coming = rows.filter(state__in=OPEN, ends_at__gt=at).order_by("starts_at", "pk")
    over = rows.exclude(state__in=OPEN, ends_at__gt=at).order_by("-starts_at", "pk")
    return list(coming[:100]), list(over[:PAST_SHOWN])


def own_wishes(actor: Actor, community: Any) -> list[BookingWish]:
    """What one waits for."""
    rows: Any = BookingWish.objects.filter(
        community=community, account=actor.account, state__in=BookingWish.OPEN
    )
    return list(rows.select_related("facility").order_by("starts_at", "pk"))


def asked_for(community: Any) -> list[Booking]:
    """What waits for the desk's word, the longest first."""
    return list(_rows(community).filter(state="asked").order_by("state_since", "pk")[:100])


def to_be_called(community: Any) -> list[BookingWish]:
    """Whom an offer must be told by telephone."""
    rows: Any = BookingWish.objects.filter(
        community=community, state="offered", account__isnull=True
    )
    return list(rows.select_related("facility").order_by("offer_until", "pk")[:100])


def keys_out(community: Any, at: datetime) -> list[Booking]:
    """Keys that should be back."""
    rows = _rows(community).filter(state="handed_over", ends_at__lte=at)
    return list(rows.order_by("ends_at", "pk")[:100])


def rest_of_series(booking: Booking, at: datetime) -> list[Booking]:
    """What is still to come of the series it belongs to."""
    if booking.series is None:
        return []
    rows = _rows(booking.community_id).filter(series=booking.series, starts_at__gt=at)
    return list(rows.filter(state__in=("asked", "booked")).order_by("starts_at")[:100])


@dataclass(frozen=True, slots=True)
class RoomDay:
    """What one facility has on a day."""

    facility: Facility
    bookings: list[Booking]


def day_of(community: Any, day: date) -> list[RoomDay]:
    """All that can be booked, each with what it has that day."""
    starts = datetime.combine(day, time(), tzinfo=SHANGHAI)
    rows = _rows(community).filter(
        state__in=KEPT, starts_at__lt=starts + timedelta(days=1), ends_at__gt=starts
    )
    by_room: dict[Any, list[Booking]] = {}
    for booking in rows.order_by("starts_at", "pk")[:1000]:
        by_room.setdefault(booking.facility_id, []).append(booking)
    rooms = facilities_of(community).filter(bookable=True).order_by("kind", "name")
    return [RoomDay(room, by_room.get(room.pk, [])) for room in rooms]


def with_who(bookings: Iterable[Booking]) -> list[Booking]:
    """The bookings, each knowing whose it is as the desk calls them (`who`)."""
    them = list(bookings)
    labels = labels_of(each.account_id for each in them)
    for each in them:
        whose: Any = each
        whose.who = labels.get(each.account_id, "") if each.account_id else ""
    return them


def _rows(community: Any) -> Any:
    return Booking.objects.filter(community=community).select_related("facility", "community")
