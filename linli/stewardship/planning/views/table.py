"""The table of a month: typed like a spreadsheet, saved in one go."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs
from linli.lib.law import require
from linli.stewardship.planning import actions, rules
from linli.stewardship.planning.forms.plans import (
    Rows,
    goals_of,
    month_start,
    need_choices,
    rows_in,
)
from linli.stewardship.planning.models import AnnualPlan
from linli.stewardship.planning.queries import plans
from linli.stewardship.planning.views.answering import sent, show_form


@needs("planning.draft")
def write(request: Visit, plan_id: UUID, month: int) -> HttpResponse:
    """A month's rows; an emptied title takes a task out, a filled blank row puts one in."""
    plan = plans.plan_in(request.community, plan_id)
    if not 1 <= month <= 12:
        raise Http404
    require(rules.editable(plan.state))
    tasks = [task for task in plans.tasks_of(plan) if task.month == month]
    rows = _rows(request, plan, month, tasks)
    if not (rows.is_bound and rows.is_valid()):
        return show_form(
            request, "planning/plan_month.html", rows, plan=plan, month=month, months=range(1, 13)
        )
    seen = request.POST.get("seen", "")
    actions.write_tasks(
        plan,
        rows=rows_in(rows),
        seen=int(seen) if seen.isdigit() else -1,
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("已保存。"))
    return _on(request, plan, month)


def _rows(request: Visit, plan: AnnualPlan, month: int, tasks: list[Any]) -> Any:
    given = {"needs": need_choices(plan.community, tasks), "goals": goals_of(plan)}
    start = month_start(tasks, plan.year, month)
    return Rows(sent(request), initial=start, form_kwargs=given)


def _on(request: Visit, plan: AnnualPlan, month: int) -> HttpResponse:
    code = request.community.code
    if "next" in request.POST and month < 12:
        return redirect("planning:month", code, plan.pk, month + 1)
    if "stay" in request.POST:
        return redirect("planning:month", code, plan.pk, month)
    return redirect("planning:plan_desk", code, plan.pk)
