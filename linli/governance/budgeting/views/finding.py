"""Somebody of the register is found by name, and something is done for them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse

from linli.core.access.gates import Visit
from linli.core.pages.answer import answer
from linli.core.people.models import Person
from linli.core.people.presentation import masked
from linli.core.people.queries import load_person, search_persons
from linli.governance.budgeting.forms.ideas import FindPersonForm
from linli.governance.budgeting.queries.voters import found_to_add

MOST = 10


def find_and(
    request: Visit,
    *,
    form: Any,
    carry_out: Callable[[Person, dict[str, Any]], object],
    poll: Any = None,
    **words: Any,
) -> HttpResponse | None:
    """A page that finds a person (`?q=`), then shows `form` for the one chosen (`?person=`); once
    carried out, the answer is None. `poll`: only those who are not on its roll."""
    chosen = _chosen(request)
    if request.method == "POST" and chosen is not None and form.is_valid():
        carry_out(chosen, getattr(form, "given", form.cleaned_data))
        messages.success(request, words["done"])
        return None
    context = {"person": chosen, "form": form, **_finding(request, poll, chosen), **words}
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, "budgeting/desk/find.html", context, status=status)


def _finding(request: Visit, poll: Any, chosen: Person | None) -> dict[str, Any]:
    finder = FindPersonForm(request.GET if "q" in request.GET else None)
    return {
        "finder": finder,
        "found": _found(request, finder, poll),
        "searched": finder.is_bound,
        "chosen": masked(chosen, request.actor) if chosen is not None else None,
    }


def _found(request: Visit, finder: FindPersonForm, poll: Any) -> list[tuple[Person, Any]]:
    if not finder.is_bound or not finder.is_valid():
        return []
    typed = finder.cleaned_data["q"]
    people = (
        found_to_add(poll, typed)
        if poll is not None
        else search_persons(request.community, typed)[:MOST]
    )
    return [(each, masked(each, request.actor)) for each in people]


def _chosen(request: Visit) -> Person | None:
    wanted = request.GET.get("person", "")
    if not wanted:
        return None
    try:
        return load_person(request.community, UUID(wanted))
    except ValueError:
        raise Http404 from None
