"""An election for residents: what is going on, am I on the list, what can I do today."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.people.models import Person
from linli.core.people.queries import own_record
from linli.governance.elections import actions
from linli.governance.elections.actions.posting import notice_of
from linli.governance.elections.actions.proxies import live_proxies
from linli.governance.elections.forms import residents as forms
from linli.governance.elections.models import Election, Nominator, Objection
from linli.governance.elections.postings import ROLL
from linli.governance.elections.queries.elections import (
    candidates_of,
    elections_of,
    meetings_of,
    nomination_in,
    nominations_of,
    notices_of,
    public_election,
)
from linli.governance.elections.queries.polling import coming_round, current_round
from linli.governance.elections.queries.standing import (
    elector_of,
    ground_by_roster,
    household_of,
    is_candidate,
    mandate_used,
    objections_open,
    registration_of,
)
from linli.governance.elections.rules import steps
from linli.governance.elections.rules.electorate import may_use_proxies
from linli.governance.elections.views import shapes
from linli.governance.elections.views.finding import on_roll, require_on_roll
from linli.governance.elections.views.registration import tell_registered
from linli.governance.elections.yardsticks import law_of
from linli.lib.law import require
from linli.mechanisms.ballot.models import Elector, Proxy

STANDING = ("nominated", "polling", "counting")


@dataclass(frozen=True)
class Own:
    """Where the reader stands; empty for who has not signed in, or is not in the roster."""

    person: Person | None = None
    registration: Any = None
    elector: Elector | None = None
    objections: tuple[Objection, ...] = ()
    nominated: tuple[Any, ...] = ()
    proxy: Proxy | None = None
    proxy_used: bool = False
    held: tuple[Proxy, ...] = ()
    candidate: bool = False


@public
def list_elections(request: Visit) -> HttpResponse:
    """Every election of the community: the present one first."""
    rows = list(elections_of(request.community))
    return answer(
        request,
        "elections/list.html",
        {
            "elections": rows,
            "may_see_desk": may("elections.see_desk", request.actor, request.community),
        },
        json=lambda: {"elections": [as_data(row) for row in rows]},
    )


@public
def one(request: Visit, election_id: UUID) -> HttpResponse:
    """What is going on, in plain words; and for whoever has signed in, where they stand."""
    election = public_election(request.community, election_id)
    own = own_of(request, election)
    today = timezone.localdate()
    lines = shapes.plan_lines(election, today, shapes.moves_of(election))
    context = {
        "election": election,
        "offices": list(election.offices.order_by("position")),
        "stages": shapes.stages(election),
        "round": current_round(election) if election.state == "counting" else None,
        "lines": sorted(
            (line for line in lines if line.name not in ("prepare", "audit", "file")),
            key=lambda line: line.done_on or line.on,
        ),
        "own": own,
        "notices": list(notices_of(election)),
        "candidates": _candidates(election),
        "again": coming_round(election) > 1,
        "meetings": list(meetings_of(election)),
        "may_object": objections_open(election, today),
        "proxies_allowed": bool(election.mode) and may_use_proxies(election.mode),
        "today": today,
        "may_see_desk": may("elections.see_desk", request.actor, request.community),
    }
    return answer(request, "elections/one.html", context, json=lambda: as_data(election))


@public
def roll(request: Visit, election_id: UUID) -> HttpResponse:
    """The lasting address of the posted roll: to its notice while that hangs, else to the
    election's page, which says where it stands."""
    election = public_election(request.community, election_id)
    posting = notice_of(election, ROLL)
    if posting is None:
        return to_one(election)
    code = request.community.code
    return redirect("publication:notice", community_code=code, notice=posting.pk)


@signed_in
def register(request: Visit, election_id: UUID) -> HttpResponse:
    """I take part."""
    election = public_election(request.community, election_id)
    person = _person(request)
    ground = ground_by_roster(person, election.day)
    initial = {"ground": ground or "resident"}
    form = forms.TakePartForm(request.POST or None, initial=initial, known=ground is not None)
    if request.method == "POST" and form.is_valid():
        given = {key: form.cleaned_data[key] for key in ("ground", "paper", "worker_since")}
        home = household_of(election, person)
        made = actions.register(
            election, person=person, way="self", household=home, **given, **_now(request)
        )
        tell_registered(request, made.state)
        return to_one(election)
    context = {
        "election": election,
        "form": form,
        "ground": ground,
        "own": own_of(request, election),
    }
    status = 422 if form.is_bound else 200
    return answer(request, "elections/take_part.html", context, status=status)


@signed_in
@require_POST
def leave(request: Visit, election_id: UUID) -> HttpResponse:
    """I do not take part after all."""
    election = public_election(request.community, election_id)
    row = registration_of(election, _person(request).pk)
    if row is None:
        raise Http404
    actions.withdraw_registration(election, registration=row, **_now(request))
    messages.success(request, _("已撤回登记。截止以前可以重新登记。"))
    return to_one(election)


@signed_in
def object_to_roll(request: Visit, election_id: UUID) -> HttpResponse:
    """Something is wrong with the roll."""
    election = public_election(request.community, election_id)
    person = _person(request)
    form = forms.ObjectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        missing = given["kind"] == "missing"
        elector = None if missing else on_roll(form, "number", election)
        if missing or elector is not None:
            actions.object_to_roll(
                election,
                kind=given["kind"],
                text=given["text"],
                objector=person,
                person=person if missing else None,
                elector=elector,
                **_now(request),
            )
            messages.success(request, _("异议收到了。选举委员会三日内处理，结果会公布。"))
            return to_one(election)
    return _step(request, election, form, _("对选民名单有异议"), _("提出异议"))


@signed_in
@require_POST
def withdraw_objection(request: Visit, election_id: UUID, objection_id: UUID) -> HttpResponse:
    """I take my objection back."""
    election = public_election(request.community, election_id)
    mine = {each.pk: each for each in own_of(request, election).objections}
    if objection_id not in mine:
        raise Http404
    actions.withdraw_objection(mine[objection_id], **_now(request))
    messages.success(request, _("异议已撤回。"))
    return to_one(election)


@public
def nominations(request: Visit, election_id: UUID) -> HttpResponse:
    """Who was put forward, and how many have joined; whoever stands on the roll may join."""
    election = public_election(request.community, election_id)
    own = own_of(request, election)
    rows = [row for row in nominations_of(election) if row.state in ("put_forward", "accepted")]
    joined = set()
    if own.elector is not None:
        ids = [row.pk for row in rows]
        joined = set(own_joined(election, own.elector, ids))
    context = {
        "election": election,
        "rows": [{"row": row, "joined": row.pk in joined} for row in rows],
        "own": own,
        "least": law_of(election, timezone.localdate()).nominators_least,
    }
    return answer(request, "elections/nominations_public.html", context)


@signed_in
def put_forward(request: Visit, election_id: UUID) -> HttpResponse:
    """I put somebody forward; others join."""
    election = public_election(request.community, election_id)
    first = require_on_roll(elector_of(election, _person(request).pk))
    form = forms.PutForwardForm(request.POST or None, election=election)
    if request.method == "POST" and form.is_valid():
        nominee = on_roll(form, "nominee", election)
        if nominee is not None:
            office = election.offices.get(pk=form.cleaned_data["office"])
            actions.nominate(
                election, office=office, person=nominee.person, proposed_by="electors", first=first,
                **_now(request),
            )  # fmt: skip
            messages.success(request, _("提名记下了。请邻居们也来联名，满十人就成立。"))
            return _to(election, "public_nominations")
    return _step(request, election, form, _("联名提名"), _("提名"))


@signed_in
@require_POST
def join(request: Visit, election_id: UUID, nomination_id: UUID) -> HttpResponse:
    """I put my name to it, or take it back."""
    election = public_election(request.community, election_id)
    elector = require_on_roll(elector_of(election, _person(request).pk))
    row = nomination_in(election, nomination_id)
    verb = actions.leave_nomination if request.POST.get("leave") else actions.join_nomination
    verb(election, nomination=row, elector=elector, **_now(request))
    messages.success(request, _("退出了联名。") if request.POST.get("leave") else _("联名记下了。"))
    return _to(election, "public_nominations")


@signed_in
@require_POST
def answer_nomination(request: Visit, election_id: UUID, nomination_id: UUID) -> HttpResponse:
    """I stand, or I do not."""
    election = public_election(request.community, election_id)
    row = nomination_in(election, nomination_id)
    accepts = request.POST.get("accepts") == "yes"
    actions.answer_nomination(row, accepts=accepts, **_now(request))
    messages.success(request, _("谢谢，记下了。"))
    return to_one(election)


@signed_in
def let_vote(request: Visit, election_id: UUID) -> HttpResponse:
    """Somebody votes for me while I am away."""
    election = public_election(request.community, election_id)
    principal = require_on_roll(elector_of(election, _person(request).pk))
    form = forms.LetVoteForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        holder = on_roll(form, "holder", election)
        if holder is not None:
            given = {key: form.cleaned_data[key] for key in ("written_on", "away", "in_writing")}
            actions.give_proxy(
                election, principal=principal, holder=holder, **given, **_now(request)
            )
            messages.success(request, _("委托登记好了。委托人和受托人的名单会公布。"))
            return to_one(election)
    lead = _("外出不能投票的，可以书面委托名单上的另一位选民代为投票。受托人要按您的意愿投。")
    return _step(request, election, form, _("委托投票"), _("登记委托"), lead=lead)


@signed_in
@require_POST
def revoke(request: Visit, election_id: UUID) -> HttpResponse:
    """I vote myself."""
    election = public_election(request.community, election_id)
    proxy = own_of(request, election).proxy
    if proxy is None:
        raise Http404
    actions.revoke_proxy(election, proxy=proxy, **_now(request))
    messages.success(request, _("委托已撤销，请到时候自己来投票。"))
    return to_one(election)


def own_of(request: Visit, election: Election) -> Own:
    """Where the reader stands towards this election."""
    person = own_record(request.actor)
    if person is None or person.community_id != election.community_id:
        return Own()
    elector = elector_of(election, person.pk)
    mine = Objection.objects.filter(
        community=election.community_id, election=election, by=person
    ).order_by("lodged_at")
    asked = nominations_of(election).filter(person=person)
    proxies = live_proxies(election).select_related("principal", "holder")
    proxy = proxies.filter(principal=elector).first() if elector else None
    return Own(
        person=person,
        registration=registration_of(election, person.pk),
        elector=elector,
        objections=tuple(mine),
        nominated=tuple(asked),
        proxy=proxy,
        proxy_used=proxy is not None and mandate_used(proxy),
        held=tuple(proxies.filter(holder=elector)) if elector else (),
        candidate=is_candidate(election, person.pk),
    )


def own_joined(election: Election, elector: Elector, nominations_: list[UUID]) -> Any:
    """In which of these nominations the reader has joined."""
    return Nominator.objects.filter(
        community=election.community_id, elector=elector, nomination__in=nominations_
    ).values_list("nomination_id", flat=True)


def as_data(election: Election) -> dict[str, Any]:
    """An election as everybody may read it, as data; people's names are on the notices only."""
    return {
        "id": str(election.pk),
        "kind": election.kind,
        "title": election.title,
        "state": election.state,
        "mode": election.mode or None,
        "day": election.day,
        "term": [election.term_starts, election.term_ends],
        "roll_posted_on": election.roll_posted_on,
        "candidates_posted_on": election.candidates_posted_on,
        "declared_at": election.declared_at,
    }


def _candidates(election: Election) -> list[shapes.Field]:
    """Those who stand in the coming round, from the posting of their names to the result."""
    if election.candidates_posted_on is None or election.state not in STANDING:
        return []
    rows = candidates_of(election, coming_round(election))
    return shapes.fields(election, [row for row in rows if not row.withdrew_on])


def _person(request: Visit) -> Person:
    """The reader's own record in this community; refused with the way on where there is none."""
    person = own_record(request.actor)
    here = person is not None and person.community_id == request.community.pk
    require(steps.known_here(known=here))
    assert person is not None
    return person


def _step(
    request: Visit, election: Election, form: Any, title: str, button: str, lead: str = ""
) -> HttpResponse:
    context = {"election": election, "form": form, "title": title, "button": button, "lead": lead}
    status = 422 if form.is_bound else 200
    return answer(request, "elections/step_public.html", context, status=status)


def _now(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def to_one(election: Election) -> HttpResponse:
    """Back to the election's page."""
    return _to(election, "one")


def _to(election: Election, name: str) -> HttpResponse:
    return redirect(
        f"elections:{name}", community_code=election.community.code, election_id=election.pk
    )
