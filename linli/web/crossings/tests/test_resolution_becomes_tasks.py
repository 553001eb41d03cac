"""What a meeting decided is in the plan, and what was done is told on the resolution."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from linli.core.links.faces import linked_faces
from linli.governance.assemblies import actions as assemblies
from linli.governance.assemblies.models import Resolution
from linli.governance.assemblies.queries import progress_of
from linli.governance.assemblies.tests.conftest import (  # noqa: F401
    actor,
    at,
    call,
    close,
    decide,
    meet,
    plan as meeting,
    representatives,
    setting,
)
from linli.stewardship.funds.origins import decisions_of as money_stands_on
from linli.stewardship.planning import actions
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.queries.needs import needs_open
from linli.stewardship.planning.sources import decisions_of
from linli.stewardship.planning.words import STANDARDS

pytestmark = pytest.mark.django_db


def drafted(place, director, when):
    """A plan with one task, put to residents."""
    plan = actions.draft_plan(place, year=2026, by=director, at=when)
    row = TaskRow(title="楼道清理", due_on=date(2026, 10, 1), standard="S5", need="routine")
    actions.write_tasks(plan, rows=[row], by=director, at=when)
    actions.consult_on_plan(plan, comments_until=date(2026, 4, 18), by=director, at=when)
    return actions.settle_plan(plan, by=director, at=when)


def test_a_meeting_approves_the_plan_and_its_resolutions_become_tasks(
    setting, meeting, call, meet, decide, close, actor, at  # noqa: F811
):  # fmt: skip
    place, director = setting.community, actor("director")
    plan = drafted(place, director, at)
    assembly = meeting({"title": "2026 年工作计划"}, {"title": "修车棚"})
    call(assembly)
    meet(assembly)
    then = assembly.gathering.starts_at
    first, second = assembly.topics.order_by("order")
    decide(first, 6)
    decide(second, 6, due_on=date(2026, 9, 30))
    close(assembly)
    assert plan.tasks.count() == 1, "what lies before the meeting is not touched"
    told = {each.title: each for each in decisions_of(place)}
    assert (told["2026 年工作计划"].open, told["修车棚"].open) == (False, True)
    stands_on = {each.key for each in money_stands_on(place)}
    assert stands_on == {each.id for each in told.values()}
    assert "修车棚" in {need.words for _title, found in needs_open(place) for need in found}

    later = then + timedelta(hours=3)
    actions.approve_plan(plan, decision=told["2026 年工作计划"].ref, by=director, at=later)
    task = plan.tasks.get(title="修车棚")
    assert (task.need, task.due_on) == ("decision", date(2026, 9, 30))
    shed = Resolution.objects.get(community=place, title="修车棚")
    assert [(str(each.relation), each.face.title) for each in linked_faces(shed)] == [
        ("由此落实", "修车棚")
    ]
    assert [each.face.title for each in linked_faces(task)] == ["修车棚"]

    actions.finish_task(task, result="车棚修好了", by=director, at=later + timedelta(days=9))
    shed.refresh_from_db()
    assert shed.state == "in_progress", "that it is carried out, the meeting's keepers say"
    assert "车棚修好了" in {entry.note for entry in progress_of(shed, public=True)}


def test_a_resolution_carried_out_finishes_its_tasks_and_a_committee_s_own_becomes_one(
    setting, meeting, call, meet, decide, close, actor, at  # noqa: F811
):  # fmt: skip
    place, director = setting.community, actor("director")
    plan = drafted(place, director, at)
    assembly = meeting({"title": "2026 年工作计划"})
    call(assembly)
    meet(assembly)
    decide(assembly.topics.get(), 6)
    close(assembly)
    when = assembly.gathering.starts_at + timedelta(hours=3)
    (decided,) = decisions_of(place)
    actions.approve_plan(plan, decision=decided.ref, by=director, at=when)
    own = assemblies.decide_in_committee(
        place,
        title="夏天每晚巡楼",
        text="夏天每晚巡楼。",
        due_on=date(2026, 8, 31),
        by=director,
        at=when,
    )
    task = plan.tasks.get(title="夏天每晚巡楼")
    assert [each.key for each in money_stands_on(place)] == [decided.id], "not the committee's own"
    assemblies.carry_out(own, words="巡了六十晚", by=director, at=when + timedelta(days=2))
    task.refresh_from_db()
    assert (task.state, task.result) == ("done", "巡了六十晚")


def test_the_six_standards_are_called_the_same_here_and_in_the_evaluation():
    from linli.evaluation.standards import standards

    assert [(each.code, each.title.zh) for each in standards()] == [
        (code, str(title)) for code, title in STANDARDS
    ]


def test_a_diagnosis_is_counted_from_every_register_and_guards_small_groups(
    setting, actor, at  # noqa: F811
):  # fmt: skip
    made = actions.diagnose(setting.community, by=actor("worker"), at=timezone.now())
    parts = {part["key"]: part["lines"] for part in made.content["sections"]}
    assert list(parts) == [
        "posts", "rooms", "money", "people", "partners", "matters", "organisations", "duties",
        "standards",
    ]  # fmt: skip
    lines = {line["key"]: line for part in parts.values() for line in part}
    assert lines["post_deputy_director"]["gap"]
    assert not lines["post_worker"]["gap"]
    assert lines["living"]["few"]
    assert lines["living"]["n"] is None
    assert lines["ledger"]["n"] is None
    assert lines["ledger"]["says"]["zh-hans"]
    assert lines["S1.1"]["gap"]
    assert sum(line["gap"] for line in lines.values()) > 5
