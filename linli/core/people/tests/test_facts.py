"""What the evaluation is told of the register: how many, in which groups, and nobody."""

from collections import Counter
from datetime import date

import pytest

from linli.core.audit.actor import the_operator
from linli.core.people import actions
from linli.core.people.facts import rows
from linli.core.people.models import Person, Tie
from linli.core.people.rules.groups import FIXED, groups_of
from linli.core.people.tests.conftest import AT
from linli.core.people.tokens import Tokens

QUARTER = (date(2026, 9, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("born", "on", "inside", "outside"),
    [
        (date(1966, 9, 30), date(2026, 9, 30), "age60 band_60_up age15_64 age18 age7", "age16_59"),
        (date(1966, 10, 1), date(2026, 9, 30), "age16_59 band_18_59", "age60 band_60_up"),
        (date(1961, 9, 30), date(2026, 9, 30), "age60 age65", "age15_64 age80"),
        (date(1946, 9, 30), date(2026, 9, 30), "age80 age65 age60", "band_18_59"),
        (date(2008, 2, 29), date(2026, 2, 28), "under18 band_under18 age16_59 age15_64", "age18"),
        (date(2008, 2, 29), date(2026, 3, 1), "age18 band_18_59", "under18 band_under18"),
        (date(2019, 9, 30), date(2026, 9, 30), "age7 under18", "age15_64"),
        (date(2019, 10, 1), date(2026, 9, 30), "under18", "age7"),
        (date(2026, 10, 1), date(2026, 9, 30), "hukou_here", "under18"),
        (None, date(2026, 9, 30), "hukou_here female", "under18 band_18_59 age60"),
    ],
)
def test_a_group_of_age_is_completed_years_on_that_day(born, on, inside, outside):
    codes = groups_of(born, "female", hukou_here=True, compound="", on=on)
    assert set(inside.split()) <= codes
    assert not set(outside.split()) & codes
    assert codes <= set(FIXED)


@pytest.fixture
def street(resident, dwelling, community):
    """Nine on the roster; who lives here at the end of September is told by hand below."""
    homes = [dwelling(door=door) for door in ("101", "102", "201", "202")]
    by = {"by": the_operator(), "at": AT}
    people = {
        "old": resident("甲", home=homes[0], birth_date=date(1940, 1, 1), sex="male"),
        "wife": resident("乙", home=homes[0], birth_date=date(1962, 9, 30), sex="female"),
        "tenant": resident("丙", home=homes[1], kind="tenant", birth_date=date(1990, 1, 1)),
        "child": resident("丁", home=homes[1], birth_date=date(2015, 5, 1), sex="female"),
        "undated": resident("戊", home=homes[2]),
        "owner": resident("己", home=homes[2], kind="owner", birth_date=date(1950, 1, 1)),
        "paper": resident("庚", home=homes[3], kind="hukou_here", birth_date=date(1980, 1, 1)),
        "left": resident("辛", home=homes[3], birth_date=date(1985, 1, 1)),
        "late": resident("壬", home=homes[3], birth_date=date(1939, 1, 1)),
    }
    actions.move_in(
        people["old"], dwelling=homes[0], kind="hukou_here", since=date(2020, 1, 1), **by
    )
    Tie.objects.filter(community=community, person=people["left"]).update(until=date(2026, 9, 30))
    actions.record_death(people["late"], died_on=date(2026, 9, 29), **by)
    return people


def test_residents_and_groups_are_recounted_by_hand(street, community, next_door):
    facts = list(rows(community, *QUARTER))
    by_group = {fact.field: fact.part for fact in facts if fact.kind == "people.in_group"}
    assert [fact.part for fact in facts if fact.kind == "people.residents"] == [5]
    told = {code: count for code, count in by_group.items() if count and code in FIXED}
    assert told == {
        "age60": 2, "age65": 1, "age80": 1, "age18": 3, "age7": 4, "under18": 1, "age15_64": 2,
        "age16_59": 1, "band_under18": 1, "band_18_59": 1, "band_60_up": 2, "female": 2, "male": 1,
        "hukou_here": 1,
    }  # fmt: skip
    assert not any("hukou_elsewhere" in str(fact.field) for fact in facts), "nobody is guessed"
    assert set(FIXED) < set(by_group), "a nought is told as well"
    assert sum(count for code, count in by_group.items() if code.startswith("compound:")) == 5
    # The mapping says the same of each as the counts of all.
    mapped = [fact for fact in facts if fact.kind == "people.of_group"]
    assert Counter(code for fact in mapped for code in fact.field.split()) == Counter(
        {code: count for code, count in by_group.items() if count}
    )
    assert len({fact.person for fact in mapped}) == 5
    assert not any(str(person.pk.hex) in repr(facts) for person in street.values())
    assert list(rows(next_door, *QUARTER)) == [], "without a register there is no nought"


@pytest.mark.parametrize(
    ("since", "until", "stock", "mapped"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), 12, 4),
        (date(2026, 11, 1), date(2026, 11, 23), 1, 1),
        (date(2026, 11, 1), date(2026, 11, 30), 1, 0),
        (date(2026, 3, 31), date(2026, 3, 31), 1, 1),
    ],
)
def test_groups_are_mapped_by_quarter_and_on_the_open_end_in_few_queries(
    since, until, stock, mapped, street, community, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4):
        facts = list(rows(community, since, until))
    assert sum(fact.kind == "people.residents" for fact in facts) == stock
    assert len({fact.on for fact in facts if fact.kind == "people.of_group"}) == mapped


def test_one_person_one_token_within_a_year_and_a_community(street, community, next_door):
    tokens, elsewhere = Tokens(community), Tokens(next_door)
    new_year, day = date(2026, 1, 1), date(2026, 12, 31)
    for person in street.values():
        mine = tokens.of_person(day, person.pk)
        assert mine == Tokens(community).of_person(new_year, person.pk)
        assert mine != tokens.of_person(date(2027, 1, 1), person.pk)
        assert mine != elsewhere.of_person(day, person.pk)
        assert person.pk.hex not in mine
    kept, absorbed = street["wife"], street["undated"]
    Person.objects.filter(community=community, pk=absorbed.pk).update(merged_into=kept)
    merged = Tokens(community)
    assert merged.of_person(day, absorbed.pk) == merged.of_person(day, kept.pk)


def test_a_home_is_where_one_lived_that_day(street, community, dwelling):
    left, tokens = street["left"].pk, Tokens(community)
    tokens.meet([left, street["owner"].pk, None])
    home = tokens.of_dwelling(date(2026, 9, 29), dwelling(door="202").pk)
    assert tokens.of_home(date(2026, 9, 29), left) == home
    assert tokens.of_home(date(2026, 9, 30), left) is None
    assert tokens.of_home(date(2026, 9, 29), street["owner"].pk) is None
