"""A round from its planning to its end: what is taken, kept apart, kept as late, and forgotten."""

from datetime import timedelta
from uuid import uuid4

import pytest

from linli.core.audit.actor import the_clock
from linli.core.audit.door import Replayed
from linli.core.audit.models import Entry
from linli.core.audit.queries import closed_entries_of
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.rounds import actions, due
from linli.mechanisms.rounds.models import Answer, Arrival, Carrier, Conflict, Stop
from linli.mechanisms.rounds.queries import rounds_of, unreached
from linli.mechanisms.rounds.tests.conftest import door, given, kept

pytestmark = pytest.mark.django_db


def rule_of(refused):
    return refused.value.finding.rule


def value(stop, key):
    return Answer.objects.get(community=stop.community_id, stop=stop, key=key)


def test_doors_lie_in_the_order_of_the_staircases(round_):
    positions = [stop.place.position for stop in round_.stops.select_related("place")]
    assert positions == sorted(positions)
    assert len(positions) == 6


def test_a_round_needs_doors_carriers_who_may_and_a_day_to_come(setting, make, actor, at):
    with pytest.raises(Refused) as refused:
        make(stops=[])
    assert rule_of(refused) == "rounds.doors_given"
    with pytest.raises(Refused) as refused:
        make(days=-1)
    assert rule_of(refused) == "rounds.day_ahead"
    with pytest.raises(Refused) as refused:
        actions.plan(
            setting.community, kind="tests.drill", day=local_day(at) + timedelta(days=1),
            stops=given(setting.community), carriers=[setting.accounts["elder"].pk],
            by=actor("director"), at=at,
        )  # fmt: skip
    assert rule_of(refused) == "rounds.may_walk"


def test_what_was_said_reaches_the_room_with_what_stands_from_last_time(round_, room, say):
    arrival = say(door(round_), wish="  换  灯泡 ")
    assert arrival.fate == "taken"
    assert room.told == [(1, {"well": "yes", "heads": "2", "wish": "换 灯泡"}, "answered")]
    assert kept(round_).state == "under_way"


def test_an_entry_sent_again_does_its_work_once(round_, room, say):
    key = uuid4()
    say(door(round_), key=key, wish="换灯泡")
    with pytest.raises(Replayed):
        say(door(round_), key=key, wish="换灯泡")
    assert len(room.told) == 1
    assert value(door(round_), "wish").version == 1


def test_what_does_not_fit_or_is_not_asked_is_refused_and_nothing_is_kept(round_, room, say):
    for answers, rule in (
        ({"heads": "many"}, "rounds.fits"),
        ({"income": "1"}, "rounds.asked_here"),
        ({}, "rounds.something_said"),
    ):
        with pytest.raises(Refused) as refused:
            say(door(round_), **answers)
        assert rule_of(refused) == rule
    assert not room.told
    assert not Arrival.objects.filter(community=round_.community_id).exists()


def test_two_devices_both_keep_their_value_and_a_person_decides(round_, room, say, actor, at):
    say(door(round_), "worker", device="手机甲", heads="3", wish="灯泡")
    second = say(door(round_), "director", device="手机乙", heads="4")
    assert second.fate == "conflict"
    conflict = Conflict.objects.get(community=round_.community_id)
    assert (conflict.kept_value, conflict.other_value) == ("3", "4")
    assert (conflict.kept_device, conflict.other_device) == ("手机甲", "手机乙")
    assert "heads" not in room.told[-1][1], "what is undecided is not told"
    with pytest.raises(Refused) as refused:
        actions.end(kept(round_), by=actor("director"), at=at)
    assert rule_of(refused) == "rounds.all_decided"
    with pytest.raises(Refused) as refused:
        actions.decide_conflict(conflict, choice="other", seen=0, by=actor("director"), at=at)
    assert rule_of(refused) == "rounds.still_the_value"
    actions.decide_conflict(conflict, choice="other", seen=1, by=actor("director"), at=at)
    assert room.told[-1][1] == {"well": "yes", "heads": "4", "wish": "灯泡"}
    conflict.refresh_from_db()
    assert (conflict.kept_value, conflict.other_value, conflict.choice) == ("3", "4", "other")
    with pytest.raises(Refused) as refused:
        actions.decide_conflict(conflict, choice="kept", seen=2, by=actor("director"), at=at)
    assert rule_of(refused) == "rounds.not_decided_yet"
    actions.end(kept(round_), by=actor("director"), at=at)


def test_neither_was_right(round_, room, say, actor, at):
    say(door(round_), "worker", heads="3")
    say(door(round_), "director", heads="4")
    conflict = Conflict.objects.get(community=round_.community_id)
    for wrong, rule in (("", "rounds.something_said"), ("viele", "rounds.fits")):
        with pytest.raises(Refused) as refused:
            actions.decide_conflict(
                conflict, choice="third", value=wrong, seen=1, by=actor("director"), at=at
            )
        assert rule_of(refused) == rule
    actions.decide_conflict(
        conflict, choice="third", value="5", seen=1, by=actor("director"), at=at
    )
    assert room.told[-1][1]["heads"] == "5"


def test_who_says_the_same_is_not_changed_over_their_head(round_, say):
    first = say(door(round_), "worker", heads="3")
    assert say(door(round_), "director", heads="3").fate == "taken"
    again = say(door(round_), "worker", heads="4", after=[str(first.key)])
    assert (again.fate, value(door(round_), "heads").value) == ("conflict", "3")


def test_a_device_that_corrects_itself_is_no_conflict(round_, say):
    first = say(door(round_), heads="3")
    again = say(door(round_), heads="4", after=[str(first.key)])
    assert (again.fate, value(door(round_), "heads").value) == ("taken", "4")


def test_no_change_takes_last_time_and_stands_apart_from_a_change(round_, room, say, actor, at):
    stop = door(round_, 2)
    key = uuid4()
    arrival = actions.no_change(stop, key=key, said_at=at, by=actor("worker"), at=at, once=key)
    assert arrival.fate == "taken"
    assert room.told == [(2, {"well": "yes", "heads": "2"}, "unchanged")]
    say(door(round_, 3), "worker", heads="5")
    key = uuid4()
    arrival = actions.no_change(
        door(round_, 3), key=key, said_at=at, by=actor("director"), at=at, once=key
    )
    assert arrival.fate == "conflict"
    assert door(round_, 3).outcome == "answered"


def test_no_change_of_two_names_needs_the_other_one(make, setting, actor, at):
    round_ = make("tests.pair")
    for second, rule in (
        (None, "rounds.two_went"),
        (setting.accounts["worker"].pk, "rounds.two_went"),
        (setting.accounts["elder"].pk, "rounds.two_went"),
    ):
        with pytest.raises(Refused) as refused:
            actions.no_change(
                door(round_), key=uuid4(), said_at=at, second=second, by=actor("worker"), at=at
            )
        assert rule_of(refused) == rule
    director = setting.accounts["director"].pk
    actions.no_change(
        door(round_), key=uuid4(), said_at=at, second=director, by=actor("worker"), at=at
    )
    assert door(round_).second_id == director
    bare = make(stops=given(setting.community)[:1])
    Answer.objects.filter(community=bare.community_id, stop__round=bare).update(last="")
    with pytest.raises(Refused) as refused:
        actions.no_change(door(bare), key=uuid4(), said_at=at, by=actor("worker"), at=at)
    assert rule_of(refused) == "rounds.was_asked_before"


def test_attempts_lead_to_a_letter_and_a_refusal_closes_the_door(round_, actor, at):
    def tried(number, way="knock", result="nobody"):
        actions.note_attempt(
            door(round_, number), way=way, result=result, key=uuid4(), said_at=at,
            by=actor("worker"), at=at,
        )  # fmt: skip

    for _time in range(3):
        tried(4)
    tried(5)
    tried(6, result="refused")
    assert [(each.stop.number, each.attempts, each.next_way) for each in unreached(round_)] == [
        (4, 3, "letter"),
        (5, 1, "knock"),
    ]
    tried(4, "letter", "left")
    assert unreached(round_)[0].next_way == "phone"
    assert door(round_, 6).outcome == "declined"


def test_what_comes_after_the_end_waits_for_a_person(round_, room, say, actor, at):
    actions.end(kept(round_), by=actor("director"), at=at)
    late = say(door(round_), wish="灯泡")
    second = say(door(round_, 2), wish="扶手")
    assert (late.fate, late.reason, room.told) == ("late", "rounds.still_open", [])
    actions.take_late(late, by=actor("director"), at=at)
    assert room.told[-1][1]["wish"] == "灯泡"
    actions.drop_late(second, by=actor("director"), at=at)
    assert "扶手" in Arrival.objects.get(community=round_.community_id, pk=second.pk).content
    with pytest.raises(Refused) as refused:
        actions.take_late(second, by=actor("director"), at=at)
    assert rule_of(refused) == "rounds.not_decided_yet"


def test_what_the_room_does_not_take_any_more_is_kept(round_, room, say, actor, at):
    room.closed = True
    late = say(door(round_), wish="灯泡")
    assert late.fate == "late"
    assert value(door(round_), "wish").version == 0
    assert door(round_).outcome == "open"
    with pytest.raises(Refused):
        actions.take_late(late, by=actor("director"), at=at)
    room.closed = False
    actions.take_late(late, by=actor("director"), at=at)
    assert value(door(round_), "wish").value == "灯泡"


def test_doors_handed_over_are_walked_by_the_other_and_the_first_comes_late(
    make, setting, say, actor, at
):
    round_ = actions.plan(
        setting.community, kind="tests.drill", day=local_day(at) + timedelta(days=1),
        stops=given(setting.community), carriers=[setting.accounts["worker"].pk],
        by=actor("director"), at=at,
    )  # fmt: skip
    worker, director = setting.accounts["worker"].pk, setting.accounts["director"].pk
    with pytest.raises(Refused) as refused:
        actions.hand_over(round_, to=worker, by=actor("worker"), at=at)
    assert rule_of(refused) == "rounds.another"
    actions.hand_over(round_, to=director, by=actor("worker"), at=at)
    assert say(door(round_), "worker", wish="灯泡").fate == "late"
    assert say(door(round_), "director", wish="扶手").fate == "taken"


def test_doors_are_taken_along_on_their_day_and_a_closed_kind_by_choice(make, actor, at):
    early = make(days=3)
    with pytest.raises(Refused) as refused:
        actions.take_along(early, by=actor("worker"), at=at)
    assert rule_of(refused) == "rounds.day_came"
    closed = make("tests.closed")
    with pytest.raises(Refused) as refused:
        actions.take_along(closed, by=actor("worker"), at=at)
    assert rule_of(refused) == "rounds.kept_by_choice"
    actions.take_along(closed, agreed=True, by=actor("worker"), at=at)
    actions.hand_in(closed, by=actor("worker"), at=at)
    carrier = Carrier.objects.get(
        community=closed.community_id, round=closed, account=actor("worker").account
    )
    assert carrier.taken_at == carrier.handed_in_at == at


def test_a_closed_round_is_there_only_for_those_named_on_it(make, setting, actor, at):
    closed, open_ = make("tests.closed"), make()
    assert closed.is_closed
    assert door(closed).is_closed
    assert not open_.is_closed
    actions.hand_over(closed, to=actor("director").account, by=actor("worker"), at=at)
    Carrier.objects.filter(
        community=closed.community_id, round=closed, account=actor("worker").account
    ).delete()
    seen = set(rounds_of(actor("worker"), setting.community))
    assert open_ in seen
    assert closed not in seen
    assert set(rounds_of(actor("director"), setting.community)) == {open_, closed}
    for stranger in ("elder", "outsider", "street"):
        assert not rounds_of(actor(stranger), setting.community).exists()


def test_strangers_may_neither_plan_nor_record(round_, setting, say, actor, at):
    for who in ("elder", "outsider"):
        with pytest.raises(Refused) as refused:
            say(door(round_), who, wish="灯泡")
        assert rule_of(refused) == "access.permitted"


def test_a_year_after_the_end_only_counts_are_left(round_, say, actor, at):
    say(door(round_), wish="灯泡")
    actions.end(kept(round_), by=actor("director"), at=at)
    say(door(round_, 2), wish="扶手")
    assert due.run(at + timedelta(days=365)) == 0
    assert due.run(at + timedelta(days=366)) == 1
    assert due.run(at + timedelta(days=366)) == 0
    here = {"community": round_.community_id}
    assert not Answer.objects.filter(**here).exists()
    assert not any(each.content for each in Arrival.objects.filter(**here))
    assert Stop.objects.filter(**here, person__isnull=True, ref__isnull=True).count() == 6
    assert door(round_).outcome == "answered"
    with pytest.raises(Refused):
        actions.forget(kept(round_), by=actor("director"), at=at)
    actions.forget(kept(round_), by=the_clock(), at=at)


def test_who_is_forgotten_leaves_a_door_without_words(round_, room, say, actor, at):
    from linli.mechanisms.rounds.forgetting import empty_doors

    say(door(round_), wish="灯泡")
    person = Person.objects.get(community=round_.community_id, pk=door(round_).person_id)
    say(door(round_), "director", wish="扶手")
    late = Arrival.objects.create(
        community_id=round_.community_id, round=round_, stop=door(round_), key=uuid4(),
        sort="record", said_at=at, at=at, fate="late", content='{"answers": {"wish": "x"}}',
    )  # fmt: skip
    bare = Arrival.objects.create(
        community_id=round_.community_id, round=round_, stop=door(round_, 2), key=uuid4(),
        sort="record", said_at=at, at=at, fate="late",
    )  # fmt: skip
    empty_doors(person, at)
    rows = Answer.objects.filter(community=round_.community_id, stop=door(round_))
    assert {(each.value, each.last) for each in rows} == {("", "")}
    assert not Conflict.objects.filter(community=round_.community_id).exists()
    late.refresh_from_db()
    assert (late.fate, late.content, late.decided_at) == ("dropped", "", at)
    with pytest.raises(Refused) as refused:
        actions.take_late(bare, by=actor("director"), at=at)
    assert rule_of(refused) == "rounds.still_kept"
    actions.drop_late(bare, by=actor("director"), at=at)
    assert door(round_).person_id is None
    say(door(round_), seen={"well": 0}, well="no")
    assert room.told[-1][1] == {"well": "no"}, "what was emptied is not told as an answer"
    actions.end(kept(round_), by=actor("director"), at=at)


def test_a_closed_round_keeps_no_person_and_is_not_in_the_book(make, setting, say, at):
    before = Entry.objects.count()
    closed = make("tests.closed")
    say(door(closed), wish="灯泡")
    assert Entry.objects.count() == before
    assert closed_entries_of(closed.pk).count() == 1
    assert not Stop.objects.filter(community=closed.community_id, person__isnull=False).exists()
