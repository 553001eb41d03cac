"""B04: no topic stays unanswered past its clock; what was agreed does not close without a published
result; whoever did not agree is in the minutes word for word."""

import pytest

from linli.core.clocks.models import Clock
from linli.governance.deliberation import actions
from linli.governance.deliberation.models import Dissent
from linli.governance.deliberation.tests.conftest import Hand, at, hand, setting

ROW, ROOM, PAGES = "B04", "governance/deliberation", ("deliberation:topics", "deliberation:topic")
pytestmark = pytest.mark.django_db


def test_b04_a_proposal_waits_under_a_clock_and_a_no_has_a_reason_and_a_way_on(hand, refused):
    topic = hand.propose()
    clock = Clock.objects.get(community=hand.place, owner=topic.pk)
    assert (clock.state, clock.holder.post) == ("running", "director")
    said = {"reason": "这条路归市政管。", "way_on": " "}
    refused("deliberation.something_said", actions.decline, topic, **said, **hand.by("director", 2))
    actions.decline(topic, **{**said, "way_on": "请打城管热线。"}, **hand.by("director", 2))
    assert Clock.objects.get(community=hand.place, pk=clock.pk).state == "met"


def test_b04_an_agreed_point_wants_a_published_result(hand, refused):
    point = hand.points(hand.agreed())[0]
    refused("deliberation.result_told", actions.finish, point, result=" ", **hand.by(days=40))
    assert actions.finish(point, result="画好了。", **hand.by(days=40)).state == "done"


def test_b04_a_dissent_is_kept_word_for_word(hand):
    topic = hand.invite(hand.accept())
    hand.hold(topic)
    topic = hand.write(topic)
    actions.show_draft(topic, **hand.by(days=10))
    words = "晚上九点以后车灯照进屋里，\n我不同意。"
    actions.dissent(hand.topic(topic), words=words, **hand.by("elder", 11))
    actions.publish(hand.topic(topic), **hand.by("director", 13))
    assert Dissent.objects.get(community=hand.place).words == words
