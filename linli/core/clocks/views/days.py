"""The days people work by."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import needs
from linli.core.clocks.actions import set_day
from linli.core.clocks.forms import DayForm
from linli.core.clocks.queries import calendar_history, kept_days, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Entry, Tab
from linli.lib.calendar import YEARS


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
        "history": [Entry(entry.at, entry.words) for entry in calendar_history(community.pk)],
    }
    return answer(request, "clocks/calendar.html", context)


def _calendar_url(community: Any, year: int) -> str:
    return reverse("clocks:calendar_of", args=[community.code, year])
