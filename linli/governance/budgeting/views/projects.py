"""What became of what won: for everybody, and for those who were asked to accept it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.budgeting import actions
from linli.governance.budgeting.forms.projects import RateForm, SayForm
from linli.governance.budgeting.models import Project
from linli.governance.budgeting.queries import projects as queries
from linli.mechanisms.flow.queries import timeline


@public
@require_safe
def show(request: Visit, project_id: UUID) -> HttpResponse:
    """One project: what was promised, bought, built and said of it; and how it is rated."""
    project = queries.public_project(request.community, project_id)
    mine = queries.own_acceptance(project, request.actor)
    purchases = list(queries.purchases_of(project))
    context = {
        "project": project,
        "purchases": purchases,
        "spent": sum(each.fen for each in purchases),
        "photos": list(queries.photos_of(project)),
        "accepting": queries.accepting(project),
        "rated": queries.rated(project),
        "mine": mine,
        "may_say": mine is not None and project.state == "built",
        "may_rate": project.state == "accepted" and may("budgeting.rate", request.actor, project),
        "own": queries.own_rating(project, request.actor),
        "entries": timeline(project.flow, project, public=True),
    }
    return answer(request, "budgeting/project.html", context, json=lambda: _as_data(context))


@signed_in
def say(request: Visit, project_id: UUID) -> HttpResponse:
    """One of those named says whether it is as promised."""
    project = queries.public_project(request.community, project_id)
    form = SayForm(sent(request))
    return step(
        request,
        form,
        lambda _given: actions.say_acceptance(
            project, by=request.actor, at=timezone.now(), **form.given
        ),
        title=_("验收：{title}").format(title=project.title),
        note=_("请先去看一看，再说是不是答应的样子。您的姓名不公开。"),
        done=_("谢谢，您的意见收到了。"),
        back=_here(project),
        frame="portal.html",
        says=_("提交"),
    )


@signed_in
def rate(request: Visit, project_id: UUID) -> HttpResponse:
    """A resident rates what was built."""
    project = queries.public_project(request.community, project_id)
    form = RateForm(sent(request), initial={"stars": queries.own_rating(project, request.actor)})
    return step(
        request,
        form,
        lambda given: actions.rate_project(project, by=request.actor, at=timezone.now(), **given),
        title=_("打分：{title}").format(title=project.title),
        note=_("一人打一次，可以改，以最后一次为准。不记谁打了几分；满 10 人才公布平均分。"),
        done=_("谢谢，分数收到了。"),
        back=_here(project),
        frame="portal.html",
        says=_("提交"),
    )


def _here(project: Project) -> str:
    return reverse("budgeting:project", args=[project.community.code, project.pk])


def _as_data(context: dict[str, Any]) -> dict[str, Any]:
    project, rated = context["project"], context["rated"]
    return {
        "number": project.position,
        "title": project.title,
        "fen": project.fen,
        "upkeep_fen": project.upkeep_fen,
        "upkeep_by": project.upkeep_by,
        "state": project.state,
        "due_on": project.due_on,
        "spent_fen": context["spent"],
        "result": project.result,
        "accepted": {"yes": context["accepting"].yes, "no": context["accepting"].no},
        "rated": {"number": rated.number, "mean": rated.mean},
    }
