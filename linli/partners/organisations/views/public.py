"""What everybody may read: the bodies here, who holds their offices, and who does what."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.partners.organisations.forms.register import DayForm, FindForm, WhoForm
from linli.partners.organisations.queries.directory import who_does
from linli.partners.organisations.queries.holders import (
    held_by_title,
    history_of,
    holders_on,
    titles_of,
)
from linli.partners.organisations.queries.register import (
    Branch,
    body_listed,
    branches_on,
    committee_of,
)


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """All bodies as they stood on a day, today where none is named: a tree that prints well."""
    form = DayForm(request.GET if request.GET.get("on") else None)
    today = timezone.localdate()
    on = (form.cleaned_data["on"] if form.is_valid() else None) or today
    branches = branches_on(request.community, on)
    context = {
        "branches": branches,
        "on": on,
        "today": today,
        "form": form if form.is_bound else DayForm(initial={"on": today}),
        "who": WhoForm(initial={"on": today}),
        "titles": titles_of(request.community, today),
        "desk": may("organisations.see_desk", request.actor, request.community),
    }
    data = {"on": on, "organisations": [_as_data(each) for each in branches]}
    return answer(request, "organisations/list.html", context, json=data)


@public
@require_safe
def show(request: Visit, organisation_id: UUID) -> HttpResponse:
    """One body: what it stands on, what it is for, who holds its offices, how it is reached."""
    body, today = body_listed(request.community, organisation_id), timezone.localdate()
    held = holders_on(body, today) if body.until is None else []
    context = {
        "body": body,
        "held": held,
        "before": [each for each in history_of(body, today) if each.until and each.until <= today],
        "offices": body.offices.filter(until__isnull=True).order_by("rank", "title"),
        "parts": body.parts.filter(until__isnull=True, listed=True).order_by("kind", "name"),
        "lines": body.lines.filter(until__isnull=True).order_by("what"),
        "desk": may("organisations.see_desk", request.actor, request.community),
    }
    data = _as_data(Branch(body, held))
    return answer(request, "organisations/body.html", context, json=data)


@public
@require_safe
def who_held(request: Visit) -> HttpResponse:
    """Who held which office on which day."""
    form, today = WhoForm(request.GET or None, initial={"on": timezone.localdate()}), None
    held: list[Any] = []
    asked = form.is_valid()
    if asked:
        held = held_by_title(
            request.community, form.cleaned_data["office"], form.cleaned_data["on"]
        )
    today = timezone.localdate()
    context = {
        "form": form,
        "asked": asked,
        "held": held,
        "office": form.cleaned_data.get("office") if asked else "",
        "on": form.cleaned_data.get("on") if asked else today,
        "titles": titles_of(request.community, today),
    }
    data = {
        "office": context["office"],
        "on": context["on"],
        "holders": [each.as_data() for each in held],
    }
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, "organisations/who.html", context, json=data, status=status)


@public
@require_safe
def directory(request: Visit) -> HttpResponse:
    """Which office does what, and whom to ring; searched in residents' words."""
    form = FindForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = who_does(request.community, words, timezone.localdate())
    context = {
        "form": form,
        "words": words,
        "found": found,
        "committee": None if found else committee_of(request.community),
        "today": timezone.localdate(),
        "desk": may("organisations.keep", request.actor, request.community),
    }
    data = {
        "offices": [
            {
                "name": each.body.name,
                "phone": each.body.phone,
                "hours": each.body.hours,
                "does": [{"what": line.what, "phone": line.phone} for line in each.lines],
            }
            for each in found
        ]
    }
    return answer(request, "organisations/directory.html", context, json=data)


def _as_data(branch: Branch) -> dict[str, Any]:
    body = branch.body
    return {
        "id": body.pk,
        "kind": body.kind,
        "name": body.name,
        "basis": body.basis,
        "duties": body.duties,
        "credit_code": body.credit_code,
        "address": body.address,
        "phone": body.phone,
        "hours": body.hours,
        "since": body.since,
        "until": body.until,
        "term_ends": body.term_ends,
        "holders": [each.as_data() for each in branch.held],
        "parts": [_as_data(each) for each in branch.parts],
    }
