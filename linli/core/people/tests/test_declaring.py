"""Changes that residents tell of: nothing changes before the paper is seen; then all of it does."""

from datetime import date, timedelta

import pytest

from linli.core.audit.actor import the_operator
from linli.core.people import actions
from linli.core.people.due import run
from linli.core.people.models import Declaration
from linli.core.people.queries import agents_of, dwelling_of, members_of, ties_of
from linli.core.people.queries.declarations import declared_by, waiting_declarations
from linli.core.people.queries.history import life_of, stood_on
from linli.core.people.queries.kept import kept_of, leaves_on
from linli.core.people.tests.checks import again, refused
from linli.core.people.tests.conftest import AT, ON, as_themself

BORN = date(1960, 5, 6)


@pytest.fixture
def household(resident, dwelling, worker):
    """王秀英 and 李建国, one household at 101."""
    one = resident("王秀英", home=dwelling(), birth_date=BORN)
    other = resident("李建国", home=dwelling(), birth_date=date(1958, 1, 1))
    formed = actions.form_household(
        dwelling(), by=worker, at=AT, members=[one, other], since=date(2020, 1, 1), number="7"
    )
    return one, other, formed


def tell(person, **given):
    return actions.declare(person, by=as_themself(person), at=AT, **given)


def confirm(declaration, worker, **added):
    return actions.confirm_declaration(declaration, by=worker, at=AT, paper="户口簿", added=added)


def test_a_birth_joins_the_household_and_makes_a_guardian(household, dwelling, worker):
    mother, _father, formed = household
    told = tell(
        mother, kind="born", dwelling=dwelling(), on=date(2026, 11, 1),
        said={"name": "李小小", "sex": "female"},
    )  # fmt: skip
    assert list(waiting_declarations(mother.community)) == [told]
    child = confirm(told, worker).about
    assert (child.name, child.birth_date) == ("李小小", date(2026, 11, 1))
    assert child.pk in {tie.person_id for tie in members_of(formed, ON)}
    assert [agency.agent for agency in agents_of(child, ON)] == [mother]
    assert not waiting_declarations(mother.community)


def test_moving_away_ends_where_one_lives_and_not_where_one_is_registered(
    household, dwelling, worker
):
    one, other, _formed = household
    actions.move_in(
        other, by=worker, at=AT, dwelling=dwelling(), kind="hukou_here", since=date(2020, 1, 1)
    )
    told = tell(one, kind="moved_out", about=other, on=date(2026, 11, 10))
    assert stood_on(other, ON).ties
    confirm(told, worker)
    stood = stood_on(other, ON)
    assert [tie.kind for tie in stood.ties] == ["hukou_here"]
    assert stood.lives_elsewhere
    assert not stood_on(other, date(2026, 11, 9)).lives_elsewhere
    assert "moved_out" in [each.what for each in life_of(other)]


def test_a_name_a_death_a_new_household_and_a_new_tenant(household, dwelling, worker):
    one, other, _formed = household
    confirm(tell(one, kind="name", about=one, said={"name": "王秀瑛"}), worker)
    assert again(one).name == "王秀瑛"
    confirm(
        tell(one, kind="separated", on=ON, dwelling=dwelling(), said={"members": [str(other.pk)]}),
        worker,
    )
    assert ties_of(other, ON)[0].household != ties_of(one, ON)[0].household
    confirm(tell(one, kind="died", about=one, on=ON - timedelta(days=1)), worker)
    assert again(one).died_on == ON - timedelta(days=1)
    moved = confirm(
        tell(other, kind="moved_in", dwelling=dwelling(door="102"), on=ON,
             said={"name": "赵六", "tie": "tenant", "birth_date": "1996-03-22"}), worker)  # fmt: skip
    assert moved.about.birth_date == date(1996, 3, 22)
    assert dwelling_of(moved.about, ON) == dwelling(door="102")
    assert ties_of(moved.about)[0].source == "self"


def test_one_speaks_for_ones_own_household_only(household, resident, dwelling, worker):
    one, other, _formed = household
    neighbour = resident("赵六", home=dwelling(door="102"))
    with refused("people.of_ones_household"):
        tell(one, kind="moved_out", about=neighbour, on=ON)
    with refused("access.permitted"):
        actions.declare(other, by=as_themself(one), at=AT, kind="name", about=other,
                        said={"name": "李四"})  # fmt: skip
    with refused("people.declared_whole"):
        tell(one, kind="died", about=other, on=ON + timedelta(days=1))
    with refused("people.declared_whole"):
        tell(one, kind="name", about=one)
    told = tell(one, kind="moved_out", about=other, on=ON)
    with refused("people.not_declared_yet"):
        tell(one, kind="moved_out", about=other, on=ON)
    with refused("access.permitted"):
        confirm(told, as_themself(one))
    with refused("people.paper_named"):
        actions.confirm_declaration(told, by=worker, at=AT, paper=" ")


def test_what_is_refused_says_why_and_what_is_taken_back_is_gone(household, worker):
    one, other, _formed = household
    told = tell(one, kind="name", about=one, said={"name": "王秀瑛"})
    with refused("people.reason_given"):
        actions.refuse_declaration(told, by=worker, at=AT, reason="")
    actions.refuse_declaration(told, by=worker, at=AT, reason="身份证上是“英”")
    with refused("people.declaration_open"):
        confirm(told, worker)
    assert again(one).name == "王秀英"
    second = tell(one, kind="name", about=one, said={"name": "王秀瑛"})
    with refused("access.permitted"):
        actions.withdraw_declaration(second, by=as_themself(other), at=AT)
    actions.withdraw_declaration(second, by=as_themself(one), at=AT)
    assert [row.outcome for row in declared_by(one)] == ["withdrawn", "refused"]


def test_a_year_after_it_was_decided_what_was_told_is_gone(household, worker):
    one, _other, _formed = household
    confirm(tell(one, kind="name", about=one, said={"name": "王秀瑛"}), worker)
    waiting = tell(one, kind="name", about=one, said={"name": "王秀英"})
    run(AT + timedelta(days=364))
    assert Declaration.objects.filter(community=one.community).count() == 2
    run(AT + timedelta(days=365))
    assert list(Declaration.objects.filter(community=one.community)) == [waiting]


def test_the_clock_of_each_field_begins_when_nothing_ties_one_here(household, worker):
    one, _other, _formed = household
    assert leaves_on(one) is None
    assert {each.until for each in kept_of(one)} == {None}
    (tie,) = ties_of(one)
    actions.move_out(tie, by=worker, at=AT, until=ON)
    gone = {str(each.label): each.until for each in kept_of(one) if each.held}
    assert gone["姓名"] == ON + timedelta(days=365)
    run(AT + timedelta(days=365))
    assert again(one).is_forgotten


def test_forgetting_takes_what_was_told_along(household, director, worker):
    one, _other, _formed = household
    confirm(tell(one, kind="name", about=one, said={"name": "王秀瑛"}), worker)
    (tie,) = ties_of(one)
    actions.move_out(tie, by=the_operator(), at=AT, until=ON)
    actions.forget_person(again(one), by=director, at=AT)
    assert not Declaration.objects.filter(community=one.community).exists()
