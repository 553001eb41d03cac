"""Forgotten on time and on request, whole, and never too early."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.actor import the_clock, the_operator
from linli.core.audit.models import Entry
from linli.core.people import actions
from linli.core.people.actions import forgetting
from linli.core.people.due import run
from linli.core.people.models import Agency, Consent, Merge, Person, Tie
from linli.core.people.presentation import open_person
from linli.core.people.queries import (
    person_called,
    ties_of,
)
from linli.core.people.tests.checks import again, refused
from linli.core.people.tests.conftest import AT, ON, an_id, as_themself

BORN = date(1954, 5, 6)


def test_nobody_is_forgotten_who_still_lives_here(resident, dwelling, director):
    with refused("people.may_be_forgotten"):
        actions.forget_person(resident(home=dwelling()), by=director, at=AT)


def test_forgetting_leaves_a_blank_row_and_a_book_without_words(
    resident, dwelling, director, worker, community, monkeypatch
):
    monkeypatch.setattr(forgetting, "_elsewhere", [])
    number = an_id(BORN, serial=12)
    person = resident(home=dwelling(), id_number=number, phone="13812345678")
    open_person(person, worker, purpose="回复王秀英来电", at=AT)
    (tie,) = ties_of(person)
    actions.move_out(tie, by=worker, at=AT, until=ON)
    told = []
    actions.when_forgotten(lambda row, at: told.append(row.pk))
    actions.forget_person(person, by=director, at=AT)
    blank = again(person)
    assert blank.is_forgotten
    assert (blank.name, blank.phone, blank.id_number, blank.birth_date) == ("", "", "", None)
    assert person_called(community, number) is None
    assert not Tie.objects.filter(community=community).exists()
    assert not Consent.objects.filter(community=community).exists()
    assert Entry.objects.get(action="people.open").note == {}
    assert told == [person.pk]


def test_what_was_merged_in_is_forgotten_too(resident, registrar, director):
    kept, double = resident(), resident("王秀瑛", phone="13812345678")
    actions.merge_persons(kept, by=registrar, at=AT, absorbed=double)
    actions.forget_person(again(kept), by=director, at=AT)
    assert again(double).is_forgotten
    assert again(double).name == ""
    assert not Merge.objects.filter(community=kept.community).exists()


def test_the_database_keeps_a_tombstone_blank(resident, director):
    person = resident()
    actions.forget_person(person, by=director, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(community=person.community, pk=person.pk).update(name="王")


def test_time_forgets_those_whose_year_after_leaving_is_over(resident, dwelling, worker):
    left, stays = resident(home=dwelling()), resident("李建国", home=dwelling(door="102"))
    (tie,) = ties_of(left)
    actions.move_out(tie, by=worker, at=AT, until=ON)
    agency = actions.appoint_agent(
        stays, by=worker, at=AT, agent=left, kind="mandate", scope="services",
        since=date(2026, 1, 1), paper="授权委托书",
    )  # fmt: skip
    year = timedelta(days=365)
    run(AT + year)
    assert not again(left).is_forgotten  # still acts for somebody here
    actions.end_agency(agency, by=worker, at=AT, until=ON)
    run(AT + year - timedelta(days=1))
    assert not again(left).is_forgotten
    run(AT + year)
    run(AT + year)
    assert again(left).is_forgotten
    assert not again(stays).is_forgotten
    assert not Agency.objects.filter(community=stays.community).exists()


def test_only_time_and_those_who_keep_the_register_forget(resident, worker):
    person = resident()
    for actor in (worker, the_operator(), as_themself(person)):
        with refused("access.permitted"):
            actions.forget_person(person, by=actor, at=AT)
    actions.forget_person(person, by=the_clock(), at=AT)
