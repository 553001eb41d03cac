"""Everything on paper in one step: for the day when there is no power, and no network."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.core.pages.stepping import carry
from linli.lib.calendar import local_day
from linli.safety.emergencies.actions import cards as acts, incident as running
from linli.safety.emergencies.models import Incident
from linli.safety.emergencies.queries import cards, incident as queries, map as sheet, prepared

STYLES = ("emergencies/sheet.css",)
BLANK = range(8)


@needs("emergencies.cards")
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: Visit) -> HttpResponse:
    """The pack prepared beforehand. With the cards only where somebody asks for them (POST): each
    card then shows that it was printed."""
    context = _prepared(request)
    if request.method == "POST":
        found = cards.cards_of(
            request.community, [p.pk for p, _n in cards.cards_by_building(request.community)]
        )
        carry(
            request, acts.look_at_cards, request.community, why="pack",
            cards=[row.pk for row in found],
        )  # fmt: skip
        context["cards"] = cards.opened(found)
    return _answer(request, context, as_file="pdf" in request.POST)


@needs("emergencies.cards")
@require_http_methods(["GET", "HEAD"])
def of_incident(request: Visit, key: UUID) -> HttpResponse:
    """The pack of an incident: with its list, building by building. Each card on it then shows
    that it was printed, once a day for each who prints."""
    incident = prepared.one_of(Incident, request.community, key)
    if incident.state == "destroyed":
        raise Http404
    if any(running.unseen(incident, request.actor.account, timezone.now(), why="pack")):
        carry(request, running.look_at_list, incident, why="pack")
    context = _prepared(request) | {
        "incident": incident, "buildings": queries.by_building(incident),
    }  # fmt: skip
    return _answer(request, context, as_file="pdf" in request.GET)


def _prepared(request: Visit) -> dict[str, Any]:
    risks, shelters = prepared.risks(request.community), prepared.shelters(request.community)
    drawing, marks = sheet.draw(request.community, risks, shelters)
    on = local_day(timezone.now())
    return {
        "branches": prepared.tree(request.community),
        "nights": prepared.nights(request.community, on),
        "drawing": drawing, "marks": marks, "shelters": shelters,
        "store": prepared.store(request.community, on),
        "today": on, "blank": BLANK, "can_draw": can_draw(), "buildings": [], "cards": [],
    }  # fmt: skip


def _answer(request: Visit, context: dict[str, Any], *, as_file: bool) -> HttpResponse:
    if as_file and can_draw():
        html = render_to_string("emergencies/desk/pack_pdf.html", context, request)
        response = pdf_response(as_pdf(html, STYLES), _("应急资料包") + ".pdf")
    else:
        response = answer(request, "emergencies/desk/pack.html", context)
    response["Cache-Control"] = "no-store"
    return response
