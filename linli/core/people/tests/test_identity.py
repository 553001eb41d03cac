"""One person or two: merged, taken back, remembered."""

from datetime import date

from linli.core.people import actions
from linli.core.people.queries import (
    doubles_of,
    has_consent,
    living_at,
    load_person,
    person_called,
    search_persons,
    ties_of,
)
from linli.core.people.tests.checks import again, refused
from linli.core.people.tests.conftest import AT, ON, an_id

BORN = date(1954, 5, 6)


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
