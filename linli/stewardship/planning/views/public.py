"""The year's plan for everybody: by month and by standard, how it goes, what one thinks of it."""

from contextlib import suppress
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.stewardship.planning import actions
from linli.stewardship.planning.actions.wishes import takes_comments
from linli.stewardship.planning.forms.wishes import CommentForm
from linli.stewardship.planning.models import AnnualPlan
from linli.stewardship.planning.queries import plans, reports
from linli.stewardship.planning.views.answering import sent, show_form


@public
@require_safe
def show(request: Visit, year: int | None = None) -> HttpResponse:
    """The plan of a year, this one where none is named."""
    today = timezone.localdate()
    plan = plans.public_plan(request.community, year, today)
    if plan is None and year is not None:
        raise Http404
    if plan is None:
        none_yet: dict[str, Any] = {"plan": None}
        return answer(request, "planning/plan.html", none_yet, json=lambda: none_yet)
    lines = plans.lines_of(plans.tasks_of(plan), today)
    wanted = request.GET.get("by") == "standard"
    context = {
        "plan": plan,
        "groups": [g for g in plans.by_standard(lines) if g.lines]
        if wanted
        else [g for g in plans.by_month(lines) if g.lines],
        "by_standard": wanted,
        "progress": plans.progress_of(lines),
        "tabs": _tabs(request, plan, wanted),
        "others": plans.public_plans(request.community).exclude(pk=plan.pk),
        "comments": bool(takes_comments(plan, today)),
        "reports": plan.reports.filter(published_at__isnull=False).order_by("until"),
        "versions": plans.versions_of(plan)[:10],
        "month_now": today.month if today.year == plan.year else 0,
    }
    return answer(request, "planning/plan.html", context, json=lambda: _as_data(plan, lines, today))


@public
def comment(request: Visit, year: int) -> HttpResponse:
    """Somebody says what they think of a draft; it becomes a wish the desk answers."""
    plan = plans.public_plan(request.community, year, timezone.localdate())
    if plan is None:
        raise Http404
    form = CommentForm(sent(request))
    if not form.is_valid():
        return show_form(request, "planning/comment.html", form, plan=plan)
    made = None
    with suppress(Replayed):
        made = actions.send_wish(
            request.community,
            about_plan=plan,
            **form.cleaned_data,
            by=request.actor,
            at=timezone.now(),
        )
    messages.success(request, _("收到了，谢谢。居委会会看，并在这里答复。"))
    if made is not None:
        return redirect("planning:wish", request.community.code, made.pk)
    return redirect("planning:plan", request.community.code, year)


@public
@require_safe
def show_report(request: Visit, year: int, kind: str) -> HttpResponse:
    """A published report; `?of=` shows the rows behind a figure."""
    told = reports.tell(reports.public_report(request.community, year, kind))
    of = request.GET.get("of", "")
    context = {
        "told": told,
        "report": told.report,
        "of": of,
        "behind": reports.rows_behind(told, of),
    }
    return answer(request, "planning/report.html", context)


@public
@require_safe
def show_development(request: Visit) -> HttpResponse:
    """The development plan residents adopted, with the tasks that lead to each goal."""
    today = timezone.localdate()
    row = plans.development_for(request.community, today.year)
    if row is not None and row.adopted_on is None:
        row = None
    context = {"row": row, "goals": plans.goals_with_tasks(row) if row else []}
    return answer(request, "planning/development_public.html", context)


def _tabs(request: Visit, plan: AnnualPlan, by_standard: bool) -> list[Tab]:
    address = reverse("planning:plan", args=[request.community.code, plan.year])
    return [
        Tab(_("按月份"), address, not by_standard),
        Tab(_("按六条标准"), f"{address}?by=standard", by_standard),
    ]


def _as_data(plan: AnnualPlan, lines: list[plans.Line], today: date) -> dict[str, Any]:
    return {
        "year": plan.year,
        "state": plan.state,
        "on": today,
        "approved_on": plan.approved_on,
        "approved_by": plan.approved_by,
        "edition": plan.edition,
        "tasks": [
            {
                "number": line.task.number,
                "title": line.task.title,
                "owner": line.task.owner,
                "standard": line.task.standard,
                "need": line.task.need_told,
                "planned_on": line.task.planned_on,
                "due_on": line.task.due_on,
                "done_on": line.task.done_on,
                "outcome": line.outcome,
                "budget": line.task.budget,
                "fen": line.task.fen,
                "result": line.task.result,
            }
            for line in lines
        ],
    }
