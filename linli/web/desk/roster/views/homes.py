"""A home and who belongs to it, and the way there through compound, building and entrance."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.core.people.presentation import masked, note_look
from linli.core.people.queries import count_households, households_at, living_at
from linli.core.places.models import Place
from linli.core.places.queries import ancestors_of, children_of
from linli.lib.law import Refused
from linli.web.desk.roster.home_steps import HOME_STEPS
from linli.web.desk.roster.steps import offered
from linli.web.desk.roster.views.people import add_refusal


@needs("people.read")
def place(request: Visit, place_id: UUID) -> HttpResponse:
    """A dwelling with those tied to it on a day; anything wider, with what lies in it."""
    found = load_place(request, place_id)
    on = day_asked(request)
    context: dict[str, Any] = {"place": found, "on": on, "today": timezone.localdate()}
    context["crumbs"] = crumbs_to(request, found)
    if found.kind != "dwelling":
        context["places"] = children_of(found)
        context["households"] = count_households(found, on)
        return answer(request, "roster/place.html", context)
    ties = list(living_at(found, on))
    if ties:
        note_look(found, request.actor, on=on, at=timezone.now())
    context |= {
        "households": households_at(found, on),
        "rows": [(tie, masked(tie.person, request.actor)) for tie in ties],
        "steps": offered(HOME_STEPS, request.actor, found),
    }
    return answer(request, "roster/home.html", context)


@needs("people.register")
def home_step(request: Visit, place_id: UUID, what: str) -> HttpResponse:
    """One thing to do with a home: its form, and the act itself."""
    found = load_place(request, place_id)
    chosen = dict(offered(HOME_STEPS, request.actor, found)).get(what)
    if chosen is None or found.kind != "dwelling":
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
            return redirect("roster:place", request.community.code, found.pk)
    context = {"place": found, "form": form, "step": chosen, "crumbs": crumbs_to(request, found)}
    return answer(request, "roster/step.html", context, status=422 if form.errors else 200)


def load_place(request: Visit, place_id: UUID) -> Place:
    """A place of the community; raises Http404."""
    found = Place.objects.filter(community=request.community, pk=place_id).first()
    if found is None:
        raise Http404
    return found


def day_asked(request: Visit) -> Any:
    """The day in the address, else today."""
    try:
        return parse_date(request.GET.get("on", "")) or timezone.localdate()
    except ValueError:
        return timezone.localdate()


def crumbs_to(request: Visit, found: Place) -> list[Crumb]:
    """The way to a place, from the community down."""
    code = request.community.code
    above = [each for each in ancestors_of(found) if each.community_id == found.community_id]
    return [
        Crumb(
            each.name,
            reverse("roster:search", args=[code])
            if each.is_community
            else reverse("roster:place", args=[code, each.pk]),
        )
        for each in above
    ] + [Crumb(found.name)]
