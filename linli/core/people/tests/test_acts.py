"""What is done with persons' records: registered, moved, joined, agreed, merged, forgotten."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.actor import NOBODY, the_clock, the_operator
from linli.core.audit.models import Entry
from linli.core.people import actions
from linli.core.people.actions import forgetting
from linli.core.people.due import run
from linli.core.people.models import Agency, Consent, Merge, Person, RightsRequest, Tie
from linli.core.people.presentation import open_person
from linli.core.people.queries import (
    agents_of,
    count_households,
    doubles_of,
    dwelling_of,
    has_consent,
    households_at,
    living_at,
    load_person,
    may_act_for,
    members_of,
    person_called,
    persons_by_phone,
    search_persons,
    ties_of,
)
from linli.core.people.tests.conftest import AT, ON, an_id, as_themself, post_of
from linli.lib.law import Refused

BORN = date(1954, 5, 6)


def refused(rule):
    """`with refused("people.x"):` the act is refused by that rule."""

    class Check:
        def __enter__(self):
            self.context = pytest.raises(Refused)
            self.found = self.context.__enter__()

        def __exit__(self, *exc):
            done = self.context.__exit__(*exc)
            assert self.found.value.finding.rule == rule
            return done

    return Check()


def again(person) -> Person:
    return Person.objects.get(community=person.community_id, pk=person.pk)


# Registering


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


# Finding


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


# Dwellings


def test_moving_keeps_the_history_by_day(resident, dwelling, worker):
    old, new = dwelling(door="101"), dwelling(door="202")
    person = resident(home=old)
    actions.move_in(
        person, by=worker, at=AT, dwelling=new, kind="usual_resident", since=date(2026, 6, 1)
    )
    assert [tie.person for tie in living_at(old, date(2026, 5, 31))] == [person]
    assert not living_at(old, date(2026, 6, 1)).exists()
    assert dwelling_of(person, date(2026, 6, 1)) == new
    assert dwelling_of(person, date(2026, 5, 31)) == old
    assert not living_at(old, date(2019, 12, 31)).exists()


def test_one_may_own_two_homes_and_live_in_one(resident, dwelling, worker):
    person = resident(home=dwelling(door="101"))
    for door in ("101", "201"):
        actions.move_in(
            person, by=worker, at=AT, dwelling=dwelling(door=door), kind="owner", since=ON
        )
    assert ties_of(person, ON).filter(kind="owner").count() == 2
    assert dwelling_of(person, ON).name == "101"


def test_what_makes_no_sense_about_a_home_is_refused(resident, dwelling, worker, next_door):
    person = resident(home=dwelling())
    given = {"kind": "usual_resident", "since": ON}
    with refused("people.not_tied_yet"):
        actions.move_in(person, by=worker, at=AT, dwelling=dwelling(), **given)
    with refused("people.dwelling_here"):
        actions.move_in(person, by=worker, at=AT, dwelling=dwelling().parent, **given)
    elsewhere = dwelling(within=next_door)
    with refused("people.dwelling_here"):
        actions.move_in(person, by=worker, at=AT, dwelling=elsewhere, **given)
    (tie,) = ties_of(person)
    with refused("people.term_in_order"):
        actions.move_out(tie, by=worker, at=AT, until=tie.since)


def test_a_death_ends_ties_and_mandates_the_day_after(resident, dwelling, worker):
    person, child = resident(home=dwelling(), birth_date=BORN), resident("王小明")
    actions.appoint_agent(
        person, by=worker, at=AT, agent=child, kind="mandate", scope="everything",
        since=date(2026, 1, 1), paper="授权委托书",
    )  # fmt: skip
    with refused("people.died_in_order"):
        actions.record_death(person, by=worker, at=AT, died_on=ON + timedelta(days=1))
    actions.record_death(person, by=worker, at=AT, died_on=ON - timedelta(days=2))
    assert living_at(dwelling(), ON - timedelta(days=2)).exists()
    assert not living_at(dwelling(), ON - timedelta(days=1)).exists()
    assert not agents_of(person, ON).exists()


# Households


def test_a_household_has_members_a_number_and_a_representative(resident, dwelling, worker):
    home = dwelling()
    one, other = resident(home=home), resident("李建国", home=home)
    household = actions.form_household(
        home, by=worker, at=AT, members=[one, other], since=ON, number="0012", representative=one
    )
    assert {tie.person for tie in members_of(household, ON)} == {one, other}
    assert count_households(home, ON) == count_households(home.community, ON) == 1
    assert count_households(home.parent.parent, ON) == 1
    assert count_households(dwelling("2号楼").parent.parent, ON) == 0
    with refused("people.household_number_free"):
        actions.form_household(home, by=worker, at=AT, members=[one], since=ON, number="0012")
    stranger = resident("赵六")
    with refused("people.is_member"):
        actions.name_representative(household, by=worker, at=AT, person=stranger)
    with refused("people.members_live_there"):
        actions.form_household(home, by=worker, at=AT, members=[one, stranger], since=ON)
    (tie,) = ties_of(one, ON)
    actions.move_out(tie, by=worker, at=AT, until=ON + timedelta(days=1))
    household.refresh_from_db()
    assert household.representative is None
    actions.end_household(household, by=worker, at=AT, until=ON + timedelta(days=2))
    assert not households_at(home, ON + timedelta(days=2)).exists()


# Consents and agents


def test_consent_is_given_and_taken_back_with_what_it_kept(resident, worker):
    person = resident(phone="13812345678", needs=["large_print"])
    contact = Consent.objects.get(community=person.community, purpose="contact")
    actions.withdraw_consent(contact, by=as_themself(person), at=AT)
    person = again(person)
    assert (person.phone, person.phone_index, person.needs) == ("", None, ["large_print"])
    assert not has_consent(person, "contact")
    with refused("people.consent_given"):
        actions.correct(person, by=worker, at=AT, phone="13812345678")
    assert again(person).phone == ""


def test_whoever_gives_their_own_number_agrees_by_it(resident):
    person = resident()
    actions.correct(person, by=as_themself(person), at=AT, phone="13812345678")
    assert has_consent(person, "contact")
    assert Consent.objects.get(community=person.community).how == "online"


def test_people_change_their_own_number_but_not_who_they_are(resident):
    person = resident()
    with refused("people.checked_at_desk"):
        actions.correct(person, by=as_themself(person), at=AT, name="别人")
    with refused("access.permitted"):
        actions.correct(person, by=as_themself(resident("李四")), at=AT, phone="13812345678")


def test_a_correction_is_written_down_without_its_values(resident, worker):
    person = resident(birth_date=BORN)
    actions.correct(person, by=worker, at=AT, name="王秀瑛", birth_date=None)
    assert (again(person).name, again(person).birth_date) == ("王秀瑛", None)
    entry = Entry.objects.get(action="people.correct")
    assert entry.note == {"count": 2, "fields": ["name", "birth_date"]}


def test_for_a_child_the_guardian_consents(resident, worker):
    child = resident("李小明", birth_date=date(2016, 1, 1))
    mother = resident("李芳")
    with refused("people.guardian_consents"):
        actions.give_consent(child, by=worker, at=AT, purpose="contact", how="signed")
    with refused("people.is_guardian"):
        actions.give_consent(
            child, by=worker, at=AT, purpose="contact", how="guardian", given_by=mother
        )
    actions.appoint_agent(
        child, by=worker, at=AT, agent=mother, kind="guardian", scope="everything",
        since=date(2016, 1, 1), paper="户口簿",
    )  # fmt: skip
    actions.give_consent(
        child, by=worker, at=AT, purpose="contact", how="guardian", given_by=mother
    )
    assert has_consent(child, "contact")
    with refused("people.not_consented_yet"):
        actions.give_consent(child, by=worker, at=AT, purpose="contact", how="guardian")


def test_an_agent_acts_in_scope_and_in_term(resident, worker):
    mother, son = resident(), resident("王小明")
    agency = actions.appoint_agent(
        mother, by=worker, at=AT, agent=son, kind="mandate", scope="services",
        since=date(2026, 1, 1), paper="授权委托书，2026-01-01",
    )  # fmt: skip
    assert may_act_for(son, mother, "services", ON)
    assert not may_act_for(son, mother, "record", ON)
    assert not may_act_for(son, mother, "services", date(2025, 12, 31))
    assert not may_act_for(mother, son, "services", ON)
    actions.end_agency(agency, by=worker, at=AT, until=ON)
    assert not may_act_for(son, mother, "services", ON)
    with refused("people.agent_is_another"):
        actions.appoint_agent(
            son, by=worker, at=AT, agent=son, kind="mandate", scope="services", since=ON, paper="x"
        )
    with refused("people.paper_named"):
        actions.appoint_agent(
            mother, by=worker, at=AT, agent=son, kind="mandate", scope="services",
            since=ON, paper=" ",
        )  # fmt: skip


# One person or two


def test_merging_brings_everything_together_and_can_be_taken_back(
    resident, dwelling, registrar, community
):
    number = an_id(BORN, serial=12)
    kept = resident("王秀英", home=dwelling(door="101"), birth_date=BORN)
    double = resident("王秀瑛", id_number=number, phone="13812345678")
    actions.move_in(
        double, by=registrar, at=AT, dwelling=dwelling(door="202"), kind="owner", since=ON
    )
    assert doubles_of(kept) == [double]
    merge = actions.merge_persons(kept, by=registrar, at=AT, absorbed=double)
    kept = again(kept)
    assert (kept.id_number, kept.phone) == (number, "+8613812345678")
    assert person_called(community, number) == kept
    assert load_person(community, double.pk) == kept
    assert ties_of(kept).count() == 2
    assert has_consent(kept, "contact")
    assert list(search_persons(community, "wxy")) == [kept]

    actions.undo_merge(merge, by=registrar, at=AT)
    kept, double = again(kept), again(double)
    assert (kept.id_number, kept.phone, kept.birth_date) == ("", "", BORN)
    assert person_called(community, number) == double
    assert double.phone == "+8613812345678"
    assert [tie.kind for tie in ties_of(double)] == ["owner"]
    with refused("people.merge_stands"):
        actions.undo_merge(merge, by=registrar, at=AT)


def test_two_homes_of_one_kind_do_not_collide_in_a_merge(resident, dwelling, registrar):
    kept = resident(home=dwelling(door="101"))
    double = resident(home=dwelling(door="202"))
    actions.merge_persons(kept, by=registrar, at=AT, absorbed=double)
    assert [tie.dwelling.name for tie in ties_of(kept, ON)] == ["101"]
    assert not living_at(dwelling(door="202"), ON).exists()


def test_two_numbers_are_two_people(resident, registrar):
    one = resident(id_number=an_id(BORN, serial=12))
    other = resident(id_number=an_id(BORN, serial=14))
    with refused("people.one_id_number"):
        actions.merge_persons(one, by=registrar, at=AT, absorbed=other)


def test_that_two_are_two_is_remembered(resident, registrar, worker):
    one, other = resident(birth_date=BORN), resident("王秀瑛", birth_date=BORN)
    assert doubles_of(one) == [other]
    actions.mark_not_same(other, by=registrar, at=AT, other=one)
    actions.mark_not_same(one, by=registrar, at=AT, other=other)
    assert doubles_of(one) == doubles_of(other) == []
    with refused("people.not_known_apart"):
        actions.merge_persons(one, by=registrar, at=AT, absorbed=other)
    with refused("access.permitted"):
        actions.unmark_not_same(one, by=worker, at=AT, other=other)
    actions.unmark_not_same(one, by=registrar, at=AT, other=other)
    assert doubles_of(one) == [other]


# Requests about one's own data


def test_a_request_is_promised_answered_and_refused_only_with_a_reason(resident, registrar):
    person = resident()
    asked = actions.ask(person, by=as_themself(person), at=AT, kind="correct", words="名字写错了")
    assert asked.promised_on == ON + timedelta(days=15)
    with refused("people.not_asked_yet"):
        actions.ask(person, by=as_themself(person), at=AT, kind="correct", words="快一点")
    with refused("people.reason_given"):
        actions.answer_request(asked, by=registrar, at=AT, granted=False, answer=" ")
    actions.answer_request(asked, by=registrar, at=AT, granted=False, answer="证件上就是这个字")
    with refused("people.not_answered_yet"):
        actions.answer_request(asked, by=registrar, at=AT, granted=True, answer="")
    stored = RightsRequest.objects.get(community=person.community)
    assert (stored.words, stored.outcome) == ("名字写错了", "refused")
    assert "名字写错了" not in str(Entry.objects.values_list("note", flat=True))


def test_nobody_asks_for_another(resident, worker):
    with refused("access.permitted"):
        actions.ask(resident(), by=worker, at=AT, kind="delete")


# Forgetting


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
