"""The development plan at the desk."""

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
from linli.stewardship.planning import actions
from linli.stewardship.planning.forms.plans import AdoptForm, DevelopmentForm, Goals, need_choices
from linli.stewardship.planning.models import DevelopmentPlan
from linli.stewardship.planning.queries import plans
from linli.stewardship.planning.views.answering import sent, show_form

BLANK_GOALS = 4


@needs("planning.see_desk")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """All development plans."""
    rows = plans.developments_of(request.community)
    return answer(request, "planning/developments.html", {"rows": rows})


@needs("planning.draft")
def new(request: Visit) -> HttpResponse:
    """Begins one."""
    return _write(request, None)


@needs("planning.draft")
def edit(request: Visit, development_id: UUID) -> HttpResponse:
    """Writes a draft anew."""
    return _write(request, plans.development_in(request.community, development_id))


@needs("planning.see_desk")
@require_safe
def show(request: Visit, development_id: UUID) -> HttpResponse:
    """One of them, its goals with the tasks that lead there."""
    row = plans.development_in(request.community, development_id)
    context = {
        "row": row,
        "goals": plans.goals_with_tasks(row),
        "adopts": row.adopted_on is None and may("planning.settle", request.actor, row),
    }
    return answer(request, "planning/development.html", context)


@needs("planning.settle")
def adopt(request: Visit, development_id: UUID) -> HttpResponse:
    """Records that residents adopted it."""
    row = plans.development_in(request.community, development_id)
    form = AdoptForm(sent(request), community=request.community)
    if not form.is_valid():
        return show_form(request, "planning/development_adopt.html", form, row=row)
    actions.adopt_development(row, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, _("已登记通过。"))
    return redirect("planning:development", request.community.code, row.pk)


def _write(request: Visit, row: DevelopmentPlan | None) -> HttpResponse:
    form = DevelopmentForm(sent(request), initial=_start(row))
    kept = list(row.goals.all()) if row else []
    goals = Goals(
        sent(request),
        initial=[*(_goal(goal) for goal in kept), *({} for _n in range(BLANK_GOALS))],
        form_kwargs={"needs": need_choices(request.community, kept)},
    )
    if not (form.is_valid() and goals.is_valid()):
        page = "planning/development_form.html"
        return show_form(request, page, form, goals=goals, row=row)
    made = actions.write_development(
        request.community,
        **form.cleaned_data,
        goals=[each.cleaned_data for each in goals if each.cleaned_data.get("title")],
        development=row,
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("已保存。"))
    return redirect("planning:development", request.community.code, made.pk)


def _start(row: DevelopmentPlan | None) -> dict[str, Any]:
    if row is None:
        year = timezone.localdate().year
        return {"first_year": year, "last_year": year + 4}
    return {name: getattr(row, name) for name in ("title", "first_year", "last_year", "vision")}


def _goal(goal: Any) -> dict[str, Any]:
    return {
        "title": goal.title,
        "measure": goal.measure,
        "standard": goal.standard,
        "need": goal.need_ref or goal.need,
    }
