"""The desk's list of elections, an election's home, its plan, and the steps that bear on all."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.audit.queries import entries_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Entry
from linli.governance.elections import actions
from linli.governance.elections.actions.candidacies import judge_candidates, met_on
from linli.governance.elections.forms import desk as forms
from linli.governance.elections.models import Election
from linli.governance.elections.queries.elections import (
    candidates_of,
    committee_of,
    election_at_desk,
    elections_of,
    nominations_of,
    notices_of,
    objections_to,
    registration_counts,
)
from linli.governance.elections.rules import nomination, proxies
from linli.governance.elections.views import shapes
from linli.governance.elections.yardsticks import law_of
from linli.lib.law import Finding
from linli.mechanisms.flow.queries import timeline


@needs("elections.see_desk")
def desk_list(request: Visit) -> HttpResponse:
    """All elections, and the way to plan the next."""
    context = {
        "elections": list(elections_of(request.community)),
        "may_plan": may("elections.plan", request.actor, request.community),
    }
    return answer(request, "elections/desk_list.html", context)


@needs("elections.plan")
def new(request: Visit) -> HttpResponse:
    """The day, the offices and the term; the plan follows from them."""
    form = forms.PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        election = actions.plan(
            request.community, plan=form.plan(), by=request.actor, at=timezone.now()
        )
        messages.success(request, _("计划排好了。"))
        return to_election(election)
    context = {"form": form}
    status = 422 if form.is_bound else 200
    return answer(request, "elections/new.html", context, status=status)


@needs("elections.see_desk")
def desk_election(request: Visit, election_id: UUID) -> HttpResponse:
    """Where the election stands, what is due, and the next step."""
    election = election_at_desk(request.actor, request.community, election_id)
    return answer(request, "elections/desk_election.html", _home(request, election))


@needs("elections.see_desk")
def plan_sheet(request: Visit, election_id: UUID) -> HttpResponse:
    """The dated plan as it is printed and handed round."""
    election = election_at_desk(request.actor, request.community, election_id)
    context = {"election": election, "lines": _lines(election), "today": timezone.localdate()}
    return answer(request, "elections/plan_sheet.html", context)


@needs("elections.plan")
def mode(request: Visit, election_id: UUID) -> HttpResponse:
    """Who votes, by whose decision."""
    election = election_at_desk(request.actor, request.community, election_id)
    initial = {
        "seen": election.version,
        "mode": election.mode or "electors",
        "decision": election.mode_decision,
        "decided_on": election.mode_decided_on,
    }
    form = forms.ModeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.decide_mode(election, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("选举方式登记好了。"))
        return to_election(election)
    return step_page(request, election, form, _("选举方式"), _("登记"))


@needs("elections.see_desk")
def postpone(request: Visit, election_id: UUID) -> HttpResponse:
    """Another day, and why."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.PostponeForm(request.POST or None, initial={"seen": election.version})
    if request.method == "POST" and form.is_valid():
        actions.postpone(election, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已改期，日程跟着变了。"))
        return to_election(election)
    lead = _("改期以后，日程从新的选举日重新倒排；已经公布的名单继续有效。")
    return step_page(request, election, form, _("选举改期"), _("改期"), lead=lead)


@needs("elections.see_desk")
def cancel(request: Visit, election_id: UUID) -> HttpResponse:
    """Calls the election off."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.CancelForm(request.POST or None, initial={"seen": election.version})
    if request.method == "POST" and form.is_valid():
        actions.cancel(election, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("这次选举取消了。"))
        return redirect("elections:desk_list", community_code=request.community.code)
    return step_page(request, election, form, _("取消选举"), _("取消这次选举"), danger=True)


@needs("elections.run")
def open_registration(request: Visit, election_id: UUID) -> HttpResponse:
    """Opens the registration of electors."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.StepForm(request.POST or None, initial={"seen": election.version})
    if request.method == "POST" and form.is_valid():
        actions.open_registration(
            election, by=request.actor, at=timezone.now(), seen=form.cleaned_data["seen"]
        )
        messages.success(request, _("登记开始了，公告已经贴出。"))
        return to_election(election)
    lead = _("公告会写明谁可以登记、在哪里登记、什么时候截止，贴到公告栏。")
    return step_page(request, election, form, _("开始选民登记"), _("开始登记"), lead=lead)


def step_page(
    request: Visit,
    election: Election,
    form: Any,
    title: str,
    button: str,
    *,
    lead: str = "",
    danger: bool = False,
    **more: Any,
) -> HttpResponse:
    """A page with one form and one button, for every step that is no more than that."""
    context = {
        "election": election,
        "form": form,
        "title": title,
        "button": button,
        "lead": lead,
        "danger": danger,
        **more,
    }
    return answer(request, "elections/step.html", context, status=422 if form.is_bound else 200)


def to_election(election: Election) -> HttpResponse:
    """Back to the election's home at the desk."""
    return redirect(
        "elections:desk_election",
        community_code=election.community.code,
        election_id=election.pk,
    )


def _home(request: Visit, election: Election) -> dict[str, Any]:
    counts = registration_counts(election)
    objections = list(objections_to(election))
    undecided = [each for each in objections if each.state == "lodged"]
    seats = list(committee_of(election))
    nominations = list(nominations_of(election))
    return {
        "election": election,
        "stages": shapes.stages(election),
        "lines": _lines(election),
        "next": shapes.next_step(
            election, counts.get("applied", 0), len(undecided), timezone.localdate()
        ),
        "counts": counts,
        "seats": seats,
        "sitting": sum(seat.serves for seat in seats),
        "objections": len(objections),
        "undecided": len(undecided),
        "nominations": len(nominations),
        "standing": sum(not each.withdrew_on for each in candidates_of(election)),
        "notices": list(notices_of(election)),
        "findings": _findings(election),
        "entries": timeline(election.flow, election, public=False),
        "book": _book(election),
        "may_call_off": may("elections.call_off", request.actor, election),
        "may_plan": may("elections.plan", request.actor, election),
    }


def _findings(election: Election) -> list[Finding]:
    """What the law asks of the present stage, as far as it can be said today."""
    today = timezone.localdate()
    if election.state == "listed":
        return judge_candidates(election, law_of(election, today))
    if election.state == "nominated":
        met = nomination.candidates_met(met_on(election), election.day)
        if election.mode == "representatives":
            return [met]
        posted = shapes.done_days(election, shapes.moves_of(election)).get("proxies")
        return [met, proxies.proxies_posted(posted, election.day)]
    return []


def _lines(election: Election) -> list[shapes.Line]:
    return shapes.plan_lines(election, timezone.localdate(), shapes.moves_of(election))


def _book(election: Election) -> list[Entry]:
    return [Entry(at=entry.at, what=entry.words) for entry in entries_of(election.pk)]
