"""Ideas at the desk: looked at, listed, merged, vetted; typed in from paper."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.budgeting import actions
from linli.governance.budgeting.forms.ideas import PaperIdeaForm, VetForm
from linli.governance.budgeting.forms.steps import IDEA_STEPS, offered
from linli.governance.budgeting.models import ASPECTS, Idea
from linli.governance.budgeting.queries import ideas, rounds
from linli.governance.budgeting.views.finding import find_and
from linli.lib.law import require
from linli.mechanisms.flow import rules as flow_rules
from linli.mechanisms.flow.queries import moves_open, posts_that_may, timeline


@needs("budgeting.see_desk")
@require_safe
def show(request: Visit, idea_id: UUID) -> HttpResponse:
    """One idea with its steps, those that say much the same, and what each vetter found."""
    idea = ideas.idea_in(request.community, idea_id)
    found = {each.aspect: each for each in ideas.vettings_of(idea)}
    named = rounds.vetters_of(idea.round)
    vets = idea.round.state == "vetting" and idea.state in ("listed", "passed", "refused")
    context = {
        "idea": idea,
        "offers": offered(moves_open(idea.flow, idea, request.actor), IDEA_STEPS),
        "alike": ideas.alike(idea.round, idea.title + idea.text, but=idea.pk),
        "vetting": [
            (
                aspect,
                title,
                found.get(aspect),
                named.get(aspect),
                vets and _mine(request, named, aspect),
            )
            for aspect, title in ASPECTS
        ],
        "merged": idea.merged.filter(community=idea.community_id),
        "entries": timeline(idea.flow, idea, public=False),
    }
    return answer(request, "budgeting/desk/idea.html", context)


@needs("budgeting.tend")
def move(request: Visit, idea_id: UUID, name: str) -> HttpResponse:
    """A step of an idea."""
    idea = ideas.idea_in(request.community, idea_id)
    chosen = IDEA_STEPS.get(name)
    if chosen is None:
        raise Http404
    flow_move = idea.flow.move(name)
    if request.method != "POST":
        who = posts_that_may(flow_move.who)
        require(flow_rules.starts_here(idea.flow, idea.state, flow_move, who))
    return step(
        request,
        chosen.form(sent(request), row=idea),
        lambda given: chosen.act(idea, by=request.actor, at=timezone.now(), **given),
        title=chosen.title,
        note=chosen.note or idea.title,
        done=chosen.done,
        back=_here(idea),
    )


@needs("budgeting.vet")
def vet(request: Visit, idea_id: UUID, aspect: str) -> HttpResponse:
    """What one of those named found of it."""
    idea = ideas.idea_in(request.community, idea_id)
    if aspect not in dict(ASPECTS):
        raise Http404
    before = next((each for each in ideas.vettings_of(idea) if each.aspect == aspect), None)
    form = VetForm(sent(request), aspect=aspect, initial=_initial(before))
    return step(
        request,
        form,
        lambda _given: actions.vet_idea(idea, by=request.actor, at=timezone.now(), **form.given),
        title=_("审查：{aspect}").format(aspect=dict(ASPECTS)[aspect]),
        note=f"{idea.serial}. {idea.title}",
        done=_("已署名，理由已公开。"),
        back=_here(idea),
        says=_("署名提交"),
    )


@needs("budgeting.tend")
def type_in(request: Visit, round_id: UUID) -> HttpResponse:
    """An idea somebody of the register wrote on paper."""
    round_ = rounds.round_in(request.community, round_id)
    if round_.state != "ideas":
        raise Http404
    made: list[Idea] = []
    done = find_and(
        request,
        form=PaperIdeaForm(sent(request), community=request.community),
        carry_out=lambda person, given: made.append(
            actions.type_in_idea(
                round_, person=person, by=request.actor, at=timezone.now(), **given
            )
        ),
        title=_("代录一个点子"),
        note=_("写在纸上的、当面说的，照原话录。提出人只用来告诉结果，不公开。"),
        done=_("已代录。"),
        back=reverse("budgeting:desk", args=[request.community.code, round_.pk]),
    )
    if done is not None:
        return done
    messages.info(request, _("编号是第 {n} 号。").format(n=made[0].serial))
    return redirect("budgeting:idea_desk", request.community.code, made[0].pk)


def _mine(request: Visit, named: Mapping[str, object], aspect: str) -> bool:
    vetter = named.get(aspect)
    return vetter is not None and getattr(vetter, "account_id", None) == request.actor.account


def _initial(before: object) -> dict[str, object]:
    if before is None:
        return {}
    fen = getattr(before, "fen", None)
    return {
        "holds": "yes" if getattr(before, "holds", False) else "no",
        "reason": getattr(before, "reason", ""),
        "by_whom": getattr(before, "by_whom", ""),
        "fen": None if fen is None else fen / 100,
    }


def _here(idea: Idea) -> str:
    return reverse("budgeting:idea_desk", args=[idea.community.code, idea.pk])
