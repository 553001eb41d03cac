"""Two at once, for real: a turn has one holder, and what is withdrawn is not shown after all."""

from datetime import timedelta

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.culture.activities.actions import groups, learning, recognition, turns
from linli.culture.activities.actions.groups import Registered
from linli.culture.activities.actions.recognition import Called
from linli.culture.activities.models.groups import Group, Meeting, Member, Turn
from linli.culture.activities.models.learning import Topic, Wish
from linli.culture.activities.models.recognition import Nomination
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db(transaction=True)

AGREED = {"shown_name": "一位邻居", "told": "常帮邻居取药。"}


def refused_of(results):
    wrong = [e for e in results if isinstance(e, Exception) and not isinstance(e, Refused)]
    assert not wrong, wrong
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def test_of_two_who_take_one_turn_one_has_it_and_of_two_decisions_on_a_name_one_stands(
    setting, actor, at, today, tmp_path
):
    here, worker = setting.community, actor("worker")
    said = Registered("合唱队", "culture", "爱唱歌的都来", "活动室", "负责人", "signed")
    group = groups.register_group(here, registered=said, by=worker, at=at)
    start = at + timedelta(days=2)
    spans = [(start, start + timedelta(hours=1))]
    groups.plan_meetings(group, spans=spans, by=worker, at=at)
    hands = [actor("elder"), actor("tenant")]
    for by in hands:
        groups.join_group(group, called="组员", by=by, at=at)
    called = Called("好邻居", "good_neighbour", ["帮过邻居的忙"], today, today)
    call = recognition.call_for_nominations(here, called=called, by=worker, at=at)
    row = recognition.nominate(call, name="邻居", deed="取药", by=hands[0], at=at)
    recognition.agree_to_honour(row, way="signed", by=worker, at=at, **AGREED)
    for key in ("representative", "supervisor"):
        recognition.look_at_nomination(row, says="supports", by=actor(key), at=at)
    with shared_database(tmp_path):
        rows = Turn.objects.filter(community=here, role="lead").select_related("meeting__group")
        mine = [rows.get(), rows.get()]
        took = together(
            [
                lambda turn=turn, by=by: turns.take_turn(turn, by=by, at=at)
                for turn, by in zip(mine, hands, strict=True)
            ]
        )
        named = Nomination.objects.filter(community=here).select_related("call", "community")
        one, other = named.get(), named.get()
        decided = together(
            [
                lambda: recognition.show_nomination(one, by=worker, at=at),
                lambda: recognition.withdraw_honour(other, by=worker, at=at),
            ]
        )
        holder = rows.get().holder_id
        left = named.get()
    assert refused_of(took) == ["activities.turn_free"]
    assert holder is not None
    # Whichever came first: the consent is taken back, and nothing is shown.
    assert refused_of(decided) in ([], ["activities.nominee_consents"])
    assert (left.state, left.shown_since, left.told) == ("ended", None, "")


def test_what_is_sent_twice_at_once_is_told_and_breaks_nothing(setting, actor, at, today, tmp_path):
    here, worker, elder = setting.community, actor("worker"), actor("elder")
    said = Registered("合唱队", "culture", "爱唱歌的都来", "活动室", "负责人", "signed")
    groups.register_group(here, registered=said, by=worker, at=at)
    learning.add_topic(here, title="国画", by=worker, at=at)
    later = at + timedelta(days=2)
    spans = [(later, later + timedelta(hours=1))]
    rows = Group.objects.filter(community=here).select_related("community")
    with shared_database(tmp_path):
        one, other, (topic,) = rows.get(), rows.get(), Topic.objects.filter(community=here)
        both = [one, other]
        planned = together(
            [lambda g=g: groups.plan_meetings(g, spans=spans, by=worker, at=at) for g in both]
        )
        joined = together(
            [lambda g=g: groups.join_group(g, called="我", by=elder, at=at) for g in both]
        )
        wished = together(
            [lambda: learning.wish_to_learn(here, topics=[topic], by=elder, at=at)] * 2
        )
        dates = Meeting.objects.filter(community=here).select_related("group")
        first, second = dates.get(), dates.get()
        ended = together(
            [
                lambda: groups.call_off_meeting(first, reason="刷墙", by=worker, at=at),
                lambda: groups.tell_meeting(second, came=9, by=worker, at=later),
            ]
        )
        counts = [each.objects.filter(community=here).count() for each in (Meeting, Member, Wish)]
    assert refused_of(planned) == []
    assert refused_of(joined) == ["activities.member_once"]
    assert refused_of(wished) == []
    assert refused_of(ended) == ["activities.meeting_stands"]
    assert counts == [1, 1, 1]
