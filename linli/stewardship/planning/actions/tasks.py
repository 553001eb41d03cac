"""A task is begun, told of, finished, put off, handed over, given up."""

from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.stewardship.planning import rules
from linli.stewardship.planning.actions.plans import CLOCK, issue_version, running, start_clock
from linli.stewardship.planning.actions.wording import fit_for_everybody
from linli.stewardship.planning.flows import TASK
from linli.stewardship.planning.models import Task
from linli.stewardship.planning.words import owners


@action("planning.begin_task", needs="planning.work")
def begin_task(act: Act, task: Task, *, seen: int | None = None) -> Task:
    """Work on it has begun."""
    return _step(act, task, "begin", seen)


@action("planning.report_task", needs="planning.work")
def report_task(act: Act, task: Task, *, words: str, seen: int | None = None) -> Task:
    """Tells everybody how far it is."""
    fit_for_everybody(words)
    return _step(act, task, "report", seen, public_note=words.strip())


@action("planning.finish_task", needs="planning.work")
def finish_task(
    act: Act, task: Task, *, result: str, done_on: date | None = None, seen: int | None = None
) -> Task:
    """It is done, on that day, with that result, which everybody reads."""
    fit_for_everybody(result)
    today = local_day(act.at)
    done_on = done_on or today
    numbers = {"day": done_on}
    require(Finding(done_on <= today, "planning.done_by_now", numbers=numbers))
    task.done_on, task.result = done_on, result.strip()
    task.save(update_fields=["done_on", "result"])
    return _step(act, task, "finish", seen, public_note=result.strip())


@action("planning.postpone_task", needs="planning.work")
def postpone_task(
    act: Act, task: Task, *, due_on: date, reason: str, seen: int | None = None
) -> Task:
    """Puts its day off within the year, with a reason. The day residents approved stays on
    record, and whether it was done in time is judged by that one."""
    require(rules.day_in_year(due_on, task.plan.year))
    ahead = due_on > local_day(act.at) and due_on != task.due_on
    require(Finding(ahead, "planning.new_day_ahead", numbers={"day": due_on}))
    fit_for_everybody(reason)
    task.due_on = due_on
    _step(act, task, "postpone", seen, reason=reason, due_on=due_on, public_note=reason.strip())
    task.save(update_fields=["due_on"])
    clocks.drop(act, task, CLOCK)
    start_clock(act, task)
    issue_version(act, task.plan, reason)
    return task


@action("planning.hand_over_task", needs="planning.work")
def hand_over_task(
    act: Act, task: Task, *, owner: str, reason: str, seen: int | None = None
) -> Task:
    """Another post answers for it from now on, and why; its clock goes along."""
    known = owner in dict(owners()) and owner != task.owner
    require(Finding(known, "planning.another_post"))
    fit_for_everybody(reason)
    task.owner = owner
    _step(act, task, "hand_over", seen, reason=reason, owner=owner, public_note=reason.strip())
    task.save(update_fields=["owner"])
    clocks.hand_over(act, task, task.face().holder, CLOCK)
    act.note(owner=in_both(task.owner_title))
    act.tell("planning.task_handed", post=owner, title=task.title)
    issue_version(act, task.plan, reason)
    return task


@action("planning.drop_task", needs="planning.settle")
def drop_task(act: Act, task: Task, *, reason: str, seen: int | None = None) -> Task:
    """It is not done after all, and why."""
    return _give_up(act, task, "drop", reason, seen)


@action("planning.carry_over_task", needs="planning.settle")
def carry_over_task(act: Act, task: Task, *, reason: str, seen: int | None = None) -> Task:
    """It goes into next year's plan, and why it was not done in this."""
    return _give_up(act, task, "carry_over", reason, seen)


def _give_up(act: Act, task: Task, move: str, reason: str, seen: int | None) -> Task:
    fit_for_everybody(reason)
    task.result = reason.strip()[:400]
    _step(act, task, move, seen, reason=reason, public_note=reason.strip())
    task.save(update_fields=["result"])
    issue_version(act, task.plan, reason)
    return task


def _step(act: Act, task: Task, move: str, seen: int | None, **given: Any) -> Task:
    act.note(number=task.number)
    return take(act, TASK, task, move, seen=seen, conditions=(running(task),), **given)
