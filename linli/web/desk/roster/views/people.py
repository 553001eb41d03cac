"""Finding persons, one person's page, and what can be done there."""

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.core.people.grounds import purpose_title
from linli.core.people.models import Batch, Person, RightsRequest
from linli.core.people.presentation import MaskedPerson, masked, open_person
from linli.core.people.queries import (
    agents_of,
    consents_of,
    count_households,
    doubles_of,
    dwelling_of,
    load_person,
    persons_in,
    principals_of,
    resemblances,
    search_persons,
    ties_of,
)
from linli.core.people.queries.book import book_of
from linli.core.people.queries.declarations import waiting_declarations
from linli.core.people.roster.addresses import AddressBook
from linli.core.places.models import Place
from linli.core.places.queries import children_of, place_in
from linli.lib.law import Refused
from linli.web.desk.roster import shapes
from linli.web.desk.roster.forms import PurposeForm, RegisterForm, SearchForm
from linli.web.desk.roster.person_steps import PERSON_STEPS, register_at_home
from linli.web.desk.roster.steps import offered

SHOWN = 50
_LONG_NUMBER = re.compile(r"\d{7}")


@needs("people.read")
def search(request: Visit) -> HttpResponse:
    """Whoever is meant by a name, its pinyin, a whole number or an address. Asked by POST: what
    names a person stands in no address, no history and no server's log."""
    form = SearchForm(request.POST or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    on = timezone.localdate()
    found = list(search_persons(request.community, text)[: SHOWN + 1])
    context = {
        "form": form,
        "text": text,
        "lines": shapes.lines(found[:SHOWN], request.actor, on),
        "more": len(found) > SHOWN,
        "home": _home_called(request, text),
        **({} if text else _overview(request)),
    }
    response = answer(request, "roster/search.html", context, "roster/_found.html")
    response["Cache-Control"] = "no-store"
    return response


@needs("people.read")
def person(request: Visit, person_id: UUID) -> HttpResponse:
    """One person, numbers masked."""
    found = load_person(request.community, person_id)
    home = dwelling_of(found, timezone.localdate())
    return _page(request, found, masked(found, request.actor, dwelling=home), PurposeForm())


@needs("people.read")
@require_POST
def open_record(request: Visit, person_id: UUID) -> HttpResponse:
    """The same with nothing masked, this once; the purpose goes into the book."""
    found = load_person(request.community, person_id)
    at, form = timezone.now(), PurposeForm(request.POST)
    home = dwelling_of(found, timezone.localdate(at))
    if not form.is_valid():
        who = masked(found, request.actor, dwelling=home)
        return _page(request, found, who, form, status=422)
    purpose = form.cleaned_data["purpose"]
    who = open_person(found, request.actor, purpose=purpose, at=at, dwelling=home)
    response = _page(request, found, who, PurposeForm())
    response["Cache-Control"] = "no-store"
    return response


@needs("people.register")
def register(request: Visit) -> HttpResponse:
    """Somebody new, with their home."""
    at = timezone.now()
    initial = {"since": timezone.localdate(at), "address": _home_named(request)}
    form = RegisterForm(request.POST or None, community=request.community, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = register_at_home(request.community, form, request.actor, at)
        except Replayed as replayed:
            return redirect("roster:person", request.community.code, replayed.subject)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("roster:person", request.community.code, made.pk)
    context = {"form": form}
    return answer(request, "roster/register.html", context, status=422 if form.errors else 200)


@needs("people.read")
def step(request: Visit, person_id: UUID, what: str) -> HttpResponse:
    """One thing to do with a record: its form, and the act itself."""
    found = load_person(request.community, person_id)
    chosen = dict(offered(PERSON_STEPS, request.actor, found)).get(what)
    if chosen is None or found.is_forgotten:
        raise Http404
    at = timezone.now()
    form = chosen.make_form(found, request.POST if request.method == "POST" else None, at)
    if request.method == "POST" and form.is_valid():
        try:
            chosen.perform(found, form, request.actor, at)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, str(chosen.done))
            return redirect("roster:person", request.community.code, found.pk)
    home = dwelling_of(found, timezone.localdate(at))
    who = masked(found, request.actor, dwelling=home)
    context = {"person": found, "who": who, "form": form, "step": chosen}
    return answer(request, "roster/step.html", context, status=422 if form.errors else 200)


def add_refusal(form: Any, refusal: Refused) -> None:
    """Says on the form itself why it was refused and how to go on: what was typed stays. Who may
    not do it at all gets the page that says so."""
    if refusal.finding.rule == "access.permitted":
        raise refusal
    told = sentence(refusal.finding)
    form.add_error(None, f"{told.text} {told.way_on}".strip())


def _page(
    request: Visit, found: Person, who: MaskedPerson, form: PurposeForm, status: int = 200
) -> HttpResponse:
    on = timezone.localdate()
    context = {
        "person": found,
        "who": who,
        "age": shapes.age_of(found, on),
        "purpose_form": form,
        "ties": ties_of(found),
        "on": on,
        "consents": [(row, purpose_title(row.purpose)) for row in consents_of(found)],
        "agents": [(row, masked(row.agent, request.actor)) for row in agents_of(found, on)],
        "principals": [
            (row, masked(row.principal, request.actor)) for row in principals_of(found, on)
        ],
        "doubles": len(doubles_of(found)) if may("people.merge", request.actor, found) else 0,
        "steps": [] if found.is_forgotten else offered(PERSON_STEPS, request.actor, found),
        "book": shapes.book(book_of(found)[:SHOWN]),
    }
    return answer(request, "roster/person.html", context, status=status)


def _home_named(request: Visit) -> str:
    """The address of the home from whose page somebody is registered."""
    try:
        home = place_in(request.community, UUID(request.GET.get("home", "")))
    except ValueError:
        return ""
    return home.full_name if home else ""


def _home_called(request: Visit, text: str) -> Place | None:
    """The home a search names, where it is an address; one is no long row of digits."""
    if not any(letter.isdigit() for letter in text) or _LONG_NUMBER.search(text):
        return None
    found = AddressBook(request.community).find(text).dwelling
    return Place.objects.filter(pk=found).first() if found else None


def _overview(request: Visit) -> dict[str, Any]:
    """What there is before anything is searched: how many, where, and what waits."""
    community = request.community
    waiting = RightsRequest.objects.filter(community=community, answered_at__isnull=True)
    return {
        "persons": persons_in(community).count(),
        "households": count_households(community, timezone.localdate()),
        "waiting": waiting.count() if may("people.answer", request.actor, community) else 0,
        "changes": waiting_declarations(community).count(),
        "pairs": resemblances(community).count()
        if may("people.merge", request.actor, community)
        else None,
        "previews": Batch.objects.filter(community=community, state=Batch.PREVIEWED).count(),
        "places": children_of(community),
    }
