"""A community with a plan, and the hand that carries it through."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.governance.assemblies.models import Resolution
from linli.lib.calendar import SHANGHAI
from linli.lib.tellers import Tellers
from linli.stewardship.planning import actions, sources
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.actions.drafting import row_of
from linli.web.demo.cast import gather


@pytest.fixture
def at():
    """A morning in December under the law of 2025."""
    return datetime(2026, 12, 8, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture
def setting(db, at):
    return gather(at)


@pytest.fixture
def who(setting, at):
    """`by` and `at` of one of the cast: `who("worker")`."""

    def given(key, when=None):
        moment = when or at
        return {"by": setting.actor(key, timezone.localdate(moment)), "at": moment}

    return given


@pytest.fixture
def decided(setting, monkeypatch):
    """A decision as another room tells of it: `decided("title")` is its ref."""
    told = []
    monkeypatch.setattr(sources, "_DECISIONS", Tellers(lambda community: told))

    def decide(title="2027 年工作计划", body="representatives_meeting", due_on=None):
        row = Resolution.objects.create(
            community=setting.community,
            body="committee",  # a row to tie to; who decided is what the other room tells
            year=2026,
            serial=len(told) + 1,
            title=title,
            text=title,
            adopted_on=date(2026, 12, 8),
            state="adopted",
            state_since=datetime(2026, 12, 8, tzinfo=SHANGHAI),
        )
        told.append(
            sources.Decision(
                "assemblies.Resolution", row.pk, title, body, row.adopted_on, due_on=due_on
            )
        )
        return told[-1].ref

    return decide


@pytest.fixture
def plan(setting, who):
    """Next year's plan as a draft with two tasks, one without its need."""
    made = actions.draft_plan(setting.community, year=2027, **who("worker"))
    rows = [
        TaskRow(title="楼道换感应灯", due_on=date(2027, 3, 20), standard="S5", need="routine"),
        TaskRow(title="老人午餐点", due_on=date(2027, 6, 10), standard="S3", need=""),
    ]
    return actions.write_tasks(made, rows=rows, **who("worker"))


@pytest.fixture
def url(setting):
    def address(name, *parts):
        return reverse(f"planning:{name}", args=[setting.community.code, *parts])

    return address


@pytest.fixture
def approved(plan, setting, who, decided):
    """The same plan, its needs named, put to residents and approved by their meeting."""

    def approve(*more):
        task = plan.tasks.get(title="老人午餐点")
        rows = [replace(row_of(task), need="statutory"), *more]
        actions.write_tasks(plan, rows=rows, **who("worker"))
        director = who("director")
        actions.consult_on_plan(plan, comments_until=date(2026, 12, 20), **director)
        actions.settle_plan(plan, **director)
        return actions.approve_plan(plan, decision=decided(), **director)

    return approve
