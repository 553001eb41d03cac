"""A month on the desk, and a year on the wall."""

import calendar as gregorian
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.clocks.months import month_of, year_of
from linli.core.clocks.queries import hands_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab

FIRST_YEAR, LAST_YEAR = 2020, 2100


@needs("clocks.see")
@require_safe
def month(request: Visit, year: int, number: int) -> HttpResponse:
    """The month's days with what falls due on each: one's own, or everybody's."""
    first = _first(year, number)
    community, today = request.community, timezone.localdate()
    sees_all = may("clocks.see_all", request.actor, community)
    mine = not sees_all or request.GET.get("whose") != "all"
    calendar = work_calendar(community.pk)
    hands = hands_of(request.actor, community.pk, today) if mine else None
    weeks = month_of(community, first, calendar, today, hands)
    context = {
        "title": date_format(first, "YEAR_MONTH_FORMAT"),
        "weeks": weeks,
        "weekdays": [date_format(cell.on, "D") for cell in weeks[0]],
        "tabs": [
            Tab(_("由我办理"), "?", current=mine),
            *([Tab(_("全社区"), "?whose=all", current=not mine)] if sees_all else []),
        ],
        "wall": reverse("clocks:wall", args=[community.code, year]),
        "announced": calendar.announced(year),
        **_beside(request, first, "" if mine else "?whose=all"),
    }
    return answer(request, "clocks/month.html", context)


@needs("clocks.see_duties")
@require_safe
def wall(request: Visit, year: int) -> HttpResponse:
    """Twelve months on one sheet: statutory duties and occasions; in both languages on request."""
    _first(year, 1)
    calendar, today = work_calendar(request.community.pk), timezone.localdate()
    months = year_of(request.community, year, calendar, today)
    context = {
        "year": year,
        "months": months,
        "both": "both" in request.GET,
        "announced": calendar.announced(year),
        "years": [
            Tab(str(other), _wall_url(request, other), current=other == year)
            for other in range(today.year - 1, today.year + 2)
        ],
        "weekdays": [_letter(cell.on) for cell in months[0].weeks[0]],
    }
    return answer(request, "clocks/wall.html", context)


def _letter(on: date) -> str:
    """A weekday as short as it can be told: 一 of 周一, Mo of Monday."""
    word = date_format(on, "D")
    return word[:2] if word.isascii() else word[-1:]


def _first(year: int, number: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= number <= 12:
        raise Http404
    return date(year, number, 1)


def _beside(request: Visit, first: date, whose: str) -> dict[str, str]:
    """The addresses of the months before and after."""
    length = gregorian.monthrange(first.year, first.month)[1]
    days = {"back": first - timedelta(days=1), "on": first + timedelta(days=length)}
    code = request.community.code
    return {
        name: reverse("clocks:month", kwargs=_month_args(code, on)) + whose
        for name, on in days.items()
    }


def _month_args(code: str, on: date) -> dict[str, Any]:
    return {"community_code": code, "year": on.year, "number": on.month}


def _wall_url(request: Visit, year: int) -> str:
    return reverse("clocks:wall", args=[request.community.code, year])
