"""A round as those on it carry it: to whom, in which order, ticked on the way."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.access.queries import bodies_of
from linli.core.audit.door import permit, record_openings
from linli.core.pages.answer import answer
from linli.lib.law import require
from linli.service.volunteering import words
from linli.service.volunteering.actions.rounds import tick_stop
from linli.service.volunteering.queries import rounds, shifts


@signed_in
@require_safe
def show(request: Visit, shift_id: UUID) -> HttpResponse:
    """The homes of a shift, on its day, for those on it. Each of those it leads to can read that
    it was looked at."""
    here, at = request.community, timezone.now()
    shift = shifts.shift_in(here, shift_id)
    permit("volunteering.carry", request.actor, shift)
    require(rounds.may_see(request.actor, shift, at))
    stops = rounds.stops_of(shift)
    persons = rounds.not_looked_today(request.actor, shift, stops, at)
    record_openings(rounds.LOOK, request.actor, persons, at=at, note={}, subject=shift)
    committee = bodies_of(here, timezone.localdate()).filter(kind="residents_committee").first()
    context = {
        "shift": shift,
        "stops": stops,
        "done": sum(1 for each in stops if each.stop is not None),
        "choices": words.STOPS,
        "office": committee.office_phone if committee else shift.call.contact_phone,
    }
    response = answer(request, "volunteering/round.html", context)
    response["Cache-Control"] = "no-store"
    return response


@signed_in
@require_POST
def tick(request: Visit, shift_id: UUID, receiver_id: UUID) -> HttpResponse:
    """What came of one call."""
    shift = shifts.shift_in(request.community, shift_id)
    receiver = rounds.receiver_in(request.community, receiver_id)
    row = tick_stop(
        shift, receiver=receiver, state=request.POST.get("state", ""), by=request.actor,
        at=timezone.now(),
    )  # fmt: skip
    if row.state == "nobody":
        messages.warning(request, _("已经告诉社区工作者，他们马上联系本人。您接着走下一家。"))
    else:
        messages.success(request, _("记下了。"))
    return redirect("volunteering:round", request.community.code, shift.pk)
