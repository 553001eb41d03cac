"""办理上门 at the desk: the queue, one visit and its steps, asking for a caller, the network."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.models import Account
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.people.presentation import masked
from linli.core.people.queries import dwellings_of, load_person, search_persons
from linli.core.places.models import Place
from linli.core.places.queries import place_in, public_places
from linli.lib.law import Refused
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.service.catalogue.actions import home_service as actions, network as naming
from linli.service.catalogue.flows import HOME_SERVICE
from linli.service.catalogue.forms import PersonForm
from linli.service.catalogue.forms.home_service import (
    GiveUpForm,
    HandOverForm,
    NameForm,
    ScheduleForm,
    VisitStep,
)
from linli.service.catalogue.models import HomeService
from linli.service.catalogue.queries import home_service as queries, network
from linli.service.catalogue.views.home_service import ask_page

SHOWN = 20


@dataclass(frozen=True)
class Offered:
    """One step at the desk: its words, its sign, its form, its act."""

    title: Any
    icon: str
    form: type[VisitStep]
    act: Callable[..., Any]


MOVES = {
    "schedule": Offered(
        gettext_lazy("约时间"), "calendar", ScheduleForm, actions.schedule_home_service
    ),
    "confirm": Offered(
        gettext_lazy("电话里说定了"), "phone", VisitStep, actions.confirm_home_service
    ),
    "finish": Offered(gettext_lazy("办好了"), "check", VisitStep, actions.finish_home_service),
    "hand_over": Offered(
        gettext_lazy("转交"), "arrow-forward-up", HandOverForm, actions.hand_over_home_service
    ),
    "give_up": Offered(gettext_lazy("没办成"), "ban", GiveUpForm, actions.give_up_home_service),
    "withdraw": Offered(
        gettext_lazy("对方说不用了"), "x", VisitStep, actions.withdraw_home_service
    ),
}


@needs("catalogue.handle_home_services")
@require_safe
def queue(request: Visit) -> HttpResponse:
    """What waits, the longest waiting first; what is over on a page of its own."""
    closed = "closed" in request.GET
    rows = list(queries.queue(request.community, closed=closed)[:100])
    titles = queries.titles_of(request.community, rows)
    context = {
        "rows": [(row, titles.get(row.guide_id, ""), _who(request, row)) for row in rows],
        "closed": closed,
    }
    return _private(answer(request, "catalogue/home/queue.html", context))


@needs("catalogue.handle_home_services")
@require_safe
def show(request: Visit, request_id: UUID) -> HttpResponse:
    """One visit: for whom, when it suits, who answers for it, what may be done."""
    row = queries.request_for(request.actor, request.community, request_id)
    at = timezone.now()
    clock = next((c for c in clocks_of(row) if c.is_open), None)
    offers = [
        (offer.move.name, MOVES[offer.move.name])
        for offer in moves_open(HOME_SERVICE, row, request.actor)
        if offer.open and offer.move.name in MOVES
    ]
    context = {
        "row": row,
        "title": queries.titles_of(request.community, [row]).get(row.guide_id, ""),
        "person": _who(request, row),
        "entries": timeline(HOME_SERVICE, row, public=False),
        "deadline": deadline_of(clock, work_calendar(row.community_id), at) if clock else None,
        "offers": offers,
    }
    return _private(answer(request, "catalogue/home/one.html", context))


@needs("catalogue.handle_home_services")
def take_move(request: Visit, request_id: UUID, move: str) -> HttpResponse:
    """A step: its form, and the step itself."""
    row = queries.request_for(request.actor, request.community, request_id)
    offered = MOVES.get(move)
    if offered is None:
        raise Http404
    staff = network.staff_choices(request.community, timezone.localdate())
    form = offered.form(sent(request), row=row, staff=staff)

    def carry_out(given: dict[str, Any]) -> object:
        if "to" in given:
            given["to"] = next(each for each in staff if str(each.pk) == given["to"])
        return offered.act(row, by=request.actor, at=timezone.now(), **given)

    here = {"community_code": request.community.code, "request_id": row.pk}
    back = reverse("catalogue:home_service", kwargs=here)
    return step(request, form, carry_out, title=offered.title, done=_("记下了。"), back=back)


@needs("catalogue.handle_home_services")
def choose_person(request: Visit) -> HttpResponse:
    """For whom somebody rang. Asked by POST: what names a person stands in no address."""
    form = PersonForm(request.POST or None)
    found = []
    if form.is_valid():
        found = list(search_persons(request.community, form.cleaned_data["who"])[:SHOWN])
    homes = dwellings_of(request.community.pk, [p.pk for p in found], timezone.localdate())
    people = [(p.pk, masked(p, request.actor, dwelling=homes.get(p.pk))) for p in found]
    return _private(answer(request, "catalogue/home/choose.html", {"form": form, "people": people}))


@needs("catalogue.handle_home_services")
@require_POST
def ask(request: Visit, person_id: UUID) -> HttpResponse:
    """Takes down what a caller asks for."""
    person = load_person(request.community, person_id)
    return ask_page(request, [person], "catalogue/home/ask_desk.html", "catalogue:home_service",
                    "request_id")  # fmt: skip


@needs("catalogue.set_contacts")
def show_network(request: Visit) -> HttpResponse:
    """Who is named for which place, and naming somebody."""
    on = timezone.localdate()
    staff = network.staff_choices(request.community, on)
    places = [request.community, *public_places(request.community)]
    form = NameForm(
        sent(request),
        places=[(str(each.pk), each.name_inside or each.name) for each in places],
        staff=staff,
    )
    refused = None
    if form.is_bound and form.is_valid():
        try:
            _name(request, form.cleaned_data, staff)
            return _to_network(request, _("指定好了。"))
        except Refused as caught:
            refused = caught
    context = {
        "form": form,
        "rows": list(network.contacts_in(request.community, on)),
        "otherwise": network.channel_of(request.community, on),
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return answer(request, "catalogue/home/network.html", context, status=status)


@needs("catalogue.set_contacts")
@require_POST
def end_named(request: Visit, place_id: UUID) -> HttpResponse:
    """Nobody is named for the place itself any more."""
    naming.end_contact(_place(request, place_id), by=request.actor, at=timezone.now())
    return _to_network(request, _("取消了，由上一级的联系人负责。"))


def _name(request: Visit, given: dict[str, Any], staff: list[Account]) -> None:
    by_key = {str(each.pk): each for each in staff}
    naming.name_contact(
        _place(request, UUID(given["place"])),
        contact=by_key[given["contact"]],
        stand_in=by_key[given["stand_in"]],
        by=request.actor,
        at=timezone.now(),
    )


def _place(request: Visit, key: UUID) -> Place:
    place = place_in(request.community, key)
    if place is None:
        raise Http404
    return place


def _to_network(request: Visit, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("catalogue:network", community_code=request.community.code)


def _who(request: Visit, row: HomeService) -> Any:
    return masked(row.person, request.actor, dwelling=row.dwelling) if row.person else None


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
