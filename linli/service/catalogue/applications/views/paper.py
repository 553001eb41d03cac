"""What is printed: the receipt, the one-time list, the forwarding sheet, the draft of an
objection, the report of a change. For the applicant and for the handler alike."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.access.views.proving import proved
from linli.core.pages.answer import answer
from linli.core.people.models import Person, Tie
from linli.core.people.queries import dwelling_of, living_at
from linli.core.places.models import Place
from linli.service.catalogue import paper
from linli.service.catalogue.applications import queries, told
from linli.service.catalogue.applications.forms import FIELDS
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.paths import papers_named

PAPERS = ("receipt", "missing", "forwarding", "objection", "change")


@signed_in
@require_safe
def own_paper(request: Visit, application: UUID, which: str) -> HttpResponse:
    """One of them, for the applicant."""
    on = timezone.localdate()
    row = queries.own_one(request.actor, request.community, application, on)
    return _paper(request, row, which, "catalogue:own_application")


@needs("catalogue.see_applications")
@proved
@require_safe
def paper_of(request: Visit, application: UUID, which: str) -> HttpResponse:
    """One of them, for the handler."""
    row = queries.handled_one(request.actor, request.community, application)
    return _paper(request, row, which, "catalogue:application")


def _paper(request: Visit, row: ApplicationHelp, which: str, back: str) -> HttpResponse:
    if which not in PAPERS or row.forgotten_at or not _there_is(row, which):
        raise Http404
    on, ours = timezone.localdate(), {"community_id": row.community_id}
    handed = {each.kind for each in row.papers.filter(**ours)}
    context = {
        "row": row,
        "path": row.path,
        "which": which,
        "back": back,
        "on": on,
        "issuer": paper.issuer_of(request.community, on),
        "phone": paper.phone_of(request.community, on),
        "papers": list(row.papers.filter(**ours).order_by("handed_at", "id")),
        "last_list": row.lists.filter(**ours).order_by("-number").first(),
        "still": papers_named(key for key in row.path.papers if key not in handed),
        "values": values_of(row) if which == "forwarding" else [],
        "remedies": told.remedies(row),
        "large": "large" in request.GET,
    }
    response = answer(request, "catalogue/applications/paper.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _there_is(row: ApplicationHelp, which: str) -> bool:
    ours = {"community_id": row.community_id}
    there: dict[str, Any] = {
        "receipt": lambda: row.papers.filter(**ours).exists(),
        "missing": lambda: row.lists.filter(**ours).exists(),
        "forwarding": lambda: row.forwarded_at is not None,
        "objection": lambda: row.state in ("refused", "lowered", "objected"),
        "change": lambda: bool(row.change),
    }
    return bool(there[which]())


def values_of(row: ApplicationHelp) -> list[tuple[Any, str]]:
    """What goes to the office of the person: the fields that were chosen, and no other."""
    person = row.person
    if person is None:
        return []
    on = timezone.localdate()
    home = dwelling_of(person, on)
    known = {
        "name": lambda: person.name,
        "id_number": lambda: person.id_number,
        "phone": lambda: person.phone,
        "home": lambda: home.full_name if home else "",
        "household": lambda: "、".join(_with(person, home, on)),
    }
    return [(FIELDS[key], known[key]()) for key in row.fields if key in known]


def _with(person: Person, home: Place | None, on: date) -> list[str]:
    """Who lives at home with the applicant, each once; who only owns it is not among them."""
    ties = living_at(home, on) if home else ()
    names = {
        tie.person_id: tie.person.name
        for tie in ties
        if tie.person_id != person.pk and tie.kind != Tie.OWNER
    }
    return list(names.values())
