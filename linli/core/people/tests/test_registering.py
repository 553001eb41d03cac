"""Persons registered, and found again by whole numbers, name and sound."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.actor import NOBODY
from linli.core.audit.models import Entry
from linli.core.people import actions
from linli.core.people.models import Person
from linli.core.people.queries import (
    person_called,
    persons_by_phone,
    search_persons,
)
from linli.core.people.tests.checks import refused
from linli.core.people.tests.conftest import AT, ON, an_id, post_of

BORN = date(1954, 5, 6)


def test_a_number_says_birth_date_and_sex(community, registrar):
    person = actions.register_person(
        community, by=registrar, at=AT, name=" 王 秀英 ", id_number=an_id(BORN, serial=12)
    )
    assert (person.name, person.birth_date, person.sex) == ("王秀英", BORN, "female")
    assert person.id_kind == "resident_id"
    entry = Entry.objects.get(action="people.register")
    assert entry.about == person.pk
    assert entry.note == {}


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"name": ""}, "people.name_given"),
        ({"id_number": "110101195405060012"}, "people.id_checksum"),
        ({"id_number": "1101011954050600"}, "people.id_length"),
        ({"id_number": an_id(BORN, serial=12), "sex": "male"}, "people.id_agrees"),
        ({"id_number": an_id(BORN, serial=12), "birth_date": ON}, "people.id_agrees"),
        ({"birth_date": ON + timedelta(days=1)}, "people.born_already"),
        ({"phone": "1381234567"}, "people.phone_length"),
        ({"sex": "x"}, "people.choice_known"),
        ({"needs": ["diagnosis"]}, "people.choice_known"),
        ({"phone": "13812345678"}, "people.consent_given"),
        ({"needs": ["sign_language"]}, "people.consent_given"),
    ],
)
def test_what_cannot_be_right_or_was_not_agreed_to_is_refused(community, registrar, given, rule):
    with refused(rule):
        actions.register_person(community, by=registrar, at=AT, **{"name": "王秀英", **given})
    assert not Person.objects.filter(community=community).exists()


def test_one_number_is_one_person_in_a_community_and_free_in_the_next(resident, next_door):
    number = an_id(BORN, serial=12)
    resident(id_number=number)
    with refused("people.not_yet_known"):
        resident("王秀瑛", id_number=number.lower())
    assert resident(within=next_door, id_number=number).community_id == next_door.pk


def test_the_database_itself_keeps_a_number_single(resident, community):
    person = resident(id_number=an_id(BORN, serial=12))
    twin = Person(community=community, name="另一人", registered_at=AT, changed_at=AT)
    twin.place_numbers(id_number=person.id_number)
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_a_foreign_passport_is_kept_as_it_is(community, registrar):
    person = actions.register_person(
        community,
        by=registrar,
        at=AT,
        name="Anna  Berg",
        id_kind="passport",
        id_number="c01x 00t47",
    )
    assert (person.name, person.id_number) == ("Anna Berg", "C01X00T47")


@pytest.mark.parametrize("post", ["representative", "mediator", "street_officer", "supervisor"])
def test_who_holds_no_post_for_it_registers_nobody(community, post, outsider):
    for actor in (post_of(post, community), outsider, NOBODY):
        with refused("access.permitted"):
            actions.register_person(community, by=actor, at=AT, name="王秀英")


def test_a_person_is_found_by_whole_numbers_and_by_name_and_sound(resident, community, next_door):
    number = an_id(BORN, serial=12)
    person = resident("王秀英", id_number=number, phone="13812345678")
    resident("李建国", phone="13812345678")
    resident("王秀英", within=next_door)
    assert person_called(community, number.lower()) == person
    assert persons_by_phone(community, "+86 138-1234-5678").count() == 2
    for typed in (number, "王秀英", "秀英", "wangxiuying", "wang xiu", "wxy", "WXY"):
        assert list(search_persons(community, typed)) == [person], typed
    for typed in ("", "1381234", number[:10], "xiuying", "赵", "%"):
        assert not search_persons(community, typed).exists(), typed
