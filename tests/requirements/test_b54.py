"""B54: a volunteer's hours are the sum of confirmed shifts; a minor serves with the guardian's yes,
in what suits them (rules R13)."""

import pytest

from linli.core.people.actions import register_person
from linli.service.volunteering.actions import confirming, registering, substitutes
from linli.service.volunteering.actions.registering import Offered
from linli.service.volunteering.queries import hours
from linli.service.volunteering.tests.conftest import *
from linli.service.volunteering.tests.test_serving import BORN, refusal, sign

ROW, ROOM, PAGES = "B54", "service/volunteering", ("volunteering:calls", "volunteering:mine")
pytestmark = pytest.mark.django_db


def test_b54_hours_are_the_sum_of_confirmed_shifts(setting, actor, at, call, plan, later):
    worker, due = actor("worker"), 0
    person = register_person(setting.community, name="米可", birth_date=BORN, by=worker, at=at)
    line = registering.register_at_desk(
        setting.community, person=person, offered=Offered(), by=worker, at=at
    )
    for shift, minutes in zip(plan(call(), every="day", times=2), (120, 50), strict=True):
        entry = substitutes.say_yes_for(shift, volunteer=line, said_yes=True, by=worker, at=at)
        rows = confirming.confirm_hours(
            shift, minutes={entry.pk: minutes}, evaluation="in_part", by=worker, at=later(shift, 4)
        )
        due += sum(row.half_hours for row in rows)
    assert hours.sum_of(line).half_hours == due > 0


def test_b54_a_minor_needs_a_guardians_yes_and_what_suits(setting, actor, at, boy, call, plan):
    shift, by = plan(call())[0], actor("boy")
    mine = registering.register(
        setting.community, offered=Offered(guardian="陆大川", guardian_phone="19900000078"),
        by=by, at=at,
    )  # fmt: skip
    assert refusal(lambda: sign(shift, by, at)) == "volunteering.guardian_agrees"
    registering.record_guardian(
        mine, guardian="陆大川", phone="", way="spoken", by=actor("worker"), at=at
    )
    assert sign(shift, by, at).state == "in"
    night = plan(call(title="夜间巡逻", kind="patrol", minors=False))[0]
    assert refusal(lambda: sign(night, by, at)) == "volunteering.suits_minors"
