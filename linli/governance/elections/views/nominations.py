"""Nominations at the desk: entered, joined, answered, confirmed; then the list of candidates."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.governance.elections import actions
from linli.governance.elections.actions.candidacies import judge_candidates
from linli.governance.elections.forms import desk as forms
from linli.governance.elections.models import Candidate, CandidateMeeting, Election
from linli.governance.elections.queries.elections import (
    candidates_of,
    election_at_desk,
    meetings_of,
    nomination_in,
    nominations_of,
)
from linli.governance.elections.rules.composition import has_woman
from linli.governance.elections.views.finding import on_roll
from linli.governance.elections.views.plans import step_page
from linli.governance.elections.yardsticks import law_of
from linli.lib.law import Finding


@needs("elections.see_desk")
def nominations(request: Visit, election_id: UUID) -> HttpResponse:
    """Who was put forward for what, and what each still lacks."""
    election = election_at_desk(request.actor, request.community, election_id)
    law = law_of(election, timezone.localdate())
    context = {
        "election": election,
        "rows": list(nominations_of(election)),
        "least": law.nominators_least,
        "findings": candidate_findings(election),
        "may_help": may("elections.help", request.actor, election),
        "may_run": may("elections.run", request.actor, election),
    }
    return answer(request, "elections/nominations.html", context)


@needs("elections.help")
def nominate(request: Visit, election_id: UUID) -> HttpResponse:
    """A nomination that came on paper."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.NominateForm(request.POST or None, election=election)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        nominee = on_roll(form, "nominee", election)
        first = on_roll(form, "first", election) if given["by"] == "electors" else None
        if nominee is not None and not form.errors:
            actions.nominate(
                election,
                office=election.offices.get(pk=given["office"]),
                person=nominee.person,
                proposed_by=given["by"],
                first=first,
                **_now(request),
            )
            messages.success(request, _("提名记下了，已请本人答复。"))
            return _to(election, "nominations")
    return step_page(request, election, form, _("登记提名"), _("登记"))


@needs("elections.help")
def join(request: Visit, election_id: UUID, nomination_id: UUID) -> HttpResponse:
    """One more elector who signed the paper."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = nomination_in(election, nomination_id)
    form = forms.OnRollForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        elector = on_roll(form, "number", election)
        if elector is not None:
            actions.join_nomination(election, nomination=row, elector=elector, **_now(request))
            messages.success(request, _("记下了。"))
            return _to(election, "desk_join", nomination_id=row.pk)
    lead = _("%(name)s，%(office)s。已联名 %(n)d 人。") % {
        "name": row.person.name,
        "office": row.office.get_office_display(),
        "n": row.joined,  # type: ignore[attr-defined]  # counted by the query
    }
    return step_page(request, election, form, _("添加联名人"), _("添加"), lead=lead)


@needs("elections.help")
@require_POST
def answered(request: Visit, election_id: UUID, nomination_id: UUID) -> HttpResponse:
    """What the nominee said at the window."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = nomination_in(election, nomination_id)
    actions.answer_nomination(row, accepts=request.POST.get("accepts") == "yes", **_now(request))
    messages.success(request, _("记下了。"))
    return _to(election, "nominations")


@needs("elections.run")
def confirm(request: Visit, election_id: UUID, nomination_id: UUID) -> HttpResponse:
    """What the competent organs answered."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = nomination_in(election, nomination_id)
    form = forms.ConfirmNominationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.confirm_nomination(
            row,
            confirmed_on=given["confirmed_on"],
            paper=given["paper"],
            bars=given["bars"] == "yes",
            **_now(request),
        )
        messages.success(request, _("确认意见记下了。"))
        return _to(election, "nominations")
    lead = _("只记有没有、哪天、凭什么文书；看的是什么材料，不记。")
    return step_page(request, election, form, _("主管机关确认"), _("登记"), lead=lead)


@needs("elections.help")
@require_POST
def withdraw(request: Visit, election_id: UUID, nomination_id: UUID) -> HttpResponse:
    """Those who made it take it back."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.withdraw_nomination(nomination_in(election, nomination_id), **_now(request))
    messages.success(request, _("提名已撤回。"))
    return _to(election, "nominations")


@needs("elections.help")
@require_POST
def prepare_candidates(request: Visit, election_id: UUID) -> HttpResponse:
    """Draws the list up."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.prepare_candidates(election, **_now(request))
    messages.success(request, _("候选人名单草拟好了，请另一人核对后公布。"))
    return _to(election, "candidates")


@needs("elections.run")
@require_POST
def post_candidates(request: Visit, election_id: UUID) -> HttpResponse:
    """Posts it."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.post_candidates(election, **_now(request))
    messages.success(request, _("候选人名单已经公布。"))
    return _to(election, "candidates")


@needs("elections.see_desk")
def candidates(request: Visit, election_id: UUID) -> HttpResponse:
    """The list as it will be, or is, posted; meetings with residents."""
    election = election_at_desk(request.actor, request.community, election_id)
    context = {
        "election": election,
        "rows": list(candidates_of(election)),
        "meetings": list(meetings_of(election)),
        "findings": candidate_findings(election) if election.state == "listed" else [],
        "composition": _composition(election),
        "now": timezone.now(),
        "may_help": may("elections.help", request.actor, election),
        "may_run": may("elections.run", request.actor, election),
    }
    return answer(request, "elections/candidates.html", context)


@needs("elections.help")
def introduce(request: Visit, election_id: UUID, candidate_id: UUID) -> HttpResponse:
    """A candidate's own words."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = _candidate(election, candidate_id)
    form = forms.StatementForm(request.POST or None, initial={"statement": row.statement})
    if request.method == "POST" and form.is_valid():
        statement = form.cleaned_data["statement"]
        actions.introduce_candidate(election, candidate=row, statement=statement, **_now(request))
        messages.success(request, _("记下了。"))
        return _to(election, "candidates")
    return step_page(request, election, form, _("本人介绍"), _("保存"), lead=row.name)


@needs("elections.run")
def withdraw_candidate(request: Visit, election_id: UUID, candidate_id: UUID) -> HttpResponse:
    """A candidate no longer stands."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = _candidate(election, candidate_id)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.withdraw_candidate(election, candidate=row, reason=reason, **_now(request))
        messages.success(request, _("名单已更正。"))
        return _to(election, "candidates")
    return step_page(
        request, election, form, _("候选人退出"), _("办理退出"), lead=row.name, danger=True
    )


@needs("elections.run")
def call_meeting(request: Visit, election_id: UUID) -> HttpResponse:
    """When and where candidates meet residents."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = forms.MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.call_meeting(election, **form.cleaned_data, **_now(request))
        messages.success(request, _("见面会安排好了，公告已经贴出。"))
        return _to(election, "candidates")
    return step_page(request, election, form, _("安排候选人见面会"), _("安排并公告"))


@needs("elections.help")
def record_meeting(request: Visit, election_id: UUID, meeting_id: UUID) -> HttpResponse:
    """What was asked and answered."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = _meeting(election, meeting_id)
    initial = {"came": row.came, "record": row.record}
    form = forms.MeetingRecordForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.record_meeting(election, meeting=row, **form.cleaned_data, **_now(request))
        messages.success(request, _("记下了。"))
        return _to(election, "candidates")
    return step_page(request, election, form, _("见面会记录"), _("保存"))


def candidate_findings(election: Election) -> list[Finding]:
    """What the law asks of the list as the nominations stand."""
    return judge_candidates(election, law_of(election, timezone.localdate()))


def _composition(election: Election) -> Finding | None:
    """A warning before the vote: no woman among the candidates, none on the committee."""
    people = {row.person_id: row.person for row in candidates_of(election) if not row.withdrew_on}
    if not people:
        return None
    women = sum(person.sex == "female" for person in people.values())
    return has_woman(women, law=law_of(election, timezone.localdate()))


def _candidate(election: Election, candidate_id: UUID) -> Candidate:
    row = candidates_of(election).filter(pk=candidate_id).first()
    if row is None:
        raise Http404
    return row


def _meeting(election: Election, meeting_id: UUID) -> CandidateMeeting:
    row = meetings_of(election).filter(pk=meeting_id).first()
    if row is None:
        raise Http404
    return row


def _now(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def _to(election: Election, name: str, **more: Any) -> HttpResponse:
    return redirect(
        f"elections:{name}",
        community_code=election.community.code,
        election_id=election.pk,
        **more,
    )
