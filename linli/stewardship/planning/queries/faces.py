"""How tasks and plans show themselves where other rooms are tied to them."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.links.faces import LinkFace
from linli.stewardship.planning.models import AnnualPlan, Task


def faces_of_tasks(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """A task by its title, which is public once the plan is; a draft's opens at the desk only."""
    rows = Task.objects.filter(community=community, pk__in=list(ids)).select_related("plan")
    return {
        task.pk: LinkFace(
            task.title,
            task.state_label,
            task.current.tone,
            f"{reverse('planning:plan', args=[community.code, task.plan.year])}#t{task.number}"
            if task.plan.is_public
            else "",
            reverse("planning:task", args=[community.code, task.pk]),
        )
        for task in rows
    }


def faces_of_plans(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """A plan by its year."""
    rows = AnnualPlan.objects.filter(community=community, pk__in=list(ids))
    return {
        plan.pk: LinkFace(
            _("{year} 年工作计划").format(year=plan.year),
            plan.state_label,
            plan.current.tone,
            reverse("planning:plan", args=[community.code, plan.year]) if plan.is_public else "",
            reverse("planning:plan_desk", args=[community.code, plan.pk]),
        )
        for plan in rows
    }
