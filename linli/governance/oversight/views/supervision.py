"""Supervision for everybody, and what waits at the desk of those who watch and those who answer."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from linli.core.access.gates import Visit, needs, public
from linli.core.access.seats import term_ends
from linli.core.audit.door import may
from linli.core.files.queries import files_of
from linli.core.pages.answer import answer
from linli.governance.oversight.models import SupervisorSeat
from linli.governance.oversight.postings import FINDING
from linli.governance.oversight.queries import appraisal as appraisals, audits
from linli.governance.oversight.queries.committee import contact_of, served, serving, sittings_of
from linli.governance.oversight.queries.inspections import (
    inspections_of,
    shortcomings_of,
    still_open,
)
from linli.mechanisms.publication.queries import public as notices

LATELY = 12


@public
def show(request: Visit) -> HttpResponse:
    """Who watches over the committee, how to reach them, what they found, what came of it."""
    on, place = timezone.localdate(), request.community
    now = [_shown(seat) for seat in serving(place, on)]
    contact = contact_of(place)
    found = notices(place.pk, timezone.now(), category=FINDING.category.name, limit=LATELY)
    context = {
        "now": now,
        "before": [_shown(seat) for seat in served(place, on)],
        "contact": contact,
        "notices": found.lines,
        "appraisals": list(appraisals.appraisals_of(place).exclude(state="planned")[:LATELY]),
        "audits": list(audits.published(place)[:LATELY]),
        "sees_desk": may("oversight.see_supervision", request.actor, place),
        "sees_audits": may("oversight.see_audits", request.actor, place),
    }
    reach = {name: getattr(contact, name, "") for name in ("phone", "where", "hours")}
    return answer(
        request,
        "oversight/supervision.html",
        context,
        json=lambda: {"on": on, "members": now, "reach": reach},
    )


@public
def show_audit(request: Visit, audit_id: UUID) -> HttpResponse:
    """One audit whose result is published, with its report."""
    audit = audits.published_one(request.community, audit_id)
    items = list(audits.items_of(audit))
    context = {"audit": audit, "items": items, "files": list(files_of(audit))}
    return answer(
        request, "oversight/audit.html", context, json=lambda: _audit_as_data(audit, items)
    )


@needs("oversight.see_supervision")
def desk(request: Visit) -> HttpResponse:
    """What waits, what is planned, who serves, what is due this year."""
    on, place, actor = timezone.localdate(), request.community, request.actor
    context = {
        "on": on,
        "now": timezone.now(),
        "waiting": list(still_open(place)),
        "inspections": list(inspections_of(place)[:LATELY]),
        "shortcomings": list(shortcomings_of(place)[:LATELY]),
        "sittings": list(sittings_of(place)[:LATELY]),
        "members": list(serving(place, on)),
        "contact": contact_of(place),
        "appraisals": list(appraisals.appraisals_of(place)[:LATELY]),
        "duty": appraisals.duty_of(place, on),
        "audits": list(audits.audits_of(place)[:LATELY]),
        "audited": audits.audited_on_leaving(place, on),
        "term_ends": term_ends(place, on),
        "supervises": may("oversight.supervise", actor, place),
        "keeps": may("oversight.keep_supervisors", actor, place),
        "audits_here": may("oversight.keep_audit", actor, place),
        "notifies": may("oversight.notify_supervisors", actor, place),
    }
    return answer(request, "oversight/supervision_desk.html", context)


def _shown(seat: SupervisorSeat) -> dict[str, Any]:
    """A seat as everybody may see it: an office held in public, and nothing else of the person."""
    until: date | None = seat.until
    return {
        "name": seat.name,
        "chairs": seat.chairs,
        "source": str(seat.get_source_display()),
        "since": seat.since,
        "term_ends": seat.term_ends,
        "until": until,
    }


def _audit_as_data(audit: Any, items: list[Any]) -> dict[str, Any]:
    return {
        "kind": audit.kind,
        "name": audit.name,
        "organised_by": audit.commissioned_by,
        "auditor": audit.auditor,
        "begins": audit.begins,
        "ends": audit.ends,
        "reported_on": audit.reported_on,
        "published_on": audit.published_on,
        "summary": audit.summary,
        "items": [
            {"what": each.what, "asked_by": each.asked_by, "found": each.found} for each in items
        ],
    }
