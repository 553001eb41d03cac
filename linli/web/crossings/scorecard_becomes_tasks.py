"""What was agreed at a score-card meeting becomes tasks of the year's plan, and comes back.

The evaluation knows what residents and providers agreed, the planning room who does what by when.
A task *implements* the action; what becomes of the task, the action tells everybody. An action a
body carries is followed up by whoever works here.
"""

from collections.abc import Sequence
from typing import Any

from linli.core.audit.door import Act, crosses, may
from linli.core.links.queries import links_of
from linli.evaluation.scorecard.actions import finish_action, leave_action
from linli.evaluation.scorecard.models import AgreedAction, ScoreMeeting
from linli.evaluation.scorecard.queries import agreed_in, agreed_of
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.stewardship.planning.actions import TaskRow, add_task, drop_task, finish_task
from linli.stewardship.planning.models import AnnualPlan, Task
from linli.stewardship.planning.queries.plans import plan_of_year
from linli.stewardship.planning.sources import Decision, register_decisions
from linli.stewardship.planning.words import owners

KIND = "evaluation.AgreedAction"
MOST = 200


def decisions(community: Any) -> Sequence[Decision]:
    """What was agreed in published meetings, as planning may see it. No plan is approved by it."""
    return [
        Decision(
            KIND,
            row.pk,
            row.title,
            "scorecard",
            held_on,
            open=row.state == "agreed",
            due_on=row.due_on,
        )
        for row in agreed_of(community)[:MOST]
        if (held_on := row.topic.meeting.held_on) is not None
    ]


register_decisions(decisions)


@crosses("scorecard.publish")
def scorecard_becomes_tasks(act: Act, meeting: ScoreMeeting) -> None:
    """What was agreed is put into the plan of the year it is due in, where that plan is being
    drafted or carried out. Where it waits for the meeting, its approval fetches them."""
    for agreed in agreed_in(meeting):
        plan = plan_of_year(meeting.community, agreed.due_on.year)
        if plan is not None and plan.state in ("draft", "consulting", "approved"):
            _put_into(act, plan, agreed)


@crosses("planning.approve")
def approved_plan_takes_agreed_in(act: Act, plan: AnnualPlan) -> None:
    """A plan just approved takes in what was agreed by then for its year and has no task yet."""
    for agreed in agreed_of(plan.community):
        held_on = agreed.topic.meeting.held_on
        if agreed.due_on.year == plan.year and held_on and held_on <= local_day(act.at):
            _put_into(act, plan, agreed)


@crosses("planning.finish_task")
def finished_task_finishes_its_action(act: Act, task: Task) -> None:
    """The action is done on the day its task was, and everybody reads with what result."""
    for agreed in _agreed_by(task):
        if may("scorecard.keep", act.by, agreed):
            given: Any = {"result": task.result or task.title, "done_on": task.done_on}
            finish_action(agreed, **given, by=act.by, at=act.at)


@crosses("planning.drop_task")
@crosses("planning.carry_over_task")
def task_given_up_leaves_its_action(act: Act, task: Task) -> None:
    """An action whose task is given up, or put off to another year, was not done; why, the task
    says."""
    for agreed in _agreed_by(task):
        if may("scorecard.keep", act.by, agreed):
            leave_action(agreed, reason=task.result or task.title, by=act.by, at=act.at)


@crosses("scorecard.finish")
def finished_action_finishes_its_tasks(act: Act, agreed: AgreedAction) -> None:
    """What was to carry an action out is done with it."""
    for task in _tasks_of(agreed):
        if may("planning.work", act.by, task):
            given: Any = {"result": agreed.result, "done_on": agreed.done_on}
            finish_task(task, **given, by=act.by, at=act.at)


@crosses("scorecard.leave")
def action_left_drops_its_tasks(act: Act, agreed: AgreedAction) -> None:
    """What was to carry an action out is not done either, where whoever says so may settle it."""
    for task in _tasks_of(agreed):
        if may("planning.settle", act.by, task):
            drop_task(task, reason=agreed.result, by=act.by, at=act.at)


def _put_into(act: Act, plan: AnnualPlan, agreed: AgreedAction) -> None:
    if agreed.state != "agreed" or links_of(agreed, "implements"):
        return
    decided = next((each for each in decisions(plan.community) if each.id == agreed.pk), None)
    if decided is None or not may("planning.draft", act.by, plan):
        return
    title = redact(agreed.title).text
    row = TaskRow(
        title=title,
        due_on=agreed.due_on,
        owner=agreed.post if agreed.post in dict(owners()) else "worker",
        standard=agreed.topic.standard,
        need=decided.ref,
    )
    plan.refresh_from_db()
    add_task(plan, row=row, reason=title, by=act.by, at=act.at)


def _tasks_of(agreed: AgreedAction) -> list[Task]:
    ids = [link.id for link in links_of(agreed, "implements") if link.kind == "planning.Task"]
    rows = Task.objects.filter(community=agreed.community_id, pk__in=ids)
    running = rows.filter(state__in=("planned", "doing"), plan__state="approved")
    return list(running.select_related("plan", "community"))


def _agreed_by(task: Task) -> list[AgreedAction]:
    ids = [link.id for link in links_of(task) if link.forwards and link.kind == KIND]
    return list(agreed_of(task.community).filter(pk__in=ids, state="agreed"))
