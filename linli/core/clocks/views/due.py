"""What falls due, to whom; each line leads to the thing itself."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import needs
from linli.core.access.queries import labels_of
from linli.core.audit.door import may
from linli.core.clocks.queries import clock_to_open, due, hands_of, work_calendar
from linli.core.clocks.shown import DUTY, holders_of, lines_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab

EVER = timedelta(days=3650)


@needs("clocks.see")
@require_safe
def list_due(request: Any) -> HttpResponse:
    """Everything open with a day it is due by, most pressing first; one's own, or all."""
    sees_all = may("clocks.see_all", request.actor, request.community)
    mine = not sees_all or request.GET.get("whose") != "all"
    on = timezone.localdate()
    found = due(
        request.community.pk,
        timezone.now() + EVER,
        hands=hands_of(request.actor, request.community.pk, on) if mine else None,
        after=request.GET.get("after", ""),
    )
    labels = {} if mine else labels_of({clock.holder_account_id for clock in found.clocks})
    whose = {} if mine else holders_of(found.clocks, labels)
    lines = lines_of(found.clocks, work_calendar(request.community.pk), timezone.now(), whose)
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
    found = clock_to_open(request.community, clock, request.actor, timezone.localdate())
    if found is None:
        raise Http404
    if found.owner_kind == DUTY:
        return redirect("clocks:clock", request.community.code, found.pk)
    if not found.url_name:
        raise Http404
    kwargs = {"community_code": request.community.code, **found.url_args}
    try:
        return redirect(reverse(found.url_name, kwargs=kwargs))
    except NoReverseMatch as gone:
        raise Http404 from gone
