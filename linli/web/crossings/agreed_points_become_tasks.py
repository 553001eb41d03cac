"""What was agreed in a talk becomes tasks of the year's plan, and what is done is told back.

The deliberation room knows what was agreed, the planning room who does what by when. A task
*implements* the point; what becomes of the task, the point tells everybody who took part. A point
a body carries is followed up by whoever works here.
"""

from collections.abc import Sequence
from typing import Any

from linli.core.audit.door import Act, crosses, may
from linli.core.links.queries import links_of
from linli.governance.deliberation.actions import finish, leave, report
from linli.governance.deliberation.models import Point, Topic
from linli.governance.deliberation.queries.topics import (
    points_agreed,
    points_of,
    waits_for_meeting,
)
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.stewardship.planning.actions import TaskRow, add_task, drop_task, finish_task
from linli.stewardship.planning.models import AnnualPlan, Task
from linli.stewardship.planning.queries.plans import plan_of_year
from linli.stewardship.planning.sources import Decision, register_decisions
from linli.stewardship.planning.words import owners

KIND = "deliberation.Point"
OPEN = ("agreed", "doing")
MOST = 200
LONGEST_TITLE = 100


def decisions(community: Any) -> Sequence[Decision]:
    """What was agreed and published, as planning may see it. No plan is approved by it."""
    return [
        Decision(
            KIND,
            row.pk,
            row.title,
            "deliberation",
            agreed_on,
            open=row.state in OPEN,
            due_on=row.due_on,
        )
        for row in points_agreed(community)[:MOST]
        if (agreed_on := row.topic.published_on) is not None
    ]


register_decisions(decisions)


@crosses("deliberation.publish")
def agreed_points_become_tasks(act: Act, topic: Topic) -> None:
    """What was agreed is put into the plan of the year it is due in, where that plan is being
    drafted or carried out. Where the plan waits for the meeting, its approval fetches them; where
    the points do, its decision."""
    if waits_for_meeting(topic):
        return
    for point in points_of(topic):
        plan = plan_of_year(topic.community, point.due_on.year)
        if plan is not None and plan.state in ("draft", "consulting", "approved"):
            _put_into(act, plan, point)


@crosses("deliberation.record_decision")
def decided_points_become_tasks(act: Act, topic: Topic) -> None:
    """What the meeting adopted is carried out from then on; what it refused, nobody carries out."""
    agreed_points_become_tasks(act, topic)
    for point in points_of(topic):
        if point.state == "undone":
            point_left_drops_its_tasks(act, point)


@crosses("planning.approve")
def approved_plan_takes_points_in(act: Act, plan: AnnualPlan) -> None:
    """A plan just approved takes in what was agreed by then for its year and has no task yet."""
    for point in points_agreed(plan.community).filter(due_on__year=plan.year, state__in=OPEN):
        agreed_on = point.topic.published_on
        if agreed_on is not None and agreed_on <= local_day(act.at):
            _put_into(act, plan, point)


@crosses("planning.finish_task")
def finished_task_finishes_its_point(act: Act, task: Task) -> None:
    """The point is done on the day its task was, and everybody reads with what result."""
    for point in _points_of(task):
        if may("deliberation.follow", act.by, point):
            given: Any = {"result": task.result or task.title, "done_on": task.done_on}
            finish(point, **given, by=act.by, at=act.at)


@crosses("planning.carry_over_task")
def task_put_off_is_reported(act: Act, task: Task) -> None:
    """A point whose task goes into another year is still to be done; everybody reads why it was
    not done in this."""
    for point in _points_of(task):
        if may("deliberation.follow", act.by, point):
            report(point, words=task.result or task.title, by=act.by, at=act.at)


@crosses("planning.drop_task")
def task_given_up_leaves_its_point(act: Act, task: Task) -> None:
    """A point whose task is given up was not done; why, the task says."""
    for point in _points_of(task):
        if may("deliberation.follow", act.by, point):
            leave(point, reason=task.result or task.title, by=act.by, at=act.at)


@crosses("deliberation.finish")
def finished_point_finishes_its_tasks(act: Act, point: Point) -> None:
    """What was to carry a point out is done with it."""
    for task in _tasks_of(point):
        if may("planning.work", act.by, task):
            given: Any = {"result": point.result, "done_on": point.done_on}
            finish_task(task, **given, by=act.by, at=act.at)


@crosses("deliberation.leave")
def point_left_drops_its_tasks(act: Act, point: Point) -> None:
    """What was to carry a point out is not done either, where whoever says so may settle it."""
    for task in _tasks_of(point):
        if may("planning.settle", act.by, task):
            drop_task(task, reason=point.result, by=act.by, at=act.at)


def _put_into(act: Act, plan: AnnualPlan, point: Point) -> None:
    if point.state not in OPEN or _is_carried_out(point):
        return
    decided = next((each for each in decisions(plan.community) if each.id == point.pk), None)
    if decided is None or not may("planning.draft", act.by, plan):
        return
    title = redact(point.title).text[:LONGEST_TITLE]
    row = TaskRow(
        title=title,
        due_on=point.due_on,
        owner=point.post if point.post in dict(owners()) else "worker",
        need=decided.ref,
    )
    plan.refresh_from_db()
    add_task(plan, row=row, reason=title, by=act.by, at=act.at)


def _is_carried_out(point: Point) -> bool:
    """Whether a task carries it out that was not put off to another year."""
    ids = [link.id for link in links_of(point, "implements") if link.kind == "planning.Task"]
    return (
        Task.objects.filter(community=point.community_id, pk__in=ids)
        .exclude(state="carried")
        .exists()
    )


def _tasks_of(point: Point) -> list[Task]:
    ids = [link.id for link in links_of(point, "implements") if link.kind == "planning.Task"]
    rows = Task.objects.filter(community=point.community_id, pk__in=ids)
    running = rows.filter(state__in=("planned", "doing"), plan__state="approved")
    return list(running.select_related("plan", "community"))


def _points_of(task: Task) -> list[Point]:
    ids = [link.id for link in links_of(task) if link.forwards and link.kind == KIND]
    return list(points_agreed(task.community).filter(pk__in=ids, state__in=OPEN))
