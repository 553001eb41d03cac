"""Resolutions: what was decided and what became of it, for everybody and at the desk."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import sent, step
from linli.governance.assemblies import actions, rules
from linli.governance.assemblies.flows import RESOLUTION
from linli.governance.assemblies.forms.meetings import AuthoriseForm, CommitteeForm, ProgressForm
from linli.governance.assemblies.models import Resolution
from linli.governance.assemblies.queries import progress_of, public_resolutions, resolution_in
from linli.lib.law.keeping import take_out_if_any


@public
@require_safe
def show_public(request: Visit) -> HttpResponse:
    """What was decided, the latest first, each with how it stands."""
    wanted = request.GET.get("show", "")
    state = wanted if wanted in RESOLUTION.states else ""
    found = list(public_resolutions(request.community, state)[:100])
    context = {"resolutions": found, "tabs": _tabs(request, state)}
    return answer(
        request,
        "assemblies/resolutions.html",
        context,
        json=lambda: {"resolutions": [_as_data(each) for each in found]},
    )


@public
@require_safe
def show_one(request: Visit, resolution_id: UUID) -> HttpResponse:
    """One decision: its words, its votes, its progress, and that a court may be asked."""
    resolution = resolution_in(request.community, resolution_id)
    return answer(
        request,
        "assemblies/resolution.html",
        _context(resolution, public=True),
        json=lambda: _as_data(resolution),
    )


@needs("assemblies.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The desk: what is still to be carried out."""
    wanted = request.GET.get("show", "")
    state = wanted if wanted in RESOLUTION.states else ""
    context = {
        "resolutions": public_resolutions(request.community, state)[:100],
        "tabs": _tabs(request, state),
        "today": timezone.localdate(),
    }
    return answer(request, "assemblies/resolutions_desk.html", context)


@needs("assemblies.see_desk")
@require_safe
def show_desk(request: Visit, resolution_id: UUID) -> HttpResponse:
    """The desk: one decision, and its next step."""
    resolution = resolution_in(request.community, resolution_id)
    return answer(request, "assemblies/resolution_desk.html", _context(resolution, public=False))


@needs("assemblies.carry_out")
@require_POST
def begin(request: Visit, resolution_id: UUID) -> HttpResponse:
    """Carrying out begins."""
    resolution = resolution_in(request.community, resolution_id)
    actions.begin(resolution, by=request.actor, at=timezone.now())
    return redirect(_here(resolution))


@needs("assemblies.carry_out")
def report(request: Visit, resolution_id: UUID) -> HttpResponse:
    """Tells everybody how far it is."""
    resolution = resolution_in(request.community, resolution_id)
    return step(
        request,
        ProgressForm(sent(request)),
        lambda given: actions.report_progress(
            resolution, by=request.actor, at=timezone.now(), **given
        ),
        title=_("说说进展"),
        note=resolution.title,
        done=_("进展已公布。"),
        back=_here(resolution),
        says=_("公布"),
    )


@needs("assemblies.carry_out")
def carry_out(request: Visit, resolution_id: UUID) -> HttpResponse:
    """It is done."""
    resolution = resolution_in(request.community, resolution_id)
    return step(
        request,
        ProgressForm(sent(request)),
        lambda given: actions.carry_out(resolution, by=request.actor, at=timezone.now(), **given),
        title=_("已落实"),
        note=resolution.title,
        done=_("已登记落实完成。"),
        back=_here(resolution),
        says=_("登记并公布"),
    )


@needs("assemblies.decide_here")
def decide_in_committee(request: Visit) -> HttpResponse:
    """The committee's own decision, which residents may change or revoke."""
    form = CommitteeForm(sent(request), community=request.community)
    return step(
        request,
        form,
        lambda given: actions.decide_in_committee(
            request.community, by=request.actor, at=timezone.now(), **given
        ),
        title=_("登记居委会的决定"),
        note=_("居民会议和居民代表会议可以变更或撤销居委会不适当的决定。"),
        done=_("已登记并公开。"),
        back=reverse("assemblies:resolutions_desk", args=[request.community.code]),
    )


@needs("assemblies.authorise")
def authorise(request: Visit) -> HttpResponse:
    """What the assembly let the representatives' meeting decide."""
    form = AuthoriseForm(sent(request), community=request.community)
    return step(
        request,
        form,
        lambda given: actions.authorise(
            request.community, by=request.actor, at=timezone.now(), **given
        ),
        title=_("登记居民会议的授权"),
        done=_("已登记。"),
        back=reverse("assemblies:meetings", args=[request.community.code]),
    )


def _context(resolution: Resolution, *, public: bool) -> dict[str, Any]:
    clocks = clocks_of(resolution, "carry_out")
    calendar = work_calendar(resolution.community_id)
    decision = (
        resolution.topic.item.decision if resolution.topic and resolution.topic.item else None
    )
    return {
        "resolution": resolution,
        "decision": decision,
        "finding": take_out_if_any(decision.finding) if decision else None,
        "deadline": deadline_of(clocks[0], calendar, timezone.now()) if clocks else None,
        "entries": progress_of(resolution, public=public),
        "challenge": rules.may_be_challenged(),
        "changed": list(resolution.changes.all()),
    }


def _tabs(request: Visit, state: str) -> list[Tab]:
    shown = [("", _("全部"))] + [(name, each.label) for name, each in RESOLUTION.states.items()]
    return [Tab(title, f"?show={name}" if name else "?", name == state) for name, title in shown]


def _here(resolution: Resolution) -> str:
    return reverse("assemblies:resolution_desk", args=[resolution.community.code, resolution.pk])


def _as_data(resolution: Resolution) -> dict[str, Any]:
    topic = resolution.topic
    decision = topic.item.decision if topic and topic.item else None
    return {
        "id": resolution.pk,
        "number": resolution.number,
        "body": resolution.body,
        "matter": resolution.matter,
        "title": resolution.title,
        "text": resolution.text,
        "adopted_on": resolution.adopted_on,
        "owner": resolution.owner.name if resolution.owner else None,
        "due_on": resolution.due_on,
        "done_on": resolution.done_on,
        "state": resolution.state,
        "votes": None
        if decision is None
        else {
            "present": decision.present,
            "for": decision.votes_for,
            "against": decision.votes_against,
            "abstained": decision.abstained,
        },
    }
