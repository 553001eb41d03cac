"""Waiting for a span that is taken: told when it is free, held for the first in line for a day."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.culture.facilities import rules
from linli.culture.facilities.actions.booking import book, book_for
from linli.culture.facilities.actions.holding import free, line_up
from linli.culture.facilities.forgetting import blank_booking
from linli.culture.facilities.law import coming_most
from linli.culture.facilities.models import Booking, BookingWish, Facility, Hold
from linli.culture.facilities.queries.rooms import coming_of, holidays_in, room_of, taken_among
from linli.culture.facilities.rules import Asked
from linli.culture.facilities.rules.hours import stamp
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require


@action("facilities.wait", needs="facilities.book")
def wait(
    act: Act,
    facility: Facility,
    *,
    starts: datetime,
    ends: datetime,
    purpose: str,
    people: int | None = None,
    name: str = "",
    phone: str = "",
) -> BookingWish:
    """Stands in line for a span that is taken; with `name` and `phone` the desk does it for
    somebody who is called."""
    line_up(facility)
    asked = Asked(starts, ends, people)
    room, holiday = room_of(facility), holidays_in(facility.community_id)
    for found in rules.judge(asked, room, act.at, holiday, resident=not phone):
        require(found)
    taken = taken_among(facility, [(starts, ends)])
    require(Finding(bool(taken), "facilities.wait_where_taken"))
    mine: Any = {"account": act.by.account} if not phone else {"account__isnull": True}
    line = BookingWish.objects.filter(
        community=facility.community_id, facility=facility, state__in=BookingWish.OPEN,
        starts_at__lt=ends, ends_at__gt=starts, **mine,
    )  # fmt: skip
    waits = [each for each in line if not phone or each.phone == phone]
    same = any((each.starts_at, each.ends_at) == (starts, ends) for each in waits)
    require(Finding(not same, "facilities.waits_once"))
    require(Finding(not waits, "facilities.waits_beside"))
    if not phone:
        most = coming_most(facility.community, local_day(act.at))
        require(rules.few_enough(coming_of(act.by.account, facility, act.at), most))
    wish = BookingWish(
        community_id=facility.community_id,
        facility=facility,
        starts_at=starts,
        ends_at=ends,
        purpose=" ".join(purpose.split()),
        people=people,
        account_id=None if phone else act.by.account,
        name=name.strip(),
        phone=phone.strip(),
        asked_at=act.at,
    )
    wish.save(force_insert=True)
    act.note(facility=facility.name, starts=stamp(starts))
    return wish


@action("facilities.take_offer", needs="facilities.answer_offer")
def take_offer(act: Act, wish: BookingWish) -> Booking:
    """Books what is held for whoever waited."""
    _settle(act, wish, "taken", since=("offered",))
    Hold.objects.filter(community=wish.community_id, wish=wish).delete()
    span: dict[str, Any] = {"purpose": wish.purpose, "people": wish.people}
    if wish.account_id and wish.account_id == act.by.account:
        booking = book(
            wish.facility, starts=wish.starts_at, ends=wish.ends_at, **span, by=act.by, at=act.at
        )
    else:
        (booking,) = book_for(
            wish.facility, spans=[(wish.starts_at, wish.ends_at)], **span, name=wish.name,
            phone=wish.phone, account=wish.account_id, by=act.by, at=act.at,
        )  # fmt: skip
    wish.booking = booking
    wish.save(update_fields=["booking"])
    return booking


@action("facilities.leave_line", needs="facilities.answer_offer")
def leave_line(act: Act, wish: BookingWish) -> BookingWish:
    """Waits no longer; an offer goes to the next in line."""
    return _give_up(act, wish, "left", BookingWish.OPEN)


@action("facilities.lapse_offer", needs="facilities.keep")
def lapse_offer(act: Act, wish: BookingWish) -> BookingWish:
    """Nobody answered in time: the offer goes to the next in line."""
    _give_up(act, wish, "lapsed", ("offered", "waiting"))
    if wish.account_id:
        act.tell("facilities.lapsed", account=wish.account_id, facility=wish.facility.name,
                 starts=wish.starts_at)  # fmt: skip
    return wish


def _give_up(act: Act, wish: BookingWish, state: str, since: tuple[str, ...]) -> BookingWish:
    _settle(act, wish, state, since)
    free(act, wish)
    return wish


def _settle(act: Act, wish: BookingWish, state: str, since: tuple[str, ...]) -> None:
    """One UPDATE decides between two who answer at once."""
    line_up(wish.facility)
    rows = BookingWish.objects.filter(community=wish.community_id, pk=wish.pk, state__in=since)
    changed = rows.update(state=state)
    require(Finding(bool(changed), "facilities.offer_stands"))
    wish.state = state
    act.note(facility=wish.facility.name, starts=stamp(wish.starts_at))


@action("facilities.forget_contacts", needs="facilities.keep")
def forget_contacts(act: Act, community: Place, *, rows: Sequence[Booking | BookingWish]) -> int:
    """Blanks who it was, and what for where that was not public, of uses long past; the times
    stay."""
    for row in rows:
        blank_booking(row)
    act.note(n=len(rows))
    return len(rows)
