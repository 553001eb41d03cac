"""A topic from its proposal to the look back, as those who take part in it notice."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.core.messages.models import Message
from linli.core.people.actions import move_in, register_person
from linli.core.places.queries import dwellings_under
from linli.governance.deliberation import actions, due
from linli.governance.deliberation.actions.statements import open_opinions, say
from linli.governance.deliberation.models import (
    Conversation,
    Dissent,
    Draw,
    Drawn,
    Topic,
    Vote,
)
from linli.governance.deliberation.queries.draws import asked_in, drawn_again
from linli.governance.deliberation.queries.topics import late_points, point_in, points_agreed
from linli.governance.deliberation.rules.opinion.saying import LEAST_TOLD
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.mechanisms.gathering.models import Attendance, Expected
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db


def refused(rule, act, *args, **given):
    with pytest.raises(Refused) as told:
        act(*args, **given)
    assert told.value.finding.rule == rule


def again_in(hand, draw):
    rows = Draw.objects.select_related("topic", "topic__community", "community")
    return rows.get(community=hand.place, pk=draw.pk)


def fields_up(place, template):  # what hangs there now
    rows = Posting.objects.filter(community=place, template=template, state__in=Posting.SHOWN)
    return [row.fields for row in rows.order_by("pk")]


def test_a_proposal_is_answered_within_its_clock_with_a_reason_and_a_way_on(hand):
    topic = hand.propose()
    assert (topic.number, topic.source) == ("2026-1", "resident")
    clock = Clock.objects.get(community=hand.place, owner=topic.pk)
    assert (clock.state, clock.holder.post) == ("running", "director")
    for key, source in (
        ("representative", "representative"),
        ("supervisor", "supervisor"),
        ("manager", "unit"),
        ("worker", "committee"),
    ):
        assert hand.propose(key).source == source

    refused("deliberation.public_words", hand.propose, text="请打 13800138000")
    given = {"reason": "这条路归市政管。", "way_on": " "}
    refused("deliberation.something_said", actions.decline, topic, **given, **hand.by("director"))
    given["way_on"] = "请打城管热线，或由我们转交。"
    actions.decline(topic, **given, **hand.by("director", 2))
    assert Clock.objects.get(pk=clock.pk, community=hand.place).state == "met"
    topic = actions.reconsider(topic, reason="市政说由社区先议。", **hand.by("director", 3))
    assert (topic.state, topic.answer) == ("proposed", "")
    mine = hand.propose()
    assert actions.withdraw(mine, **hand.by("elder")).state == "withdrawn"


def test_nobody_is_talked_about_in_their_absence_and_a_talk_is_told_in_time(hand):
    topic = hand.accept()
    talk = hand.plan(topic)
    refused("deliberation.parties_known", actions.call_talk, talk, **hand.by(days=2))
    hand.invite(topic)
    late = hand.plan(topic, ahead=2)
    refused("deliberation.notice_in_time", actions.call_talk, late, **hand.by(days=2))
    actions.call_talk(late, urgent_reason="消防限期整改", **hand.by(days=2))
    (notice,) = fields_up(hand.place, "deliberation.notice")
    assert "有车的住户" in notice["invited"]
    assert "不打断" in notice["talk_rules"]
    actions.cancel_talk(hand.talk(late), reason="停电", **hand.by(days=3))
    assert fields_up(hand.place, "deliberation.notice") == []
    assert hand.topic(topic).state == "talking"
    refused("deliberation.online_form", actions.begin_online, hand.topic(topic), **hand.by())


def test_a_topic_on_the_screen_needs_voices_and_everybody_here_may_hold_against_it(
    hand, django_capture_on_commit_callbacks
):
    topic = hand.accept(form="online")
    refused("deliberation.parties_known", actions.begin_online, topic, **hand.by(days=2))
    topic = actions.begin_online(hand.invite(topic), **hand.by(days=2))
    hand.write(topic)
    refused("deliberation.spoken_first", actions.show_draft, hand.topic(topic), **hand.by(days=10))
    given = {"mode": "after", "limit": 5, "texts": ["白天不停车"], "lists_votes": False}
    talk = open_opinions(hand.topic(topic), **given, **hand.by(days=10))
    talk = Conversation.objects.select_related("topic", "community").get(
        community=hand.place, pk=talk.pk
    )
    say(talk, text="晚上停满也行", **hand.by("tenant", 10))
    (said,) = talk.statements.filter(source="seed")
    for sheet in range(LEAST_TOLD):
        Vote.objects.create(
            community=hand.place, conversation=talk, statement=said, code=f"s{sheet}", value=1,
            sheet=sheet,
        )  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        actions.show_draft(hand.topic(topic), **hand.by(days=11))
    told = Message.objects.filter(community=hand.place, kind="deliberation.draft_shown")
    assert told.filter(account=hand.setting.accounts["tenant"]).exists(), "who wrote one hears"
    held = actions.dissent(hand.topic(topic), words="太吵。", **hand.by("tenant", 12))
    assert held.capacity == "resident"


def test_a_topic_left_lying_is_warned_of_and_ends_in_the_open(hand):
    topic = hand.invite(hand.accept())
    clock = Clock.objects.get(community=hand.place, owner=topic.pk, name="topic_talk")
    assert (clock.state, clock.holder.post) == ("running", "worker")
    talk = hand.plan(topic)
    actions.call_talk(talk, **hand.by(days=2))
    given = {"reason": "街道已经改了方案。", "way_on": "有新情况可以再提。"}
    step = hand.by("director", 3)
    refused("deliberation.not_called_yet", actions.arrange, hand.topic(topic), form="online",
            **hand.by(days=3))  # fmt: skip
    refused("deliberation.no_talk_coming", actions.end, hand.topic(topic), **given, **step)
    actions.cancel_talk(hand.talk(talk), reason="不议了", **hand.by(days=3))
    topic = actions.end(hand.topic(topic), **given, **step)
    clock.refresh_from_db()
    assert (topic.state, topic.is_public, clock.state) == ("ended", True, "dropped")


def test_the_draw_is_made_from_the_seed_that_is_up_and_lists_nobody(
    hand, django_capture_on_commit_callbacks
):
    homes = dwellings_under(hand.setting.new)[:14]
    for number, home in enumerate(homes):
        born = timezone.localdate(hand.at).replace(year=1950 + 3 * number)
        sex = ("female", "male")[number % 2]
        step = hand.by("director")
        who = register_person(hand.place, name=f"居民{number}", birth_date=born, sex=sex, **step)
        move_in(
            who, dwelling=home, kind="usual_resident", since=timezone.localdate(hand.at), **step
        )
    topic = hand.invite(hand.accept())
    given = {"wanted": 4, "by_what": ["age", "sex"], "seed": "8 3 5"}
    refused("deliberation.seed_said", actions.announce_draw, topic, **given, **hand.by(days=1))
    given["seed_from"] = "三位居民当场说的数"
    draw = actions.announce_draw(topic, **given, **hand.by(days=1))
    (sheet,) = fields_up(hand.place, "deliberation.draw")
    assert (sheet["seed"], sheet.get("counts")) == ("8 3 5", None), (
        "the seed is up before anybody is drawn"
    )
    draw = actions.draw_residents(draw, **hand.by(days=2))
    refused("deliberation.drawn_once", actions.draw_residents, draw, **hand.by(days=2))
    assert sum(each["wanted"] for each in draw.strata) == 4
    asked = asked_in(draw)
    assert len(asked) == 4
    (sheet,) = fields_up(hand.place, "deliberation.draw")
    assert sheet["frame_size"] == draw.frame_size
    assert "居民1" not in str(sheet)
    first = next(
        each for each in asked
        if Drawn.objects.filter(community=hand.place, draw=draw, stratum=each.stratum).count() > 1
    )  # fmt: skip
    first.draw.topic = topic
    following = Drawn.objects.filter(
        community=hand.place, draw=draw, stratum=first.stratum, asked_at=None
    ).first()
    draw = actions.answer_draw(first, comes=False, **hand.by(days=3))
    following.refresh_from_db()
    assert following.asked_at is not None, "the next in the drawn order fills in"
    refused("deliberation.answered_once", actions.answer_draw, first, comes=True, **hand.by(days=3))
    other = next(each for each in asked_in(draw) if each.pk != first.pk)
    draw = actions.answer_draw(other, comes=True, **hand.by(days=3))
    assert (draw.said_yes, draw.said_no) == (1, 1)
    again = actions.announce_draw(topic, wanted=2, by_what=[], **hand.by(days=3))
    assert (again.number, len(again.seed)) == (2, 16), "a second draw is in plain sight"
    found = drawn_again(draw)
    assert (found.agrees, found.same_drawn, found.size) == (True, True, draw.frame_size)
    talk = hand.plan(topic, days=3)
    actions.call_talk(talk, **hand.by(days=3))
    listed = Expected.objects.filter(community=hand.place, capacity="drawn")
    assert [each.person_id for each in listed] == [other.person_id]
    late = next(each for each in asked_in(draw) if not each.answer)
    with django_capture_on_commit_callbacks(execute=True):
        actions.answer_draw(late, comes=True, **hand.by(days=4))
    assert listed.all().count() == 2, "who says yes after the notice is expected as well"
    gathering = hand.gathering(talk)
    came = {"gathering": gathering, "capacity": "drawn", "person": other.person, "way": "desk"}
    came = Attendance.objects.create(community=hand.place, name="某", at=hand.at, **came)
    account = hand.setting.accounts["tenant"]
    Message.objects.create(
        community=hand.place, telling=new_id(), account=account, kind="deliberation.drawn",
        subject=draw.pk, created_at=hand.at,
    )  # fmt: skip
    Topic.objects.filter(community=hand.place, pk=topic.pk).update(state="agreed")
    refused("deliberation.can_be_talked_over", actions.draw_residents, again_in(hand, again),
            **hand.by(days=5))  # fmt: skip
    assert due.run(hand.at + timedelta(days=9)) == 1
    assert not Drawn.objects.filter(community=hand.place).exists()
    assert not listed.all().exists()
    assert not Message.objects.filter(community=hand.place, kind="deliberation.drawn").exists()
    came.refresh_from_db()
    assert came.capacity == "resident", "that the lot met them is nowhere any more"
    assert drawn_again(again_in(hand, draw)).same_drawn is None
    draw = Draw.objects.get(community=hand.place, pk=draw.pk)
    assert (draw.said_yes, draw.said_no, draw.forgotten_at is not None) == (2, 1, True)


def test_what_was_agreed_is_shown_first_to_those_who_were_there_and_dissent_stays_word_for_word(
    hand, django_capture_on_commit_callbacks
):
    topic = hand.invite(hand.accept())
    refused("deliberation.being_written", hand.write, topic)
    talk = hand.hold(topic)
    refused("deliberation.minutes_once", actions.publish_minutes, talk, **hand.by("director", 9))
    (minutes,) = fields_up(hand.place, "deliberation.minutes")
    assert minutes["said"] == [{"item": "说清楚", "who": "相关方", "gist": "晚上回来没有地方停。"}]
    assert "租客" not in str(minutes)
    topic = hand.write(topic)
    why = {"words": "全划给停车", "source": "talk", "why": "孩子没有地方玩"}
    actions.consider(topic, adopted=False, **why, **hand.by(days=9))
    refused(
        "deliberation.draft_is_shown", actions.dissent, topic, words="不同意", **hand.by("elder", 9)
    )
    with django_capture_on_commit_callbacks(execute=True):
        actions.show_draft(topic, **hand.by(days=10))
    told = Message.objects.filter(community=hand.place, kind="deliberation.draft_shown")
    assert {each.account_id for each in told} == {
        hand.setting.accounts["elder"].pk, hand.setting.accounts["tenant"].pk
    }  # fmt: skip
    topic = hand.topic(topic)
    words = "晚上九点以后车灯照进屋里，\n我不同意。"
    held = actions.dissent(topic, words=words, **hand.by("elder", 11))
    assert (held.words, held.name, held.capacity) == (words, "", "proposer")
    refused(
        "deliberation.dissent_once", actions.dissent, topic, words="再写", **hand.by("elder", 11)
    )
    with pytest.raises(Refused):
        actions.dissent(topic, words="没来的人", **hand.by("representative", 11))
    said = {"words": "先修灯。", "name": "老住户", "capacity": "resident"}
    actions.dissent(topic, **said, **hand.by("worker", 11))
    why = {"why": "asked", **hand.by("worker", 11)}
    refused("deliberation.written_at_desk", actions.strike_dissent, held, **why)
    with pytest.raises(Refused):
        actions.take_dissent_back(held, **hand.by("worker", 11))
    extra = actions.dissent(topic, words="写错了", capacity="resident", **hand.by("worker", 11))
    actions.strike_dissent(extra, **why)
    told = Entry.objects.get(community=hand.place.pk, action="deliberation.strike_dissent")
    assert told.account == hand.setting.accounts["worker"].pk, "the desk strikes under its name"
    refused("deliberation.seen_first", actions.publish, topic, **hand.by("director", 12))
    actions.publish(hand.topic(topic), **hand.by("director", 13))
    (sheet,) = fields_up(hand.place, "deliberation.agreement")
    assert [(each["words"], each["who"]) for each in sheet["dissents"]] == [
        (words, "提议人"), ("先修灯。", "老住户")
    ]  # fmt: skip
    assert sheet["considered"][0]["adopted"] == "没有采纳"
    assert not Dissent.objects.filter(community=hand.place, account__isnull=False).exists()


def test_an_agreed_point_does_not_close_without_a_published_result_nor_the_topic_before_it(
    hand, django_capture_on_commit_callbacks
):
    topic = hand.agreed()
    first, second = hand.points(topic)
    clock = Clock.objects.get(community=hand.place, owner=second.pk)
    assert clock.holder.post == "worker"
    refused("deliberation.result_told", actions.finish, first, result=" ", **hand.by(days=40))
    actions.report(first, words="画线的来过了。", **hand.by(days=30))
    result = "画好了，周六就有孩子玩。"
    with django_capture_on_commit_callbacks(execute=True):
        actions.finish(hand.points(topic)[0], result=result, **hand.by(days=40))
    told = Message.objects.filter(community=hand.place, kind="deliberation.point_told")
    assert told.count() == 2, "everybody who took part hears, once each"
    look = {"words": "孩子有地方玩了，晚上还差四个车位。"}
    refused("deliberation.points_told", actions.look_back, topic, **look, **hand.by(days=170))
    second = hand.points(topic)[1]
    actions.leave(second, reason="消防不同意装。", **hand.by("manager", 50))
    refused("deliberation.long_enough_ago", actions.look_back, topic, **look, **hand.by(days=100))
    topic = actions.look_back(hand.topic(topic), **look, **hand.by(days=180))
    assert topic.state == "closed"
    (sheet,) = fields_up(hand.place, "deliberation.outcome")
    assert [each["state"] for each in sheet["points"]] == ["做到了", "没有做到"]
    assert sheet["words"] == look["words"]


def test_what_touches_all_residents_is_not_over_before_their_meeting_was_asked(hand):
    """Nor is it carried out before: no day of its points runs, and none of them is done."""
    topic = hand.agreed(touches_all=True)
    done = {"result": "做好了", **hand.by(days=40)}
    refused("deliberation.meeting_decides_first", actions.finish, hand.points(topic)[0], **done)
    points = [each.pk for each in hand.points(topic)]
    clocks = Clock.objects.filter(community=hand.place, owner__in=points)
    assert not clocks.exists()
    assert not late_points(hand.place, timezone.localdate(hand.at + timedelta(days=90))).exists()
    topic = actions.take_to_assembly(hand.topic(topic), **hand.by("director", 20))
    of_topic = Clock.objects.filter(community=hand.place, owner=topic.pk, state="running")
    assert not of_topic.exists(), "nothing to look back at before the meeting decided"
    topic = actions.record_decision(topic, words="通过。", adopted=True, **hand.by(days=30))
    assert (topic.state, clocks.count()) == ("agreed", 2)
    for point in hand.points(topic):
        actions.finish(point, **done)
    look = {"words": "都好了"}
    assert actions.look_back(hand.topic(topic), **look, **hand.by(days=180)).state == "closed"


def test_what_the_meeting_refuses_is_left_with_its_decision_as_the_reason(hand):
    topic = hand.invite(hand.accept())
    hand.hold(topic)
    hand.write(topic, needs_decision=True, decides_what="院子晚上开放停车")
    topic = hand.topic(hand.publish(topic))
    for point in hand.points(topic):
        actions.leave(point, reason="先不做", **hand.by(days=20))
    look = {"words": "没有做", **hand.by(days=170)}
    refused("deliberation.residents_decide", actions.look_back, topic, **look)
    wrong = hand.points(topic)[1]
    point = actions.reopen(wrong, reason="记错了一条", **hand.by(days=21))
    assert (point.state, point.result) == ("doing", "")
    topic = actions.take_to_assembly(hand.topic(topic), **hand.by("director", 22))
    no = {"words": "没有通过，嫌灯太亮。", "adopted": False, **hand.by(days=60)}
    topic = actions.record_decision(topic, **no)
    assert topic.state == "unresolved"
    assert [each.result for each in hand.points(topic)] == ["先不做", "没有通过，嫌灯太亮。"]
    refused("deliberation.still_followed", actions.reopen, hand.points(topic)[1], reason="再做",
            **hand.by(days=61))  # fmt: skip


def test_what_could_not_be_agreed_is_published_as_that_and_may_be_talked_over_again(hand):
    topic = hand.invite(hand.accept())
    hand.hold(topic)
    hand.write(topic, points=1)
    actions.show_draft(hand.topic(topic), **hand.by(days=10))
    step = hand.by("director", 13)
    refused("deliberation.nothing_agreed", actions.leave_open, hand.topic(topic), **step)
    actions.take_draft_back(hand.topic(topic), reason="车主又不同意了。", **hand.by(days=13))
    actions.strike_point(hand.points(topic)[0], **hand.by(days=13))
    actions.show_draft(hand.topic(topic), **hand.by(days=14))
    refused(
        "deliberation.something_agreed",
        actions.publish,
        hand.topic(topic),
        **hand.by("director", 17),
    )
    topic = actions.leave_open(hand.topic(topic), **hand.by("director", 17))
    (sheet,) = fields_up(hand.place, "deliberation.agreement")
    assert (topic.state, sheet["outcome"]) == ("unresolved", "没有谈成")
    topic = actions.talk_again(topic, reason="物业有了新办法。", **hand.by(days=40))
    hand.write(topic, days=41)
    assert hand.topic(topic).published_on is None, "what is being written is nobody else's yet"
    assert not points_agreed(hand.place).exists()
    with pytest.raises(Http404):
        point_in(hand.place, hand.points(topic)[0].pk)
    refused("deliberation.agreement_published", actions.finish, hand.points(topic)[0], result="好",
            **hand.by(days=42))  # fmt: skip
    assert len(fields_up(hand.place, "deliberation.agreement")) == 1, "the first stays up"
    assert hand.publish(topic, days=45).state == "agreed"
