"""Recalls as residents meet them: asked, read, signed; and answered by the member concerned."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.governance.elections.actions import recalling as acts
from linli.governance.elections.forms.recalling import AskForm, DefendForm
from linli.governance.elections.models import Membership, Recall
from linli.governance.elections.queries import recalls as asked
from linli.governance.elections.queries.sitting import committee_on
from linli.governance.elections.views import recall_shapes as shapes


@public
def show_list(request: Visit) -> HttpResponse:
    """The demands this reader may know of, and who can be asked to leave."""
    found = list(asked.recalls_for(request.actor, request.community)[:50])
    context = {
        "recalls": found,
        "seats": list(committee_on(request.community, timezone.localdate())),
        "asks": asked.resident(request.actor, request.community) is not None,
    }
    return answer(
        request, "elections/recalls.html", context, json=lambda: {"recalls": shapes.as_data(found)}
    )


@public
def show_one(request: Visit, recall_id: UUID) -> HttpResponse:
    """One demand: the reasons, the answer, where it stands, and what this reader can do."""
    recall = asked.recall_for(request.actor, request.community, recall_id)
    return answer(request, "elections/recall.html", _context(request, recall))


@signed_in
def ask(request: Visit, membership_id: UUID) -> HttpResponse:
    """A resident asks for a member's recall and signs first."""
    seat = _seat(request, membership_id)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        once = given.pop("once")
        try:
            recall = acts.ask_recall(seat, by=request.actor, at=timezone.now(), once=once, **given)
            key: UUID | None = recall.pk
        except Replayed as replayed:
            key = replayed.subject
        messages.success(request, _("已提出，您是第一个联名的人。请别的居民来联名。"))
        return redirect("elections:recall", community_code=request.community.code, recall_id=key)
    context = {"seat": seat, "form": form}
    return answer(
        request, "elections/ask_recall.html", context, status=422 if form.is_bound else 200
    )


@signed_in
@require_POST
def sign(request: Visit, recall_id: UUID) -> HttpResponse:
    """Joins in a demand."""
    recall = asked.recall_for(request.actor, request.community, recall_id)
    acts.sign_recall(recall, by=request.actor, at=timezone.now())
    messages.success(request, _("您已联名。提交以前可以撤回。"))
    return _back(recall)


@signed_in
@require_POST
def unsign(request: Visit, recall_id: UUID) -> HttpResponse:
    """Takes one's signature back."""
    recall = asked.recall_for(request.actor, request.community, recall_id)
    acts.unsign_recall(recall, by=request.actor, at=timezone.now())
    messages.success(request, _("您的联名已撤回。"))
    return _back(recall)


@signed_in
@require_POST
def submit(request: Visit, recall_id: UUID) -> HttpResponse:
    """Whoever asked hands the demand in."""
    recall = asked.recall_for(request.actor, request.community, recall_id)
    acts.submit_recall(recall, by=request.actor, at=timezone.now())
    messages.success(request, _("已提交。核对联名以后会通知您。"))
    return _back(recall)


@signed_in
@require_POST
def withdraw(request: Visit, recall_id: UUID) -> HttpResponse:
    """Whoever asked takes the demand back."""
    recall = asked.recall_for(request.actor, request.community, recall_id)
    acts.withdraw_recall(recall, by=request.actor, at=timezone.now())
    messages.success(request, _("已撤回。"))
    return redirect("elections:recalls", community_code=request.community.code)


@signed_in
def defend(request: Visit, recall_id: UUID) -> HttpResponse:
    """The member concerned answers."""
    recall = asked.recall_for(request.actor, request.community, recall_id)
    if recall.membership.person_id != request.actor.person:
        raise Http404
    form = DefendForm(request.POST or None, row=recall, initial={"text": recall.defence})
    if request.method == "POST" and form.is_valid():
        acts.defend(recall, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("申辩已公布。"))
        return _back(recall)
    context = {"recall": recall, "form": form}
    return answer(request, "elections/defend.html", context, status=422 if form.is_bound else 200)


def _context(request: Visit, recall: Recall) -> dict[str, Any]:
    person = asked.resident(request.actor, request.community)
    mine = recall.asked_by_id is not None and recall.asked_by_id == request.actor.person
    concerned = recall.membership.person_id == request.actor.person and person is not None
    return {
        "recall": recall,
        "shown": shapes.shown(recall),
        "stages": shapes.stages(recall),
        "signed": asked.signed(recall, person),
        "can_sign": person is not None and recall.state == "collecting" and not concerned,
        "mine": mine,
        "concerned": concerned and may("elections.defend", request.actor, recall),
        "signers": asked.signatures_of(recall).count(),
    }


def _seat(request: Visit, membership_id: UUID) -> Membership:
    if asked.resident(request.actor, request.community) is None:
        raise Http404
    found: Membership | None = (
        committee_on(request.community, timezone.localdate()).filter(pk=membership_id).first()
    )
    if found is None:
        raise Http404
    return found


def _back(recall: Recall) -> HttpResponse:
    return redirect("elections:recall", community_code=recall.community.code, recall_id=recall.pk)
