"""Who lives where, on which day, and with whom in one household."""

from datetime import date, timedelta

from linli.core.people import actions
from linli.core.people.queries import (
    agents_of,
    count_households,
    dwelling_of,
    households_at,
    living_at,
    members_of,
    ties_of,
)
from linli.core.people.tests.checks import refused
from linli.core.people.tests.conftest import AT, ON

BORN = date(1954, 5, 6)


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
