"""What falls due, and the days people work by."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from linli.core.access.gates import needs
from linli.core.audit.door import may
from linli.core.audit.sentences import sentence_of
from linli.core.clocks.actions import set_day
from linli.core.clocks.forms import DayForm
from linli.core.clocks.queries import (
    calendar_history,
    clock_to_open,
    due,
    kept_days,
    work_calendar,
)
from linli.core.clocks.shown import lines_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Entry, Tab
from linli.lib.calendar import YEARS

EVER = timedelta(days=3650)


@needs("clocks.see")
@require_safe
def list_due(request: Any) -> HttpResponse:
    """Everything open with a day it is due by, most pressing first; one's own, or all."""
    sees_all = may("clocks.see_all", request.actor, request.community)
    mine = not sees_all or request.GET.get("whose") != "all"
    found = due(
        request.community.pk,
        timezone.now() + EVER,
        holder=request.actor if mine else None,
        after=request.GET.get("after", ""),
    )
    lines = lines_of(found.clocks, work_calendar(request.community.pk), timezone.now())
    context = {
        "lines": lines,
        "after": found.after,
        "tabs": [
            Tab(_("由我办理"), "?", current=mine),
            *([Tab(_("全社区"), "?whose=all", current=not mine)] if sees_all else []),
        ],
    }
    return answer(request, "clocks/due.html", context, fragment="clocks/_due.html")


@needs("clocks.see")
@require_safe
def open_clock(request: Any, clock: UUID) -> HttpResponse:
    """Goes to the page of what the clock runs on; that page judges for itself who may see it."""
    found = clock_to_open(request.community, clock, request.actor)
    if found is None or not found.url_name:
        raise Http404
    kwargs = {"community_code": request.community.code, **found.url_args}
    try:
        return redirect(reverse(found.url_name, kwargs=kwargs))
    except NoReverseMatch as gone:
        raise Http404 from gone


@needs("clocks.edit_calendar")
@require_http_methods(["GET", "HEAD", "POST"])
def edit_calendar(request: Any, year: int | None = None) -> HttpResponse:
    """The days of a year that depart from their weekday, a form to change one, the history."""
    form = DayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day = set_day(request.community, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已保存，受影响的办理期限已重新计算。"))
        return redirect(_calendar_url(request.community, day.on.year))
    community, year = request.community, year or timezone.localdate().year
    context = {
        "form": form,
        "year": year,
        "years": [
            Tab(str(other), _calendar_url(community, other), current=other == year)
            for other in range(YEARS.start, max(YEARS.stop, timezone.localdate().year + 2))
        ],
        "days": kept_days(community.pk, year),
        "announced": work_calendar(community.pk).announced(year),
        "history": [
            Entry(entry.at, sentence_of(entry.action, entry.note))
            for entry in calendar_history(community.pk)
        ],
    }
    return answer(request, "clocks/calendar.html", context)


def _calendar_url(community: Any, year: int) -> str:
    return reverse("clocks:calendar_of", args=[community.code, year])
