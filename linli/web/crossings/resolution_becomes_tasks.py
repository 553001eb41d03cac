"""What residents decided becomes tasks of the year's plan, and what is done is told back.

The assemblies room knows what was decided and what became of it, the planning room who does what
by when. The two rows are tied: a task *implements* a resolution, a plan *follows from* the one
that approved it. A resolution goes into the plan where somebody is to carry it out: it has a day,
or a body that answers for it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from linli.core.audit.door import Act, crosses, may
from linli.core.links.queries import links_of
from linli.governance.assemblies.actions import carry_out, report_progress
from linli.governance.assemblies.models import Assembly, Resolution
from linli.governance.assemblies.queries import public_resolutions, topics_of
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.stewardship.planning.actions import TaskRow, add_task, drop_task, finish_task
from linli.stewardship.planning.models import AnnualPlan, Task
from linli.stewardship.planning.queries.plans import plan_of_year
from linli.stewardship.planning.sources import Decision, register_decisions

KIND = "assemblies.Resolution"
OPEN = ("adopted", "in_progress")
MOST = 200
LONGEST_TITLE, LONGEST_RESULT = 100, 400


def decisions(community: Any) -> Sequence[Decision]:
    """Resolutions as planning may see them, the latest first; those a plan came from are no work
    still to be planned."""
    rows = public_resolutions(community).exclude(state__in=["changed", "revoked"])[:MOST]
    return [
        Decision(
            KIND,
            row.pk,
            row.title,
            row.body,
            row.adopted_on,
            open=row.state in OPEN and _is_work(row),
            due_on=row.due_on,
        )
        for row in rows
    ]


register_decisions(decisions)


@crosses("assemblies.close")
def meeting_s_resolutions_become_tasks(act: Act, assembly: Assembly) -> None:
    """Once a meeting is over, what it decided is put into the plan; what it changed or revoked
    is done no more."""
    for topic in topics_of(assembly):
        resolution = getattr(topic, "resolution", None)
        if resolution is not None:
            resolution_becomes_tasks(act, resolution)
            if topic.alters is not None:
                _drop_tasks_of(act, topic.alters)


@crosses("assemblies.decide_in_committee")
def resolution_becomes_tasks(act: Act, resolution: Resolution) -> None:
    """A resolution becomes a task of the plan of the year it is due in, where that plan is being
    drafted or carried out. Where it waits for the meeting, its approval fetches them."""
    plan = plan_of_year(resolution.community, (resolution.due_on or resolution.adopted_on).year)
    if plan is not None and plan.state in ("draft", "consulting", "approved"):
        _put_into(act, plan, [resolution])


@crosses("planning.approve")
def approved_plan_takes_resolutions_in(act: Act, plan: AnnualPlan) -> None:
    """A plan just approved takes in what was decided by then for its year and has no task yet."""
    by_now = {"state__in": OPEN, "adopted_on__lte": local_day(act.at)}
    rows = public_resolutions(plan.community).filter(**by_now)
    _put_into(act, plan, [row for row in rows if (row.due_on or row.adopted_on).year == plan.year])


@crosses("planning.finish_task")
def finished_task_tells_its_resolution(act: Act, task: Task) -> None:
    """Everybody reads on the resolution that a task of it is done. That it is carried out, whoever
    keeps the resolutions says."""
    for resolution in _resolutions_of(task):
        if resolution.state in OPEN and may("assemblies.carry_out", act.by, resolution):
            report_progress(resolution, words=task.result or task.title, by=act.by, at=act.at)


@crosses("assemblies.carry_out")
def carried_out_resolution_finishes_its_tasks(act: Act, resolution: Resolution) -> None:
    """What was to carry a resolution out is done with it."""
    for task in _tasks_of(resolution):
        if _runs(task) and may("planning.work", act.by, task):
            last = resolution.steps.order_by("-version").first()
            words = last.public_note if last else resolution.title
            finish_task(task, result=words[:LONGEST_RESULT], by=act.by, at=act.at)


@crosses("planning.close")
def closed_plan_is_carried_out(act: Act, plan: AnnualPlan) -> None:
    """The resolution that approved a plan is carried out when the year is closed."""
    for resolution in _resolutions_of(plan):
        if resolution.state in OPEN and may("assemblies.carry_out", act.by, resolution):
            carry_out(resolution, words=f"{plan.year}：{plan.state_label}", by=act.by, at=act.at)


def _put_into(act: Act, plan: AnnualPlan, resolutions: Iterable[Resolution]) -> None:
    for resolution in resolutions:
        if not _is_work(resolution) or _tasks_of(resolution):
            continue
        decided = next(each for each in decisions(plan.community) if each.id == resolution.pk)
        title = redact(resolution.title).text[:LONGEST_TITLE]
        due_on = resolution.due_on or date(plan.year, 12, 31)
        row = TaskRow(title=title, due_on=due_on, owner="director", need=decided.ref)
        plan.refresh_from_db()
        add_task(plan, row=row, reason=f"{resolution.number} {title}", by=act.by, at=act.at)


def _is_work(resolution: Resolution) -> bool:
    return resolution.due_on is not None or resolution.owner_id is not None


def _drop_tasks_of(act: Act, altered: Resolution) -> None:
    altered.refresh_from_db()
    for task in _tasks_of(altered):
        if _runs(task) and may("planning.settle", act.by, task):
            drop_task(task, reason=altered.state_label, by=act.by, at=act.at)


def _runs(task: Task) -> bool:
    return task.state in ("planned", "doing") and task.plan.state == "approved"


def _tasks_of(resolution: Resolution) -> list[Task]:
    ids = [link.id for link in links_of(resolution, "implements") if link.kind == "planning.Task"]
    rows = Task.objects.filter(community=resolution.community_id, pk__in=ids)
    return list(rows.select_related("plan", "community").order_by("number"))


def _resolutions_of(row: Task | AnnualPlan) -> list[Resolution]:
    ids = [link.id for link in links_of(row) if link.forwards and link.kind == KIND]
    rows = Resolution.objects.filter(community=row.community_id, pk__in=ids)
    return list(rows.select_related("community", "owner"))
