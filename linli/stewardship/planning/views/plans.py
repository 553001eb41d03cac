"""A year's plan at the desk: begun, described, put to residents, approved, versioned."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.stewardship.planning import actions, rules
from linli.stewardship.planning.flows import PLAN
from linli.stewardship.planning.forms.plans import CopyForm, HeadForm, NewPlanForm, WorkbookForm
from linli.stewardship.planning.forms.steps import PLAN_STEPS, offered
from linli.stewardship.planning.models import AnnualPlan
from linli.stewardship.planning.queries import plans
from linli.stewardship.planning.views.answering import sent, show_form, take_step
from linli.stewardship.planning.words import STANDARDS, owners
from linli.stewardship.planning.workbook import read_tasks, write_tasks_table

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("planning.draft")
def new(request: Visit) -> HttpResponse:
    """Begins the plan of a year, empty or with another year's tasks."""
    today = timezone.localdate()
    start = {"year": today.year + (1 if today.month >= 10 else 0)}
    form = NewPlanForm(sent(request), community=request.community, initial=start)
    if not form.is_valid():
        return show_form(request, "planning/plan_new.html", form)
    said, at = form.cleaned_data, timezone.now()
    plan = actions.draft_plan(request.community, year=said["year"], by=request.actor, at=at)
    if said["source"] is not None:
        chosen = {"source": said["source"], "what": said["what"]}
        actions.copy_tasks(plan, **chosen, by=request.actor, at=at)
    messages.success(request, _("可以开始编了：一个月一个月填，或者导入表格。"))
    return _to(request, plan)


@needs("planning.see_desk")
@require_safe
def show(request: Visit, plan_id: UUID) -> HttpResponse:
    """The whole plan with how each task stands, and the steps open to this reader."""
    plan = plans.plan_in(request.community, plan_id)
    today = timezone.localdate()
    lines = plans.lines_of(plans.tasks_of(plan), today)
    context = {
        "plan": plan,
        "months": plans.by_month(lines),
        "standards": plans.by_standard(lines),
        "progress": plans.progress_of(lines),
        "without": sum(not line.task.need for line in lines),
        "money": plans.money_of(plan),
        "editable": bool(rules.editable(plan.state)) and may("planning.draft", request.actor, plan),
        "takes": plan.state in ("draft", "consulting", "approved"),
        "offers": offered(moves_open(PLAN, plan, request.actor), PLAN_STEPS),
        "entries": timeline(PLAN, plan, public=False),
        "versions": plans.versions_of(plan),
        "comments": plan.comments.exists(),
        "reports": plan.reports.order_by("until"),
    }
    return answer(request, "planning/plan_desk.html", context)


@needs("planning.draft")
def head(request: Visit, plan_id: UUID) -> HttpResponse:
    """What stands above the table."""
    plan = plans.plan_in(request.community, plan_id)
    form = HeadForm(sent(request), plan=plan)
    if not form.is_valid():
        return show_form(request, "planning/plan_head.html", form, plan=plan)
    actions.describe_plan(plan, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, _("已保存。"))
    return _to(request, plan)


@needs("planning.draft")
def copy(request: Visit, plan_id: UUID) -> HttpResponse:
    """Takes over another year's tasks."""
    plan = plans.plan_in(request.community, plan_id)
    form = CopyForm(sent(request), plan=plan)
    if not form.is_valid():
        return show_form(request, "planning/plan_copy.html", form, plan=plan)
    actions.copy_tasks(plan, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, _("抄过来了，请逐月看一遍。"))
    return _to(request, plan)


@needs("planning.draft")
def take_in(request: Visit, plan_id: UUID) -> HttpResponse:
    """Takes in a workbook: all of its rows, or none, with what is wrong row by row."""
    plan = plans.plan_in(request.community, plan_id)
    form = WorkbookForm(sent(request), request.FILES or None)
    problems: list[str] = []
    if form.is_valid():
        table = form.cleaned_data["table"]
        found = read_tasks(table.read(), table.name, plan.year)
        if not found.problems:
            actions.write_tasks(plan, rows=found.rows, by=request.actor, at=timezone.now())
            messages.success(request, _("导入了 {n} 项。").format(n=len(found.rows)))
            return _to(request, plan)
        problems = found.problems
    return show_form(request, "planning/plan_import.html", form, plan=plan, problems=problems[:30])


@needs("planning.see_desk")
@require_safe
def download(request: Visit, plan_id: UUID) -> HttpResponse:
    """The plan as a workbook."""
    plan = plans.plan_in(request.community, plan_id)
    content = write_tasks_table(plans.tasks_of(plan), plan.year)
    return file_response(content, f"{request.community.name}-{plan.year}.xlsx", EXCEL)


@needs("planning.see_desk")
def move(request: Visit, plan_id: UUID, name: str) -> HttpResponse:
    """A step of the plan."""
    plan = plans.plan_in(request.community, plan_id)
    context = {"back": ("planning:plan_desk", plan.pk), "row_title": _title(plan)}
    return take_step(request, PLAN, plan, name, PLAN_STEPS, context) or _to(request, plan)


@needs("planning.see_desk")
@require_safe
def show_version(request: Visit, plan_id: UUID, number: int) -> HttpResponse:
    """The plan as it stood in one version, with what differs from the one before."""
    plan = plans.plan_in(request.community, plan_id)
    version = plans.version_in(plan, number)
    before = {row["number"]: row for row in _content(plan, number - 1)}
    rows = [
        {
            **row,
            "owner": dict(owners()).get(row["owner"], row["owner"]),
            "standard": dict(STANDARDS).get(row["standard"], ""),
            "changed": number > 1 and before.get(row["number"]) != row,
        }
        for row in version.content
    ]
    context = {"plan": plan, "version": version, "rows": rows}
    return answer(request, "planning/plan_version.html", context)


def _content(plan: AnnualPlan, number: int) -> list[dict[str, Any]]:
    earlier = plans.versions_of(plan).filter(number=number).first()
    return earlier.content if earlier else []


def _title(plan: AnnualPlan) -> Any:
    return _("{year} 年工作计划").format(year=plan.year)


def _to(request: Visit, plan: AnnualPlan) -> HttpResponse:
    return redirect("planning:plan_desk", request.community.code, plan.pk)
