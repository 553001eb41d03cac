"""The desk: all rooms of a day, what waits for a word, keys, and booking for whoever comes."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.culture.facilities import actions
from linli.culture.facilities.flows import BOOKING
from linli.culture.facilities.forms.booking import DeskBookForm, DeskWaitForm, start_of
from linli.culture.facilities.forms.days import near
from linli.culture.facilities.forms.register import ReasonForm
from linli.culture.facilities.models import Booking, Facility
from linli.culture.facilities.queries import bookings
from linli.culture.facilities.queries.register import facility_for
from linli.culture.facilities.queries.rooms import holidays_in
from linli.mechanisms.flow.queries import timeline

ONE_TAP = {
    "hand_over": (actions.hand_over, _("钥匙交出去了。")),
    "give_back": (actions.give_back, _("记下了，用完还回。")),
    "miss": (actions.miss, _("记下了，没有来用。")),
    "came": (actions.came, _("更正了。")),
    "approve": (actions.approve, _("批准了，已经告诉申请的人。")),
}


@needs("facilities.see_desk")
@require_safe
def show_day(request: Visit) -> HttpResponse:
    """Every room of a day, with the keys, what is asked for and whom to call."""
    here, now = request.community, timezone.now()
    day = _day(request.GET.get("day"), timezone.localdate(now))
    rooms = bookings.day_of(here, day)
    asked, out = bookings.asked_for(here), bookings.keys_out(here, now)
    bookings.with_who([*asked, *out, *(each for room in rooms for each in room.bookings)])
    context = {
        "day": day,
        "is_today": day == timezone.localdate(now),
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "rooms": rooms,
        "asked": asked,
        "late_keys": out,
        "calls": bookings.to_be_called(here),
        "now": now,
    }
    return answer(request, "facilities/desk/day.html", context)


@needs("facilities.see_desk")
@require_safe
def show_booking(request: Visit, booking_id: UUID) -> HttpResponse:
    """One booking: who, how to reach them, what happened, what can be done."""
    booking = bookings.booking_for(request.actor, request.community, booking_id)
    bookings.with_who([booking])
    context = {
        "booking": booking,
        "entries": timeline(BOOKING, booking, public=False),
        "series": bookings.rest_of_series(booking, timezone.now()),
        "now": timezone.now(),
    }
    return answer(request, "facilities/desk/booking.html", context)


@needs("facilities.keep")
@require_POST
def move(request: Visit, booking_id: UUID, name: str) -> HttpResponse:
    """One tap: the key, the word, nobody came."""
    if name not in ONE_TAP:
        raise Http404
    act, done = ONE_TAP[name]
    booking = bookings.booking_for(request.actor, request.community, booking_id)
    seen = request.POST.get("seen", "")
    more: dict[str, Any] = {"seen": int(seen)} if seen.isdecimal() else {}
    act(booking, **more, by=request.actor, at=timezone.now())
    messages.success(request, done)
    day = timezone.localtime(booking.starts_at)
    return redirect(f"{_at(request, 'desk')}?day={day:%Y-%m-%d}")


@needs("facilities.approve")
def refuse(request: Visit, booking_id: UUID) -> HttpResponse:
    """Does not agree, and says why."""
    booking = bookings.booking_for(request.actor, request.community, booking_id)
    return step(
        request,
        ReasonForm(sent(request), row=booking),
        lambda said: actions.refuse(booking, **said, by=request.actor, at=timezone.now()),
        title=_("不批准"),
        note=booking.facility.name,
        done=_("答复了，时间放开。"),
        back=_at(request, "desk"),
    )


@needs("facilities.keep")
def book(request: Visit, facility_id: UUID) -> HttpResponse:
    """Books for whoever came or called; several dates at once, all or none."""
    facility = facility_for(request.actor, request.community, facility_id)
    form = DeskBookForm(
        sent(request), initial=start_of(request.GET),
        is_holiday=holidays_in(facility.community_id),
    )  # fmt: skip
    return step(
        request,
        form,
        lambda said: _book(request, facility, said),
        title=_("替人预订"),
        note=facility.name,
        done=_("订好了。没有账号的，请把单子打印给他。"),
        back=_at(request, "desk"),
        leads_to=lambda made: _at(request, "booking", made[0].pk) if made else _at(request, "desk"),
    )


@needs("facilities.keep")
def wait(request: Visit, facility_id: UUID) -> HttpResponse:
    """Puts somebody without account in line for a span that is taken."""
    facility = facility_for(request.actor, request.community, facility_id)
    return step(
        request,
        DeskWaitForm(sent(request), initial=start_of(request.GET)),
        lambda said: actions.wait(facility, **said, by=request.actor, at=timezone.now()),
        title=_("替人登记等候"),
        note=facility.name,
        done=_("记下了，空出来请打电话告诉他。"),
        back=_at(request, "desk"),
    )


def _book(request: Visit, facility: Facility, given: dict[str, Any]) -> list[Booking]:
    by_form = ("starts", "ends", "every", "until", "holidays")
    said = {name: each for name, each in given.items() if name not in by_form}
    with suppress(Replayed):  # the same form came twice; once is enough
        return actions.book_for(facility, **said, by=request.actor, at=timezone.now())
    return []


def _day(text: str | None, today: date) -> date:
    try:
        return near(date.fromisoformat(text or ""))
    except ValueError:
        return today


def _at(request: Visit, name: str, *more: Any) -> str:
    return reverse(f"facilities:{name}", args=[request.community.code, *more])
