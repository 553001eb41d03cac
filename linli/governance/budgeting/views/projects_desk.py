"""A project at the desk: begun, bought for, photographed, shown to those who accept it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.budgeting import actions
from linli.governance.budgeting.forms import projects as forms
from linli.governance.budgeting.forms.rounds import SureForm
from linli.governance.budgeting.forms.steps import PROJECT_STEPS, offered
from linli.governance.budgeting.models import Project
from linli.governance.budgeting.queries import projects as queries
from linli.governance.budgeting.queries.rounds import promises_of
from linli.governance.budgeting.rules.rounds import accepted, enough_acceptors
from linli.governance.budgeting.views.finding import find_and
from linli.mechanisms.flow.queries import moves_open, timeline

GOING_ON = ("under_way", "built")


@needs("budgeting.see_desk")
@require_safe
def show(request: Visit, project_id: UUID) -> HttpResponse:
    """One project with its steps, what was bought, and who was asked to accept it."""
    project = queries.project_in(request.community, project_id)
    found = queries.accepting(project)
    least = promises_of(request.community, timezone.localdate()).acceptors
    offers = moves_open(project.flow, project, request.actor)
    context = {
        "project": project,
        "offers": offered(offers, PROJECT_STEPS) if project.round.state == "decided" else [],
        "purchases": list(queries.purchases_of(project)),
        "spent": queries.spent_on(project),
        "photos": list(queries.photos_of(project)),
        "acceptors": list(queries.acceptors_of(project)),
        "enough": enough_acceptors(found.named, least=least),
        "accepted": accepted(found.yes, found.no, found.named) if found.named else None,
        "names": project.state in ("funded", "under_way"),
        "going_on": project.state in GOING_ON,
        "rated": queries.rated(project),
        "entries": timeline(project.flow, project, public=False),
    }
    return answer(request, "budgeting/desk/project.html", context)


@needs("budgeting.see_desk")
def move(request: Visit, project_id: UUID, name: str) -> HttpResponse:
    """A step of a project."""
    project = queries.project_in(request.community, project_id)
    chosen = PROJECT_STEPS.get(name)
    if chosen is None:
        raise Http404
    return _step(
        request,
        project,
        chosen.form(sent(request), row=project),
        lambda given: chosen.act(project, by=request.actor, at=timezone.now(), **given),
        title=chosen.title,
        note=chosen.note or project.title,
        done=chosen.done,
    )


@needs("budgeting.carry_out")
def purchase(request: Visit, project_id: UUID) -> HttpResponse:
    """Something bought for it."""
    project = queries.project_in(request.community, project_id)
    return _step(
        request,
        project,
        forms.PurchaseForm(sent(request), initial={"on": timezone.localdate()}),
        lambda given: actions.add_purchase(project, by=request.actor, at=timezone.now(), **given),
        title=_("登记一笔采购"),
        note=_("人人看得到。不能超过大家定给这个项目的钱。"),
        done=_("已登记。"),
        says=_("保存"),
    )


@needs("budgeting.carry_out")
def photos(request: Visit, project_id: UUID) -> HttpResponse:
    """Photographs of the place."""
    project = queries.project_in(request.community, project_id)
    files: Any = {"photos": request.FILES.getlist("photos")} if request.method == "POST" else None
    form = forms.PhotosForm(sent(request), files)
    return _step(
        request,
        project,
        form,
        lambda given: actions.add_photos(
            project, photos=given["photos"], by=request.actor, at=timezone.now()
        ),
        title=_("公开照片"),
        note=_("拍做的东西和地方，不拍人。照片人人看得到。"),
        done=_("照片已公开。"),
        says=_("公开"),
    )


@needs("budgeting.carry_out")
def name_acceptor(request: Visit, project_id: UUID) -> HttpResponse:
    """Finds a resident who will accept it."""
    project = queries.project_in(request.community, project_id)
    done = find_and(
        request,
        form=SureForm(sent(request)),
        carry_out=lambda person, _given: actions.name_acceptors(
            project, persons=[person], by=request.actor, at=timezone.now()
        ),
        title=_("请一位居民验收"),
        note=_("请用得着它的居民，先问过本人。姓名不公开。"),
        done=_("已请。"),
        back=_here(project),
    )
    return done or redirect("budgeting:project_desk", request.community.code, project.pk)


@needs("budgeting.carry_out")
def enter_acceptance(request: Visit, project_id: UUID) -> HttpResponse:
    """What one of those named signed on paper."""
    project = queries.project_in(request.community, project_id)
    form = forms.EnterSayForm(sent(request), project=project)
    return _step(
        request,
        project,
        form,
        lambda _given: actions.enter_acceptance(
            project, by=request.actor, at=timezone.now(), **form.given
        ),
        title=_("登记纸面的验收意见"),
        note=_("照本人签字的验收单登记。"),
        done=_("已登记。"),
        says=_("保存"),
    )


def _step(request: Visit, project: Project, form: Any, carry_out: Any, **told: Any) -> HttpResponse:
    return step(request, form, carry_out, back=_here(project), **told)


def _here(project: Project) -> str:
    return reverse("budgeting:project_desk", args=[project.community.code, project.pk])
