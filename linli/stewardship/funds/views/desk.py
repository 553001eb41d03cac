"""The first page of money on the desk: what is in each source, what waits, what is missing."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.stewardship.funds import rules
from linli.stewardship.funds.queries import desk, months
from linli.stewardship.funds.views.shapes import tabs_of


@needs("funds.see_desk")
@require_safe
def show(request: Visit) -> HttpResponse:
    """Sources with their balances, and the open tasks of the room."""
    actor, here = request.actor, request.community
    held = desk.held_sources(actor, here)
    due = months.next_month(here)
    context = {
        "held": held,
        "free": sum(each.free for each in held),
        "committed": sum(each.committed for each in held),
        "reserved": sum(each.reserved for each in held),
        "closed": desk.held_sources(actor, here, closed=True),
        "counts": desk.request_counts(actor, here),
        "to_clear": desk.to_clear(actor, here),
        "due": due if due and rules.month_is_over(due, timezone.localdate()) else None,
        "keeps": may("funds.keep", actor, here),
        "tabs": tabs_of(request, "desk"),
    }
    return answer(request, "funds/desk.html", context)
