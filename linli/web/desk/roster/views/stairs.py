"""A staircase as a worker walks it: room by room, who lives there and what they need at the door.
Without any number, so that it can be printed and carried."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.people.asked import Asked
from linli.core.people.presentation import note_look
from linli.core.people.queries import RosterFacts, roster_rows
from linli.core.places.models import Place
from linli.core.places.queries import dwellings_under
from linli.web.desk.roster.rooms import Room, room_of
from linli.web.desk.roster.views.homes import crumbs_to, day_asked, load_place


@needs("people.read")
@require_safe
def stairs(request: Visit, place_id: UUID) -> HttpResponse:
    """The rooms of an entrance or a building in their order, on a day."""
    found = load_place(request, place_id)
    if found.kind not in ("building", "entrance"):
        raise Http404
    on = day_asked(request)
    rooms = _rooms(found, on)
    if any(room.people for room in rooms):
        note_look(found, request.actor, on=on, at=timezone.now())
    context = {
        "place": found,
        "on": on,
        "today": timezone.localdate(),
        "crumbs": crumbs_to(request, found),
        "rooms": rooms,
        "lived_in": sum(1 for room in rooms if room.people),
        "people": sum(len(room.people) for room in rooms),
    }
    response = answer(request, "roster/stairs.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _rooms(found: Place, on: Any) -> list[Room]:
    assert found.community
    by_home: dict[UUID, list[RosterFacts]] = defaultdict(list)
    for row in roster_rows(found.community, on, filters=Asked(tie="", place=found.pk)):
        for home in {tie.dwelling_id for tie in row.ties}:
            by_home[home].append(row)
    return [room_of(dwelling, by_home[dwelling.pk]) for dwelling in dwellings_under(found)]
