"""Two at once, for real: on a SQLite file and on PostgreSQL one of them wins, and the other is
told what happened; nobody is doubled."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from linli.core.clocks.tests.together import shared_database, together
from linli.core.people import actions
from linli.core.people.actions import taking_in
from linli.core.people.actions.taking_in import read_batch, take_in_blocks
from linli.core.people.models import (
    Batch,
    Change,
    Declaration,
    Household,
    Merge,
    NotSamePerson,
    Person,
    Tie,
)
from linli.core.people.queries import persons_in
from linli.core.people.roster.preview import Options
from linli.core.people.tests.checks import again
from linli.core.people.tests.conftest import AT, ON, an_id, as_themself
from linli.core.people.tests.rosters import as_csv, read
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db(transaction=True)

HEAD = ("姓名", "身份证号", "住址", "与户主关系")
FILE = as_csv(
    HEAD,
    ("王秀英", an_id(date(1954, 5, 6), serial=12), "1-1-101", "户主"),
    ("李建国", "", "1-1-101", "配偶"),
    ("赵一", "", "1-1-102", "户主"),
    ("钱二", "", "2-1-101", "户主"),
    ("孙三", "", "2-1-102", ""),
)


def refusals(results):
    unexpected = [each for each in results if isinstance(each, Exception) and not
                  isinstance(each, Refused)]  # fmt: skip
    assert not unexpected, unexpected
    return [each.finding.rule for each in results if isinstance(each, Refused)]


@pytest.fixture
def pair(resident, dwelling):
    return resident("王秀英", home=dwelling()), resident("王秀瑛", home=dwelling("2号楼"))


def test_of_two_who_decide_on_one_pair_one_is_told(community, registrar, director, pair, tmp_path):
    one, other = pair
    with shared_database(tmp_path):
        rows = [again(row) for row in (one, other, one, other)]
        results = together(
            [
                lambda: actions.merge_persons(rows[0], absorbed=rows[1], by=registrar, at=AT),
                lambda: actions.mark_not_same(rows[2], other=rows[3], by=director, at=AT),
            ]
        )
        merged = Merge.objects.filter(community=community).count()
        apart = NotSamePerson.objects.filter(community=community).count()
    told = refusals(results)
    assert merged + apart == 1
    assert told == (["people.pair_undecided"] if merged else ["people.not_known_apart"])


def test_two_who_merge_one_pair_both_ways_leave_one_person(
    community, registrar, director, pair, tmp_path
):
    one, other = pair
    with shared_database(tmp_path):
        rows = [again(row) for row in (one, other, one, other)]
        results = together(
            [
                lambda: actions.merge_persons(rows[0], absorbed=rows[1], by=registrar, at=AT),
                lambda: actions.merge_persons(rows[3], absorbed=rows[2], by=director, at=AT),
            ]
        )
        left = list(persons_in(community))
        ties = Tie.objects.filter(community=community, person=left[0]).count()
    assert refusals(results) == ["people.pair_undecided"]
    assert (len(left), ties) == (1, 1)  # one usual residence; the other row keeps its own


def test_a_merge_is_taken_back_once(community, registrar, director, pair, tmp_path):
    one, other = pair
    merge = actions.merge_persons(one, absorbed=other, by=registrar, at=AT)
    with shared_database(tmp_path):
        rows = [
            Merge.objects.select_related("kept", "absorbed").get(community=community, pk=merge.pk)
            for _who in range(2)
        ]
        results = together(
            [
                lambda: actions.undo_merge(rows[0], by=registrar, at=AT),
                lambda: actions.undo_merge(rows[1], by=director, at=AT),
            ]
        )
        count = persons_in(community).count()
    assert refusals(results) == ["people.merge_stands"]
    assert count == 2


def test_two_who_tell_of_one_move_are_heard_once(community, worker, pair, dwelling, tmp_path):
    one, _other = pair
    given = {"kind": "moved_out", "on": ON - timedelta(days=3), "at": AT}
    with shared_database(tmp_path):
        rows = [again(one), again(one)]
        results = together(
            [
                lambda: actions.declare(rows[0], about=rows[0], by=as_themself(rows[0]), **given),
                lambda: actions.declare(community, about=rows[1], by=worker, **given),
            ]
        )
        told = Declaration.objects.filter(community=community).count()
    assert refusals(results) == ["people.not_declared_yet"]
    assert told == 1


def test_of_two_who_decide_on_what_was_told_one_wins(community, worker, director, pair, tmp_path):
    one, _other = pair
    declaration = actions.declare(
        community, kind="moved_out", about=one, on=ON - timedelta(days=3), by=worker, at=AT
    )
    with shared_database(tmp_path):
        rows = [
            Declaration.objects.select_related("about", "community").get(
                community=community, pk=declaration.pk
            )
            for _who in range(2)
        ]
        results = together(
            [
                lambda: actions.confirm_declaration(rows[0], paper="退租协议", by=worker, at=AT),
                lambda: actions.refuse_declaration(rows[1], reason="还住着", by=director, at=AT),
            ]
        )
        kept = Declaration.objects.get(community=community, pk=declaration.pk)
        left = Tie.objects.filter(community=community, person=one, until__isnull=False).count()
    assert refusals(results) == ["people.declaration_open"]
    assert left == (kept.outcome == "confirmed")


def test_the_same_file_brought_twice_at_once_makes_each_person_once(
    community, registrar, director, tmp_path
):
    def brought(by):
        preview = read(community, FILE)
        batch = actions.keep_preview(community, by=by, at=AT, preview=preview, options=Options())
        return lambda: actions.commit_roster(batch, by=by, at=AT)

    with shared_database(tmp_path):
        results = together([brought(registrar), brought(director)])
        names = sorted(persons_in(community).values_list("name", flat=True))
        homes = Household.objects.filter(community=community).count()
    assert refusals(results) in ([], ["people.one_roster_at_a_time"])
    assert names == sorted(["王秀英", "李建国", "赵一", "钱二", "孙三"])
    assert homes == 4


def test_two_workers_who_write_one_file_double_nothing(community, registrar, tmp_path, monkeypatch):
    monkeypatch.setattr(taking_in, "BLOCK", 1)
    preview = read(community, FILE)
    with shared_database(tmp_path):
        batch = actions.keep_preview(
            community, by=registrar, at=AT, preview=preview, options=Options()
        )
        actions.begin_roster(batch, by=registrar, at=AT)
        rows = [
            Batch.objects.select_related("community").get(community=community, pk=batch.pk)
            for _worker in range(2)
        ]
        results = together(
            [
                lambda row=row: take_in_blocks(
                    row, read_batch(row, ON), by=registrar, now=timezone.now
                )
                for row in rows
            ]
        )
        people = Person.objects.filter(community=community).count()
        changes = Change.objects.filter(community=community).count()
        homes = Household.objects.filter(community=community).count()
        kept = Batch.objects.get(community=community, pk=batch.pk)
    assert set(refusals(results)) <= {"people.batch_under_way"}
    assert (people, changes, homes, kept.state) == (5, 5, 4, Batch.COMMITTED)
    assert kept.counts["new"] == 5
