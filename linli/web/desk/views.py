"""Today: what is late, what is due, what waits, across all domains."""

from django.http import HttpResponse
from django.utils import timezone

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.clocks.shown import workday_context
from linli.core.pages.answer import answer
from linli.core.places.queries import check_areas, size_note
from linli.service.matters.queries import queue_counts


@needs("desk.open")
def today(request: Visit) -> HttpResponse:
    """One list for the day; `?whose=all` shows colleagues' too."""
    at = timezone.now()
    community = request.community
    ours = may("matters.handle", request.actor, community)
    queue = may("matters.see_queue", request.actor, community)
    everybody = ours and request.GET.get("whose") == "all"
    context = {
        **workday_context(community, at, None if everybody else request.actor),
        "everybody": everybody,
        "ours": ours,
        "counts": queue_counts(request.actor, community, at) if queue else None,
        "today": timezone.localdate(at),
        "notes": _notes(request) if may("places.lay_out", request.actor, community) else [],
    }
    return answer(request, "desk/today.html", context)


def _notes(request: Visit) -> list[object]:
    """What the registers would like looked at: dwellings without a group, an unusual size."""
    on = timezone.localdate()
    size = size_note(request.community, on)
    found = [finding for finding in check_areas(request.community, on) if not finding.holds]
    return [*found, *([size] if size is not None and not size.holds else [])]
