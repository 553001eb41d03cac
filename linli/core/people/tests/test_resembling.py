"""Rows that may be one person: found by what Chinese names and numbers go wrong in, and decided
by somebody."""

from datetime import date

import pytest

from linli.core.people import actions
from linli.core.people.models import Resemblance
from linli.core.people.queries import doubles_of, merges_in, resemblances, resembling_in
from linli.core.people.rules.likeness import band_of
from linli.core.people.rules.names import compare_names, features_of
from linli.core.people.rules.numbers import compare_dates, compare_numbers
from linli.core.people.tests.checks import again, refused
from linli.core.people.tests.conftest import AT, an_id

BORN = date(1954, 5, 6)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("张伟", "张伟", "name_equal"),
        ("張偉", "张伟", "name_variant"),
        ("王秀英", "王秀瑛", "name_sound"),
        ("章伟", "张伟", "name_sound"),
        ("李未", "李末", "name_look"),
        ("王建国", "王国建", "name_swapped"),
        ("林玲", "林宁", "name_near_sound"),
        ("王小明", "王小亮", "name_one_character"),
        ("欧阳娜", "欧阳丽娜", "name_one_more"),
        ("王小明", "李小明", None),
        ("王明", "李明", None),
        ("王秀英", "李建国", None),
    ],
)
def test_how_two_names_may_be_one(one, other, reason):
    assert compare_names(features_of(one), features_of(other)) == reason
    assert compare_names(features_of(other), features_of(one)) == reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (date(1954, 5, 6), date(1954, 5, 6), "birth_equal"),
        (date(1954, 5, 6), date(1954, 5, 8), "birth_slip"),
        (date(1954, 5, 6), date(1945, 5, 6), "birth_slip"),
        (date(1954, 5, 6), date(1954, 6, 5), "birth_slip"),
        (date(1954, 5, 6), date(1961, 5, 8), "birth_differs"),
        (date(1954, 5, 6), None, ""),
    ],
)
def test_how_two_dates_may_be_one(one, other, reason):
    assert compare_dates(one, other) == compare_dates(other, one) == reason


def test_how_two_numbers_may_be_one():
    number = an_id(BORN, serial=12)
    assert compare_numbers(number, an_id(date(1954, 5, 8), serial=12)) == "number_birth"
    assert compare_numbers(number, an_id(BORN, serial=14)) == "number_serial"
    assert compare_numbers(number, an_id(BORN, serial=12, division="110110")) == "number_slip"
    assert compare_numbers(number, an_id(BORN, serial=987)) == "number_differs"
    assert compare_numbers("E12345678", "E12345687") == "number_slip"


def found(community):
    return [
        (pair.first, pair.second, band_of(pair.found.sureness), set(pair.found.reasons))
        for pair in resembling_in(community)
    ]


def test_one_slip_in_a_number_is_found_without_keeping_anything_of_it(resident, community):
    one = resident("王秀英", id_number=an_id(BORN, serial=12))
    other = resident("王秀英", id_number=an_id(date(1954, 5, 8), serial=12))
    ((first, second, band, reasons),) = found(community)
    assert {first, second} == {one.pk, other.pk}
    assert band == "sure"
    assert reasons == {"name_equal", "birth_slip", "number_birth"}
    assert doubles_of(one) == [other]


def test_twins_and_father_and_son_are_no_pairs_or_the_last_ones(resident, dwelling, community):
    home = dwelling()
    resident("王小明", home=home, id_number=an_id(BORN, serial=12))
    resident("王小亮", home=home, id_number=an_id(BORN, serial=14))
    resident("王建军", home=home, birth_date=date(1960, 1, 1))
    resident("王建伟", home=home, birth_date=date(1990, 7, 9))
    assert found(community) == []
    resident("李小明", home=dwelling(door="102"), birth_date=BORN)
    resident("李小亮", home=dwelling(door="102"), birth_date=BORN)
    ((_first, _second, band, reasons),) = found(community)
    assert band == "perhaps"
    assert "twins_maybe" in reasons


def test_namesakes_of_different_days_are_two_people(resident, community):
    resident("张伟", birth_date=date(1980, 1, 1))
    resident("张伟", birth_date=date(1993, 8, 17))
    assert found(community) == []


def note(community, by):
    actions.note_resemblances(community, by=by, at=AT, pairs=resembling_in(community))
    return list(resemblances(community))


def test_what_is_decided_is_suggested_no_longer(resident, registrar, worker, community):
    one, other = resident("王秀英", birth_date=BORN), resident("王秀瑛", birth_date=BORN)
    resident("張偉", phone="13812345678"), resident("张伟", phone="13812345678")
    with refused("access.permitted"):
        actions.note_resemblances(community, by=worker, at=AT, pairs=[])
    assert len(note(community, registrar)) == 2
    actions.mark_not_same(one, by=registrar, at=AT, other=other)
    (left,) = note(community, registrar)
    merge = actions.merge_persons(left.first, by=registrar, at=AT, absorbed=left.second)
    assert not resemblances(community)
    assert list(merges_in(community)) == [merge]
    actions.undo_merge(merge, by=registrar, at=AT)
    assert len(note(community, registrar)) == 1
    assert Resemblance.objects.filter(community=community).count() == 1


def test_a_number_found_wrong_on_the_paper_does_not_hinder_the_merge(resident, registrar):
    right, wrong = an_id(BORN, serial=12), an_id(date(1954, 5, 8), serial=12)
    kept, absorbed = resident(id_number=right), resident(id_number=wrong)
    with refused("people.one_id_number"):
        actions.merge_persons(kept, by=registrar, at=AT, absorbed=absorbed)
    merge = actions.merge_persons(
        kept, by=registrar, at=AT, absorbed=absorbed, number_was_wrong=True
    )
    assert again(kept).id_number == right
    actions.undo_merge(merge, by=registrar, at=AT)
    assert (again(kept).id_number, again(absorbed).id_number) == (right, wrong)


def test_what_was_suggested_is_forgotten_with_the_person(resident, registrar, director, community):
    one = resident("王秀英", birth_date=BORN)
    resident("王秀瑛", birth_date=BORN)
    assert note(community, registrar)
    actions.forget_person(one, by=director, at=AT)
    assert not Resemblance.objects.filter(community=community).exists()
