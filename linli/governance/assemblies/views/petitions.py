"""Petitions: everybody reads them, residents sign them, the desk checks and answers them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.people.presentation import masked
from linli.core.people.queries import load_person
from linli.governance.assemblies import actions
from linli.governance.assemblies.flows import PETITION
from linli.governance.assemblies.forms.meetings import ReasonForm
from linli.governance.assemblies.forms.residents import PaperForm, PetitionForm
from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.models import Petition
from linli.governance.assemblies.queries import (
    capacity_to_sign,
    has_signed,
    open_petitions,
    petition_in,
)
from linli.governance.assemblies.rules import petition_enough
from linli.lib.law import Finding
from linli.mechanisms.flow.queries import timeline


@public
@require_safe
def show_public(request: Visit) -> HttpResponse:
    """All petitions with their numbers."""
    petitions = list(open_petitions(request.community)[:50])
    context = {
        "petitions": petitions,
        "may_start": may("assemblies.petition", request.actor, request.community),
    }
    return answer(
        request,
        "assemblies/petitions.html",
        context,
        json=lambda: {"petitions": [_as_data(each) for each in petitions]},
    )


@public
@require_safe
def show_one(request: Visit, petition_id: UUID) -> HttpResponse:
    """One petition: what is asked for, how many of how many, and one's own signature."""
    petition = petition_in(request.community, petition_id)
    person = request.actor.person
    context = {
        "petition": petition,
        "enough": _enough(petition),
        "entries": timeline(PETITION, petition, public=True),
        "signed": person is not None and has_signed(petition, person),
        "may_sign": may("assemblies.sign", request.actor, petition),
        "may_end": may("assemblies.end_petition", request.actor, petition)
        and petition.state == "gathering",
        "meeting": petition.meetings.select_related("gathering").last(),
    }
    return answer(request, "assemblies/petition.html", context, json=lambda: _as_data(petition))


@needs("assemblies.petition")
def start(request: Visit) -> HttpResponse:
    """Asks for a meeting."""
    form = PetitionForm(sent(request))
    return step(
        request,
        form,
        lambda _given: actions.start_petition(
            request.community, by=request.actor, at=timezone.now(), **form.given
        ),
        title=_("发起联名"),
        note=_("达到法定人数，居委会就应当召集会议。签名人是谁不公开，只公开人数。"),
        done=_("联名已发起，请先自己签名，再请邻居来签。"),
        back=reverse("assemblies:petitions", args=[request.community.code]),
        frame="portal.html",
    )


@signed_in
@require_POST
def sign(request: Visit, petition_id: UUID) -> HttpResponse:
    """Signs with one's account, or takes the signature back."""
    petition = petition_in(request.community, petition_id)
    if "withdraw" in request.POST:
        actions.withdraw_signature(petition, by=request.actor, at=timezone.now())
        messages.success(request, _("已撤回签名。"))
    else:
        actions.sign(petition, by=request.actor, at=timezone.now())
        messages.success(request, _("已签名。"))
    return redirect("assemblies:petition", request.community.code, petition.pk)


@signed_in
def end(request: Visit, petition_id: UUID) -> HttpResponse:
    """Ends a petition that did not reach its number."""
    petition = petition_in(request.community, petition_id)
    if not may("assemblies.end_petition", request.actor, petition):
        raise Http404
    return step(
        request,
        ReasonForm(sent(request)),
        lambda given: actions.end_petition(petition, by=request.actor, at=timezone.now(), **given),
        title=_("结束联名"),
        note=petition.title,
        done=_("已结束。"),
        back=reverse("assemblies:petition", args=[request.community.code, petition.pk]),
        frame="portal.html",
    )


@needs("assemblies.sign_on_paper")
def show_desk(request: Visit, petition_id: UUID) -> HttpResponse:
    """The desk: signatures from paper are entered, and the meeting is planned."""
    petition = petition_in(request.community, petition_id)
    if request.method == "POST":
        person = load_person(request.community, _key(request.POST.get("person", "")))
        actions.sign_on_paper(petition, person=person, by=request.actor, at=timezone.now())
        messages.success(request, _("已登记一份签名。"))
        return redirect("assemblies:petition_desk", request.community.code, petition.pk)
    form = PaperForm(request.GET if "q" in request.GET else None)
    context = {
        "petition": petition,
        "enough": _enough(petition),
        "form": form,
        "found": [
            (person, masked(person, request.actor), *_standing(petition, person))
            for person in form.found(request.community)
        ],
        "entries": timeline(PETITION, petition, public=False),
    }
    return answer(request, "assemblies/petition_desk.html", context)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def _standing(petition: Petition, person: Any) -> tuple[bool, bool]:
    """Whether they are in the base, and whether they have signed."""
    on = timezone.localdate()
    law = law_of(petition.community, on)
    may_sign, _household = capacity_to_sign(petition, person, on, law.age)
    return may_sign, has_signed(petition, person)


def _enough(petition: Any) -> Finding:
    law = law_of(petition.community, timezone.localdate(petition.started_at))
    return petition_enough(
        petition.body, petition.signed_by, petition.signers, petition.base.number, law=law
    )


def _as_data(petition: Any) -> dict[str, Any]:
    return {
        "id": petition.pk,
        "title": petition.title,
        "text": petition.text,
        "body": petition.body,
        "signed_by": petition.signed_by,
        "state": petition.state,
        "started_at": petition.started_at,
        "signers": petition.signers,
        "needed": petition.needed,
        "base": petition.base.number,
    }
