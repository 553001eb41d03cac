"""What residents chose is paid for and done: the money of a round is kept apart before they vote,
that of every winner after, and each winner becomes a task of the year's plan.

Budgeting knows what was chosen, funds where the money is, planning who does what by when. A round
names the source it is paid from. From the day its rules are published all its money is kept, so
that no payment in between can starve what residents are about to choose; nothing is paid out of it
until they have. With the result it is split among the winners, and the rest is free again. What
cannot be done after all, and what is left over, goes back to the source.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, crosses, may
from linli.core.links.queries import links_of
from linli.governance.budgeting.models import Project, Round
from linli.governance.budgeting.money import Pot, register_paid, register_pots
from linli.governance.budgeting.queries.projects import WON, won_in
from linli.governance.budgeting.queries.rounds import public_rounds, ruling_of
from linli.lib.calendar import local_day
from linli.stewardship.funds import books
from linli.stewardship.funds.actions.steps import earmark, take_back
from linli.stewardship.funds.models import Request, Reserve, Source
from linli.stewardship.planning.actions import TaskRow, add_task, drop_task, finish_task
from linli.stewardship.planning.models import Task
from linli.stewardship.planning.queries.plans import plan_of_year
from linli.stewardship.planning.sources import Decision, register_decisions

KIND = "budgeting.Project"
TAKING = ("draft", "consulting", "approved")
LONGEST = 80
MOST = 100


def pots(community: Any, on: date) -> Sequence[Pot]:
    """The open sources, each with what may still be promised of it, and what it is bound to; two
    queries."""
    rows = Source.objects.filter(community=community, closed_on__isnull=True, opened_on__lte=on)
    found = list(rows.order_by("kind", "title"))
    free = books.free_of(community, found)
    return [
        Pot(each.pk, each.title, free.get(each.pk, 0), each.purpose_told if each.restricted else "")
        for each in found
    ]


register_pots(pots)


def paid(round_: Round) -> Mapping[UUID, int]:
    """What was really paid out of what is kept for each winner (fen)."""
    keys = {_key(project): project.pk for project in won_in(round_)}
    rows = Request.objects.filter(
        community=round_.community_id, reserve__key__in=keys, state__in=("paid", "settled")
    )
    told = dict.fromkeys(keys.values(), 0)
    for key, fen in rows.values_list("reserve__key", "paid_fen"):
        told[keys[key]] += fen or 0
    return told


register_paid(paid)


def decisions(community: Any) -> Sequence[Decision]:
    """What residents chose, as planning may see it; no plan is approved by it. Two queries."""
    told = public_rounds(community).filter(state__in=["decided", "ended"])[:MOST]
    rounds = {each.pk: each for each in told}
    places = {key: place for place, key in enumerate(rounds)}
    won = Project.objects.filter(community=community, round__in=rounds, state__in=WON)
    return [
        Decision(
            KIND, each.pk, each.title, "budgeting", rounds[each.round_id].vote_until,
            open=each.state in ("funded", "under_way", "built"), due_on=each.due_on,
        )
        for each in sorted(won, key=lambda row: (places[row.round_id], row.position))
    ]  # fmt: skip


register_decisions(decisions)


@crosses("budgeting.fix_rules")
def keep_the_whole_amount(act: Act, round_: Round) -> None:
    """Keeps all the money of a round apart when its rules are published. Refused where there is
    not as much in the source: then the rules are not published either, until there is."""
    source = _source_of(round_)
    if source is not None:
        what = round_.title[:LONGEST]
        earmark(act, source, fen=round_.fen, what=what, key=_whole(round_), undecided=True)


@crosses("budgeting.reopen_vetting")
def reopened_round_frees_its_money(act: Act, round_: Round) -> None:
    """The rules were taken back, and so is the money; it is kept again with the next ones."""
    _free_the_whole(act, round_)


@crosses("budgeting.cancel")
def cancelled_round_frees_its_money(act: Act, round_: Round) -> None:
    """Nothing will be chosen: the money is the source's again."""
    _free_the_whole(act, round_)


@crosses("budgeting.publish_result")
def fund_the_winners(act: Act, round_: Round) -> None:
    """Splits what was kept for the round among its winners, each kept apart by what residents
    chose; what nobody won is free again."""
    source = _source_of(round_)
    if source is None:
        return
    _free_the_whole(act, round_)
    for project in won_in(round_):
        what = f"{project.position}. {project.title}"[:LONGEST]
        key = _key(project)
        earmark(act, source, fen=project.fen, what=what, key=key, decided=project)


@crosses("budgeting.begin_project")
def begun_project_becomes_a_task(act: Act, project: Project) -> None:
    """A project that is begun is a task of the plan of the year it is due in."""
    assert project.due_on is not None
    plan = plan_of_year(project.community, project.due_on.year)
    if plan is None or plan.state not in TAKING or not may("planning.draft", act.by, plan):
        return
    if _tasks_of(project):
        return
    decided = next((each for each in decisions(plan.community) if each.id == project.pk), None)
    if decided is None:
        return
    row = TaskRow(
        title=project.title,
        due_on=project.due_on,
        owner="worker",
        fen=project.fen,
        need=decided.ref,
    )
    plan.refresh_from_db()
    add_task(plan, row=row, reason=project.title, by=act.by, at=act.at)


@crosses("budgeting.settle_acceptance")
def accepted_project_finishes_its_task(act: Act, project: Project) -> None:
    """What residents have accepted is done."""
    if project.state != "accepted":
        return
    for task in _tasks_of(project):
        if may("planning.work", act.by, task):
            given: Any = {"result": project.result, "done_on": local_day(act.at)}
            finish_task(task, **given, by=act.by, at=act.at)


@crosses("budgeting.give_up_project")
def given_up_project_gives_its_money_back(act: Act, project: Project) -> None:
    """Its task is dropped, and what was kept for it goes back to the source."""
    for task in _tasks_of(project):
        if may("planning.settle", act.by, task):
            drop_task(task, reason=project.result, by=act.by, at=act.at)
    _release(act, project)


@crosses("budgeting.end_round")
def ended_round_gives_the_rest_back(act: Act, round_: Round) -> None:
    """What the winners did not use goes back to the source."""
    _free_the_whole(act, round_)
    for project in won_in(round_):
        _release(act, project)


def _release(act: Act, project: Project) -> None:
    kept = Reserve.objects.filter(community=project.community_id, key=_key(project)).first()
    if kept is not None:
        take_back(act, kept)


def _free_the_whole(act: Act, round_: Round) -> None:
    """What is kept for the round as a whole goes back, under whichever rules it was kept."""
    rows = Reserve.objects.filter(
        community=round_.community_id, key__startswith=f"{_round(round_)}:", undecided=True
    )
    for kept in rows.select_related("source__community", "source__book"):
        take_back(act, kept)


def _source_of(round_: Round) -> Source | None:
    if round_.paid_from is None:
        return None
    rows = Source.objects.filter(community=round_.community_id, pk=round_.paid_from)
    return rows.select_related("community", "book").first()


def _key(project: Project) -> str:
    return f"budgeting:{project.pk}"


def _round(round_: Round) -> str:
    return f"budgeting-round:{round_.pk}"


def _whole(round_: Round) -> str:
    """Each publication of the rules keeps the money anew."""
    ruling = ruling_of(round_)
    return f"{_round(round_)}:{ruling.number if ruling else 0}"


def _tasks_of(project: Project) -> list[Task]:
    ids = [link.id for link in links_of(project, "implements") if link.kind == "planning.Task"]
    rows = Task.objects.filter(community=project.community_id, pk__in=ids)
    running = rows.filter(state__in=("planned", "doing"), plan__state="approved")
    return list(running.select_related("plan", "community"))
