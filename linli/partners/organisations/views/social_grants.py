"""Small grants for organisations: the rounds for everybody, an application, a review."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.partners.organisations.actions import social_grants as acts
from linli.partners.organisations.flows_social import APPLICATION, ROUND
from linli.partners.organisations.forms.social_grants import ProjectForm, ReviewForm
from linli.partners.organisations.models.social_grants import GrantRound
from linli.partners.organisations.queries import social_grants as grants
from linli.partners.organisations.queries.social_money import paid_fen
from linli.partners.organisations.rules.social_grants import unspent
from linli.partners.organisations.views.social_desk import MOVES
from linli.partners.organisations.views.social_money import STEPS

PORTAL = "portal.html"
APPLYING: dict[str, Any] = {
    "title": _("申请小额资助"),
    "done": _("递交了。截止前可以撤回重写。"),
    "says": _("递交申请"),
    "frame": PORTAL,
}


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The rounds: what organisations may apply for, and what came of it."""
    here = request.community
    page = grants.rounds_page(request.actor, here, request.GET.get("after", ""))
    context = {
        "rows": page.rows,
        "after": page.after,
        "runs": may("organisations.run_social_grants", request.actor, here),
    }
    told = [_told(each) for each in page.rows if each.state in grants.PUBLIC]
    return answer(request, "organisations/social/rounds.html", context, json={"rounds": told})


@public
@require_safe
def show(request: Visit, round_id: UUID) -> HttpResponse:
    """A round: criteria, total, days, reviewers by post; once decided every result and why."""
    row = grants.round_for(request.actor, request.community, round_id)
    told, today = row.state in grants.TOLD, timezone.localdate()
    desk = may("organisations.see_social_desk", request.actor, row)
    reviewer = grants.reviewer_of(request.actor, row)
    shown = grants.shown_in(row)
    reviewing = reviewer is not None and row.state == "reviewing"
    offers = [each.move for each in moves_open(ROUND, row, request.actor) if each.open]
    context = {
        "row": row,
        "criteria": list(row.criteria.all()),
        "reviewers": grants.reviewers_told(row),
        "told": told,
        "shown": shown if told or desk or reviewing else [],
        "reviewing": reviewing,
        "applies": grants.may_apply_for(request.actor, request.community, row, today),
        "granted": sum(each.application.granted_fen or 0 for each in shown),
        "moves": _moves(offers, row, today),
        "decides": any(move.name == "decide" for move in offers),
        "entries": timeline(ROUND, row, public=True),
    }
    data = {**_told(row), "results": [_result(each) for each in shown] if told else []}
    return answer(request, "organisations/social/round.html", context, json=data)


@signed_in
def apply(request: Visit, round_id: UUID) -> HttpResponse:
    """An organisation applies."""
    row = grants.round_for(request.actor, request.community, round_id)
    socials = grants.may_apply_for(request.actor, request.community, row, timezone.localdate())
    if not socials:
        raise Http404
    form = ProjectForm(sent(request), round_=row, socials=socials)

    def carry_out(said: dict[str, Any]) -> Any:
        chosen = next(each for each in socials if str(each.pk) == said["social"])
        given = {"by": request.actor, "at": timezone.now(), "once": said["once"]}
        try:
            return acts.apply_for_grant(chosen, round_=row, said=form.project, **given).pk
        except Replayed as earlier:  # the same form came twice; once is enough
            return earlier.subject

    return step(
        request,
        form,
        carry_out,
        **APPLYING,
        note=row.title,
        back=reverse("organisations:grant_round", args=[request.community.code, row.pk]),
        leads_to=lambda key: _project(request, key),
    )


@public
@require_safe
def show_project(request: Visit, row_id: UUID) -> HttpResponse:
    """A project with its budget, reviews, decision, money and report, for whoever may read it."""
    row = grants.application_for(request.actor, request.community, row_id)
    told = row.round.state in grants.TOLD
    desk = may("organisations.see_social_desk", request.actor, row)
    own = may("organisations.apply_for_grant", request.actor, row)
    paid = paid_fen(row)
    offers = [each.move for each in moves_open(APPLICATION, row, request.actor) if each.open]
    context = {
        "row": row,
        "told": told,
        "desk": desk,
        "near_shown": desk or own or grants.reviewer_of(request.actor, row.round) is not None,
        "runs": may("organisations.run_social_grants", request.actor, row),
        "shown": grants.with_reviews(row.round, [row])[0] if told or desk else None,
        "lines": list(row.lines.all()),
        "parts": list(row.instalments.all()),
        "paid": paid,
        "owed": unspent(paid, row.spent_fen) if row.spent_fen is not None else None,
        "moves": [
            (move.name, move.title, STEPS[move.name][2])
            for move in offers
            if move.name in STEPS and (move.name != "take_back" or row.round.state == "open")
        ],
        "entries": timeline(APPLICATION, row, public=not (desk or own)),
    }
    return answer(request, "organisations/social/project.html", context)


@signed_in
def review(request: Visit, row_id: UUID) -> HttpResponse:
    """A reviewer gives the project points, or stands aside."""
    row = grants.application_for(request.actor, request.community, row_id)
    reviewer = grants.reviewer_of(request.actor, row.round)
    if reviewer is None:
        raise Http404
    before = grants.review_by(reviewer, row)
    start = {"aside": before.aside, "said": before.words} if before else {}
    start |= {f"points_{key}": value for key, value in before.points.items()} if before else {}
    form = ReviewForm(sent(request), round_=row.round, initial=start)
    return step(
        request,
        form,
        lambda said: acts.review_application(
            row, **form.given, by=request.actor, at=timezone.now()
        ),
        title=_("评审项目"),
        note=f"{row.social.name} · {row.title}",
        done=_("记下了；公布结果前可以改。"),
        back=reverse("organisations:grant_round", args=[request.community.code, row.round_id]),
        frame=PORTAL,
        says=_("保存"),
    )


def _moves(offers: list[Any], row: GrantRound, today: date) -> list[tuple[str, Any, str]]:
    return [
        (move.name, move.title, MOVES[move.name][2])
        for move in offers
        if move.name in MOVES and (move.name != "review" or today > row.closes_on)
    ]


def _told(row: GrantRound) -> dict[str, Any]:
    return {
        "id": row.pk,
        "title": row.title,
        "about": row.about,
        "state": row.public_state_label,
        "fen": row.fen,
        "most_fen": row.most_fen,
        "opens_on": row.opens_on,
        "closes_on": row.closes_on,
        "meeting": row.meeting,
        "met_on": row.met_on,
    }


def _result(each: grants.Shown) -> dict[str, Any]:
    row = each.application
    return {
        "organisation": row.social.name,
        "project": row.title,
        "asked_fen": row.fen,
        "granted_fen": row.granted_fen,
        "reason": row.decided_for,
        "mean": each.mean,
    }


def _project(request: Visit, row_id: UUID) -> str:
    return reverse("organisations:grant_project", args=[request.community.code, row_id])
