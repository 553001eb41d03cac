"""What a score-card meeting agreed is in the year's plan, and what became of it comes back."""

from datetime import date, datetime, timedelta

import pytest

from linli.core.links.faces import linked_faces
from linli.evaluation.scorecard import actions as scorecard
from linli.evaluation.scorecard.models import ScoreTopic
from linli.lib.calendar import SHANGHAI
from linli.stewardship.planning import actions
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.forms.steps import decision_choices
from linli.stewardship.planning.models import Task
from linli.stewardship.planning.sources import decisions_of
from linli.web.demo.cast import gather

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 8, 9, 30, tzinfo=SHANGHAI)
DAY = AT.date()


@pytest.fixture
def town():
    setting = gather(AT)
    plan = actions.draft_plan(setting.community, year=2026, by=setting.actor("worker", DAY), at=AT)
    row = TaskRow(title="楼道清理", due_on=date(2026, 10, 1), need="routine")
    actions.write_tasks(plan, rows=[row], by=setting.actor("worker", DAY), at=AT)
    return setting, plan


def agreed_at(setting, **given):
    """A meeting held and published, with an action for each (title, carrier)."""
    worker, director = setting.actor("worker", DAY), setting.actor("director", DAY)
    step = {"by": worker, "at": AT}
    meeting = scorecard.prepare_meeting(
        setting.community, year=2026, round="half", taken={"S5": []}, **step
    )
    scorecard.hold_meeting(meeting, held_on=DAY, venue="活动室", present=30, **step)
    topic = ScoreTopic.objects.get(community=setting.community, meeting=meeting)
    topic.meeting = meeting
    scorecard.write_topic(topic, words="电动车推进楼里", **step)
    firm = setting.bodies["property"]
    scorecard.record_view(topic, body=firm, words="充电棚不够", **step)
    made = []
    for title, carrier in given.items():
        said = {"title": title, "due_on": date(2026, 9, 30), **carrier}
        made.append(scorecard.agree_action(topic, **said, **step))
    scorecard.publish_meeting(meeting, by=director, at=AT)
    for each in made:
        each.topic.meeting = meeting
    return meeting, made


def test_an_agreed_action_is_a_task_and_the_task_s_outcome_is_the_action_s(town):
    setting, plan = town
    director = setting.actor("director", DAY)
    _meeting, (shed, signs) = agreed_at(
        setting,
        修充电棚={"body": setting.bodies["property"]},
        贴提示={"post": "worker"},
    )
    tasks = {task.title: task for task in Task.objects.filter(community=setting.community)}
    assert (tasks["修充电棚"].owner, tasks["贴提示"].due_on) == ("worker", date(2026, 9, 30))
    assert tasks["贴提示"].standard == "S5"
    assert [each.face.title for each in linked_faces(tasks["修充电棚"])] == ["修充电棚"]
    told = {each.title: each for each in decisions_of(setting.community)}
    refs = {ref for ref, _title in decision_choices(setting.community)}
    assert told["修充电棚"].ref not in refs, "no plan is approved by a score-card meeting"

    plan.refresh_from_db()
    type(plan).objects.filter(community=setting.community, pk=plan.pk).update(
        state="approved", approved_on=DAY, approved_by="居民代表会议", edition=1
    )
    later = AT + timedelta(days=30)
    task = Task.objects.select_related("plan").get(
        pk=tasks["修充电棚"].pk, community=plan.community
    )
    actions.finish_task(task, result="修好两处", by=director, at=later)
    shed.refresh_from_db()
    assert (shed.state, shed.result) == ("done", "修好两处")

    scorecard.leave_action(signs, reason="楼长说不用贴", by=director, at=later)
    task = Task.objects.get(pk=tasks["贴提示"].pk, community=plan.community)
    assert (task.state, task.result) == ("dropped", "楼长说不用贴")


def test_an_action_done_finishes_its_task(town):
    setting, plan = town
    _meeting, (signs,) = agreed_at(setting, 贴提示={"post": "worker"})
    type(plan).objects.filter(community=setting.community, pk=plan.pk).update(
        state="approved", approved_on=DAY, approved_by="居民代表会议", edition=1
    )
    worker = setting.actor("worker", DAY)
    scorecard.finish_action(signs, result="贴好了", by=worker, at=AT + timedelta(days=3))
    task = Task.objects.get(community=setting.community, title="贴提示")
    assert (task.state, task.result, task.done_on) == ("done", "贴好了", DAY + timedelta(days=3))
