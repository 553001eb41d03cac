"""Recalls at the desk: written down from paper, checked, put to the vote, declared."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may, record_opening
from linli.core.audit.queries import entries_of
from linli.core.pages.answer import answer
from linli.core.people.choosing import FindForm
from linli.governance.elections.actions import recall_votes as votes, recalling as acts
from linli.governance.elections.flows import RECALL
from linli.governance.elections.forms.recalling import FORMS, AskForSomebodyForm, SignForForm
from linli.governance.elections.models import Recall
from linli.governance.elections.queries import recalls as asked
from linli.governance.elections.queries.sitting import membership_for
from linli.governance.elections.views import recall_shapes as shapes
from linli.lib.law import Refused
from linli.mechanisms.ballot.queries.counts import count_of, stations_of
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.mechanisms.flow.rules import starts_here

ACTS: dict[str, Any] = {
    "submit": acts.submit_recall,
    "accept": acts.accept_recall,
    "refuse": acts.refuse_recall,
    "defend": acts.defend,
    "put_to_vote": votes.put_to_vote,
    "declare": votes.declare_recall,
    "withdraw": acts.withdraw_recall,
}
MOVES = {"declare": "carry"}
"""The move of the flow that a step's page stands for, where they are not called the same."""


@needs("elections.see_desk")
def show_list(request: Visit) -> HttpResponse:
    """Every demand, the latest first."""
    found = list(asked.recalls_for(request.actor, request.community)[:100])
    return answer(request, "elections/desk_recalls.html", {"recalls": found})


@needs("elections.see_desk")
def show(request: Visit, recall_id: UUID) -> HttpResponse:
    """One demand with what may be done next."""
    recall = asked.recall_for(request.actor, request.community, recall_id)
    offers = [
        offer
        for offer in moves_open(RECALL, recall, request.actor)
        if offer.move.name not in ("carry", "fail")
    ]
    judges = may("elections.judge_recall", request.actor, recall)
    context = {
        "recall": recall,
        "shown": shapes.shown(recall),
        "offers": [offer for offer in offers if offer.open],
        "judges": judges,
        "collects": recall.state == "collecting"
        and may("elections.enter_for_others", request.actor, recall),
        "signers": asked.signatures_of(recall).count(),
        "entries": timeline(RECALL, recall, public=True),
        "vote": _vote(recall),
        "book": entries_of(recall.pk),
    }
    return answer(request, "elections/desk_recall.html", context)


@needs("elections.enter_for_others")
def ask(request: Visit, membership_id: UUID) -> HttpResponse:
    """Writes down a demand that was brought on paper."""
    seat = membership_for(request.actor, request.community, membership_id)
    words, on = request.POST.get("q", "").strip(), timezone.localdate()
    sent = request.POST if request.method == "POST" and "find" not in request.POST else None
    form = AskForSomebodyForm(sent, community=request.community, words=words, on=on)
    if form.is_valid():
        given = form.cleaned_data
        once = given.pop("once")
        with suppress(Replayed):
            acts.ask_recall(seat, by=request.actor, at=timezone.now(), once=once, **given)
        messages.success(request, _("已登记，可以开始登记联名。"))
        return redirect("elections:desk_recalls", community_code=request.community.code)
    context = {"seat": seat, "form": form, "find": _find(request, words), "words": words}
    return answer(
        request, "elections/desk_ask_recall.html", context, status=422 if form.is_bound else 200
    )


@needs("elections.enter_for_others")
def sign_for(request: Visit, recall_id: UUID) -> HttpResponse:
    """Enters, one by one, those who signed on paper."""
    recall = _desk(request, recall_id)
    words, on = request.POST.get("q", "").strip(), timezone.localdate()
    sent = request.POST if request.method == "POST" and "find" not in request.POST else None
    form = SignForForm(sent, community=request.community, words=words, on=on)
    if form.is_valid():
        acts.sign_recall(recall, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("记下了一个联名。"))
        return redirect(
            "elections:sign_for", community_code=request.community.code, recall_id=recall.pk
        )
    context = {
        "recall": recall,
        "form": form,
        "find": _find(request, words),
        "words": words,
        "signers": asked.signatures_of(recall).count(),
    }
    return answer(request, "elections/sign_for.html", context, status=422 if form.is_bound else 200)


@needs("elections.judge_recall")
def signatures(request: Visit, recall_id: UUID) -> HttpResponse:
    """Who signed, for whoever checks it; that it was opened is written down."""
    recall = _judged(request, recall_id)
    opened: list[Any] | None = None
    if request.method == "POST":
        purpose = _("核对联名")
        record_opening(
            "elections.open_signatures",
            request.actor,
            recall,
            at=timezone.now(),
            about=None,
            purpose=purpose,
        )
        opened = list(asked.signatures_of(recall).order_by("signed_on", "person__name_keys"))
    context = {
        "recall": recall,
        "opened": opened,
        "signers": asked.signatures_of(recall).count(),
    }
    return answer(request, "elections/signatures.html", context)


@needs("elections.see_desk")
def take_step(request: Visit, recall_id: UUID, step: str) -> HttpResponse:
    """A step: its form, and the step itself."""
    recall = _desk(request, recall_id)
    if step not in FORMS:
        raise Http404
    move = _require_open(request, recall, step)
    sent = request.POST if request.method == "POST" else None
    form = FORMS[step](sent, row=recall, initial=_start(recall, step))
    if form.is_valid():
        ACTS[step](recall, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已记录。"))
        return _back(recall)
    context = {
        "recall": recall,
        "shown": shapes.shown(recall),
        "form": form,
        "step": step,
        "title": _("宣布结果") if step == "declare" else move.title,
        "found": votes.judge(recall) if step == "declare" and _is_counted(recall) else None,
    }
    return answer(
        request, "elections/recall_step.html", context, status=422 if form.is_bound else 200
    )


@needs("elections.judge_recall")
def run_poll(request: Visit, recall_id: UUID, step: str) -> HttpResponse:
    """Opens or closes the vote."""
    recall = _judged(request, recall_id)
    if request.method == "POST" and step == "open":
        votes.open_recall_poll(recall, by=request.actor, at=timezone.now())
        messages.success(request, _("投票开始了。"))
    elif request.method == "POST":
        votes.close_recall_poll(recall, by=request.actor, at=timezone.now())
        messages.success(request, _("投票结束了。"))
    return _back(recall)


def _start(recall: Recall, step: str) -> dict[str, Any]:
    on = timezone.localdate()
    if step not in ("accept", "refuse"):
        return {"text": recall.defence}
    law = acts.law_of(recall.membership, on)
    number = recall.base_count or asked.base_now(recall.community, recall.base, on, age=law.age)
    return {
        "base_count": number,
        "base_source": _("居民名册，%(day)s") % {"day": on.isoformat()},
        "public_reasons": recall.reasons,
        "mode": recall.mode,
    }


def _require_open(request: Visit, recall: Recall, step: str) -> Any:
    """The move of the step, where it starts from here and is this reader's."""
    move = RECALL.move(MOVES.get(step, step))
    if not may(move.who, request.actor, recall):
        raise Http404
    found = starts_here(RECALL, recall.state, move, "")
    if not found:
        raise Refused(found)
    return move


def _vote(recall: Recall) -> dict[str, Any] | None:
    if recall.poll is None:
        return None
    stations = list(stations_of(recall.poll))
    over = recall.poll.state in ("closed", "settled")
    return {
        "poll": recall.poll,
        "stations": stations,
        "count": count_of(recall.poll) if over else None,
    }


def _is_counted(recall: Recall) -> bool:
    if recall.poll is None or recall.poll.state != "closed":
        return False
    count = count_of(recall.poll)
    return count.complete and count.stations > 0


def _find(request: Visit, words: str) -> FindForm:
    return FindForm({"q": words} if request.method == "POST" else None)


def _desk(request: Visit, recall_id: UUID) -> Recall:
    recall = asked.recall_for(request.actor, request.community, recall_id)
    if not may("elections.see_desk", request.actor, recall):
        raise Http404
    return recall


def _judged(request: Visit, recall_id: UUID) -> Recall:
    """A demand this reader judges: not against themselves."""
    recall = _desk(request, recall_id)
    if not may("elections.judge_recall", request.actor, recall):
        raise Http404
    return recall


def _back(recall: Recall) -> HttpResponse:
    return redirect(
        "elections:desk_recall", community_code=recall.community.code, recall_id=recall.pk
    )
