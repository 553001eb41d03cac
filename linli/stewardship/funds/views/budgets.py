"""The budget at the desk: its table, the decision that settles it, its changes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may, permit
from linli.core.links.faces import linked_faces
from linli.core.pages.answer import answer
from linli.stewardship.funds import actions
from linli.stewardship.funds.forms.budgets import (
    DecisionForm,
    Lines,
    RevisionForm,
    SeenForm,
    YearForm,
    lines_given,
    lines_start,
)
from linli.stewardship.funds.models import Budget
from linli.stewardship.funds.queries.budgets import budget_of, budgets_of, lines_of
from linli.stewardship.funds.views.shapes import sent, status_of, tabs_of


@needs("funds.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The budgets by year, and the way to a new one."""
    here = request.community
    budgets = budgets_of(here)
    year = request.GET.get("year", "")
    if year.isdecimal() and YearForm({"year": year}).is_valid():
        return redirect("funds:budget_lines", here.code, int(year))
    start = {"year": timezone.localdate().year + int(bool(budgets))}
    context = {
        "budgets": budgets,
        "form": YearForm(initial=start),
        "keeps": may("funds.keep", request.actor, here),
        "tabs": tabs_of(request, "budgets"),
    }
    return answer(request, "funds/budgets.html", context)


@needs("funds.see_desk")
@require_safe
def show(request: Visit, year: int) -> HttpResponse:
    """One budget, each line beside what came of it."""
    budget = _budget(request, year)
    context = {
        "budget": budget,
        "lines": lines_of(budget),
        "editions": list(budget.editions.all()),
        "decisions": linked_faces(budget, "follows_from"),
        "keeps": may("funds.keep", request.actor, budget),
        "settles": may("funds.settle_budget", request.actor, budget),
    }
    return answer(request, "funds/budget_desk.html", context)


@needs("funds.keep")
def write(request: Visit, year: int) -> HttpResponse:
    """The table of a draft; of a settled budget, the table with the decision that changes it."""
    here = request.community
    budget = budget_of(here, year)
    if budget is not None and budget.is_settled:
        permit("funds.settle_budget", request.actor, here)
    data, _files = sent(request)
    start = lines_start(budget.lines.all() if budget else ())
    table = Lines(data, initial=start, form_kwargs={"community": here})
    decision = _revision(data, budget)
    seen = SeenForm(data, initial={"seen": budget.version if budget else 0})
    if table.is_bound and table.is_valid() and (decision or seen).is_valid():
        _keep(request, year, budget, lines_given(table), decision or seen)
        messages.success(request, _("预算已保存。"))
        return redirect("funds:budget_desk", here.code, year)
    context = {"form": table, "decision": decision, "seen": seen, "year": year, "budget": budget}
    return answer(request, "funds/budget_lines.html", context, status=status_of(table))


@needs("funds.settle_budget")
def settle(request: Visit, year: int) -> HttpResponse:
    """The decision that approved the draft."""
    budget = _budget(request, year)
    data, _files = sent(request)
    form = DecisionForm(data, budget=budget)
    if form.is_valid():
        actions.settle_budget(budget, **form.given, by=request.actor, at=timezone.now())
        messages.success(request, _("预算已生效，用款按它来。"))
        return redirect("funds:budget_desk", request.community.code, year)
    context = {"form": form, "title": _("记下居民的决定"), "note": str(year), "back": "budgets"}
    return answer(request, "funds/form.html", context, status=status_of(form))


def _budget(request: Visit, year: int) -> Budget:
    found = budget_of(request.community, year)
    if found is None:
        raise Http404
    return found


def _revision(data: Any, budget: Budget | None) -> RevisionForm | None:
    if budget is None or not budget.is_settled:
        return None
    return RevisionForm(data, budget=budget)


def _keep(request: Visit, year: int, budget: Budget | None, lines: Any, form: Any) -> None:
    by, at = request.actor, timezone.now()
    if budget is not None and budget.is_settled:
        actions.revise_budget(budget, lines=lines, **form.given, by=by, at=at)
    else:
        given = {"lines": lines, "seen": form.cleaned_data["seen"]}
        actions.draft_budget(request.community, year=year, **given, by=by, at=at)
