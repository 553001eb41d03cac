"""What was talked through goes to the meeting and into the plan, and what came of it comes back."""

from datetime import timedelta

import pytest

from linli.core.links.faces import linked_faces
from linli.governance.assemblies import actions as assemblies
from linli.governance.assemblies.models import Topic as AgendaTopic
from linli.governance.deliberation import actions
from linli.governance.deliberation.repeated import repeated_in
from linli.governance.deliberation.tests.conftest import Hand, at, hand, setting  # noqa: F401
from linli.mechanisms.gathering.models import Decision, Gathering
from linli.service.matters.actions import raise_matter
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of
from linli.stewardship.planning import actions as planning
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.models import Task

pytestmark = pytest.mark.django_db


def plan_meeting(hand, title, days):  # noqa: F811
    return assemblies.plan_assembly(
        hand.place,
        body="representatives_meeting",
        counted_by="representatives",
        title=title,
        venue="活动室",
        starts_at=hand.at + timedelta(days=days + 20),
        **hand.by("director", days),
    )


def agreed(hand):  # noqa: F811
    topic = hand.invite(hand.accept(touches_all=True))
    hand.hold(topic)
    hand.write(topic, needs_decision=True, decides_what="院子晚上开放停车")
    opinion = {"words": "全划给停车", "source": "talk", "why": "孩子没有地方玩"}
    actions.consider(hand.topic(topic), adopted=False, **opinion, **hand.by(days=9))
    return hand.topic(hand.publish(topic))


def test_a_topic_waits_for_the_next_meeting_and_the_decision_cites_the_opinions_and_comes_back(
    hand,  # noqa: F811
):
    plan = planning.draft_plan(hand.place, year=2026, **hand.by())
    topic = agreed(hand)
    assert not Task.objects.filter(community=hand.place, plan=plan).exists(), "not decided yet"
    actions.take_to_assembly(topic, **hand.by("director", 14))
    assert not AgendaTopic.objects.filter(community=hand.place).exists()
    meeting = plan_meeting(hand, "第二次居民代表会议", 15)
    item = AgendaTopic.objects.get(community=hand.place, assembly=meeting)
    assert (item.title, item.matter) == ("院子晚上开放停车", "major")
    assert "没有采纳的意见：全划给停车（孩子没有地方玩）" in item.text
    assert [each.face.title for each in linked_faces(item)] == [topic.title]
    plan_meeting(hand, "另一次", 16)
    assert AgendaTopic.objects.filter(community=hand.place).count() == 1, "on one agenda at a time"
    # The meeting itself is the other room's; here only that what it decided comes back.
    gathering = Gathering.objects.get(community=hand.place, pk=meeting.gathering_id)
    entry = gathering.items.create(community=hand.place, order=1, title=item.title, decides=True)
    AgendaTopic.objects.filter(community=hand.place, pk=item.pk).update(item=entry)
    Decision.objects.create(
        community=hand.place, item=entry, way="hands", present=20, votes_for=15, votes_against=3,
        abstained=1, adopted=True, finding={}, text="同意晚上开放。", at=hand.at,
    )  # fmt: skip
    Gathering.objects.filter(community=hand.place, pk=gathering.pk).update(
        state="open", opened_at=hand.at, noticed_at=hand.at, notice_days=10
    )
    meeting.gathering.refresh_from_db()
    assemblies.close_assembly(meeting, **hand.by("director", 36))
    topic = hand.topic(topic)
    assert topic.state == "agreed"
    tasks = Task.objects.filter(community=hand.place)
    assert {"划出活动区", "装升降柱"} <= set(tasks.values_list("title", flat=True)), "adopted"
    assert topic.decision == "通过（赞成 15，反对 3，弃权 1）。同意晚上开放。"


def test_points_are_tasks_of_the_plan_and_what_is_done_is_told_back(hand):  # noqa: F811
    plan = planning.draft_plan(hand.place, year=2026, **hand.by())
    row = TaskRow(title="楼道清理", due_on=hand.at.date(), need="routine")
    planning.write_tasks(plan, rows=[row], **hand.by())
    topic = hand.agreed()
    tasks = {task.title: task for task in Task.objects.filter(community=hand.place)}
    assert {"划出活动区", "装升降柱"} <= tasks.keys()
    assert tasks["装升降柱"].owner == "worker", "a body's point is followed up here"
    type(plan).objects.filter(community=hand.place, pk=plan.pk).update(
        state="approved", approved_on=hand.at.date(), approved_by="居民代表会议", edition=1
    )
    rows = Task.objects.select_related("plan", "community")
    task = rows.get(community=hand.place, title="划出活动区")
    planning.finish_task(task, result="画好了", **hand.by("director", 30))
    first, second = hand.points(topic)
    assert (first.state, first.result) == ("done", "画好了")
    put_off = rows.get(community=hand.place, title="装升降柱")
    planning.carry_over_task(put_off, reason="等消防的意见。", **hand.by("director", 30))
    second = hand.points(topic)[1]
    assert second.state == "doing", "put off is not given up: the point is still to be done"
    type(put_off).objects.filter(community=hand.place, pk=put_off.pk).update(state="planned")
    actions.leave(second, reason="消防不同意。", **hand.by("director", 31))
    assert rows.get(community=hand.place, title="装升降柱").state == "dropped"


def test_what_comes_up_again_at_one_spot_is_offered_as_a_topic(hand):  # noqa: F811
    kind = kinds_of(hand.place).get(code="stair_light")
    for number in range(3):
        raised = Raised(
            kind=kind, title="灯坏了", text="看不见", channel="walk_in", place=hand.setting.stair
        )
        raise_matter(hand.place, raised=raised, **hand.by(days=number))
    (found,) = repeated_in(hand.place, (hand.at + timedelta(days=3)).date())
    assert (found.times, hand.setting.stair.stairs_name in found.title) == (3, True)
    topic = hand.propose("worker", title=found.title, source="matters")
    assert (topic.source, topic.proposer_id) == ("matters", None)
