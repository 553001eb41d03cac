"""The public pages: find a place, see where it lies and what became of it, arrive by a tag."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.pages.answer import answer
from linli.core.places import pictures
from linli.core.places.forms import DayForm, SearchForm
from linli.core.places.offers import offers_at
from linli.core.places.queries import (
    NoSuchCode,
    find_by_code,
    place_of_tag,
    search_places,
    show,
)

MOST_FOUND = 30
View = Callable[..., HttpResponse]


def _open(view: View) -> View:
    """Marks a page as open to anyone. (The gate itself, core/access, lies above this app.)"""
    view.linli_permission = "public"  # type: ignore[attr-defined]
    return view


@_open
@require_safe
def find_places(request: HttpRequest) -> HttpResponse:
    """Search by name, pinyin, initials or code."""
    form = SearchForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {"q": "", "within": ""}
    scope = find_by_code(wanted["within"]) if wanted["within"] else None
    within = scope.places[0] if scope and scope.places else None
    found = search_places(wanted["q"], within, MOST_FOUND + 1, deepest=pictures.PUBLIC_DEPTH)
    context = {
        "form": form,
        "q": wanted["q"],
        "within": within,
        "found": [pictures.as_leaf(place) for place in found[:MOST_FOUND]],
        "more": len(found) > MOST_FOUND,
        "roots": [] if wanted["q"] else pictures.widest(),
    }
    data = {
        "q": wanted["q"],
        "more": context["more"],
        "places": [pictures.as_data(place) for place in found[:MOST_FOUND]],
    }
    return answer(request, "places/search.html", context, fragment="places/_found.html", json=data)


@_open
@require_safe
def show_place(request: HttpRequest, code: str) -> HttpResponse:
    """A division today, or as it was on the day asked for (`?on=`)."""
    form = DayForm(request.GET)
    today = timezone.localdate()
    on = (form.cleaned_data["on"] if form.is_valid() else None) or today
    if on < today:
        return _show_past(request, code, on)
    found = find_by_code(code)
    if found is None:
        raise Http404
    if not found.moved:
        picture = pictures.today(found.last, today)
        return answer(
            request,
            "places/place.html",
            {**picture, "form": form},
            json=pictures.today_data(picture),
        )
    if len(found.places) == 1 and not request.path.endswith(".json"):
        return redirect("places:place", code=found.places[0].code)
    return answer(
        request,
        "places/gone.html",
        {"last": found.last, "code": code, "places": [pictures.as_leaf(p) for p in found.places]},
        json=pictures.gone_data(code, found),
    )


def _show_past(request: HttpRequest, code: str, on: date) -> HttpResponse:
    try:
        view = show(code, on)
    except NoSuchCode as missing:
        if not missing.versions:
            raise Http404 from None
        context: dict[str, Any] = {"code": code, "on": on, "versions": missing.versions}
        data = {"code": code, "on": on, "borne": pictures.borne_data(missing.versions)}
        return answer(request, "places/not_then.html", context, json=data, status=404)
    return answer(
        request, "places/then.html", {"view": view, "code": code}, json=pictures.then_data(view)
    )


@_open
@require_safe
def arrive_by_tag(request: HttpRequest, tag: str) -> HttpResponse:
    """Where somebody stands who scanned the code on a stair, and what can be done from there."""
    place = place_of_tag(tag)
    if place is None:
        return answer(request, "places/no_tag.html", status=404)
    offers = offers_at(place, tag)
    if len(offers) == 1:
        return redirect(offers[0][1])
    context = {
        "where": place.name_without_door,
        "community": place.community,
        "community_url": pictures.url_of(place),
        "offers": offers,
    }
    return answer(request, "places/tag.html", context)
