"""The election committee: its entry, its kin, who leaves and who follows."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.actions import invite
from linli.core.access.gates import Visit, needs
from linli.core.access.models import Account
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.people.models import Person
from linli.core.people.queries import load_person
from linli.governance.elections import actions
from linli.governance.elections.actions.organising import touched
from linli.governance.elections.forms import desk as forms
from linli.governance.elections.models import CommitteeSeat, Election
from linli.governance.elections.queries.elections import (
    committee_of,
    election_at_desk,
    kinships_of,
    nominations_of,
)
from linli.governance.elections.views.finding import chosen, searched
from linli.governance.elections.views.plans import step_page


@needs("elections.see_desk")
def committee(request: Visit, election_id: UUID) -> HttpResponse:
    """The earlier result in its order, and who sits today."""
    election = election_at_desk(request.actor, request.community, election_id)
    return answer(request, "elections/committee.html", _committee(request, election))


@needs("elections.plan")
def place(request: Visit, election_id: UUID) -> HttpResponse:
    """Enters the next one of the result."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.PlaceForm(request.POST or None)
    person = chosen(request)
    if person is not None and form.is_valid():
        part = form.cleaned_data["part"]
        actions.place_on_committee(
            election,
            person=person,
            serves=part != "substitute",
            chairs=part == "chair",
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("记下了。"))
        return _to_committee(election)
    context = {**_committee(request, election), "place_form": form, **searched(request)}
    return answer(request, "elections/committee.html", context)


@needs("elections.plan")
@require_POST
def strike(request: Visit, election_id: UUID, seat_id: UUID) -> HttpResponse:
    """Takes back an entry made by mistake."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.strike_from_committee(
        election, seat=_seat(election, seat_id), by=request.actor, at=timezone.now()
    )
    return _to_committee(election)


@needs("elections.plan")
def form_committee(request: Visit, election_id: UUID) -> HttpResponse:
    """Who chose it; from here on it runs the election."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.FormCommitteeForm(request.POST or None, initial={"seen": election.version})
    if request.method == "POST" and form.is_valid():
        actions.form_committee(election, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("选举委员会产生了，名单已经贴到公告栏。"))
        return _to_committee(election)
    lead = _("登记以后，选举由选举委员会主持；成员的账号就能在工作台办理选举。")
    return step_page(request, election, form, _("公布选举委员会"), _("登记并公布"), lead=lead)


@needs("elections.run")
def leave(request: Visit, election_id: UUID, seat_id: UUID) -> HttpResponse:
    """A member leaves for a reason of their own."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.leave_committee(
            election,
            seat=_seat(election, seat_id),
            reason=form.cleaned_data["reason"],
            absences=form.cleaned_data["absences"] or 0,
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("已退出，候补依次递补。"))
        return _to_committee(election)
    return step_page(request, election, form, _("成员退出"), _("办理退出"), danger=True)


@needs("elections.run")
@require_POST
def chair(request: Visit, election_id: UUID, seat_id: UUID) -> HttpResponse:
    """The committee has chosen who leads it."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.name_chair(election, seat=_seat(election, seat_id), by=request.actor, at=timezone.now())
    messages.success(request, _("记下了。"))
    return _to_committee(election)


@needs("elections.help")
def kin(request: Visit, election_id: UUID) -> HttpResponse:
    """Declares near relatives."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.KinForm(request.POST or None, people=_with_a_part(election))
    other = chosen(request)
    if other is not None and form.is_valid():
        actions.declare_kinship(
            election,
            one=load_person(request.community, UUID(form.cleaned_data["one"])),
            other=other,
            relation=form.cleaned_data["relation"],
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("记下了；该退出的已经退出。"))
        return _to_committee(election)
    context = {"election": election, "form": form, **searched(request)}
    return answer(request, "elections/kin.html", context)


@needs("elections.help")
@require_POST
def strike_kin(request: Visit, election_id: UUID, kinship_id: UUID) -> HttpResponse:
    """Takes back a relation declared by mistake."""
    election = election_at_desk(request.actor, request.community, election_id)
    kinship = kinships_of(election).filter(pk=kinship_id).first()
    if kinship is None:
        raise Http404
    actions.strike_kinship(election, kinship=kinship, by=request.actor, at=timezone.now())
    return _to_committee(election)


@needs("access.appoint")
@require_POST
def slip(request: Visit, election_id: UUID, seat_id: UUID) -> HttpResponse:
    """A slip for a member who has no account yet, shown and printed this once."""
    election = election_at_desk(request.actor, request.community, election_id)
    seat = _seat(election, seat_id)
    _invitation, code = invite(
        request.community,
        person=seat.person,
        post="election_committee",
        by=request.actor,
        at=timezone.now(),
    )
    url = request.build_absolute_uri(reverse("access_accept", kwargs={"code": code}))
    context = {"election": election, "seat": seat, "code": code, "url": url}
    return answer(request, "elections/slip.html", context)


def _committee(request: Visit, election: Election) -> dict[str, Any]:
    seats = list(committee_of(election))
    here = set(
        Account.objects.filter(
            person__in=[seat.person_id for seat in seats], is_active=True
        ).values_list("person_id", flat=True)
    )
    return {
        "election": election,
        "rows": [{"seat": seat, "has_account": seat.person_id in here} for seat in seats],
        "kinships": list(kinships_of(election)),
        "place_form": forms.PlaceForm(),
        "may_plan": may("elections.plan", request.actor, election),
        "may_run": may("elections.run", request.actor, election),
        "may_add": _may_add(request, election, seats),
        "may_help": may("elections.help", request.actor, election),
        "may_invite": may("access.appoint", request.actor, election),
        "sees_kin": may("elections.help", request.actor, election),
        "complete": any(seat.serves and seat.chairs for seat in seats),
    }


def _may_add(request: Visit, election: Election, seats: list[CommitteeSeat]) -> bool:
    """Before the committee is posted, and afterwards where no substitute is left."""
    barred = touched(election, timezone.localdate())
    waiting = any(
        not seat.serves and seat.left_on is None and seat.person_id not in barred for seat in seats
    )
    open_ = election.state == "planned" or (election.current.open and not waiting)
    return open_ and may("elections.plan", request.actor, election)


def _with_a_part(election: Election) -> list[tuple[str, str]]:
    people: dict[UUID, Person] = {
        seat.person_id: seat.person for seat in committee_of(election) if not seat.left_on
    }
    for nomination in nominations_of(election):
        people.setdefault(nomination.person_id, nomination.person)
    return [(str(key), person.name) for key, person in people.items()]


def _seat(election: Election, seat_id: UUID) -> CommitteeSeat:
    seat = committee_of(election).filter(pk=seat_id).first()
    if seat is None:
        raise Http404
    return seat


def _to_committee(election: Election) -> HttpResponse:
    return redirect(
        "elections:committee", community_code=election.community.code, election_id=election.pk
    )
