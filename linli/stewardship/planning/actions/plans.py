"""The year's plan goes to residents, is approved, changed with reasons, and closed."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.links.linking import link
from linli.lib.calendar import Unit, local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.stewardship.planning import rules
from linli.stewardship.planning.actions.drafting import (
    TaskRow,
    claim_table,
    put_in,
    rewrite,
    row_called,
)
from linli.stewardship.planning.actions.posting import post_plan
from linli.stewardship.planning.actions.wishes import mark_taken_up
from linli.stewardship.planning.actions.wording import fit_for_everybody
from linli.stewardship.planning.flows import PLAN
from linli.stewardship.planning.models import AnnualPlan, PlanVersion, Task, Wish
from linli.stewardship.planning.queries.needs import decision_called, known_needs
from linli.stewardship.planning.queries.plans import tasks_of
from linli.stewardship.planning.sources import Decision, NeedRef
from linli.stewardship.planning.words import DECIDERS

CLOCK = "planning_task"


@action("planning.consult", needs="planning.settle")
def consult_on_plan(
    act: Act, plan: AnnualPlan, *, comments_until: date, seen: int | None = None
) -> AnnualPlan:
    """Everybody may read the draft and say what they think, up to and with a day."""
    numbers = {"until": comments_until}
    require(Finding(comments_until > local_day(act.at), "planning.comments_ahead", numbers=numbers))
    plan.comments_until = comments_until
    plan.save(update_fields=["comments_until"])
    act.note(year=plan.year)
    return take(act, PLAN, plan, "consult", seen=seen)


@action("planning.redraft", needs="planning.settle")
def redraft_plan(act: Act, plan: AnnualPlan, *, reason: str, seen: int | None = None) -> AnnualPlan:
    """Takes the draft back to be written anew."""
    act.note(year=plan.year)
    return take(act, PLAN, plan, "redraft", seen=seen, reason=reason)


@action("planning.settle", needs="planning.settle")
def settle_plan(act: Act, plan: AnnualPlan, *, seen: int | None = None) -> AnnualPlan:
    """The draft goes before the meeting: it has tasks, and each says which need it answers."""
    tasks = tasks_of(plan)
    without = sum(not task.need for task in tasks)
    act.note(year=plan.year)
    conditions = (rules.ready_to_settle(len(tasks), without),)
    return take(act, PLAN, plan, "settle", seen=seen, conditions=conditions)


@action("planning.approve", needs="planning.settle")
def approve_plan(
    act: Act, plan: AnnualPlan, *, decision: str, seen: int | None = None
) -> AnnualPlan:
    """Records that residents approved it, by the decision named (a `NeedRef` as text): the plan
    is tied to it, posted, its tasks appear on the work calendar, its wishes are taken up."""
    found = decision_called(plan.community, decision)
    require(Finding(found is not None, "planning.decision_known"))
    assert found is not None
    require(rules.approved_by_residents(found.body))
    plan.approved_on, plan.approved_by, plan.edition = found.adopted_on, decided_by(found), 1
    plan.save(update_fields=["approved_on", "approved_by", "edition"])
    take(act, PLAN, plan, "approve", seen=seen)
    row = row_called(plan.community, decision)
    if row is not None:
        link(act, plan, "follows_from", row)
    tasks = tasks_of(plan)
    for task in tasks:
        start_clock(act, task)
    _take_wishes_up(act, plan, tasks)
    _keep_version(act, plan, tasks, "")
    post_plan(act, plan)
    act.note(year=plan.year, tasks=len(tasks))
    return plan


@action("planning.add_task", needs="planning.draft")
def add_task(act: Act, plan: AnnualPlan, *, row: TaskRow, reason: str = "") -> Task:
    """Adds one task: to a draft as it is; to an approved plan with a reason, as a new version."""
    require(Finding(plan.state in ("draft", "consulting", "approved"), "planning.takes_tasks"))
    known = known_needs(plan.community)
    if plan.state != "approved":
        claim_table(plan, None)
        task = put_in(act, plan, row, known)
    else:
        require(rules.reasoned(reason))
        task = put_in(act, plan, row, known)
        start_clock(act, task)
        _take_wishes_up(act, plan, [task])
        issue_version(act, plan, reason)
    act.note(year=plan.year, number=task.number)
    return task


@action("planning.change_task", needs="planning.draft")
def change_task(
    act: Act, task: Task, *, row: TaskRow, reason: str, seen: int | None = None
) -> Task:
    """Changes what an approved task says, with a reason; its day is put off by another act."""
    require(running(task))
    require(Finding(seen is None or seen == task.version, "planning.table_fresh"))
    numbers = {"day": task.due_on}
    require(Finding(row.due_on == task.due_on, "planning.day_by_postponing", numbers=numbers))
    rewrite(act, task, row, known_needs(task.community))
    issue_version(act, task.plan, reason)
    act.note(number=task.number)
    return task


@action("planning.close", needs="planning.settle")
def close_plan(act: Act, plan: AnnualPlan, *, seen: int | None = None) -> AnnualPlan:
    """The year is over: no task is open any more, and the yearly report is out."""
    left = sum(task.state in rules.OPEN for task in tasks_of(plan))
    reported = plan.reports.filter(kind="year", published_at__isnull=False).exists()
    numbers = {"left": left, "reported": reported}
    ready = Finding(not left and reported, "planning.may_close", numbers=numbers)
    act.note(year=plan.year)
    return take(act, PLAN, plan, "close", seen=seen, conditions=(ready,))


def decided_by(decision: Decision) -> str:
    """Who decided, and in which resolution."""
    return f"{DECIDERS[decision.body]}《{decision.title}》"


def running(task: Task) -> Finding:
    """A task is worked on once residents have approved its plan, and until the year is closed."""
    return Finding(task.plan.state == "approved", "planning.plan_running")


def issue_version(act: Act, plan: AnnualPlan, reason: str) -> None:
    """A new version of an approved plan, with the reason, on the board as well."""
    require(rules.reasoned(reason))
    fit_for_everybody(reason)
    take(act, PLAN, plan, "change", reason=reason.strip(), public_note=reason.strip())
    plan.edition += 1
    plan.save(update_fields=["edition"])
    _keep_version(act, plan, tasks_of(plan), reason)
    post_plan(act, plan, reason.strip()[:400])


def start_clock(act: Act, task: Task) -> None:
    """The task's day becomes a clock of the post that answers for it, where it lies ahead."""
    ahead = (task.due_on - local_day(act.at)).days
    if ahead < 1:
        return
    face = task.face()
    clocks.start(
        act,
        task,
        CLOCK,
        length=ahead,
        unit=Unit.DAYS,
        title=face.title,
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
        weekend_rolls=False,  # the plan names a day, and that day it is
    )


def _take_wishes_up(act: Act, plan: AnnualPlan, tasks: list[Task]) -> None:
    for task in tasks:
        if task.need != "wish":
            continue
        key = NeedRef.read(task.need_ref).place
        wish = Wish.objects.filter(community=plan.community_id, pk=key, state="listed").first()
        if wish is not None:
            words = _("列入 {year} 年工作计划：{title}")
            mark_taken_up(act, wish, words.format(year=plan.year, title=task.title))


def _keep_version(act: Act, plan: AnnualPlan, tasks: list[Task], reason: str) -> None:
    PlanVersion.objects.create(
        community_id=plan.community_id,
        plan=plan,
        number=plan.edition,
        at=act.at,
        account_id=act.by.account,
        reason=reason.strip()[:400],
        content=[_kept(task) for task in tasks],
    )


def _kept(task: Task) -> dict[str, Any]:
    return {
        "number": task.number,
        "title": task.title,
        "owner": task.owner,
        "standard": task.standard,
        "need": task.need_told,
        "due_on": task.due_on.isoformat(),
        "budget": task.budget,
        "fen": task.fen,
        "state": task.state,
    }
