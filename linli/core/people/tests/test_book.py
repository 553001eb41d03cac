"""Who looked at my record: also where a whole staircase was looked at, or a file of many read."""

from datetime import UTC, date, datetime, timedelta

import pytest

from linli.core.audit.models import Entry
from linli.core.people import actions
from linli.core.people.due import run
from linli.core.people.models import Tie
from linli.core.people.presentation import note_look
from linli.core.people.queries import person_called
from linli.core.people.queries.book import book_of
from linli.core.people.tests.conftest import AT, ON, an_id
from linli.core.people.tests.rosters import as_csv, take_in
from linli.core.places.tests.town import by_operator

GOOD = an_id(date(1954, 5, 6), serial=12)


def looks(person):
    return [entry.action.rpartition("_")[2] for entry in book_of(person, looks_only=True)]


@pytest.fixture
def house(resident, dwelling):
    """Two staircases; somebody moved from the first to the second in June."""
    one, other = dwelling(), dwelling(entrance="2单元")
    stays = resident("王秀英", home=one)
    moved = resident("李建国", home=one)
    for tie in Tie.objects.filter(community=one.community_id, person=moved):
        by_operator(actions.move_out, tie, until=date(2026, 6, 1))
    by_operator(actions.move_in, moved, dwelling=other, kind="tenant", since=date(2026, 6, 1))
    return stays, moved, one


def test_whoever_lived_there_on_the_day_that_was_looked_at_reads_of_it(house, worker):
    stays, moved, home = house
    note_look(home.parent, worker, on=ON, at=AT)
    assert (looks(stays), looks(moved)) == (["stairs"], [])
    note_look(home.parent, worker, on=date(2026, 3, 1), at=AT)
    assert (looks(stays), looks(moved)) == (["stairs"] * 2, ["stairs"])
    note_look(home, worker, on=ON, at=AT)
    note_look(home.parent.parent, worker, on=ON, at=AT)
    assert (looks(stays), looks(moved)) == (["stairs", "home", "stairs", "stairs"], ["stairs"] * 2)
    assert Entry.objects.filter(action__startswith="people.look_at").count() == 4


def test_leafing_to_and_fro_on_one_day_is_one_look(house, worker, director):
    stays, _moved, home = house
    for _time in range(3):
        note_look(home, worker, on=ON, at=AT)
    assert looks(stays) == ["home"]
    note_look(home, director, on=ON, at=AT)
    note_look(home, worker, on=ON, at=AT + timedelta(days=1))
    assert looks(stays) == ["home"] * 3


def test_a_look_at_the_row_that_turned_out_to_be_me_was_a_look_at_me(
    house, worker, resident, dwelling
):
    stays, _moved, _home = house
    double = resident("王秀瑛", home=dwelling("2号楼"))
    note_look(dwelling("2号楼"), worker, on=ON, at=AT)
    by_operator(actions.merge_persons, stays, absorbed=double)
    assert looks(stays) == ["home"]


def test_an_import_is_one_entry_and_each_whom_it_touched_reads_of_it(
    community, registrar, resident, dwelling
):
    known = resident("王秀英", id_number=GOOD, home=dwelling(door="202"))
    aside = resident("赵六", home=dwelling("2号楼"))
    head = ("姓名", "身份证号", "住址")
    batch = take_in(community, as_csv(head, ("王秀瑛", GOOD, "1-1-101"), ("钱七", "", "1-1-102")),
                    registrar)  # fmt: skip
    came = Entry.objects.filter(action="people.commit_roster")
    assert came.count() == 1
    assert came.get() in book_of(known)
    assert came.get() not in book_of(aside)
    assert looks(known) == []
    run(datetime(2027, 2, 1, 1, 1, tzinfo=UTC))  # what was replaced is gone, that it was is not
    assert came.get() in book_of(person_called(community, GOOD))
    assert batch.counts["changed"] == 1
