"""What people agreed to, who acts for them, and what they ask about their own data."""

from datetime import date, timedelta

from linli.core.audit.models import Entry
from linli.core.people import actions
from linli.core.people.models import Consent, RightsRequest
from linli.core.people.queries import (
    has_consent,
    may_act_for,
)
from linli.core.people.tests.checks import again, refused
from linli.core.people.tests.conftest import AT, ON, as_themself

BORN = date(1954, 5, 6)


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
