"""The desk: meetings, their plan, and where each stands."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.audit.queries import entries_of
from linli.core.pages.answer import answer
from linli.core.pages.stepping import STEP, sent, step
from linli.governance.assemblies import actions, rules
from linli.governance.assemblies.actions.convening import conditions_of
from linli.governance.assemblies.forms.meetings import PlanForm, TimeForm
from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.models import Assembly
from linli.governance.assemblies.queries import (
    assemblies_of,
    assembly_in,
    assembly_of_gathering,
    authorisations_in_force,
    birthdays_unknown,
    committee_members,
    held_meetings,
    open_petitions,
    owed_resolutions,
    representatives_on,
    topics_of,
)
from linli.governance.assemblies.queries.secret import votes_of
from linli.lib.law import Finding, NotInForce
from linli.lib.law.keeping import take_out_if_any
from linli.mechanisms.ballot.queries.polls import participation
from linli.mechanisms.gathering.queries import hall_of


@needs("assemblies.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """All meetings; what the half-year still owes; what waits to be called."""
    community, on = request.community, timezone.localdate()
    context = {
        "assemblies": assemblies_of(community)[:50],
        "duty": _duty(community, on),
        "asked": open_petitions(community).filter(state="enough"),
        "late": owed_resolutions(community, on),
        "authorisations": authorisations_in_force(community, on),
    }
    return answer(request, "assemblies/meetings.html", context)


@needs("assemblies.convene")
def plan(request: Visit) -> HttpResponse:
    """A new meeting."""
    initial = {"petition": request.GET.get("petition"), "body": request.GET.get("body")}
    form = PlanForm(sent(request), community=request.community, initial=initial)
    if request.method == "POST" and form.is_valid():
        assembly = actions.plan_assembly(
            request.community, by=request.actor, at=timezone.now(), **form.plan
        )
        return redirect(_here(assembly))
    context = {
        "form": form,
        "title": _("筹备会议"),
        "says": _("开始筹备"),
        "back": reverse("assemblies:meetings", args=[request.community.code]),
        "shell": "desk.html",
        "note": _("先定时间地点，再列议题；发通知以前谁也看不到。"),
    }
    return answer(request, STEP, context, status=422 if form.is_bound else 200)


@needs("assemblies.convene")
def change(request: Visit, assembly_id: UUID) -> HttpResponse:
    """Another time or place, before the notice is out."""
    assembly = assembly_in(request.community, assembly_id)
    starts = timezone.localtime(assembly.gathering.starts_at)
    initial = {
        "title": assembly.gathering.title,
        "venue": assembly.gathering.venue,
        "day": starts.date(),
        "hour": starts.time(),
    }
    form = TimeForm(sent(request), initial=initial)
    return step(
        request,
        form,
        lambda _given: actions.change_plan(
            assembly, by=request.actor, at=timezone.now(), **form.plan
        ),
        title=_("改时间地点"),
        done=_("改好了。"),
        back=_here(assembly),
        says=_("保存"),
    )


@needs("assemblies.see_desk")
@require_safe
def show(request: Visit, assembly_id: UUID) -> HttpResponse:
    """One meeting: how it stands, what the law still asks, what comes next."""
    assembly = assembly_in(request.community, assembly_id)
    topics = topics_of(assembly)
    for topic in topics:
        topic.assembly = assembly
        decision = getattr(topic.item, "decision", None) if topic.item else None
        planned = assembly.gathering.state == "prepared"
        vars(topic).update(
            conditions=conditions_of(topic, assembly.meets_on) if planned else [],
            outcome=decision,
            votes=votes_of(topic),
            cast=participation(topic.poll) if topic.poll else None,
            finding=take_out_if_any(decision.finding) if decision else None,
        )
    context = {
        "assembly": assembly,
        "gathering": assembly.gathering,
        "topics": topics,
        "checks": _checks(assembly) if assembly.gathering.state == "prepared" else [],
        "hall": hall_of(assembly.gathering),
        "may_call": may("assemblies.call", request.actor, request.community),
        "book": entries_of(assembly.pk),
    }
    return answer(request, "assemblies/meeting.html", context)


@needs("assemblies.see_desk")
@require_safe
def of_gathering(request: Visit, gathering_id: UUID) -> HttpResponse:
    """From the door, the floor or the minutes back to the meeting."""
    return redirect(_here(assembly_of_gathering(request.community, gathering_id)))


def _here(assembly: Assembly) -> str:
    return reverse("assemblies:meeting", args=[assembly.community.code, assembly.pk])


def _duty(community: Any, on: Any) -> Finding | None:
    try:
        law = law_of(community, on)
    except NotInForce:
        return None
    first, _last = rules.half_year(on, law=law)
    return rules.meeting_held(held_meetings(community, first, on), on, law=law)


def _checks(assembly: Assembly) -> list[Finding]:
    """What the law asks of the meeting as it is planned, were the notice to go out today."""
    law = law_of(assembly.community, assembly.meets_on)
    found = [rules.notice_given(timezone.localdate(), assembly.meets_on, law=law)]
    on = assembly.meets_on
    if assembly.body == rules.MEETING:
        chosen = representatives_on(assembly.community, on).count()
        seated = len(committee_members(assembly.community, on))
        found.insert(0, rules.meeting_composed(chosen, seated, law=law))
    elif assembly.counted_by == "residents":
        unknown = rules.birthdays_known(birthdays_unknown(assembly.community, on), law=law)
        found += [] if unknown else [unknown]
    return found
