"""What a domain's acts and the people at the door may do, and when they may not."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY, the_clock
from linli.lib.law import Finding, Refused
from linli.mechanisms.gathering import actions, due
from linli.mechanisms.gathering.models import Attendance, Decision, Expected, Gathering
from linli.mechanisms.gathering.queries import find_expected, hall_of

pytestmark = pytest.mark.django_db
CARRIED = Finding(True, "gathering.has_business", numbers={"items": 1})


def refused(rule):
    return pytest.raises(Refused, match=rule)


def test_nobody_is_called_to_a_meeting_without_an_agenda(prepared, act):
    actions.set_agenda(act, prepared, [])
    with refused("gathering.has_business"):
        actions.call(act, prepared)


def test_too_short_a_notice_passes_only_with_a_reason_that_is_kept(prepared, act):
    late = Finding(False, "gathering.lies_ahead", numbers={"noticed_on": None, "meets_on": None})
    with refused("gathering.lies_ahead"):
        actions.call(act, prepared, notice=late)
    actions.call(act, prepared, notice=late, urgent_reason=" 台风将至 ")
    kept = Gathering.objects.get(community=prepared.community_id, pk=prepared.pk)
    assert (kept.state, kept.notice_days, kept.urgent_reason) == ("called", 12, "台风将至")


def test_a_reason_nobody_needed_is_not_called_an_emergency(prepared, act):
    actions.call(act, prepared, notice=CARRIED, urgent_reason="以防万一")
    assert prepared.urgent_reason == ""


def test_once_noticed_neither_agenda_nor_list_changes(called, act):
    with refused("gathering.stands"):
        actions.set_agenda(act, called, [])
    with refused("gathering.stands"):
        actions.expect(act, called, [])


def test_of_two_drafts_of_one_meeting_the_second_is_refused(prepared, act):
    twin = Gathering.objects.get(community=prepared.community_id, pk=prepared.pk)
    actions.call(act, prepared)
    with refused("gathering.unchanged"):
        actions.cancel(act, twin, reason="改期")


def test_whoever_came_is_counted_once(called, come, actor, at):
    come("李建国")
    with refused("gathering.here_once"):
        come("李建国")
    assert Attendance.objects.filter(community=called.community_id).count() == 1


def test_whoever_left_no_longer_counts_and_may_come_back(called, come, actor, at):
    (came,) = come("李建国")
    actions.check_out(came, by=actor("worker"), at=at)
    assert hall_of(called).counted == 0
    come("李建国")
    assert hall_of(called).counted == 1


def test_only_some_capacities_walk_in(called, actor, at):
    with refused("gathering.walks_in"):
        actions.check_in(called, name="陌生人", capacity="member", by=actor("worker"), at=at)
    actions.check_in(called, name="刘洋", capacity="observer", by=actor("worker"), at=at)
    with refused("gathering.here_once"):
        actions.check_in(called, name="刘洋", capacity="observer", by=actor("worker"), at=at)


def test_the_invitation_opens_nothing_away_from_the_door(called, at):
    slip = called.expected.first().slip
    with refused("gathering.at_the_door"):
        actions.check_in_with_slip(called, door_code="", slip=slip, by=NOBODY, at=at)
    came = actions.check_in_with_slip(
        called, door_code=called.door_code, slip=slip.lower(), by=NOBODY, at=at
    )
    assert (came.way, came.expected_id) == ("slip", called.expected.first().pk)


def test_a_made_up_invitation_lets_nobody_in(called, at):
    for slip in ("", "编号", "0000-0000-0000"):
        with refused("gathering.invited"):
            actions.check_in_with_slip(
                called, door_code=called.door_code, slip=slip, by=NOBODY, at=at
            )


def test_with_an_account_one_comes_as_what_one_is_expected(called, actor, at):
    came = actions.check_in_myself(
        called, door_code=called.door_code, capacity="observer", by=actor("supervisor"), at=at
    )
    assert (came.capacity, came.name) == ("member", "赵敏")


def test_others_come_as_observers_with_their_account(called, actor, at):
    came = actions.check_in_myself(
        called,
        door_code=called.door_code,
        capacity="observer",
        name="刘洋",
        by=actor("tenant"),
        at=at,
    )
    assert came.capacity == "observer"
    with refused("gathering.invited"):
        actions.check_in_myself(
            called, door_code=called.door_code, capacity="member", by=actor("elder"), at=at
        )


def test_nobody_signs_in_before_the_notice(prepared, actor, at):
    with refused("gathering.stands"):
        actions.check_in(prepared, expected=prepared.expected.first(), by=actor("worker"), at=at)


def test_the_quorum_is_live_and_kept_as_it_was_at_the_opening(called, come, act, actor, at):
    come("李建国", "赵敏")
    hall = hall_of(called)
    assert (hall.counted, bool(hall.quorum)) == (2, False)
    with refused("gathering.has_business"):
        actions.open_gathering(act, called, chair="周明华", quorum=hall.quorum)
    come("周明华")
    actions.open_gathering(act, called, chair="周明华", quorum=hall_of(called).quorum)
    assert called.present_at_opening == {"member": 3}
    assert called.quorum["numbers"] == {"items": 3, "base": 4}


def test_hands_are_counted_against_those_present(opened, act):
    item = opened.items.get(order=1)
    votes = {"votes_for": 2, "votes_against": 1, "abstained": 1}
    with refused("gathering.votes_add_up"):
        actions.decide(act, item, way="hands", finding=CARRIED, text="好", **votes)
    votes["abstained"] = 0
    decision = actions.decide(act, item, way="hands", finding=CARRIED, text="好", **votes)
    assert (decision.present, decision.not_voting, decision.adopted) == (3, 0, True)
    with refused("gathering.decided_once"):
        actions.decide(act, item, way="hands", finding=CARRIED, text="好", **votes)


def test_it_does_not_end_with_something_left_undecided(opened, act):
    with refused("gathering.all_decided"):
        actions.close_gathering(act, opened)
    actions.put_off(act, opened.items.get(order=1), reason="材料不全")
    actions.close_gathering(act, opened)
    assert opened.state == "closed"


def closed_with_a_speech(opened, act, actor, at):
    actions.put_off(act, opened.items.get(order=1), reason="材料不全")
    came = opened.attendances.first()
    speech = actions.ask_to_speak(opened, attendance=came, by=actor("worker"), at=at)
    actions.close_gathering(act, opened)
    return speech


def test_minutes_are_signed_by_two_once_everything_is_told(opened, act, actor, at):
    speech = closed_with_a_speech(opened, act, actor, at)
    with refused("gathering.told_in_full"):
        actions.sign_as_recorder(opened, by=actor("worker"), at=at)
    actions.record_speech(speech, gist="集合点要有灯", by=actor("worker"), at=at)
    with refused("gathering.signed_by_two"):
        actions.sign_as_chair(opened, by=actor("director"), at=at)
    actions.sign_as_recorder(opened, by=actor("worker"), at=at)
    with refused("gathering.signed_by_two"):
        actions.sign_as_chair(opened, by=actor("worker"), at=at)
    signed = actions.sign_as_chair(opened, by=actor("director"), at=at)
    assert signed.state == "minuted"
    assert len(signed.minutes_sha256) == 64
    with refused("gathering.stands"):
        actions.record_speech(speech, gist="改", by=actor("worker"), at=at)


def test_who_is_looked_for_is_found_by_name_sound_or_invitation(called):
    expected = called.expected.get(name="李建国")
    for typed in ("李建国", "建国", "lijian", "ljg", expected.slip):
        assert [row.name for row in find_expected(called, typed)] == ["李建国"], typed
    assert find_expected(called, "  ") == []


def test_a_year_later_counts_stay_and_names_are_gone(opened, act, actor, at):
    closed_with_a_speech(opened, act, actor, at)
    later = opened.starts_at + timedelta(days=366)
    assert due.run(later) == 1
    assert due.run(later) == 0
    its = {"community": opened.community_id, "gathering": opened}
    assert Expected.objects.filter(**its).count() == 0
    assert set(Attendance.objects.filter(**its).values_list("name", flat=True)) == {""}
    assert {speech.name for speech in opened.speeches.all()} == {""}
    assert hall_of(opened).counted == 3


def test_only_time_forgets(opened, actor, at):
    with refused("access.permitted"):
        actions.forget_names(opened, by=actor("director"), at=at)
    actions.forget_names(opened, by=the_clock(), at=at)


def test_a_decision_stands_without_any_name(opened):
    fields = {field.name for field in Decision._meta.concrete_fields}
    assert not fields & {"person", "account", "name", "attendance"}
