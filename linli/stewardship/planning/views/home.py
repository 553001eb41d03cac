"""Planning at the desk: how the year stands, what is due, what waits."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.stewardship.planning.queries import diagnosis, plans, reports, surveys, wishes
from linli.stewardship.planning.sources import decisions_of


@needs("planning.see_desk")
@require_safe
def show(request: Visit) -> HttpResponse:
    """This year's plan in figures, the tasks that press, and the way to everything else."""
    here, today = request.community, timezone.localdate()
    plan = plans.plan_of_year(here, today.year)
    lines = plans.lines_of(plans.tasks_of(plan), today) if plan else []
    context = {
        "plan": plan,
        "progress": plans.progress_of(lines),
        "now": plans.lines_of(plans.tasks_now(here, today), today),
        "plans": plans.plans_of(here),
        "reports": reports.reports_of(here)[:4],
        "wish_counts": wishes.queue_counts(here),
        "survey": surveys.surveys_of(here).first(),
        "diagnosis": diagnosis.diagnoses_of(here).first(),
        "development": plans.development_for(here, today.year),
        "decisions": _decisions(request),
        "takes": plan is not None and plan.state in ("draft", "consulting", "approved"),
    }
    return answer(request, "planning/home.html", context)


def _decisions(request: Visit) -> list[tuple[Any, bool]]:
    """Decisions still to be carried out, each with whether a task does."""
    found = [each for each in decisions_of(request.community) if each.open][:8]
    planned = plans.refs_planned(request.community, [each.ref for each in found])
    return [(each, each.ref in planned) for each in found]
