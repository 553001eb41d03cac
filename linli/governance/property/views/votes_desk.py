"""Owners' votes at the desk: prepared, noticed, run, counted, told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.pages.stepping import sent
from linli.governance.property.actions import vote_results as results, votes as acts
from linli.governance.property.forms import votes as forms
from linli.governance.property.models import OwnersVote
from linli.governance.property.queries import rosters, votes
from linli.governance.property.queries.tallies import as_data
from linli.governance.property.rules.heads import Weight, square_metres
from linli.governance.property.views.vote_step import step
from linli.governance.property.vote_shown import (
    challenge_until,
    judged,
    needs_of,
    post_by,
    silence_of,
    who_votes,
)
from linli.lib.tables import spreadsheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOVES: dict[str, Any] = {
    "open": acts.open_vote,
    "close": acts.close_vote,
    "count": results.count_vote,
    "publish": results.publish_vote,
}


@needs("property.see_votes_desk")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """Estates with their roster in numbers, and all votes."""
    here = request.community
    context = {
        "estates": [
            (each, square_metres(each.area)) for each in rosters.figures(here)
        ],
        "rows": votes.votes_at_desk(here),
        "runs": may("property.run_votes", request.actor, here),
        "keeps": may("property.keep_roster", request.actor, here),
    }  # fmt: skip
    return answer(request, "property/votes/desk_list.html", context)


@needs("property.run_votes")
def draft(request: Visit, estate_id: UUID) -> HttpResponse:
    """Begins a vote."""
    estate = votes.estate_for(request.community, estate_id)
    form = forms.VoteForm(sent(request), places=rosters.places_of(estate))
    return step(
        request, form,
        lambda said: acts.draft_vote(
            estate, given=said, by=request.actor, at=timezone.now(), once=said.pop("once")
        ),
        title=_("准备业主表决"), done=_("存好了，再加表决事项。"),
        back=reverse("property:votes_desk", args=[request.community.code]),
        leads_to=lambda vote: _to(request, vote),
    )  # fmt: skip


@needs("property.see_votes_desk")
@require_safe
def show(request: Visit, vote_id: UUID) -> HttpResponse:
    """One vote with what comes next."""
    vote = votes.vote_for(request.community, vote_id)
    counted = vote.state in ("counted", "published")
    context = {
        "vote": vote,
        "scope": who_votes(vote),
        "area": square_metres(vote.area),
        "matters": [(each, needs_of(each.kind)) for each in votes.matters_of(vote)],
        "progress": votes.progress_of(vote) if vote.electorate_id else None,
        "results": judged(vote) if counted else [],
        "silence": silence_of(vote) if counted else None,
        "posted": post_by(vote, timezone.localdate()) if counted else None,
        "until": challenge_until(vote),
        "runs": may("property.run_votes", request.actor, vote),
        "types": may("property.enter_papers", request.actor, vote),
        "keeps": may("property.keep_roster", request.actor, vote),
        "here": vote.method == "here",
    }
    return answer(request, "property/votes/desk.html", context)


@needs("property.run_votes")
def ask(request: Visit, vote_id: UUID) -> HttpResponse:
    """A question on the paper."""
    vote = votes.vote_for(request.community, vote_id)
    return step(
        request, forms.MatterForm(sent(request)),
        lambda said: acts.ask_owners(
            vote, **_without_once(said), by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("加一个表决事项"), done=_("加好了。"), back=_to(request, vote),
    )  # fmt: skip


@needs("property.run_votes")
def notice(request: Visit, vote_id: UUID) -> HttpResponse:
    """Gives the notice."""
    vote = votes.vote_for(request.community, vote_id)
    return step(
        request, forms.NoticeForm(sent(request)),
        lambda said: acts.notice_vote(
            vote, **_without_once(said), by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("公布通知，确定名册"), done=_("通知公布了，名册确定了。"), back=_to(request, vote),
        note=_("开始投票要在 15 天以后。确定以后，过户不影响这次表决。"),
    )  # fmt: skip


@needs("property.run_votes")
def give_up(request: Visit, vote_id: UUID) -> HttpResponse:
    """Gives a vote up."""
    vote = votes.vote_for(request.community, vote_id)
    return step(
        request, forms.ReasonForm(sent(request)),
        lambda said: acts.void_vote(
            vote, reason=said["reason"], by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("作废这次表决"), done=_("作废了。"), back=_to(request, vote),
    )  # fmt: skip


@needs("property.run_votes")
@require_POST
def move(request: Visit, vote_id: UUID, name: str) -> HttpResponse:
    """The next step, from the page that was seen."""
    vote = votes.vote_for(request.community, vote_id)
    door = MOVES.get(name)
    seen = request.POST.get("seen", "")
    if door is None or not seen.isdecimal():
        raise Http404
    door(vote, seen=int(seen), by=request.actor, at=timezone.now())
    messages.success(request, _("办好了。"))
    return redirect(_to(request, vote))


@needs("property.keep_roster")
@require_POST
def export(request: Visit, vote_id: UUID) -> HttpResponse:
    """The roll and the questions for the government's system."""
    vote = votes.vote_for(request.community, vote_id)
    results.note_export(vote, by=request.actor, at=timezone.now())
    rows = vote.papers.select_related("owner", "elector").order_by("number")
    table = [
        (each.number, each.label, each.owner.name, each.owner.phone, each.elector.heads,
         each.elector.area / 100)
        for each in rows
    ]  # fmt: skip
    asked = [("", each.title, each.get_kind_display(), "", "", "") for each in vote.matters.all()]
    columns = ("序号", "坐落", "业主", "电话", "人数", "面积")
    return file_response(spreadsheet([*table, *asked], columns), "owners-vote.xlsx", XLSX)


@needs("property.run_votes")
def enter_totals(request: Visit, vote_id: UUID) -> HttpResponse:
    """What the government's system came to."""
    vote = votes.vote_for(request.community, vote_id)
    matters = votes.matters_of(vote)
    rows = [title for each in matters for title in (each.options or [each.title])]
    form = forms.TotalsForm(sent(request), rows=rows)
    return step(
        request, form,
        lambda said: results.enter_totals(
            vote, outcome=_outcome(vote, form), document_no=said["document_no"], by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        title=_("录入政府系统的结果"), done=_("录好了。"), back=_to(request, vote),
    )  # fmt: skip


def _outcome(vote: OwnersVote, form: Any) -> dict[str, Any]:
    place, matters = 0, []
    for each in votes.matters_of(vote):
        options = []
        for _title in each.options or [each.title]:
            options.append([form.weight(f"r{place}_{s}") for s in ("for", "against", "abstain")])
            place += 1
        matters.append(options)
    nobody = as_data(Weight())
    return {
        "all": as_data(Weight(vote.heads, vote.area)), "part": form.weight("part"),
        "void": nobody, "silent": nobody, "paper": 0, "screen": 0, "matters": matters,
    }  # fmt: skip


def _without_once(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name != "once"}


def _to(request: Visit, vote: OwnersVote) -> str:
    return reverse("property:vote_desk", args=[request.community.code, vote.pk])
