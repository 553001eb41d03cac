"""Opinions on a phone: one statement at a time, one's own votes, a statement of one's own."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer, wants_fragment
from linli.core.places.laid_down import floor_laid_down
from linli.governance.deliberation.actions import opining as voting, statements as actions
from linli.governance.deliberation.forms.statements import MyVotesForm, SayForm
from linli.governance.deliberation.models import Conversation
from linli.governance.deliberation.queries import statements as queries


@public
@never_cache
@require_safe
def turn(request: Visit, topic_id: UUID) -> HttpResponse:
    """The statement to be voted on next; to whoever may not vote, how one comes to."""
    conversation = queries.public_conversation(request.community, topic_id)
    return answer(request, "deliberation/opinion/turn.html", _context(request, conversation))


@signed_in
@require_POST
def cast(request: Visit, topic_id: UUID) -> HttpResponse:
    """One vote; the next statement follows."""
    conversation = queries.public_conversation(request.community, topic_id)
    choices = _choice(request)
    voting.vote(conversation, choices=choices, by=request.actor, at=timezone.now())
    if not wants_fragment(request):
        return redirect("deliberation:opinions", request.community.code, topic_id)
    context = _context(request, conversation)
    return answer(
        request, "deliberation/opinion/turn.html", context, "deliberation/opinion/_turn.html"
    )


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: Visit, topic_id: UUID) -> HttpResponse:
    """What one has said, to be changed; and what became of one's own statements."""
    conversation = queries.public_conversation(request.community, topic_id)
    voted = queries.my_votes(conversation, request.actor)
    data = request.POST if request.method == "POST" else None
    form = MyVotesForm(data, statements=queries.shown(conversation), voted=voted)
    if form.is_bound and form.is_valid():
        if form.changed:
            voting.vote(conversation, choices=form.changed, by=request.actor, at=timezone.now())
        messages.success(request, _("改好了，以最后一次为准。"))
        return redirect("deliberation:opinions_mine", request.community.code, topic_id)
    context = {
        **_about(request, conversation),
        "form": form,
        "own": queries.mine(conversation, request.actor),
        "left": conversation.limit - queries.said_by(conversation, request.actor.account),
    }
    status = 422 if form.is_bound else 200
    return answer(request, "deliberation/opinion/mine.html", context, status=status)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def speak(request: Visit, topic_id: UUID) -> HttpResponse:
    """A statement of one's own; what may say the same is shown once before it is sent."""
    conversation = queries.public_conversation(request.community, topic_id)
    form = SayForm(request.POST if request.method == "POST" else None)
    context = {
        **_about(request, conversation),
        "form": form,
        "left": conversation.limit - queries.said_by(conversation, request.actor.account),
    }
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        return answer(request, "deliberation/opinion/say.html", context, status=status)
    given = form.cleaned_data
    alike = queries.alike(conversation, given["text"])
    if alike and not given["anyway"]:
        again = SayForm(initial={"text": given["text"], "anyway": "on", "once": given["once"]})
        context |= {"form": again, "alike": alike}
        return answer(request, "deliberation/opinion/say.html", context)
    with suppress(Replayed):
        text, once = given["text"], given["once"]
        made = actions.say(conversation, text=text, once=once, by=request.actor, at=timezone.now())
        held = made.state == "held"
        told = _("收到了，看过以后放出来。") if held else _("写好了，大家现在可以表态。")
        messages.success(request, told)
    return redirect("deliberation:opinions_mine", request.community.code, topic_id)


@signed_in
@require_safe
def follow(request: Visit, statement_id: UUID) -> HttpResponse:
    """From a message about one's own statement to where it stands."""
    topic = queries.topic_of_own(request.community, statement_id, request.actor)
    return redirect("deliberation:opinions_mine", request.community.code, topic)


def _choice(request: Visit) -> dict[UUID, int]:
    """The vote of the form; nothing where it is none, which the act refuses."""
    with suppress(ValueError):
        return {UUID(request.POST.get("statement", "")): int(request.POST.get("value", ""))}
    return {}


def _about(request: Visit, conversation: Conversation) -> dict[str, Any]:
    return {
        "conversation": conversation,
        "topic": conversation.topic,
        "may_opine": conversation.is_open
        and may("deliberation.opine", request.actor, conversation),
        "floor": floor_laid_down(request.community, timezone.localdate()),
    }


def _context(request: Visit, conversation: Conversation) -> dict[str, Any]:
    return {
        **_about(request, conversation),
        "turn": queries.turn_of(conversation, request.actor),
    }
