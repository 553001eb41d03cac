"""Plans and their tasks, as everybody and as the desk read them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Sum
from django.http import Http404

from linli.stewardship.planning import rules
from linli.stewardship.planning.models import AnnualPlan, DevelopmentPlan, PlanVersion, Task
from linli.stewardship.planning.words import STANDARDS


def plans_of(community: Any) -> "QuerySet[AnnualPlan]":
    """All annual plans, the latest first."""
    return AnnualPlan.objects.filter(community=community).order_by("-year")


def plan_in(community: Any, key: UUID) -> AnnualPlan:
    """One annual plan at the desk (Http404)."""
    rows = AnnualPlan.objects.filter(community=community, pk=key)
    found = rows.select_related("community", "development", "diagnosis").first()
    if found is None:
        raise Http404
    return found


def plan_of_year(community: Any, year: int) -> AnnualPlan | None:
    """The plan of a year, whatever its state."""
    rows = AnnualPlan.objects.filter(community=community, year=year)
    return rows.select_related("community", "development").first()


def public_plans(community: Any) -> "QuerySet[AnnualPlan]":
    """Those everybody may read, the latest first."""
    return plans_of(community).exclude(state="draft")


def public_plan(community: Any, year: int | None, on: date) -> AnnualPlan | None:
    """The plan of a year as everybody may read it; without one, this year's, else the latest."""
    rows = public_plans(community).select_related("community", "development")
    if year is not None:
        return rows.filter(year=year).first()
    return rows.filter(year=on.year).first() or rows.first()


def tasks_of(plan: AnnualPlan) -> list[Task]:
    """The tasks of a plan by day, and by number within a day."""
    rows = Task.objects.filter(community=plan.community_id, plan=plan)
    return list(rows.select_related("goal").order_by("due_on", "number"))


def task_in(community: Any, key: UUID) -> Task:
    """One task at the desk (Http404)."""
    rows = Task.objects.filter(community=community, pk=key)
    found = rows.select_related("plan", "goal", "community").first()
    if found is None:
        raise Http404
    return found


def tasks_now(community: Any, on: date) -> list[Task]:
    """The open tasks of approved plans that are late or due this month, by day."""
    until = month_end(on)
    rows = Task.objects.filter(
        community=community, plan__state="approved", state__in=rules.OPEN, due_on__lte=until
    )
    return list(rows.select_related("plan").order_by("due_on", "number"))


def month_end(on: date) -> date:
    """The last day of the month."""
    following = date(on.year + on.month // 12, on.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A task with how it stands today."""

    task: Task
    outcome: str

    @property
    def moved(self) -> bool:
        """Whether its day is no longer the one residents approved."""
        return self.task.due_on != self.task.planned_on


@dataclass(frozen=True, slots=True)
class Group:
    """Some tasks under one heading: a month (its number) or a standard (its code)."""

    key: Any
    title: Any
    lines: list[Line]
    progress: rules.Progress


def lines_of(tasks: Iterable[Task], on: date) -> list[Line]:
    """Each task with how it stands on a day."""
    return [
        Line(
            task,
            rules.outcome_of(
                task.state,
                planned_on=task.planned_on,
                due_on=task.due_on,
                done_on=task.done_on,
                on=on,
            ),
        )
        for task in tasks
    ]


def progress_of(lines: Iterable[Line]) -> rules.Progress:
    """How many stand how."""
    return rules.count_outcomes((line.outcome, line.moved) for line in lines)


def by_month(lines: Sequence[Line]) -> list[Group]:
    """All twelve months in their order, also those with nothing in them."""
    groups = []
    for month in range(1, 13):
        found = [line for line in lines if line.task.month == month]
        groups.append(Group(month, month, found, progress_of(found)))
    return groups


def by_standard(lines: Sequence[Line]) -> list[Group]:
    """The six standards in their order, and what serves none of them."""
    groups = []
    for code, title in [*STANDARDS, ("", "")]:
        found = [line for line in lines if line.task.standard == code]
        if code or found:
            groups.append(Group(code, title, found, progress_of(found)))
    return groups


def money_of(plan: AnnualPlan) -> int:
    """What its tasks are to cost together, in fen."""
    rows = Task.objects.filter(community=plan.community_id, plan=plan).exclude(state="dropped")
    return int(rows.aggregate(sum=Sum("fen"))["sum"] or 0)


def versions_of(plan: AnnualPlan) -> "QuerySet[PlanVersion]":
    """The versions since residents approved it, the latest first."""
    rows = PlanVersion.objects.filter(community=plan.community_id, plan=plan)
    return rows.select_related("account").order_by("-number")


def version_in(plan: AnnualPlan, number: int) -> PlanVersion:
    """One version (Http404)."""
    found = versions_of(plan).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def developments_of(community: Any) -> "QuerySet[DevelopmentPlan]":
    """All development plans, the latest first."""
    return DevelopmentPlan.objects.filter(community=community).order_by("-first_year", "-id")


def development_in(community: Any, key: UUID) -> DevelopmentPlan:
    """One development plan (Http404)."""
    rows = developments_of(community).select_related("community")
    found = rows.filter(pk=key).prefetch_related("goals").first()
    if found is None:
        raise Http404
    return found


def development_for(community: Any, year: int) -> DevelopmentPlan | None:
    """The adopted development plan that covers a year, else a draft that does."""
    rows = developments_of(community).filter(first_year__lte=year, last_year__gte=year)
    return rows.filter(adopted_on__isnull=False).first() or rows.first()


def goals_with_tasks(development: DevelopmentPlan) -> list[tuple[Any, list[Task]]]:
    """Each goal with the tasks of any year that lead to it, in two queries."""
    rows = Task.objects.filter(
        community=development.community_id, goal__development=development
    ).select_related("plan")
    found: dict[Any, list[Task]] = {}
    for task in rows.order_by("due_on", "number"):
        found.setdefault(task.goal_id, []).append(task)
    goals = development.goals.filter(community=development.community_id)
    return [(goal, found.get(goal.pk, [])) for goal in goals]


def refs_planned(community: Any, refs: Sequence[str]) -> set[str]:
    """Of these needs, those some task answers."""
    rows = Task.objects.filter(community=community, need_ref__in=refs).exclude(state="dropped")
    return set(rows.values_list("need_ref", flat=True))
