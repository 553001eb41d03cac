"""Calls and shifts for everybody; saying yes, and "I cannot come", for whoever serves."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.service.volunteering import words
from linli.service.volunteering.actions import substitutes
from linli.service.volunteering.models import Shift
from linli.service.volunteering.queries import calls, fitness, hours, rounds, shifts, volunteers

SAID = {
    "in": _("记上了，谢谢您。来不了的时候，在这一页按一下就行。"),
    "waiting": _("位子满了，您排在候补里；空出来会告诉您。"),
}


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What helpers are sought for, and the words of thanks volunteers let everybody read."""
    here, at = request.community, timezone.now()
    rows = list(calls.calls_told(here))
    coming = shifts.coming_shifts(here, at, rows, most=200)
    context = {
        "rows": [(row, _of(row, coming)) for row in rows],
        "thanks": hours.thanks_shown(here),
        "volunteer": fitness.own_volunteer(request.actor, here),
        "desk": may("volunteering.see_desk", request.actor, here),
    }
    data = {
        "calls": [
            {"title": row.title, "kind": row.kind, "where": row.venue, "when": row.when_told,
             "hazard": row.hazard, "contact": row.contact, "phone": row.contact_phone,
             "places_free": sum(each.sheet.left or 0 for each in _of(row, coming))}
            for row in rows
        ]
    }  # fmt: skip
    return answer(request, "volunteering/calls.html", context, json=data)


@public
@require_safe
def show(request: Visit, call_id: UUID) -> HttpResponse:
    """One call: what, where, for whom, its risk, what it asks, and its shifts."""
    here = request.community
    call = calls.call_for(request.actor, here, call_id)
    context = {
        "call": call,
        "asks": calls.asks_of(call),
        "shifts": shifts.coming_shifts(here, timezone.now(), [call]),
        "volunteer": fitness.own_volunteer(request.actor, here),
        "desk": may("volunteering.see_desk", request.actor, call),
    }
    return answer(request, "volunteering/call.html", context)


@public
@require_safe
def show_shift(request: Visit, shift_id: UUID) -> HttpResponse:
    """One shift: whether one fits, with every reason; yes in one tap, no in another."""
    here, at = request.community, timezone.now()
    shift = _shift(request, shift_id)
    mine = fitness.own_volunteer(request.actor, here)
    entry = shifts.own_entry(request.actor, shift)
    findings = list(fitness.findings_for(shift, mine)) if request.actor.signed_in else []
    fits = bool(findings) and all(findings)
    context = {
        "shift": shift,
        "call": shift.call,
        "entry": entry,
        "volunteer": mine,
        "findings": findings if not entry and not fits else [],
        "takes": fits and entry is None and shifts.takes_names(shift, at),
        "over": shift.occasion.ends_at <= at,
        "rounds": entry is not None and bool(rounds.may_see(request.actor, shift, at))
        and rounds.goes_round(shift),
        "to_be_known": entry is not None and mine is not None and mine.known_at is None
        and shift.kind in words.ROUND_KINDS,
        "desk": may("volunteering.see_shift", request.actor, shift),
    }  # fmt: skip
    return answer(request, "volunteering/shift.html", context)


@signed_in
@require_POST
def join(request: Visit, shift_id: UUID) -> HttpResponse:
    """Says yes to a shift: in where there is a place, else on the waiting list."""
    shift = _shift(request, shift_id)
    actor, at = request.actor, timezone.now()
    if shifts.own_entry(actor, shift) is not None:
        messages.success(request, _("您已经在这一班上了。"))  # the button was pressed twice
    else:
        waits = request.POST.get("waits") == "1"  # as the page said
        row = substitutes.step_in(shift, may_wait=waits, by=actor, at=at)
        messages.success(request, SAID.get(row.state, SAID["in"]))
    return redirect("volunteering:shift", request.community.code, shift.pk)


@signed_in
@require_POST
def leave(request: Visit, shift_id: UUID) -> HttpResponse:
    """ "I cannot come", without a reason."""
    shift = _shift(request, shift_id)
    entry = shifts.own_entry(request.actor, shift)
    if entry is None:
        raise Http404
    substitutes.cannot_come(entry, by=request.actor, at=timezone.now())
    messages.success(request, _("知道了，不用说原因。我们马上找人顶上。"))
    return redirect("volunteering:shift", request.community.code, shift.pk)


@public
@require_safe
def of_sheet(request: Visit, sheet_id: UUID) -> HttpResponse:
    """The shift whose names a sheet holds."""
    shift = shifts.shift_by_sheet(request.community, sheet_id)
    return redirect("volunteering:shift", request.community.code, shift.pk)


@public
@require_safe
def show_teams(request: Visit) -> HttpResponse:
    """The teams that serve here: what they do, never who is in them."""
    context = {"teams": volunteers.teams_in(request.community)}
    return answer(request, "volunteering/teams_told.html", context)


def _shift(request: Visit, shift_id: UUID) -> Shift:
    shift = shifts.shift_in(request.community, shift_id)
    if shift.call.state == "draft" and not may("volunteering.see_desk", request.actor, shift):
        raise Http404
    return shift


def _of(call: Any, coming: list[Shift]) -> list[Shift]:
    return [each for each in coming if each.call_id == call.pk]
