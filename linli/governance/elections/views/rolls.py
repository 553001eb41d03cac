"""The roll at the desk: drawn up, looked at, posted, corrected, printed; and objections to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.governance.elections import actions
from linli.governance.elections.actions.posting import notice_of
from linli.governance.elections.flows import OBJECTION
from linli.governance.elections.forms import desk as forms
from linli.governance.elections.models import Election, Objection
from linli.governance.elections.postings import ROLL
from linli.governance.elections.queries.elections import (
    election_at_desk,
    objection_in,
    objections_to,
    registration_counts,
)
from linli.governance.elections.queries.proposing import line_numbered, whole_roll
from linli.governance.elections.queries.standing import objections_open
from linli.governance.elections.rules.roll import roll_posted_in_time
from linli.governance.elections.views.finding import chosen, on_roll, searched
from linli.governance.elections.views.plans import step_page
from linli.governance.elections.yardsticks import law_of
from linli.mechanisms.flow.queries import moves_open, timeline


@needs("elections.see_desk")
def roll(request: Visit, election_id: UUID) -> HttpResponse:
    """The roll by residents' group, with its versions and its hash."""
    election = election_at_desk(request.actor, request.community, election_id)
    today = timezone.localdate()
    electorate = election.electorate
    context = {
        "election": election,
        "groups": whole_roll(election) if electorate else [],
        "versions": list(electorate.versions.order_by("-version")) if electorate else [],
        "counts": registration_counts(election),
        "in_time": roll_posted_in_time(today, election.day, law=law_of(election, today)),
        "posting": notice_of(election, ROLL),
        "step": forms.StepForm(initial={"seen": election.version}),
        "may_help": may("elections.help", request.actor, election),
        "may_run": may("elections.run", request.actor, election),
    }
    return answer(request, "elections/roll.html", context)


@needs("elections.help")
@require_POST
def prepare_roll(request: Visit, election_id: UUID) -> HttpResponse:
    """Draws the roll up from the registrations."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.prepare_roll(election, by=request.actor, at=timezone.now())
    messages.success(request, _("名单草拟好了，请另一人核对后公布。"))
    return to_roll(election)


@needs("elections.run")
@require_POST
def post_roll(request: Visit, election_id: UUID) -> HttpResponse:
    """Freezes and posts it."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.post_roll(election, by=request.actor, at=timezone.now())
    messages.success(request, _("名单已经公布。五日内可以提出异议。"))
    return to_roll(election)


@needs("elections.run")
def correct_roll(request: Visit, election_id: UUID) -> HttpResponse:
    """What the committee itself found to be wrong."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.CorrectRollForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        struck = given["change"] == "restore"
        line = line_numbered(election, given["number"], struck=struck)
        if line is not None:
            correction = actions.Correction(**{given["change"]: line, "name": given["name"]})
            actions.correct_roll(
                election, correction=correction, reason=given["reason"], **_now(request)
            )
            messages.success(request, _("名单已更正并重新公布。"))
            return to_roll(election)
        missing = _("这个编号没有除名。") if struck else _("名单上没有这个编号。")
        form.add_error("number", missing)
    lead = _("补登的人通过异议办理。更正以后，名单成为新的一版，公告随之更正。")
    return step_page(request, election, form, _("更正选民名单"), _("更正并公布"), lead=lead)


@needs("elections.see_desk")
def print_roll(request: Visit, election_id: UUID) -> HttpResponse:
    """The list by residents' group, for the boards and for polling day."""
    election = election_at_desk(request.actor, request.community, election_id)
    context = {"election": election, "groups": whole_roll(election)}
    response = answer(request, "elections/roll_sheet.html", context)
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


@needs("elections.see_desk")
def objections(request: Visit, election_id: UUID) -> HttpResponse:
    """What was objected, what is undecided, and until when."""
    election = election_at_desk(request.actor, request.community, election_id)
    rows = list(objections_to(election))
    context = {
        "election": election,
        "rows": [{"row": row, "deadline": _deadline(row)} for row in rows],
        "may_help": may("elections.help", request.actor, election),
        "may_object": objections_open(election, timezone.localdate()),
    }
    return answer(request, "elections/objections.html", context)


@needs("elections.help")
def new_objection(request: Visit, election_id: UUID) -> HttpResponse:
    """An objection somebody makes at the window."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.ObjectForm(request.POST or None)
    by = chosen(request)
    if by is not None and form.is_valid():
        given = form.cleaned_data
        kind = given["kind"]
        elector = None if kind == "missing" else on_roll(form, "number", election)
        if kind == "missing" or elector is not None:
            person = by if kind == "missing" else None
            actions.object_to_roll(
                election, kind=kind, text=given["text"], objector=by, person=person,
                elector=elector, **_now(request),
            )  # fmt: skip
            messages.success(request, _("异议收到了，三日内处理。"))
            return to_objections(election)
    context = {"election": election, "form": form, **searched(request)}
    return answer(request, "elections/new_objection.html", context)


@needs("elections.see_desk")
def objection(request: Visit, election_id: UUID, objection_id: UUID) -> HttpResponse:
    """One objection with its facts, its deadline and the two ways to decide it."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = objection_in(election, objection_id)
    context = {
        "election": election,
        "objection": row,
        "deadline": _deadline(row),
        "entries": timeline(OBJECTION, row, public=False),
        "moves": [offer for offer in moves_open(OBJECTION, row, request.actor) if offer.open],
        "may_run": may("elections.run", request.actor, election),
    }
    return answer(request, "elections/objection.html", context)


@needs("elections.run")
def uphold(request: Visit, election_id: UUID, objection_id: UUID) -> HttpResponse:
    """It is right: what is put right, and why."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = objection_in(election, objection_id)
    initial = {"seen": row.version, "ground": "resident" if row.kind == "missing" else ""}
    form = forms.UpholdForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        decided = {key: given[key] for key in ("reason", "public_reason", "seen")}
        actions.uphold(row, correction=_correction(row, given), **decided, **_now(request))
        messages.success(request, _("异议成立，名单已更正并重新公布。"))
        return to_objections(election)
    return step_page(request, election, form, _("异议成立"), _("成立，更正名单"), lead=_told(row))


@needs("elections.run")
def reject(request: Visit, election_id: UUID, objection_id: UUID) -> HttpResponse:
    """It is not right, and why."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = objection_in(election, objection_id)
    form = forms.DecideForm(request.POST or None, initial={"seen": row.version})
    if request.method == "POST" and form.is_valid():
        actions.reject_objection(row, **form.cleaned_data, **_now(request))
        messages.success(request, _("异议不成立，理由已经公布。"))
        return to_objections(election)
    return step_page(
        request, election, form, _("异议不成立"), _("不成立，公布理由"), lead=_told(row)
    )


def to_roll(election: Election) -> HttpResponse:
    """Back to the roll."""
    return redirect(
        "elections:roll_desk", community_code=election.community.code, election_id=election.pk
    )


def to_objections(election: Election) -> HttpResponse:
    """Back to the objections."""
    return redirect(
        "elections:objections", community_code=election.community.code, election_id=election.pk
    )


def _correction(row: Objection, given: dict[str, Any]) -> actions.Correction:
    if row.kind == "missing":
        ground = given["ground"] or "resident"
        return actions.Correction(add=row.person, ground=ground, worker_since=given["worker_since"])
    if row.kind == "wrong":
        return actions.Correction(strike=row.elector)
    return actions.Correction(amend=row.elector, name=given["name"])


def _told(row: Objection) -> str:
    about = row.elector.name if row.elector else row.person.name if row.person else ""
    return _("%(kind)s：%(who)s。%(text)s") % {
        "kind": row.get_kind_display(),
        "who": about,
        "text": row.text,
    }


def _deadline(row: Objection) -> Any:
    clocks = clocks_of(row, "decision")
    calendar = work_calendar(row.community_id)
    return deadline_of(clocks[-1], calendar, timezone.now()) if clocks else None


def _now(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}
