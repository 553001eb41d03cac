"""The counter: one search says ours or not; not ours gives the slip, ours is drafted at once."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.people.models import Person
from linli.core.people.presentation import masked
from linli.core.people.queries import dwellings_of, load_person, search_persons
from linli.lib.law import Refused
from linli.service.catalogue import actions, forms
from linli.service.catalogue.lists import national_list
from linli.service.catalogue.models import CertificateItem
from linli.service.catalogue.queries import lists
from linli.service.catalogue.queries.roster import known_of
from linli.service.catalogue.views.certificate_work import tabs_of

SHOWN = 20


@needs("catalogue.see_certificates")
def counter(request: Visit) -> HttpResponse:
    """What was said over the counter, and what it is. By POST, as everything somebody says of
    themselves."""
    form = forms.SearchForm(request.POST or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    on = timezone.localdate()
    context: dict[str, Any] = {
        "form": form,
        "text": text,
        "found": lists.search(request.community, text, on),
        "tabs": tabs_of(request, "counter"),
        "national": national_list(),
        "more": lists.more_elsewhere(request.community, on),
        "more_unchecked": lists.more_unchecked(request.community, on),
        "desk": True,
    }
    return answer(request, "catalogue/counter.html", context, "catalogue/_found.html")


@needs("catalogue.see_certificates")
@require_POST
def give_slip(request: Visit, key: str) -> HttpResponse:
    """Not ours: counted for the item and the day, and the slip opens to be printed."""
    actions.tell_not_ours(
        request.community, item=key, at_desk=True, by=request.actor, at=timezone.now()
    )
    return redirect("catalogue:slip", community_code=request.community.code, key=key)


@needs("catalogue.draft_certificates")
def choose_person(request: Visit, key: str) -> HttpResponse:
    """For whom. Asked by POST: what names a person stands in no address."""
    item = _issued_here(request, key)
    form = forms.PersonForm(request.POST or None)
    found: list[Person] = []
    if form.is_valid():
        found = list(search_persons(request.community, form.cleaned_data["who"])[:SHOWN])
    homes = dwellings_of(request.community.pk, [p.pk for p in found], timezone.localdate())
    people = [(p.pk, masked(p, request.actor, dwelling=homes.get(p.pk))) for p in found]
    context = {"item": item, "key": key, "form": form, "people": people}
    response = answer(request, "catalogue/choose.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("catalogue.draft_certificates")
@require_POST
def draft(request: Visit, key: str, person_id: UUID) -> HttpResponse:
    """The draft: what the roster knows is filled in, what is stated is held against it."""
    item, person = _issued_here(request, key), load_person(request.community, person_id)
    known = known_of(person, timezone.localdate())
    begun = "purpose" not in request.POST
    form = forms.DraftForm(None if begun else request.POST, item=item, known=known)
    if not form.is_valid():
        return _draft_page(request, item, key, person, form)
    once, by, at = form.cleaned_data["once"], request.actor, timezone.now()
    given = {"item": item, "person": person, "draft": form.draft()}
    try:
        made = actions.draft_here(request.community, by=by, at=at, once=once, **given)
    except Replayed as replayed:
        return _to(request, replayed.subject)
    except Refused as refused:
        return _draft_page(request, item, key, person, form, refused)
    messages.success(request, _("拟好了，请另一位同事看过盖章。"))
    return _to(request, made.pk)


def _draft_page(
    request: Visit,
    item: CertificateItem,
    key: str,
    person: Person,
    form: forms.DraftForm,
    refused: Refused | None = None,
) -> HttpResponse:
    context = {
        "item": item,
        "key": key,
        "form": form,
        "person_id": person.pk,
        "person": masked(person, request.actor),
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    response = answer(request, "catalogue/draft.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _issued_here(request: Visit, key: str) -> CertificateItem:
    listed = lists.listed_one(request.community, key, timezone.localdate())
    if listed.kept is None or not listed.ours:
        raise Http404
    return listed.kept


def _to(request: Visit, key: UUID | None) -> HttpResponse:
    return redirect(
        "catalogue:certificate", community_code=request.community.code, certificate_id=key
    )
