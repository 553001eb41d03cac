"""Somebody listens on a day told beforehand; what goes upward shows to whom, since when, and the
answer."""

from datetime import timedelta

import pytest
from django.urls import reverse

from linli.core.clocks.models import Clock
from linli.governance.deliberation.actions import listening as actions
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def test_a_day_is_told_held_as_a_number_or_called_off_with_its_reason(hand):
    given = {"hours": "晚上七点到八点", "venue": "活动室", "post_of": "director"}
    on = (hand.at + timedelta(days=5)).date()
    with pytest.raises(Refused):
        actions.announce_day(hand.place, on=on - timedelta(days=9), **given, **hand.by())
    day = actions.announce_day(hand.place, on=on, **given, **hand.by())
    with pytest.raises(Refused):
        actions.announce_day(hand.place, on=on, **given, **hand.by())
    with pytest.raises(Refused):
        actions.hold_day(day, came=3, heard=2, **hand.by())
    assert actions.hold_day(day, came=3, heard=2, **hand.by(days=5)).state == "held"
    with pytest.raises(Refused):
        actions.call_off_day(day, reason="停电", **hand.by(days=5))


def test_every_line_of_the_digest_shows_to_whom_since_when_and_the_answer(hand, signed):
    said = {"title": "路口没有红绿灯", "text": "放学时车太快。", "heard_at": "day", "times": 7}
    carried = actions.note(hand.place, **said, **hand.by())
    public = reverse("deliberation:listening", args=["990101001001"])
    assert "路口没有红绿灯" not in signed("street").get(public).content.decode()
    office = hand.setting.bodies["office"]
    actions.send(carried, to=office, **hand.by("director"))
    clock = Clock.objects.get(community=hand.place, owner=carried.pk)
    assert (clock.state, clock.holder.post) == ("running", "worker"), "it warns on Today"
    actions.chase(carried, words="又问了一次。", **hand.by(days=20))
    page = signed("street").get(public).content.decode()
    for words in ("路口没有红绿灯", office.name, "从那天起在等", "又问了一次。"):
        assert words in page, words
    actions.answer(carried, words="明年三月装。", **hand.by(days=40))
    assert "明年三月装。" in signed("street").get(public).content.decode()
    other = actions.note(hand.place, **{**said, "title": "换个名字"}, **hand.by())
    assert actions.drop(other, reason="和上一条一样。", **hand.by("director")).state == "dropped"
    desk = reverse("deliberation:listening_desk", args=["990101001001"])
    assert signed("worker").get(desk).status_code == 200
    assert signed("elder").get(desk).status_code == 404
