"""Service days: this month's as a page and on paper, and what is to come as a calendar feed."""

from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.lib.calendar import SHANGHAI
from linli.service.catalogue.nearby.forms import MonthForm
from linli.service.catalogue.nearby.queries import ServiceDay, month_of, service_days
from linli.service.catalogue.opening_words import tell_price
from linli.service.catalogue.paper import issuer_of
from linli.service.catalogue.queries.network import committee_phone

AHEAD = 92
"""Days of the feed: a quarter."""
_FARTHEST = 366


@public
@require_safe
def month(request: Visit) -> HttpResponse:
    """Day by day what is still to come this month (the next month where nothing is), or the whole
    of the month asked for (within a year)."""
    at = timezone.now()
    today = timezone.localdate(at)
    form = MonthForm(request.GET)
    asked = form.cleaned_data["month"] if form.is_valid() else None
    if asked and abs((asked - today).days) > _FARTHEST:
        asked = None
    first, after, found = _shown(request.community, at, asked)
    context = {
        "days": [_line(each, today) for each in found],
        "first": first,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": after,
        "today": today,
        # A month farther on that was asked for does not know what comes before it.
        "next_on": next((each.on for each in found if each.on >= today), None)
        if not asked or first <= today
        else None,
        "issuer": issuer_of(request.community, today),
        "phone": committee_phone(request.community, today),
    }
    data = {"month": f"{first:%Y-%m}", "days": context["days"]}
    return answer(request, "catalogue/nearby/days.html", context, json=data)


def _shown(community: Any, at: datetime, asked: date | None) -> tuple[date, date, list[Any]]:
    """The month, the one after it, and its days. Nobody can go to a day that is over: it is shown
    only where the month was asked for."""
    today = timezone.localdate(at)
    first = (asked or today).replace(day=1)
    last, after = month_of(first)
    if asked:
        return first, after, list(service_days(community, at, first, last))
    farther, beyond = month_of(after)
    coming = list(
        service_days(community, at, today, farther)
    )  # both months: one look at the guides
    if any(each.on <= last for each in coming):
        return first, after, [each for each in coming if each.on <= last]
    return after, beyond, coming


@public
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The next three months for a calendar program: public words only."""
    community = request.community  # type: ignore[attr-defined]
    at = timezone.now()
    today = timezone.localdate(at)
    calendar = Calendar()
    calendar.add("prodid", "-//linli//service days//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("{place}的服务日").format(place=community.name))
    calendar.add("x-published-ttl", "PT12H")
    site = request.build_absolute_uri("/")
    for each in service_days(community, at, today, today + timedelta(days=AHEAD)):
        calendar.add_component(_event(each, community.code, site, at))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "public, max-age=3600"
    return response


def _line(each: ServiceDay, today: date) -> dict[str, Any]:
    version = each.version
    return {
        "on": each.on,
        "opens": f"{each.opens:%H:%M}",
        "closes": f"{each.closes:%H:%M}",
        "title": version.name,
        "key": version.guide.key,
        "where": version.where,
        "phone": version.phone,
        "price": tell_price(version.price_class, version.price_fen, version.price_unit),
        "by_appointment": version.by_appointment,
        "step_free": version.step_free == "yes",
        "past": each.on < today,
    }


def _event(each: ServiceDay, code: str, site: str, at: datetime) -> Event:
    version = each.version
    event = Event()
    event.add("uid", f"{version.guide_id}-{each.on:%Y%m%d}-{each.opens:%H%M}@linli")
    event.add("dtstamp", at)
    event.add("dtstart", datetime.combine(each.on, each.opens, SHANGHAI))
    event.add("dtend", datetime.combine(each.on, each.closes, SHANGHAI))
    event.add("summary", version.name)
    if version.where:
        event.add("location", version.where)
    event.add("url", urljoin(site, reverse("catalogue:guide", args=[code, version.guide.key])))
    event.add("transp", "TRANSPARENT")
    return event
