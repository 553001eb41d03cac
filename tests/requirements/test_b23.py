"""B23: each line of the digest sent upward says to whom, since when, and what came back; a decision
says which opinions it took up and why others not."""

import pytest
from django.urls import reverse

from linli.governance.deliberation import actions
from linli.governance.deliberation.actions import listening
from linli.governance.deliberation.tests.conftest import *
from linli.governance.deliberation.tests.test_course import fields_up

ROW, ROOM, PAGES = "B23", "governance/deliberation", ("deliberation:listening",)
pytestmark = pytest.mark.django_db


def test_b23_a_line_says_to_whom_since_when_and_the_answer(hand, signed):
    said = {"title": "路口没有红绿灯", "text": "放学时车太快。", "heard_at": "day", "times": 7}
    line = listening.note(hand.place, **said, **hand.by())
    office = hand.setting.bodies["office"]
    listening.send(line, to=office, **hand.by("director"))
    public = reverse("deliberation:listening", args=[hand.place.code])
    page = signed("elder").get(public).content.decode()
    assert office.name in page
    assert "从那天起在等" in page
    listening.answer(line, words="明年三月装。", **hand.by(days=40))
    assert "明年三月装。" in signed("elder").get(public).content.decode()


def test_b23_an_agreement_says_which_opinions_it_took_up_and_why_others_not(hand):
    topic = hand.invite(hand.accept())
    hand.hold(topic)
    topic = hand.write(topic)
    why = {"words": "全划给停车", "source": "talk", "why": "孩子没有地方玩"}
    actions.consider(topic, adopted=False, **why, **hand.by(days=9))
    hand.publish(topic)
    (sheet,) = fields_up(hand.place, "deliberation.agreement")
    (opinion,) = sheet["considered"]
    assert opinion["adopted"] == "没有采纳"
    assert "孩子没有地方玩" in str(opinion)
