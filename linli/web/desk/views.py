"""Today: what is late, due, waiting, coming and running out, across all domains; who stands in."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.clocks.duties.shape import Duty
from linli.core.clocks.expiring import expiring
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.queries.duties import occurrences
from linli.core.clocks.queries.sharing import count_left_behind, stand_ins_on
from linli.core.clocks.shown import workday_context
from linli.core.pages.answer import answer
from linli.core.places.queries import check_areas, size_note
from linli.service.matters.queries import queue_counts

RUNS_OUT_WITHIN = timedelta(days=14)
PREPARED_WITHIN = timedelta(days=31)


@needs("desk.open")
def today(request: Visit) -> HttpResponse:
    """One list for the day; `?whose=all` shows colleagues' too."""
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
        "left": count_left_behind(community) if directs else 0,
        "running_out": expiring(community, today, today + RUNS_OUT_WITHIN, request.actor),
        "occasions": _occasions(community, today) if ours else [],
        "away": stand_ins_on(community, today),
        "notes": _notes(request) if may("places.lay_out", request.actor, community) else [],
    }
    return answer(request, "desk/today.html", context)


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
