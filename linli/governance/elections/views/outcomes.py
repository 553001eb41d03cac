"""The result: declared at the desk, shown to all with every step, printed; the further vote."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.people.choosing import FindForm
from linli.governance.elections.actions import declaring as acts, seating
from linli.governance.elections.forms.declaring import AgainForm, DeclareForm, WrittenInForm
from linli.governance.elections.models import Election
from linli.governance.elections.queries import outcomes
from linli.governance.elections.queries.counted import (
    Counted,
    candidates_of,
    current_round,
    is_counted,
    judge,
)
from linli.governance.elections.queries.elections import election_at_desk, public_election
from linli.lib.law import Finding, Refused
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of


@public
def show_public(request: Visit, election_id: UUID) -> HttpResponse:
    """Who was elected, with every step of how it came about. While its notice is up."""
    election = public_election(request.community, election_id)
    found = [
        outcomes.for_everybody(each)
        for each in outcomes.all_declared(election)
        if _is_up(each.round)
    ]
    if not found:
        raise Http404
    context = {"election": election, "rounds": found}
    data = {"title": election.title, "mode": election.mode, "rounds": [_data(x) for x in found]}
    return answer(request, "elections/result.html", context, json=data)


@needs("elections.see_desk")
def show(request: Visit, election_id: UUID) -> HttpResponse:
    """The outcome at the desk: what was declared, what follows, and the next step."""
    election = election_at_desk(request.actor, request.community, election_id)
    round_ = current_round(election)
    rounds = outcomes.all_declared(election)
    context = {
        "election": election,
        "rounds": rounds,
        "last": rounds[-1] if rounds else None,
        "ready": is_counted(election),
        "counting": round_ is not None and election.state == "counting",
        "runs": may("elections.run", request.actor, election),
        "seats": outcomes.members_from(election),
        "without_post": outcomes.without_post(election),
        "written_in": outcomes.written_in(election),
        "again": _fields(rounds[-1].round) if rounds else [],
    }
    return answer(request, "elections/outcome.html", context)


@needs("elections.run")
def declare(request: Visit, election_id: UUID) -> HttpResponse:
    """The whole derivation before it is declared, and the declaring of it."""
    election = election_at_desk(request.actor, request.community, election_id)
    round_ = current_round(election)
    if round_ is None or not is_counted(election):
        raise Refused(Finding(False, "elections.counted_in_full", ("rcl2025.19",)))
    standing = candidates_of(round_)
    form = DeclareForm(request.POST or None, row=election, candidates=standing)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        declined = [UUID(each) for each in given.pop("declined")]
        acts.declare(election, by=request.actor, at=timezone.now(), declined=declined, **given)
        messages.success(request, _("结果已宣布并公布。"))
        return _back(election)
    context = {"election": election, "form": form, "judged": _judged(judge(round_))}
    return answer(request, "elections/declare.html", context, status=422 if form.is_bound else 200)


@needs("elections.run")
def hold_again(request: Visit, election_id: UUID) -> HttpResponse:
    """Calls a further vote for the seats that are left."""
    election = election_at_desk(request.actor, request.community, election_id)
    rounds = outcomes.all_declared(election)
    if not rounds:
        raise Refused(Finding(False, "elections.seats_are_open", ("rcl2025.19",), {"left": 0}))
    form = AgainForm(request.POST or None, row=election)
    if request.method == "POST" and form.is_valid():
        acts.hold_again(election, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已决定另行选举，可以印制选票。"))
        return _back(election)
    context = {
        "election": election,
        "form": form,
        "last": rounds[-1],
        "again": _fields(rounds[-1].round),
    }
    return answer(request, "elections/again.html", context, status=422 if form.is_bound else 200)


@needs("elections.run")
@require_POST
def report(request: Visit, election_id: UUID) -> HttpResponse:
    """Notes that the street office has the result."""
    election = election_at_desk(request.actor, request.community, election_id)
    acts.report(election, by=request.actor, at=timezone.now())
    messages.success(request, _("已记录报送街道办事处。"))
    return _back(election)


@needs("elections.run")
def seat_written_in(request: Visit, election_id: UUID, place: int) -> HttpResponse:
    """Finds in the register whom a written-in name means."""
    election = election_at_desk(request.actor, request.community, election_id)
    waiting = outcomes.written_in(election)
    if place >= len(waiting):
        raise Http404
    line = waiting[place]
    words = request.POST.get("q", line["name"]).strip()
    sent = request.POST if request.method == "POST" and "find" not in request.POST else None
    form = WrittenInForm(sent, community=request.community, words=words, on=timezone.localdate())
    if form.is_valid():
        seating.seat_written_in(
            election,
            name=line["name"],
            by=request.actor,
            at=timezone.now(),
            **form.cleaned_data,
        )
        messages.success(request, _("已确认。"))
        return _back(election)
    context = {"election": election, "line": line, "form": form, "words": words}
    context["find"] = FindForm({"q": words})
    return answer(
        request, "elections/seat_written_in.html", context, status=422 if form.is_bound else 200
    )


@needs("elections.run")
@require_POST
def invite(request: Visit, election_id: UUID) -> HttpResponse:
    """Slips for the elected who have no account yet; their codes are shown this once."""
    election = election_at_desk(request.actor, request.community, election_id)
    made = seating.invite_elected(election, by=request.actor, at=timezone.now())
    slips = [
        {
            "seat": seat,
            "code": code,
            "expires_at": slip.expires_at,
            "url": request.build_absolute_uri(reverse("access_accept", kwargs={"code": code})),
        }
        for seat, slip, code in made
    ]
    return answer(request, "elections/post_slips.html", {"election": election, "slips": slips})


@needs("elections.see_desk")
def show_sheet(request: Visit, election_id: UUID) -> HttpResponse:
    """The result as it is signed on paper: figures that balance, votes, steps, signatures."""
    election = election_at_desk(request.actor, request.community, election_id)
    context = {"election": election, "rounds": outcomes.all_declared(election)}
    return answer(request, "elections/result_sheet.html", context)


@needs("elections.see_desk")
def show_certificates(request: Visit, election_id: UUID) -> HttpResponse:
    """A certificate of election for each of the elected, a page each."""
    election = election_at_desk(request.actor, request.community, election_id)
    context = {"election": election, "seats": outcomes.members_from(election)}
    return answer(request, "elections/certificates.html", context)


def _judged(counted: Counted) -> dict[str, Any]:
    """What would be declared, drawn as what was declared is."""
    kept = acts.as_kept(counted)
    return {
        **kept,
        "offices": [outcomes.with_words(each) for each in kept["offices"]],
        "steps": counted.outcome.findings,
    }


def _fields(round_: Any) -> list[dict[str, Any]]:
    left = {each["office"]: each["left"] for each in round_.outcome.get("offices", [])}
    return [
        {"title": outcomes.TITLES[office], "left": left[office], "standing": standing}
        for office, standing in outcomes.fields_again(round_).items()
    ]


def _is_up(round_: Any) -> bool:
    notices = postings_of(round_).filter(state__in=Posting.SHOWN)
    return any(each.is_up(timezone.now()) for each in notices)


def _data(found: outcomes.Declared) -> dict[str, Any]:
    """A round as data: figures, names and votes, and each step; nobody's id."""
    shown = ("electors", "issued", "spoiled", "cast", "unreturned", "void", "valid", "left")
    return {
        "round": found.round.number,
        "day": found.round.day,
        **{name: found.kept[name] for name in shown},
        "elected": [
            {"office": each["office"], "name": each["name"], "votes": each["votes"]}
            for each in found.elected
        ],
        "tally": [
            {"office": each["office"], "name": name, "votes": votes}
            for each in found.offices
            for name, votes in each["tally"]
        ],
        "steps": list(found.steps),
    }


def _back(election: Election) -> HttpResponse:
    return redirect(
        "elections:outcome",
        community_code=election.community.code,
        election_id=election.pk,
    )
