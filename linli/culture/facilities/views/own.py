"""Whoever books: the form, one's own bookings, waiting, and the slip for those without account."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.stepping import or_refusal, sent, step
from linli.culture.facilities import actions
from linli.culture.facilities.forms.booking import BookForm, CodeForm, WaitForm, start_of
from linli.culture.facilities.forms.register import SureForm
from linli.culture.facilities.models import Booking, Facility
from linli.culture.facilities.queries import bookings
from linli.culture.facilities.queries.register import facility_by_tag, facility_for
from linli.culture.facilities.queries.week import DAYS, days_of
from linli.lib.law import Finding

WAITABLE = "facilities.free_then"
WAITED = ("day", "begins", "stops", "purpose", "people")


@signed_in
def book(request: Visit, facility_id: UUID) -> HttpResponse:
    """Books a span; what stands against it is said above the form, with spans that are free."""
    facility = facility_for(request.actor, request.community, facility_id)
    form = BookForm(sent(request), initial=start_of(request.GET))
    refused: Finding | None = None
    if request.method == "POST" and form.is_valid():
        _made, refused = or_refusal(request, form, lambda said: _book(request, facility, said))
        if refused is None:
            messages.success(request, _said(facility))
            return redirect("facilities:mine", request.community.code)
    return _book_page(request, facility, form, refused)


@signed_in
@require_POST
def book_at_door(request: Visit, tag: str) -> HttpResponse:
    """Books the next free hour, from the code on the door."""
    facility = facility_by_tag(request.community, tag)
    form = BookForm(request.POST)
    if not form.is_valid():
        return _book_page(request, facility, form, None)
    _made, refused = or_refusal(request, form, lambda said: _book(request, facility, said, "tag"))
    if refused is not None:
        return _book_page(request, facility, form, refused)
    messages.success(request, _said(facility))
    return redirect("facilities:mine", request.community.code)


@signed_in
def wait(request: Visit, facility_id: UUID) -> HttpResponse:
    """Waits for a span that is taken."""
    facility = facility_for(request.actor, request.community, facility_id)
    form = WaitForm(sent(request), initial={**start_of(request.GET), **_typed(request)})
    return step(
        request,
        form,
        lambda said: actions.wait(facility, **said, by=request.actor, at=timezone.now()),
        title=_("等这一段空出来"),
        note=facility.name,
        done=_("记下了，空出来先告诉您，给您留一天。"),
        back=_at(request, "mine"),
        frame="portal.html",
    )


@signed_in
@require_safe
def show_mine(request: Visit) -> HttpResponse:
    """One's own bookings and what one waits for."""
    now = timezone.now()
    coming, over = bookings.own_bookings(request.actor, request.community, now)
    context = {
        "now": now,
        "coming": coming,
        "over": over,
        "wishes": bookings.own_wishes(request.actor, request.community),
    }
    return answer(request, "facilities/mine.html", context)


@signed_in
def cancel(request: Visit, booking_id: UUID) -> HttpResponse:
    """Takes one booking back."""
    booking = bookings.booking_for(request.actor, request.community, booking_id)
    return step(
        request,
        SureForm(sent(request)),
        lambda said: actions.cancel(booking, by=request.actor, at=timezone.now()),
        title=_("取消预订"),
        note=_told(booking),
        done=_("取消了，时间让给别人。"),
        back=_back(request, booking),
        frame="portal.html",
    )


@signed_in
def cancel_series(request: Visit, booking_id: UUID) -> HttpResponse:
    """Takes back all of a series that is still to come."""
    booking = bookings.booking_for(request.actor, request.community, booking_id)
    return step(
        request,
        SureForm(sent(request)),
        lambda said: actions.cancel_series(booking, by=request.actor, at=timezone.now()),
        title=_("取消以后所有的"),
        note=_told(booking),
        done=_("这一串以后的都取消了。"),
        back=_back(request, booking),
        frame="portal.html",
    )


@signed_in
@require_POST
def answer_offer(request: Visit, wish_id: UUID) -> HttpResponse:
    """Takes what is held for one, or lets the next have it."""
    wish = bookings.wish_for(request.actor, request.community, wish_id)
    if "take" in request.POST:
        actions.take_offer(wish, by=request.actor, at=timezone.now())
        messages.success(request, _("订好了。"))
    else:
        actions.leave_line(wish, by=request.actor, at=timezone.now())
        messages.success(request, _("不等了，让给下一位。"))
    mine = wish.account_id == request.actor.account
    return redirect("facilities:mine" if mine else "facilities:desk", request.community.code)


@public
@require_safe
def find_slip(request: Visit) -> HttpResponse:
    """Type the code of a slip."""
    form = CodeForm(request.GET or None)
    if form.is_valid():
        try:
            booking = bookings.booking_by_code(request.community, form.cleaned_data["code"])
        except Http404:
            form.add_error("code", _("没有这个查询码，请对照单子再看一遍。"))
        else:
            return redirect("facilities:slip", request.community.code, booking.code)
    return answer(request, "facilities/find.html", {"form": form})


@public
def slip(request: Visit, code: str) -> HttpResponse:
    """What whoever bears the slip sees: the booking, and the way to cancel it."""
    booking = bookings.booking_by_code(request.community, code)
    refused: Finding | None = None
    if request.method == "POST":
        bearer = request.actor.bearing(booking.pk)
        _made, refused = or_refusal(
            request,
            _ready(),
            lambda said: actions.cancel(booking, by=bearer, at=timezone.now()),
        )
        if refused is None:
            messages.success(request, _("取消了，时间让给别人。"))
            return redirect("facilities:slip", request.community.code, booking.code)
    address = request.build_absolute_uri(request.path)
    open_ = booking.state in ("asked", "booked") and booking.starts_at > timezone.now()
    context = {"booking": booking, "address": address, "may_cancel": open_, "refused": refused}
    return answer(request, "facilities/slip.html", context)


def _book(request: Visit, facility: Facility, said: dict[str, Any], door: str = "web") -> None:
    with suppress(Replayed):  # the same form came twice; once is enough
        actions.book(facility, **said, door=door, by=request.actor, at=timezone.now())


def _said(facility: Facility) -> Any:
    asked = facility.needs_approval
    return _("收到了，时间先给您留着，批准了会告诉您。") if asked else _("订好了。")


def _book_page(
    request: Visit, facility: Facility, form: BookForm, refused: Finding | None
) -> HttpResponse:
    now = timezone.now()
    context = {
        "facility": facility,
        "form": form,
        "refused": refused,
        "waited": [(name, form.data.get(name, "")) for name in WAITED],
        "may_wait": refused is not None and refused.rule == WAITABLE,
        "days": days_of(facility, _day_of(form, timezone.localdate(now)), DAYS, now),
    }
    status = 409 if refused is not None else 422 if form.is_bound and form.errors else 200
    return answer(request, "facilities/book.html", context, status=status)


def _day_of(form: BookForm, today: date) -> date:
    """The day asked for, from which on free spans are shown."""
    asked = form.data.get("day") or form.initial.get("day")
    with suppress(TypeError, ValueError):
        return max(today, min(date.fromisoformat(str(asked)), today + timedelta(days=400)))
    return today


def _typed(request: HttpRequest) -> dict[str, Any]:
    return {name: request.GET[name] for name in WAITED if request.GET.get(name)}


def _told(booking: Booking) -> Any:
    starts = timezone.localtime(booking.starts_at)
    return f"{booking.facility.name} · {starts:%Y-%m-%d %H:%M}"


def _back(request: Visit, booking: Booking) -> str:
    mine = booking.account_id is not None and booking.account_id == request.actor.account
    return _at(request, "mine") if mine else _at(request, "booking", booking.pk)


def _at(request: Visit, name: str, *more: Any) -> str:
    return reverse(f"facilities:{name}", args=[request.community.code, *more])


def _ready() -> SureForm:
    form = SureForm({})
    form.is_valid()
    return form
