"""The year's plan is drafted: its table written, last year's copied, a workbook taken in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import F, Max

from linli.core.audit.door import Act, action
from linli.core.links.linking import link, unlink
from linli.core.places.models import Place
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin
from linli.stewardship.planning import rules
from linli.stewardship.planning.actions.wording import fit_for_everybody
from linli.stewardship.planning.flows import PLAN, TASK
from linli.stewardship.planning.models import AnnualPlan, Goal, Task
from linli.stewardship.planning.queries.needs import decision_called, known_needs, words_of

COLUMNS = ("title", "owner", "due_on", "standard", "goal", "budget", "fen", "to_street")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row of the table. `id`: the task it was, None for a new one; without a title a task
    is taken out. `need`: a `sources.NeedRef` as text. `fen`: the amount in fen."""

    title: str
    due_on: date
    id: UUID | None = None
    owner: str = "worker"
    standard: str = ""
    need: str = ""
    goal: Goal | None = None
    budget: str = ""
    fen: int | None = None
    to_street: bool = False


@action("planning.draft_plan", needs="planning.draft")
def draft_plan(act: Act, community: Place, *, year: int, words: str = "") -> AnnualPlan:
    """Begins the plan of a year."""
    fit_for_everybody(words)
    plan = AnnualPlan(community=community, year=year, words=words.strip())
    try:
        with transaction.atomic():
            begin(act, PLAN, plan, "draft")
    except IntegrityError:
        raise Refused(Finding(False, "planning.plan_once", numbers={"year": year})) from None
    act.note(year=year)
    return plan


@action("planning.describe_plan", needs="planning.draft")
def describe_plan(act: Act, plan: AnnualPlan, *, seen: int, **given: Any) -> AnnualPlan:
    """Writes what stands above the table: `words`, `development`, `diagnosis`."""
    require(rules.editable(plan.state))
    fit_for_everybody(given.get("words", ""))
    claim_table(plan, seen)
    for name, value in given.items():
        setattr(plan, name, value)
    plan.save(update_fields=list(given))
    act.note(year=plan.year)
    return plan


@action("planning.write_tasks", needs="planning.draft")
def write_tasks(
    act: Act, plan: AnnualPlan, *, rows: Sequence[TaskRow], seen: int | None = None
) -> AnnualPlan:
    """Writes rows of the table in one go: new ones, changed ones, and those taken out. Refused
    where somebody has written the table since it was read."""
    require(rules.editable(plan.state))
    claim_table(plan, seen)
    known = known_needs(plan.community)
    mine = {each.pk: each for each in Task.objects.filter(community=plan.community_id, plan=plan)}
    written = taken_out = 0
    for row in rows:
        task = mine.get(row.id) if row.id else None
        if not row.title.strip():
            if task is not None:
                _tie(act, task, "")
                task.delete()
                taken_out += 1
            continue
        if task is None:
            put_in(act, plan, row, known)
            written += 1
        elif _differs(task, row):
            rewrite(act, task, row, known)
            written += 1
    act.note(year=plan.year, written=written, taken_out=taken_out)
    return plan


@action("planning.copy_tasks", needs="planning.draft")
def copy_tasks(act: Act, plan: AnnualPlan, *, source: AnnualPlan, what: str = "all") -> AnnualPlan:
    """Takes over the tasks of another year, on the same days of this one. `what`: `all` but those
    given up, or only those `unfinished`. What was not done is marked as carried over."""
    require(rules.editable(plan.state))
    require(
        Finding(
            source.community_id == plan.community_id and source.pk != plan.pk,
            "planning.another_year",
        )
    )
    claim_table(plan, None)
    count = 0
    for task in Task.objects.filter(community=plan.community_id, plan=source).order_by("number"):
        unfinished = task.state in ("planned", "doing", "carried")
        if task.state == "dropped" or (what == "unfinished" and not unfinished):
            continue
        row = TaskRow(
            title=task.title,
            due_on=_same_day(task.planned_on, plan.year),
            owner=task.owner,
            standard=task.standard,
            need="carried" if unfinished else "routine",
            budget=task.budget,
            fen=task.fen,
            to_street=task.to_street,
        )
        put_in(act, plan, row, {})
        count += 1
    act.note(year=plan.year, source=source.year, count=count)
    return plan


def put_in(act: Act, plan: AnnualPlan, row: TaskRow, known: Mapping[str, str]) -> Task:
    """A row becomes a task of the plan, tied to the decision it carries out."""
    task = Task(community=plan.community, plan=plan)
    _fill(task, row, known)
    task.planned_on = task.due_on
    tasks = Task.objects.filter(community=plan.community_id, plan=plan)
    task.number = (tasks.aggregate(last=Max("number"))["last"] or 0) + 1
    begin(act, TASK, task, "plan")
    _tie(act, task, row.need)
    return task


def rewrite(act: Act, task: Task, row: TaskRow, known: Mapping[str, str]) -> None:
    """A task says what the row says. Before residents approved it, the day written is the day
    planned; afterwards the planned one stands, so that the difference is seen."""
    _tie(act, task, row.need)
    _fill(task, row, known)
    fields = [*COLUMNS, "need", "need_ref", "need_words"]
    if task.plan.approved_on is None:
        task.planned_on = task.due_on
        fields.append("planned_on")
    task.save(update_fields=fields)


def claim_table(plan: AnnualPlan, seen: int | None) -> None:
    """Holds the plan for this writer: one who read it before another wrote is told so."""
    rows = AnnualPlan.objects.filter(community=plan.community_id, pk=plan.pk, state=plan.state)
    if seen is not None:
        rows = rows.filter(version=seen)
    require(Finding(bool(rows.update(version=F("version") + 1)), "planning.table_fresh"))
    plan.refresh_from_db(fields=["version"])


def row_of(task: Task) -> TaskRow:
    """A task as a row of the table."""
    return TaskRow(
        id=task.pk,
        need=task.need_ref or task.need,
        **{name: getattr(task, name) for name in COLUMNS},
    )


def _fill(task: Task, row: TaskRow, known: Mapping[str, str]) -> None:
    fit_for_everybody(row.title, row.budget)
    require(rules.day_in_year(row.due_on, task.plan.year))
    for name in COLUMNS:
        value = getattr(row, name)
        setattr(task, name, value.strip() if isinstance(value, str) else value)
    if row.need == (task.need_ref or task.need) and task.need:
        return  # chosen before, and kept as it was said then
    need, words = words_of(task.community, row.need, dict(known))
    require(Finding(bool(need) or not row.need, "planning.need_known"))
    task.need, task.need_words = need, words
    task.need_ref = row.need if ":" in row.need else ""


def _tie(act: Act, task: Task, ref: str) -> None:
    """Ties a task to the decision it carries out, and unties it from the one it did."""
    if task.need == "decision" and task.need_ref != ref:
        before = row_called(task.community, task.need_ref)
        if before is not None:
            unlink(act, task, "implements", before)
    if ref.startswith("decision:"):
        decided = row_called(task.community, ref)
        if decided is not None:
            link(act, task, "implements", decided)


def row_called(community: Any, ref: str) -> Any:
    """The row of another room a decision's ref points at; None where it is not there."""
    decision = decision_called(community, ref)
    if decision is None:
        return None
    rows: Any = apps.get_model(decision.kind)._default_manager
    return rows.filter(community=community, pk=decision.id).first()


def _differs(task: Task, row: TaskRow) -> bool:
    return any(getattr(row_of(task), name) != getattr(row, name) for name in (*COLUMNS, "need"))


def _same_day(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)
