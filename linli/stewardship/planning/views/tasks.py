"""One task at the desk: its steps, and its change with a reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.stewardship.planning import actions
from linli.stewardship.planning.flows import TASK
from linli.stewardship.planning.forms.plans import TaskForm, row_start
from linli.stewardship.planning.forms.steps import TASK_STEPS, offered
from linli.stewardship.planning.models import AnnualPlan, Task
from linli.stewardship.planning.queries import plans
from linli.stewardship.planning.queries.plans import month_end
from linli.stewardship.planning.views.answering import sent, show_form, take_step


@needs("planning.see_desk")
@require_safe
def show(request: Visit, task_id: UUID) -> HttpResponse:
    """All there is to know of a task, and the steps open to this reader."""
    task = plans.task_in(request.community, task_id)
    at = timezone.now()
    clocks = [clock for clock in clocks_of(task) if clock.is_open]
    runs = task.plan.state == "approved"
    context = {
        "task": task,
        "line": plans.lines_of([task], timezone.localdate(at))[0],
        "offers": offered(moves_open(TASK, task, request.actor), TASK_STEPS) if runs else [],
        "changes": runs and task.current.open,
        "deadline": deadline_of(clocks[0], work_calendar(task.community_id), at)
        if clocks
        else None,
        "entries": timeline(TASK, task, public=False),
    }
    return answer(request, "planning/task.html", context)


@needs("planning.see_desk")
def move(request: Visit, task_id: UUID, name: str) -> HttpResponse:
    """A step of a task."""
    task = plans.task_in(request.community, task_id)
    start = {"back": ("planning:task", task.pk), "row_title": task.title}
    return take_step(request, TASK, task, name, TASK_STEPS, start) or _to(request, task)


@needs("planning.draft")
def add(request: Visit, plan_id: UUID) -> HttpResponse:
    """Adds one task; `?need=` chooses what it answers, where a page leads here from there."""
    plan = plans.plan_in(request.community, plan_id)
    form = TaskForm(sent(request), plan=plan, initial=_start(request, plan))
    if not form.is_valid():
        return show_form(request, "planning/task_form.html", form, plan=plan)
    reason = form.cleaned_data.get("reason", "")
    task = actions.add_task(plan, row=form.row, reason=reason, by=request.actor, at=timezone.now())
    messages.success(request, _("已列入计划。"))
    return _to(request, task)


@needs("planning.draft")
def change(request: Visit, task_id: UUID) -> HttpResponse:
    """Changes what an approved task says, with the reason."""
    task = plans.task_in(request.community, task_id)
    start = {**row_start(task), "to_street": task.to_street, "seen": task.version}
    form = TaskForm(sent(request), plan=task.plan, task=task, initial=start)
    if not form.is_valid():
        return show_form(request, "planning/task_form.html", form, plan=task.plan, task=task)
    said = form.cleaned_data
    actions.change_task(
        task,
        row=form.row,
        reason=said.get("reason", ""),
        seen=said["seen"],
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("已改，新出一版。"))
    return _to(request, task)


def _start(request: Visit, plan: AnnualPlan) -> dict[str, Any]:
    today = timezone.localdate()
    day = today if today.year == plan.year else today.replace(year=plan.year, month=1, day=1)
    asked = request.GET
    return {
        "due_on": month_end(day),
        "owner": "worker",
        "need": asked.get("need", ""),
        "title": asked.get("title", "")[:100],
        "standard": asked.get("standard", ""),
        "to_street": bool(asked.get("street")),
    }


def _to(request: Visit, task: Task) -> HttpResponse:
    return redirect("planning:task", request.community.code, task.pk)
