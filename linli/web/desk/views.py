"""Today: what is late, due, waiting, coming and running out, across all domains; who stands in."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.door import may
from linli.core.clocks.duties.shape import Duty
from linli.core.clocks.expiring import expiring
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.queries.duties import occurrences
from linli.core.clocks.queries.sharing import count_left_behind, stand_ins_on
from linli.core.clocks.shown import workday_context
from linli.core.pages.answer import answer
from linli.core.pages.shapes import NavItem
from linli.core.places.queries import check_areas, size_note
from linli.service.matters.queries import queue_counts
from linli.web.desk import pressing
from linli.web.navigation.desk import desk, reads_here

RUNS_OUT_WITHIN = timedelta(days=14)
PREPARED_WITHIN = timedelta(days=31)


@signed_in
def today(request: Visit) -> HttpResponse:
    """One list for the day; `?whose=all` shows colleagues' too. Whoever only reads here is shown
    what opens for them."""
    if not may("desk.open", request.actor, request.community):
        return _what_opens(request)
    at = timezone.now()
    community = request.community
    ours = may("matters.handle", request.actor, community)
    queue = may("matters.see_queue", request.actor, community)
    everybody = ours and request.GET.get("whose") == "all"
    today = timezone.localdate(at)
    directs = may("clocks.share_out", request.actor, community)
    context = {
        **workday_context(community, at, None if everybody else request.actor),
        "everybody": everybody,
        "ours": ours,
        "counts": queue_counts(request.actor, community, at) if queue else None,
        "today": today,
        "incidents": pressing.incidents(community, request.actor),
        "pressing": pressing.lines(community, today, request.actor),
        "left": count_left_behind(community) if directs else 0,
        "running_out": expiring(community, today, today + RUNS_OUT_WITHIN, request.actor),
        "occasions": _occasions(community, today) if ours else [],
        "away": stand_ins_on(community, today),
        "notes": _notes(request) if may("places.lay_out", request.actor, community) else [],
    }
    return answer(request, "desk/today.html", context)


def _what_opens(request: Visit) -> HttpResponse:
    if not reads_here(request.actor, request.community):
        raise Http404
    items = desk(request, {"community_code": request.community.code})
    groups: dict[Any, list[NavItem]] = {}
    for item in items:
        groups.setdefault(item.group, []).append(item)
    return answer(request, "desk/opens.html", {"groups": list(groups.items())})


def _occasions(community: Any, today: date) -> list[tuple[date, Duty]]:
    """Days and months for which something is prepared; one that spans a month is shown in it."""
    calendar = work_calendar(community.pk)
    coming = occurrences(community, today, today + PREPARED_WITHIN, calendar)
    return [(on, duty) for on, duty in coming if duty.kind == "occasion"]


def _notes(request: Visit) -> list[object]:
    """What the registers would like looked at: dwellings without a group, an unusual size."""
    on = timezone.localdate()
    size = size_note(request.community, on)
    found = [finding for finding in check_areas(request.community, on) if not finding.holds]
    return [*found, *([size] if size is not None and not size.holds else [])]
