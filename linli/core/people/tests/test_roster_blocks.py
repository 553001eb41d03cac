"""A roster written in blocks: interrupted anywhere it goes on where it was, and doubles nothing."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from linli.core.people import actions
from linli.core.people.actions import taking_in
from linli.core.people.actions.taking_in import hold_batch, read_batch, take_in_blocks
from linli.core.people.due import run
from linli.core.people.models import Batch, Change, Household, NotSamePerson, Tie
from linli.core.people.queries import person_called, persons_in
from linli.core.people.roster.preview import Options, preview_roster
from linli.core.people.tests.checks import refused
from linli.core.people.tests.conftest import AT, ON, an_id
from linli.core.people.tests.rosters import as_csv

BORN = date(1954, 5, 6)
GOOD, OTHER, THIRD = (an_id(BORN, serial=n) for n in (12, 31, 33))
HEAD = ("姓名", "身份证号", "出生日期", "住址", "与住房的关系", "与户主关系", "户号")
ROWS = [
    ("赵一", "", "1960-01-01", "1-1-101", "常住", "户主", ""),
    ("赵二", "", "1961-01-01", "1-1-101", "常住", "配偶", ""),
    ("钱一", "", "1962-01-01", "1-1-101", "常住", "户主", ""),
    ("王秀瑛", GOOD, "", "1-1-202", "常住", "", "A1"),  # known, moves and is written otherwise
    ("钱二", "", "1963-01-01", "1-1-101", "常住", "子", ""),
    ("王秀英", "", "", "1-1-102", "业主", "", ""),  # resembles somebody known, and is another
    ("李建国", OTHER, "", "1-1-201", "户籍", "", "A2"),
    ("孙三", "", "1970-01-01", "9-9-9", "常住", "", ""),  # refused
    ("李建业", THIRD, "", "1-1-201", "户籍", "", "A2"),
    ("李建国", OTHER, "", "2-1-101", "业主", "", ""),  # the second row of somebody above
    ("周四", "", "1980-01-01", "2-1-102", "租户", "", ""),
]
FILE = as_csv(HEAD, *ROWS)


class Killed(BaseException):
    """What a server that is killed looks like from inside."""


@pytest.fixture
def known(resident, dwelling):
    """Those in the register before: one who will move, one whom a row resembles, one not named."""
    resident("王秀英", id_number=GOOD, home=dwelling(door="101"))
    resident("王秀英", home=dwelling(door="102"))
    resident("老陈", home=dwelling("2号楼"))


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(taking_in, "BLOCK", 2)


def begun(community, by, at=AT, content=FILE, **options):
    chosen = Options(**options)
    preview = preview_roster(community, content, "a.csv", options=chosen, on=ON)
    batch = actions.keep_preview(community, by=by, at=at, preview=preview, options=chosen)
    return actions.begin_roster(batch, by=by, at=at, decisions={7: "new"})


def go_on(batch, by, *, killed_after=None, between=lambda: None):
    """Writes on; killed after so many blocks, where that is said."""
    batch = Batch.objects.get(community=batch.community_id, pk=batch.pk)
    blocks = 0

    def told(_rows):
        nonlocal blocks
        blocks += 1
        between()
        if blocks == killed_after:
            raise Killed

    reading = read_batch(batch, ON)
    return take_in_blocks(batch, reading, by=by, now=lambda: AT + timedelta(hours=1), told=told)


def register(community):
    """Everything the import is to bring about, without ids."""
    households = {
        home.pk: (home.number, home.dwelling.name, home.ties.filter(community=community).count())
        for home in Household.objects.filter(community=community).select_related("dwelling")
    }
    ties = Tie.objects.filter(community=community).select_related("dwelling", "person")
    return (
        sorted((p.name, str(p.birth_date), bool(p.id_number)) for p in persons_in(community)),
        sorted(
            (t.person.name, t.dwelling.position, t.kind, t.since, str(t.until),
             str(households.get(t.household_id)))
            for t in ties
        ),
        sorted(households.values()),
        sorted(Change.objects.filter(community=community).values_list("kind", flat=True)),
        NotSamePerson.objects.filter(community=community).count(),
    )  # fmt: skip


@pytest.mark.parametrize("complete", [False, True])
def test_interrupted_after_any_block_it_ends_as_if_nothing_had_happened(
    community, registrar, known, complete
):
    def undone_after(work):
        with transaction.atomic():
            work()
            found = register(community)
            (batch,) = Batch.objects.filter(community=community)
            transaction.set_rollback(True)
        return found, batch.state, batch.counts

    def one_go():
        go_on(begun(community, registrar, complete=complete), registrar)

    whole = undone_after(one_go)
    assert whole[1] == Batch.COMMITTED
    assert whole[2]["refused"] == 1
    assert whole[2].get("ended", 0) == 2 * complete

    for blocks in (1, 2, 3, 4):

        def interrupted(blocks=blocks):
            batch = begun(community, registrar, complete=complete)
            with pytest.raises(Killed):
                go_on(batch, registrar, killed_after=blocks)
            half = Batch.objects.get(community=community, pk=batch.pk)
            assert (half.state, half.content != "") == (Batch.WRITING, True)
            assert 0 < half.counts["written"] < 10
            go_on(half, registrar)

        assert undone_after(interrupted) == whole


def test_what_others_change_between_blocks_is_seen_and_kept(community, registrar, known):
    batch = begun(community, registrar)
    person = person_called(community, GOOD)

    def correct():
        if person.name == "王秀英":
            actions.correct(person, by=registrar, at=AT + timedelta(minutes=3), sex="female")
            person.name = "done"

    go_on(batch, registrar, between=correct)
    found = person_called(community, GOOD)
    assert (found.name, found.sex) == ("王秀瑛", "female")


def test_a_comparison_that_is_no_longer_true_writes_nothing(community, registrar, known):
    batch = begun(community, registrar)
    preview = hold_batch(batch, read_batch(batch, ON))
    actions.correct(
        person_called(community, GOOD), by=registrar, at=AT + timedelta(minutes=1), sex="female"
    )
    given = {"by": registrar, "at": AT, "preview": preview}
    with pytest.raises(taking_in.RegisterMoved), transaction.atomic():
        actions.write_block(batch, most=9, **given)
    assert not Change.objects.filter(community=community).exists()


def test_one_roster_is_written_at_a_time(community, registrar, known):
    batch = begun(community, registrar)
    with refused("people.one_roster_at_a_time"):
        begun(community, registrar, content=FILE + b"\n")
    with refused("people.batch_open"):
        actions.begin_roster(batch, by=registrar, at=AT)
    go_on(batch, registrar)
    begun(community, registrar, content=FILE + b"\n")


def test_what_was_written_half_way_is_taken_out_again(community, registrar, known):
    before = register(community)
    batch = begun(community, registrar)
    with pytest.raises(Killed):
        go_on(batch, registrar, killed_after=3)
    assert register(community) != before
    undone = actions.undo_roster(batch, by=registrar, at=AT + timedelta(hours=2))
    assert (undone.state, undone.content) == (Batch.UNDONE, "")
    people, ties, households, changes, apart = register(community)
    assert (people, ties, households, apart) == (*before[:3], before[4])
    assert changes == ["changed"]


def test_what_nobody_goes_on_with_ends_after_a_day_as_far_as_it_came(community, registrar, known):
    batch = begun(community, registrar)
    with pytest.raises(Killed):
        go_on(batch, registrar, killed_after=2)
    run(AT + timedelta(days=1))
    batch = Batch.objects.get(community=community, pk=batch.pk)
    assert (batch.state, batch.content) == (Batch.COMMITTED, "")
    assert [batch.counts[name] for name in ("new", "changed", "left")] == [3, 1, 6]
