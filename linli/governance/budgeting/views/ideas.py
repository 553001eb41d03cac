"""Ideas: written on a phone by short questions, looked at beside those that say the same, read."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.budgeting import actions
from linli.governance.budgeting.forms.ideas import IdeaForm
from linli.governance.budgeting.forms.rounds import SureForm
from linli.governance.budgeting.models import ASPECTS, Idea, Round
from linli.governance.budgeting.queries import ideas, rounds
from linli.governance.budgeting.rules.rounds import still_sending, within_limit
from linli.lib.law import require
from linli.mechanisms.ballot.forms.paper import OnceForm
from linli.mechanisms.flow.queries import timeline

PUBLIC = ideas.PUBLIC


@needs("budgeting.send_idea")
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Visit, round_id: UUID) -> HttpResponse:
    """Writes an idea; sent once, it is shown beside those alike; sent again, it is taken in."""
    round_ = rounds.public_round(request.community, round_id)
    on = timezone.localdate()
    require(still_sending(on, round_.ideas_until, open_=round_.state == "ideas"))
    actor = request.actor
    so_far = ideas.sent_by(round_, account=actor.account, person=actor.person)
    require(within_limit(so_far, round_.ideas_each))
    form = IdeaForm(sent(request), community=request.community)
    if not form.is_valid() or "again" in request.POST:
        status = 422 if form.is_bound and form.errors else 200
        left = round_.ideas_each - so_far
        context = {"round": round_, "form": form, "left": left}
        return answer(request, "budgeting/write.html", context, status=status)
    if "sure" not in request.POST:
        return _look_again(request, round_, form)
    return _send(request, round_, form)


def _look_again(request: Visit, round_: Round, form: IdeaForm) -> HttpResponse:
    given = form.cleaned_data
    context = {
        "round": round_,
        "form": form,
        "idea": given,
        "alike": ideas.alike(round_, given["title"] + given["text"]),
        "once": OnceForm(),
    }
    return answer(request, "budgeting/look_again.html", context)


def _send(request: Visit, round_: Round, form: IdeaForm) -> HttpResponse:
    once = OnceForm(request.POST)
    if not once.is_valid():
        return _look_again(request, round_, form)
    with suppress(Replayed):
        idea = actions.send_idea(
            round_,
            **form.cleaned_data,
            by=request.actor,
            at=timezone.now(),
            once=once.cleaned_data["once"],
        )
        messages.success(
            request, _("收到了，是第 {n} 号。看过以后会公开，结果会告诉您。").format(n=idea.serial)
        )
        return redirect("budgeting:idea", request.community.code, idea.pk)
    return redirect("budgeting:round", request.community.code, round_.pk)


@public
@require_safe
def show(request: Visit, idea_id: UUID) -> HttpResponse:
    """One idea, what was found of it, by whom and why; and what became of it."""
    idea = ideas.public_idea(request.community, idea_id, request.actor)
    listed = idea.state in PUBLIC
    mine = may("budgeting.withdraw", request.actor, idea)
    context = {
        "idea": idea,
        "mine": mine,
        "listed": listed,
        "vettings": ideas.vettings_of(idea) if listed else [],
        "merged": idea.merged.filter(community=idea.community_id) if listed else [],
        "may_withdraw": mine and idea.state in ideas.WAITING,
        "project": getattr(idea, "project", None) if idea.round.state != "vetting" else None,
        "entries": timeline(idea.flow, idea, public=True),
    }
    return answer(request, "budgeting/idea.html", context, json=lambda: _as_data(idea, context))


@signed_in
def withdraw(request: Visit, idea_id: UUID) -> HttpResponse:
    """The author takes it back."""
    idea = ideas.public_idea(request.community, idea_id, request.actor)
    return step(
        request,
        SureForm(sent(request)),
        lambda _given: actions.withdraw_idea(idea, by=request.actor, at=timezone.now()),
        title=_("撤回这个点子"),
        note=idea.title,
        done=_("已撤回。"),
        back=reverse("budgeting:round", args=[request.community.code, idea.round_id]),
        frame="portal.html",
    )


def _as_data(idea: Idea, context: dict[str, Any]) -> dict[str, Any]:
    titles = dict(ASPECTS)
    return {
        "number": idea.serial,
        "title": idea.title,
        "text": idea.text,
        "need": idea.need,
        "state": idea.state,
        "outcome": idea.outcome if context["listed"] or context["mine"] else "",
        "vetting": [
            {
                "aspect": str(titles[each.aspect]),
                "holds": each.holds,
                "reason": each.reason,
                "fen": each.fen,
                "by": each.name,
                "on": each.on,
            }
            for each in context["vettings"]
        ],
    }
