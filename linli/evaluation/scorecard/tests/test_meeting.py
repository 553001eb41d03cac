"""A meeting from the figures to the look back, and what it refuses on the way."""

from datetime import timedelta

import pytest

from linli.core.clocks.queries import clocks_of
from linli.evaluation.facts import rows
from linli.evaluation.scorecard import actions
from linli.evaluation.scorecard.models import AgreedAction
from linli.evaluation.tests.cast import AT, DAY
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def refused(act, *args, **given):
    with pytest.raises(Refused) as caught:
        act(*args, **given)
    return caught.value.finding.rule


def test_figures_are_taken_as_everybody_sees_them_and_one_round_is_held_once(hall):
    meeting = hall.prepare()
    kept = {each["id"]: each for each in hall.topic(meeting, "S2").figures}
    assert kept["MT01"]["kept"] == [297, 330]
    given = {"year": DAY.year, "round": "year", "taken": {"S2": ["MT01"]}}
    assert refused(actions.prepare_meeting, hall.community, **given, **hall.by()) == (
        "scorecard.once"
    )
    actions.call_off_meeting(meeting, reason="台风", **hall.by())
    assert hall.prepare().pk != meeting.pk
    nothing = {"year": DAY.year, "round": "half", "taken": {}}
    assert refused(actions.prepare_meeting, hall.community, **nothing, **hall.by()) == (
        "scorecard.something_taken"
    )


def test_residents_are_heard_first_masked_and_counted(hall):
    meeting = hall.prepare()
    ahead = {"held_on": DAY + timedelta(days=1), "venue": "活动室", "present": 42}
    assert refused(actions.hold_meeting, meeting, **ahead, **hall.by()) == "scorecard.held_by_now"
    actions.hold_meeting(meeting, **{**ahead, "held_on": DAY}, **hall.by())
    topic = hall.topic(meeting, "S2")
    view = {"body": hall.firm, "words": "夜里人手不够"}
    assert refused(actions.record_view, topic, **view, **hall.by()) == "scorecard.everyone_heard"
    many = {"words": "慢", "hands": (20, 20, 3)}
    assert refused(actions.write_topic, topic, **many, **hall.by()) == "scorecard.hands_fit"
    topic = hall.topic(meeting, "S2")
    assert refused(actions.write_topic, topic, words=" ", **hall.by()) == (
        "scorecard.something_said"
    )
    words = "修得慢，打13812345678也没用"
    actions.write_topic(topic, words=words, hands=(20, 20, 2), **hall.by())
    topic.refresh_from_db()
    assert "13812345678" not in topic.words
    assert "修得慢" in topic.words


def test_an_action_has_one_carrier_a_day_ahead_and_no_name(hall):
    meeting = hall.answer()
    for wrong, rule in (
        ({"post": ""}, "scorecard.carried_by_one"),
        ({"body": hall.firm}, "scorecard.carried_by_one"),
        ({"days": 0}, "scorecard.due_ahead"),
        ({"indicator": "SG01"}, "scorecard.figure_taken"),
        ({"title": "请打13812345678"}, "scorecard.public_words"),
    ):
        assert refused(hall.agree, meeting, **wrong) == rule
    assert refused(actions.publish_meeting, meeting, **hall.by("director")) == (
        "scorecard.something_agreed"
    )
    struck = hall.agree(meeting)
    struck.topic.meeting = meeting
    actions.strike_action(struck, **hall.by())
    assert not AgreedAction.objects.filter(community=hall.community).exists()


def test_published_days_are_clocks_and_only_the_director_publishes(hall):
    meeting = hall.answer()
    ours, theirs = hall.agree(meeting), hall.agree(meeting, post="", body=hall.firm, days=40)
    assert refused(actions.publish_meeting, meeting, **hall.by()) == "access.permitted"
    given = {"result": "贴好了", **hall.by()}
    assert refused(actions.finish_action, ours, **given) == "scorecard.running"
    ours.refresh_from_db()
    actions.publish_meeting(meeting, **hall.by("director"))
    (clock,) = clocks_of(ours)
    assert (clock.holder_post, clock.title) == ("worker", "每层贴报修码")
    (follow,) = clocks_of(theirs)
    assert follow.holder_post == "worker"
    assert theirs.carrier == "东湖花园物业服务中心"
    assert [each.name for each in clocks_of(meeting)] == ["scorecard_again"]


def test_looked_at_again_when_all_is_told_and_what_was_due_is_counted(hall):
    meeting = hall.answer()
    done, late, left = (hall.agree(meeting, days=days) for days in (10, 20, 30))
    actions.publish_meeting(meeting, **hall.by("director"))
    rows_ = [done, late, left]
    for each in rows_:
        each.topic.meeting = meeting
    later = AT + timedelta(days=25)
    actions.finish_action(
        done, result="贴好了", done_on=DAY + timedelta(days=10), **hall.by(at=later)
    )
    actions.finish_action(late, result="晚了几天", **hall.by(at=later))
    after = AT + timedelta(days=35)
    assert refused(actions.look_again, meeting, **hall.by(at=after)) == "scorecard.all_told"
    actions.leave_action(left, reason="钱还没有批下来", **hall.by(at=after))
    hall.scene.reckon()
    actions.look_again(meeting, words="两件做到了。", **hall.by(at=AT + timedelta(days=36)))
    assert not [clock for clock in clocks_of(meeting) if clock.is_open]
    told = rows(hall.community, DAY, DAY + timedelta(days=60))
    due = [(fact.part, fact.whole) for fact in told if fact.kind == "scorecard.action_due"]
    assert due == [(1, 1), (0, 1), (0, 1)]
    left.refresh_from_db()
    assert left.state == "undone"
    assert left.after is not None
