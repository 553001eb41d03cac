"""The line: who is in, who waits, who is next; by web, telephone and chain alike."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import the_clock
from linli.lib.law import Refused
from linli.mechanisms.signup import actions, due, rules
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Call, Sheet, SignUp

pytestmark = pytest.mark.django_db


def states(sheet):
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet)
    return [each.state for each in rows.order_by("number")]


def refused(rule):
    return pytest.raises(Refused, match=rule)


def test_who_comes_when_it_is_full_waits_and_is_offered_what_becomes_free(sheet, put, actor, at):
    one, two, three = (put(sheet, name) for name in ("甲", "乙", "丙"))
    assert states(sheet) == ["in", "in", "waiting"]
    actions.leave(one, by=actor("worker"), at=at)
    assert states(sheet) == ["left", "in", "offered"]
    # Whoever has no account must be rung, until when the place is kept.
    call = Call.objects.get(community=sheet.community_id)
    assert (call.signup, call.until) == (three, at + timedelta(hours=24))
    actions.settle_call(call, result="takes", by=actor("worker"), at=at)
    assert states(sheet) == ["left", "in", "in"]
    assert Sheet.objects.get(community=sheet.community_id, pk=sheet.pk).taken == 2
    assert two.state == "in"


def test_an_offer_stands_to_its_last_moment_and_then_goes_on_to_the_next(sheet, put, actor, at):
    names = [put(sheet, name) for name in ("甲", "乙", "丙", "丁")]
    actions.leave(names[0], by=actor("worker"), at=at)
    until = at + timedelta(hours=24)
    assert due.run(until) == 0
    assert due.run(until + timedelta(seconds=1)) == 1
    assert states(sheet) == ["left", "in", "lapsed", "offered"]
    third, fourth = SignUp.objects.filter(community=sheet.community_id).order_by("number")[2:]
    with refused("signup.answers_from_here"):
        actions.take_offer(third, by=actor("worker"), at=until)
    with refused("signup.offer_stands"):
        actions.take_offer(fourth, by=actor("worker"), at=fourth.offered_until + timedelta(hours=1))
    with refused("access.permitted"):
        actions.lapse_offer(fourth, by=actor("elder"), at=at)
    with refused("signup.offer_lapsed"):
        actions.lapse_offer(fourth, by=the_clock(), at=fourth.offered_until)


def test_two_seats_wait_for_two_and_let_one_pass_while_only_one_is_free(lay, put, actor, at):
    sheet = lay(seats=3, most_each=3)
    pair = put(sheet, "甲", seats=2)
    put(sheet, "乙乙", seats=2)
    assert states(sheet) == ["in", "waiting"]
    # One place is free and the pair cannot use it: who wants one has it at once.
    put(sheet, "丙", seats=1)
    put(sheet, "丁", seats=1)
    assert states(sheet) == ["in", "waiting", "in", "waiting"]
    actions.leave(pair, by=actor("worker"), at=at)
    assert states(sheet) == ["left", "offered", "in", "waiting"]
    for wanted in (0, 4):
        with refused("signup.seats_each"):
            put(sheet, "戊", seats=wanted)


def test_a_name_stands_on_a_sheet_once_whichever_way_it_came(sheet, put, actor, setting, at):
    person = setting.accounts["elder"].person
    person.place_numbers(phone="13800000009").save()
    put(sheet, person.name, phone=person.phone, by=actor("worker"), via="phone")
    by = actor("elder")
    with refused("signup.not_yet_down"):
        who = Applicant(name="", person=person, account=by.account)
        actions.sign_up(sheet, who=who, by=by, at=at)
    # Whoever has not signed in is not told who stands there; the number is the same however it
    # is written.
    with refused("signup.not_taken_here"):
        put(sheet, f" {person.name} ", phone="+86 138-0000-0009")


def test_nobody_is_put_down_by_who_may_not(sheet, put, actor, setting, at):
    person = setting.accounts["elder"].person
    for via, by in (("phone", actor("elder")), ("desk", actor("outsider"))):
        with refused("signup.keeper_types"):
            put(sheet, "甲", via=via, by=by)
    for via in ("web", "family"):
        with refused("signup.speaks_for"):
            who = Applicant(name="", person=person)
            actions.sign_up(sheet, who=who, via=via, by=actor("outsider"), at=at)


def test_names_are_taken_from_the_opening_to_the_closing_and_typed_in_until_it_is_cancelled(
    lay, put, actor, act, at
):
    hour = timedelta(hours=1)
    sheet = lay(opens_at=at, closes_at=at + hour, seats=None)
    for when in (at - hour / 60, at + hour * 1.1):
        with refused("signup.open_now"):
            put(sheet, "甲", when=when)
    put(sheet, "甲", when=at)
    put(sheet, "乙", when=at + hour)
    put(sheet, "丙", when=at + hour * 2, via="paper", by=actor("worker"))
    actions.cancel_sheet(act, sheet, reason="老师病了")
    with refused("signup.takes_typed"):
        put(sheet, "丁", via="paper", by=actor("worker"))


def test_a_child_comes_with_a_guardian_and_not_alone(lay, put, actor):
    sheet = lay(age_from=6, age_to=17)
    for age in (5, 18):
        with refused("signup.of_age"):
            put(sheet, "小明", age=age, guardian="妈妈")
    with refused("signup.guardian_agrees"):
        put(sheet, "小明", age=6)
    with refused("signup.age_given"):
        put(sheet, "小明")
    row = put(sheet, "小明", age=17, guardian="王芳", guardian_phone="13800000002")
    assert (row.guardian, row.guardian_way) == ("王芳", "online")
    typed = put(sheet, "小红", age=6, guardian="王芳", via="phone", by=actor("worker"))
    assert typed.guardian_way == "spoken"


def test_a_shift_takes_nobody_it_does_not_know(lay, put, actor):
    with refused("signup.known_person"):
        put(lay(kind="tests.shift"), "甲", via="phone", by=actor("worker"))


def test_more_seats_are_offered_at_once_and_fewer_than_are_held_refused(sheet, put, act, actor, at):
    for name in ("甲", "乙", "丙", "丁"):
        put(sheet, name)
    with refused("signup.seats_cover_taken"):
        actions.alter(act, sheet, seats=1)
    actions.alter(act, sheet, seats=3)
    assert states(sheet) == ["in", "in", "offered", "waiting"]


def test_a_form_sent_twice_puts_one_name_down(sheet, at):
    from linli.core.audit.actor import NOBODY
    from linli.core.audit.door import Replayed
    from linli.lib.identity.ids import new_id

    once = new_id()
    who = Applicant(name="甲", phone="13800000001")
    row = actions.sign_up(sheet, who=who, by=NOBODY, at=at, once=once)
    with pytest.raises(Replayed) as again:
        actions.sign_up(sheet, who=who, by=NOBODY, at=at, once=once)
    assert again.value.subject == row.pk
    assert states(sheet) == ["in"]


def test_many_names_go_down_in_one_act_and_who_is_down_already_is_left_out(sheet, put, actor, at):
    put(sheet, "甲", phone="13800000001")
    names = [(Applicant(name=name, phone="13800000001"), 1) for name in ("甲", "乙", "丙")]
    made = actions.put_down_many(sheet, names=names, by=actor("worker"), at=at)
    assert [each.state for each in made.rows] == [rules.IN, rules.WAITING]
    assert [(place, each.rule) for place, each in made.refused] == [(0, "signup.not_yet_down")]
