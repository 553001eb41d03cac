"""Election day at the desk: the paper, the stations, the roster, opening and closing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.governance.elections.actions import polling as actions
from linli.governance.elections.forms.polling import (
    AssistanceForm,
    BallotForm,
    DutyForm,
    PrintForm,
)
from linli.governance.elections.models import Election, Round
from linli.governance.elections.queries import polling as queries
from linli.governance.elections.rules import polling as rules
from linli.mechanisms.ballot.queries.counts import stations_of
from linli.mechanisms.ballot.queries.evening import (
    entered_by_station,
    tellers_by_station,
    who_could_count,
)
from linli.mechanisms.ballot.views.shapes import StationRow


@needs("elections.see_desk")
@require_safe
def show_polling(request: Any, election_id: UUID) -> HttpResponse:
    """Everything of election day on one page, in the order it is seen to."""
    return draw(request, load_election(request, election_id))


@needs("elections.run")
@require_POST
def prepare_ballots(request: Any, election_id: UUID) -> HttpResponse:
    """Makes the paper from the posted list."""
    election = load_election(request, election_id)
    form = BallotForm(request.POST)
    if not form.is_valid():
        return draw(request, election, status=422, ballot_form=form)
    actions.prepare_ballots(
        election,
        form=form.cleaned_data["form"],
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("选票已按公布的候选人名单做好。请看样张，再设投票站、印选票。"))
    return back(request, election)


@needs("elections.help")
@require_POST
def add_duty(request: Any, election_id: UUID) -> HttpResponse:
    """Puts somebody on the roster."""
    election = load_election(request, election_id)
    round_ = _round(election)
    form = _duty_form(request, round_, request.POST)
    if not form.is_valid():
        return draw(request, election, status=422, duty_form=form)
    given = form.cleaned_data
    actions.put_on_duty(given.pop("station"), **given, by=request.actor, at=timezone.now())
    messages.success(request, _("已排班。"))
    return back(request, election, "roster")


@needs("elections.help")
@require_POST
def drop_duty(request: Any, election_id: UUID, duty_id: UUID) -> HttpResponse:
    """Takes somebody off the roster."""
    election = load_election(request, election_id)
    duty = queries.duty_here(request.community.pk, duty_id)
    if duty is None or queries.election_of_station(duty.station) != election:
        raise Http404
    actions.take_off_duty(duty, by=request.actor, at=timezone.now())
    messages.success(request, _("已撤下。"))
    return back(request, election, "roster")


@needs("elections.help")
@require_POST
def add_assistance(request: Any, election_id: UUID) -> HttpResponse:
    """Writes down how many were helped to vote at a station."""
    election = load_election(request, election_id)
    form = AssistanceForm(stations_of(_round(election).poll), request.POST)
    if not form.is_valid():
        return draw(request, election, status=422, help_form=form)
    given = form.cleaned_data
    actions.record_assistance(given.pop("station"), **given, by=request.actor, at=timezone.now())
    messages.success(request, _("记下了。"))
    return back(request, election, "help")


@needs("elections.see_desk")
@require_safe
def print_roster(request: Any, election_id: UUID) -> HttpResponse:
    """The roster as it hangs at the stations."""
    election = load_election(request, election_id)
    round_ = _round(election)
    duties = list(queries.duties_at(round_.poll))
    context = {
        "election": election,
        "round": round_,
        "duties": duties,
        "on_duty": {duty.station_id for duty in duties},
        "rows": _rows(round_),
        "crumbs": crumbs(election, Crumb(_("值班表"))),
    }
    return answer(request, "elections/roster.html", context)


@needs("elections.run")
@require_POST
def open_polls(request: Any, election_id: UUID) -> HttpResponse:
    """Opens the vote."""
    election = load_election(request, election_id)
    actions.open_polls(election, seen=_seen(request), by=request.actor, at=timezone.now())
    messages.success(request, _("投票开始。各站当众查空票箱、加封以后，就可以发选票。"))
    return back(request, election)


@needs("elections.run")
@require_POST
def close_polls(request: Any, election_id: UUID) -> HttpResponse:
    """Closes the vote; the count begins."""
    election = load_election(request, election_id)
    actions.close_polls(election, seen=_seen(request), by=request.actor, at=timezone.now())
    messages.success(request, _("投票结束。各站开箱、清点、唱票、计票，公开进行。"))
    return redirect("ballot:stations", request.community.code, _round(election).poll_id)


@needs("elections.see_desk")
@require_safe
def count(request: Any, election_id: UUID) -> HttpResponse:
    """The count of the latest round, where its stations are."""
    election = load_election(request, election_id)
    round_ = queries.current_round(election)
    if round_ is None:
        return back(request, election)
    return redirect("ballot:stations", request.community.code, round_.poll_id)


def load_election(request: Any, election_id: UUID) -> Election:
    """The election, for those who run it, help or watch; 404 for others."""
    found = (
        Election.objects.filter(community=request.community, pk=election_id)
        .select_related("community", "electorate")
        .first()
    )
    if found is None or not may("elections.see_desk", request.actor, found):
        raise Http404
    return found


def back(request: Any, election: Election, part: str = "") -> HttpResponse:
    """To the page of election day."""
    address = reverse("elections:stations", args=[request.community.code, election.pk])
    return redirect(f"{address}#{part}" if part else address)


def crumbs(election: Election, *more: Crumb) -> list[Crumb]:
    """The way here."""
    code = election.community.code
    home = Crumb(election.title, reverse("elections:desk_election", args=[code, election.pk]))
    here = reverse("elections:stations", args=[code, election.pk]) if more else ""
    return [home, Crumb(_("投票日"), here), *more]


def draw(request: Any, election: Election, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of election day, with a form that was wrong in its place."""
    round_, on = queries.current_round(election), timezone.localdate()
    coming = queries.coming_round(election)
    runs = may("elections.run", request.actor, election)
    helps = may("elections.help", request.actor, election)
    made = round_ is not None and round_.number == coming
    context: dict[str, Any] = {
        "election": election,
        "round": round_ if made else None,
        "candidates": queries.candidates_of_round(election),
        "crumbs": crumbs(election),
        "runs": runs,
        "helps": helps,
    }
    may_make = runs and election.state == "nominated"
    if may_make and (not made or not queries.printed_in(round_)):  # type: ignore[arg-type]
        context["ballot_form"] = BallotForm()
    if made and round_ is not None:
        context |= _of_round(request, election, round_, on, runs=runs, helps=helps)
    return answer(request, "elections/polling.html", context | forms, status=status)


def _of_round(
    request: Any, election: Election, round_: Round, on: Any, *, runs: bool, helps: bool
) -> dict[str, Any]:
    stations = stations_of(round_.poll)
    ledger = queries.ledger_of(round_)
    before, during = election.state == "nominated", election.state == "polling"
    more: dict[str, Any] = {
        "rows": _rows(round_),
        "duties": queries.duties_at(round_.poll),
        "printings": queries.printings_of(round_),
        "ledger": ledger,
        "helped": queries.assistance_in(round_.poll),
    }
    if helps and rules.help_while_counted(election.state) and stations.exists():
        more["help_form"] = AssistanceForm(stations)
    if helps and (before or during):
        more["duty_form"] = _duty_form(request, round_)
    if runs and (before or during) and stations.exists():
        more["print_form"] = PrintForm(stations)
    if before:
        more["conditions"] = queries.opening_conditions(election, round_, on)
        electors = election.electorate.size if election.electorate else 0
        more["enough"] = rules.papers_enough(ledger.printed, electors)
    elif during:
        more["conditions"] = [rules.boxes_sealed(queries.stations_not_sealed(round_))]
    else:
        more["conditions"] = [ledger.finding]
    return more


def _rows(round_: Round) -> list[StationRow]:
    named, entered = tellers_by_station(round_.poll), entered_by_station(round_.poll)
    return [
        StationRow(each, named.get(each.pk, {}), frozenset(entered.get(each.pk, ())))
        for each in stations_of(round_.poll).select_related("poll", "community", "merged_into")
    ]


def _duty_form(request: Any, round_: Round, data: Any = None) -> DutyForm:
    accounts = who_could_count(request.community, timezone.localdate())
    return DutyForm(stations_of(round_.poll), accounts, data)


def _round(election: Election) -> Round:
    found = queries.current_round(election)
    if found is None:
        raise Http404
    return found


def _seen(request: Any) -> int | None:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdigit() else None
