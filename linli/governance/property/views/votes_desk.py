"""Owners' votes at the desk: prepared, noticed, run, counted, told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.pages.keyset import cut
from linli.core.pages.stepping import sent, step, version_in
from linli.governance.property.actions import vote_results as results, votes as acts
from linli.governance.property.forms import votes as forms
from linli.governance.property.models import OwnersVote
from linli.governance.property.queries import rosters, vote_law, votes
from linli.governance.property.queries.tallies import as_data
from linli.governance.property.rules.heads import Weight, square_metres
from linli.governance.property.vote_named import (
    draft_result,
    names_candidates,
    names_kept,
    options_of,
)
from linli.governance.property.vote_shown import (
    challenge_until,
    judged,
    needs_of,
    post_by,
    silence_of,
    too_few,
    who_votes,
)
from linli.lib.tables import spreadsheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOVES: dict[str, Any] = {
    "open": acts.open_vote,
    "close": acts.close_vote,
    "count": results.count_vote,
    "prepare": results.prepare_result,
    "publish": results.publish_vote,
}


@needs("property.see_votes_desk")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """Estates with their roster in numbers, and their votes; an owners' committee's own alone."""
    here = request.community
    watched = rosters.estates_watched(request.actor, here)
    context = {
        "estates": [
            (each, square_metres(each.area)) for each in rosters.figures(here, watched)
        ],
        "page": cut(
            list(votes.votes_at_desk(here, watched)), lambda vote: str(vote.pk),
            request.GET.get("after", ""),
        ),
        "manages": may("property.see_desk", request.actor, here),
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
    vote = votes.vote_seen(request.actor, request.community, vote_id)
    counted = vote.state in ("counted", "published")
    context = {
        "vote": vote,
        "scope": who_votes(vote),
        "area": square_metres(vote.area),
        "matters": [
            (each, needs_of(each.kind), options_of(each, named=names_kept(vote, timezone.now())))
            for each in votes.matters_of(vote)
        ],
        "progress": votes.progress_of(vote) if vote.electorate_id else None,
        "results": judged(vote) if counted else [],
        "few": too_few(vote),
        "by_two": counted and names_candidates(vote),
        "prepared": vote.state == "counted" and draft_result(vote) is not None,
        "silence": silence_of(vote) if counted else None,
        "posted": post_by(vote, timezone.localdate()) if counted else None,
        "until": challenge_until(vote),
        "here": vote.method == "here",
    }
    return answer(request, "property/votes/desk.html", context | _steps(request, vote))


def _steps(request: Visit, vote: OwnersVote) -> dict[str, bool]:
    """What this reader may do, and what the time is for."""
    at, actor = timezone.now(), request.actor
    return {
        "begun": vote.opens_at is not None and at >= vote.opens_at,
        "over": vote.closes_at is not None and at >= vote.closes_at,
        "manages": may("property.see_desk", actor, request.community),
        "runs": may("property.run_votes", actor, vote),
        "types": may("property.enter_papers", actor, vote),
        "keeps": may("property.keep_roster", actor, vote),
    }


@needs("property.run_votes")
def change(request: Visit, vote_id: UUID) -> HttpResponse:
    """Writes a draft anew."""
    vote = votes.vote_for(request.community, vote_id)
    told = ("title", "about", "scope", "method", "silent_follow", "silent_ground", "silent_on")
    start = {name: getattr(vote, name) for name in told} | {"place": vote.place_id}
    start["seen"] = vote.version
    places = rosters.places_of(vote.estate)
    form = forms.ChangeVoteForm(sent(request), places=places, initial=start)
    return step(
        request, form,
        lambda said: acts.change_vote(
            vote, seen=said.pop("seen"), once=said.pop("once"), given=said, by=request.actor,
            at=timezone.now(),
        ),
        title=_("修改{vote}").format(vote=vote.title), done=_("改好了。"), back=_to(request, vote),
    )  # fmt: skip


@needs("property.run_votes")
@require_POST
def drop_matter(request: Visit, matter_id: UUID) -> HttpResponse:
    """Takes the last question off the paper."""
    matter = votes.matter_for(request.community, matter_id)
    vote = acts.drop_matter(matter, by=request.actor, at=timezone.now())
    messages.success(request, _("这个事项去掉了。"))
    return redirect(_to(request, vote))


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
        note=_before_asking(request, vote),
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
        note=_before_notice(request, vote),
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
    seen = version_in(request.POST.get("seen", ""))
    if door is None or seen is None:
        raise Http404
    door(vote, seen=seen, by=request.actor, at=timezone.now())
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


def _before_notice(request: Visit, vote: OwnersVote) -> Any:
    """What the notice settles, and where the draft is still put right."""
    days = vote_law.notice_days(vote.community, timezone.localdate())
    said = _("开始投票要在 {days} 天以后。确定以后，过户不影响这次表决。").format(days=days)
    ways = (("ask_owners", _("加一个表决事项")), ("change_vote", _("修改由谁表决和说明")))
    return _with_ways(request, vote, said, ways)


def _before_asking(request: Visit, vote: OwnersVote) -> Any:
    """Who votes, where that is not for every kind of question."""
    if vote.scope == "sharing":
        return ""
    said = _("这次由{voters}表决；使用维修资金，只能由分摊这笔费用的业主表决。").format(
        voters=vote.get_scope_display()
    )
    return _with_ways(request, vote, said, (("change_vote", _("修改由谁表决和说明")),))


def _with_ways(request: Visit, vote: OwnersVote, said: str, ways: Any) -> Any:
    links = format_html_join(
        " · ", '<a href="{}">{}</a>',
        ((reverse(f"property:{name}", args=[request.community.code, vote.pk]), word)
         for name, word in ways),
    )  # fmt: skip
    return format_html("{} {}", said, links)


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
