"""What is held about me: each value with its ground, who looked, and what I can do about it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.answer import answer, twin
from linli.core.pages.sentences import sentence
from linli.core.people import actions
from linli.core.people.grounds import purpose_title
from linli.core.people.models import Consent, Person, RightsRequest
from linli.core.people.presentation import masked, shown_phone
from linli.core.people.queries import (
    agents_of,
    held_about,
    load_person,
    may_act_for,
    own_record,
    principals_of,
)
from linli.core.people.queries.book import book_of
from linli.lib.law import Refused
from linli.web.desk.roster.shapes import book
from linli.web.portal.me.forms import AskForm, ChangeForm

SHOWN = 10


@signed_in
@require_safe
def held(request: Visit) -> HttpResponse:
    """One's own record; or, where the account is tied to none, how that comes about."""
    person = own_record(request.actor)
    if person is None:
        return answer(request, "me/none.html", {})
    return _page(request, person, own=True)


@signed_in
@require_safe
def held_for(request: Visit, person_id: UUID) -> HttpResponse:
    """The record of somebody one acts for (a child, a parent), where that is the mandate."""
    me = own(request)
    principal = load_person(me.community_id, person_id)
    if not may_act_for(me, principal, "record", timezone.localdate()):
        raise Http404
    return _page(request, principal, own=False)


@signed_in
@require_safe
def copy(request: Visit) -> HttpResponse:
    """All of it as a file, to take along (PIPL 45)."""
    person = own(request)
    data = held_about(person, timezone.localdate()).as_dict()
    data["looked_at"] = [
        {"at": entry.at, "what": entry.what, "who": str(entry.who)}
        for entry in book(book_of(person))
    ]
    response = twin(request, data)
    response["Content-Disposition"] = 'attachment; filename="about-me.json"'
    response["Cache-Control"] = "no-store"
    return response


@signed_in
def change(request: Visit) -> HttpResponse:
    """Telephone, language and needs, changed at once."""
    person = own(request)
    now = {"phone": shown_phone(person.phone), "language": person.language, "needs": person.needs}
    form = ChangeForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct(person, by=request.actor, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("已保存。"))
            return redirect("me:held")
    return answer(request, "me/change.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
def ask(request: Visit) -> HttpResponse:
    """Asks to have something corrected, deleted or explained."""
    person = own(request)
    form = AskForm(request.POST or None, initial={"kind": request.GET.get("kind")})
    if request.method == "POST" and form.is_valid():
        try:
            asked = actions.ask(person, by=request.actor, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            by_when = {"on": asked.promised_on.isoformat()}
            messages.success(request, _("收到了，%(on)s 前答复您。") % by_when)
            return redirect("me:held")
    return answer(request, "me/ask.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
@require_POST
def withdraw(request: Visit, consent_id: UUID) -> HttpResponse:
    """Takes a consent back, in one step (PIPL 15)."""
    person = own(request)
    consent = (
        Consent.objects.filter(
            community=person.community_id,
            person=person,
            pk=consent_id,
            withdrawn_at__isnull=True,
        )
        .select_related("person")
        .first()
    )
    if consent is None:
        raise Http404
    actions.withdraw_consent(consent, by=request.actor, at=timezone.now())
    messages.success(request, _("已撤回，相应信息已清除。"))
    return redirect("me:held")


def own(request: Visit) -> Person:
    """One's own record; raises Http404 where the account has none."""
    person = own_record(request.actor)
    if person is None:
        raise Http404
    return person


def _page(request: Visit, person: Person, *, own: bool) -> HttpResponse:
    on = timezone.localdate()
    held = held_about(person, on)
    requests = RightsRequest.objects.filter(community=person.community_id, person=person)
    context: dict[str, Any] = {
        "person": person,
        "own": own,
        "held": held,
        "consents": [(row, purpose_title(row.purpose)) for row in held.consents],
        "agents": [(row, masked(row.agent, request.actor)) for row in agents_of(person, on)],
        "principals": list(principals_of(person, on)),
        "asked": requests.order_by("-asked_at"),
        "book": book(book_of(person)[:SHOWN]),
    }
    response = answer(request, "me/held.html", context)
    response["Cache-Control"] = "no-store"
    return response


def add_refusal(form: Any, refusal: Refused) -> None:
    """Says on the form itself why it was refused and how to go on."""
    if refusal.finding.rule == "access.permitted":
        raise refusal
    told = sentence(refusal.finding)
    form.add_error(None, f"{told.text} {told.way_on}".strip())
