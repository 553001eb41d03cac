"""For everybody: what there is, when it is free, the calendar, the door."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.culture.facilities.forms.booking import BookForm
from linli.culture.facilities.forms.register import WEEKDAYS, FilterForm
from linli.culture.facilities.models import Facility
from linli.culture.facilities.models.facility import FUNCTIONS
from linli.culture.facilities.queries.feed import feed_of
from linli.culture.facilities.queries.register import (
    facility_by_tag,
    facility_for,
    photos_of,
    shown_list,
    states_now,
)
from linli.culture.facilities.queries.rooms import hours_of, next_free_span
from linli.culture.facilities.queries.week import DAYS, DayShown, days_of, monday_of
from linli.culture.facilities.rules import clock_of
from linli.lib.calendar.feeds import calendar_of
from linli.lib.identity.ids import new_id

HOUR = 60


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What there is, narrowed down, and what of it is free now."""
    here, form, now = request.community, FilterForm(request.GET or None), timezone.now()
    chosen = form.cleaned_data if form.is_valid() else {}
    shown = shown_list(here, now, chosen)
    context = {
        "shown": shown,
        "filters": form if form.is_bound else FilterForm(request.GET),
        "desk": may("facilities.see_desk", request.actor, here),
    }
    return answer(
        request,
        "facilities/list.html",
        context,
        json=lambda: {"facilities": [facility_as_data(each.facility, now) for each in shown]},
    )


@public
@require_safe
def show(request: Visit, facility_id: UUID) -> HttpResponse:
    """One facility: what it is, and its week, of which free spans lead to the booking."""
    facility = facility_for(request.actor, request.community, facility_id)
    now = timezone.now()
    since = _since(request.GET.get("since"), timezone.localdate(now))
    days = days_of(facility, since, DAYS, now)
    state = states_now(request.community, [facility], now)[0]
    context = {
        **parts_of(facility),
        "state": state,
        "days": days,
        "since": since,
        "before": since - timedelta(days=DAYS) if since > timezone.localdate(now) else None,
        "after": since + timedelta(days=DAYS),
        "next": next_free_span(facility, HOUR, after=now) if facility.bookable else None,
        "photos": photos_of(facility),
        "desk": may("facilities.see_desk", request.actor, request.community),
    }
    told = {"days": [day_as_data(each) for each in days]}
    return answer(
        request, "facilities/facility.html", context,
        json=lambda: {**facility_as_data(facility, now), **told},
    )  # fmt: skip


@public
@require_safe
def subscribe(request: Visit, facility_id: UUID) -> HttpResponse:
    """The calendar of one facility, to subscribe to."""
    facility = facility_for(request.actor, request.community, facility_id)
    address = reverse("facilities:show", args=[request.community.code, facility.pk])
    url, now = request.build_absolute_uri(address), timezone.now()
    body = calendar_of(facility.name, feed_of(facility, now, url), at=now, what="facilities")
    return file_response(body, f"{facility.name}.ics", "text/calendar; charset=utf-8")


@public
@require_safe
def at_door(request: Visit, tag: str) -> HttpResponse:
    """What the code on the door opens: today, and the next free hour."""
    facility, now = facility_by_tag(request.community, tag), timezone.now()
    today = days_of(facility, timezone.localdate(now), 1, now)[0]
    context = {
        "facility": facility,
        "state": states_now(request.community, [facility], now)[0],
        "today": today,
        "days": [today],
        "form": BookForm(),
        "next": next_free_span(facility, HOUR, after=_soon(now)) if facility.bookable else None,
        "once": new_id(),
    }
    return answer(request, "facilities/door.html", context)


def parts_of(facility: Facility) -> dict[str, Any]:
    """What is told of a facility: its hours, its days that are otherwise, what it is for."""
    hours, today = hours_of(facility), timezone.localdate()
    uses = dict(FUNCTIONS)
    return {
        "facility": facility,
        "hours": [
            (
                WEEKDAYS[weekday],
                [f"{clock_of(opens)}–{clock_of(closes)}" for opens, closes in spans],
            )
            for weekday, spans in ((each, hours.weekly.get(each, ())) for each in range(7))
        ],
        "others": [
            (each, _span_told(each.opens, each.closes))
            for each in facility.closures.all()
            if each.until >= today
        ],
        "area": None if facility.area is None else f"{facility.area / 100:.2f}",
        "uses": [uses[each] for each in facility.functions if each in uses],
        "kin": [*facility.parts.filter(withdrawn_at__isnull=True, listed=True)],
    }


def facility_as_data(facility: Facility, at: datetime) -> dict[str, Any]:
    """What everybody may read of a facility, as data. Not looked at yet is null, not no."""
    return {
        "id": facility.pk,
        "name": facility.name,
        "kind": facility.kind,
        "functions": facility.functions,
        "where": facility.where,
        "lon": facility.lon,
        "lat": facility.lat,
        "owner": facility.owner,
        "area_m2": None if facility.area is None else facility.area / 100,
        "people_most": facility.people_most,
        "step_free": facility.step_free,
        "accessible_toilet": facility.toilet,
        "hearing": facility.hearing,
        "price": facility.price,
        "out_of_service": facility.is_out_at(at),
    }


def day_as_data(shown: DayShown) -> dict[str, Any]:
    """A day of the week as data: never who."""
    return {
        "day": shown.day,
        "spans": [
            {"kind": each.kind, "since": each.since, "until": each.until, "what": each.what}
            for each in shown.pieces
        ],
    }


def _span_told(opens: int | None, closes: int | None) -> str:
    """From when until when; nothing where it is closed."""
    if opens is None or closes is None:
        return ""
    return f"{clock_of(opens)}–{clock_of(closes)}"


def _since(text: str | None, today: date) -> date:
    try:
        asked = date.fromisoformat(text or "")
    except ValueError:
        return today
    last = today + timedelta(days=400)
    return min(max(asked, monday_of(today)), last)


def _soon(now: datetime) -> datetime:
    """The next full quarter of an hour, so that nobody is offered a span from 9:07 on."""
    over = timedelta(minutes=now.minute % 15, seconds=now.second, microseconds=now.microsecond)
    return now - over + timedelta(minutes=15) if over else now
