"""Questions to the register: how many, of what age, living alone, where, and on which day."""

from datetime import date, timedelta

import pytest

from linli.core.audit.actor import the_operator
from linli.core.people import actions
from linli.core.people.asked import Asked
from linli.core.people.queries import answer_asked, persons_asked, roster_rows
from linli.core.people.rules import age_on
from linli.core.people.rules.ages import born_after, born_by
from linli.core.people.tests.conftest import AT, ON
from linli.core.places.actions import assign_dwellings, open_area

MARCH = date(2026, 3, 1)


@pytest.mark.parametrize("on", [date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 29)])
@pytest.mark.parametrize("age", [0, 18, 80])
def test_the_days_of_birth_agree_with_the_age(on, age):
    assert age_on(born_by(age, on), on) >= age
    assert age_on(born_by(age, on) + timedelta(days=1), on) < age
    assert age_on(born_after(age, on), on) <= age
    assert age_on(born_after(age, on) - timedelta(days=1), on) > age


@pytest.fixture
def stair(resident, dwelling):
    """Four homes on one stair: an old man alone, an old couple, a widow since May, a tenant."""
    homes = {door: dwelling(door=door) for door in ("101", "102", "201", "202")}
    people = {
        "alone": resident("甲一", home=homes["101"], birth_date=date(1940, 1, 1), sex="male"),
        "wife": resident("乙一", home=homes["102"], birth_date=date(1941, 1, 1)),
        "husband": resident("乙二", home=homes["102"], birth_date=date(1941, 2, 1)),
        "widow": resident("丙一", home=homes["201"], birth_date=date(1942, 1, 1)),
        "late": resident("丙二", home=homes["201"], birth_date=date(1939, 1, 1)),
        "tenant": resident("丁一", home=homes["202"], kind="tenant", birth_date=date(1990, 1, 1)),
        "undated": resident("戊一", home=dwelling("2号楼", door="101")),
    }
    actions.record_death(people["late"], by=the_operator(), at=AT, died_on=date(2026, 5, 1))
    return people


def names(community, on=ON, **asked):
    return sorted(person.name for person in persons_asked(community, on, Asked(**asked)))


def test_who_is_eighty_and_lives_alone_today_and_on_the_first_of_march(stair, community, dwelling):
    entrance = dwelling().parent
    asked = {"age_from": 80, "alone": "dwelling", "place": entrance.pk}
    assert names(community, **asked) == ["丙一", "甲一"]
    assert names(community, MARCH, **asked) == ["甲一"]
    assert answer_asked(community, ON, Asked(**asked)).count == 2
    assert names(community, age_from=84, place=entrance.pk) == ["丙一", "乙一", "乙二", "甲一"]
    assert names(community, MARCH, age_from=85, place=entrance.pk) == [
        "丙二",
        "乙一",
        "乙二",
        "甲一",
    ]
    assert names(community, age_from=85, age_to=85) == ["乙一", "乙二"]
    assert names(community, sex="male") == ["甲一"]


def test_those_without_a_birth_date_are_told_apart(stair, community):
    answer = answer_asked(community, ON, Asked(age_from=18))
    assert (answer.count, answer.undated) == (5, 1)


def test_alone_in_a_household_is_another_thing_than_alone_in_a_dwelling(
    stair, community, dwelling, worker
):
    actions.form_household(
        dwelling(door="102"), by=worker, at=AT, members=[stair["wife"]], since=date(2020, 1, 1)
    )
    assert names(community, alone="household") == ["乙一"]
    assert "乙一" not in names(community, alone="dwelling")


def test_registered_here_and_living_elsewhere_and_the_reverse(community, dwelling, resident):
    resident("在外", home=dwelling(door="101"), kind="hukou_here")
    resident("在住", home=dwelling(door="102"))
    both = resident("两处", home=dwelling(door="201"))
    actions.move_in(
        both, by=the_operator(), at=AT, dwelling=dwelling(door="202"), kind="hukou_here", since=ON
    )
    assert names(community, tie="", apart="hukou_only") == ["在外"]
    assert names(community, tie="", apart="living_only") == ["在住"]
    assert names(community, tie="", apart="two_homes") == ["两处"]
    assert names(community, ON - timedelta(days=1), tie="", apart="living_only") == ["两处", "在住"]


def test_a_residents_group_is_asked_as_it_was_that_day(stair, community, dwelling):
    by = the_operator()
    group = open_area(community, kind="residents_group", name="一组", on=MARCH, by=by, at=AT)
    assign_dwellings(group, dwellings=[dwelling(door="101").pk], on=MARCH, by=by, at=AT)
    assert names(community, group=group.pk) == ["甲一"]
    assert names(community, MARCH - timedelta(days=1), group=group.pk) == []


def test_rows_tell_home_household_head_and_members(
    stair, community, dwelling, worker, django_assert_num_queries
):
    actions.form_household(
        dwelling(door="102"), by=worker, at=AT, members=[stair["wife"], stair["husband"]],
        since=date(2020, 1, 1), number="0012", representative=stair["husband"],
    )  # fmt: skip
    with django_assert_num_queries(6):
        rows = list(roster_rows(community, ON))
    assert [row.room for row in rows] == ["101", "102", "102", "201", "202", "101"]
    wife = rows[1]
    assert (wife.person.name, wife.building, wife.entrance) == ("乙一", "1号楼", "1单元")
    assert (wife.household_number, wife.head, wife.members, wife.living) == ("0012", "乙二", 2, 2)
    assert rows[2].is_head
    assert rows[4].kinds == {"tenant"}
    assert wife.age == 85
    none = list(roster_rows(community, ON, filters=Asked(age_from=120)))
    assert none == []
