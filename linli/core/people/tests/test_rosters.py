"""A roster taken into the register: who is new, changed, doubtful; and taken out again."""

from datetime import date, timedelta

import pytest

from linli.core.audit.actor import NOBODY, the_operator
from linli.core.audit.models import Entry
from linli.core.people import actions
from linli.core.people.due import run
from linli.core.people.models import Batch, Change, Consent, Household, Person, Tie
from linli.core.people.queries import (
    doubles_of,
    has_consent,
    living_at,
    person_called,
    persons_in,
    ties_of,
)
from linli.core.people.roster.preview import Options
from linli.core.people.tests.conftest import AT, ON, an_id
from linli.core.people.tests.rosters import as_csv, codes, read, take_in
from linli.lib.law import Refused

BORN = date(1954, 5, 6)
GOOD = an_id(BORN, serial=12)
OTHER = an_id(date(1980, 2, 29), serial=31)
HEAD = ("姓名", "身份证号", "地址", "与住房的关系")
FILE = as_csv(
    HEAD,
    ("王秀英", GOOD, "1-1-101", "业主、常住"),
    ("李建国", OTHER, "1-1-102", "租户"),
    ("王小明", "", "1-1-101", "常住"),
)


def counts(batch, *names):
    return [batch.counts[name] for name in names]


def test_a_file_is_taken_in_once_and_is_the_same_the_second_time(community, registrar):
    batch = take_in(community, FILE, registrar)
    assert counts(batch, "read", "new", "changed", "same", "refused") == [3, 3, 0, 0, 0]
    person = person_called(community, GOOD)
    assert {tie.kind for tie in ties_of(person)} == {"owner", "usual_resident"}
    assert all(tie.source == "import" and tie.since == ON for tie in ties_of(person))
    second = take_in(community, FILE, registrar)
    assert counts(second, "new", "changed", "same") == [0, 0, 3]
    assert persons_in(community).count() == 3
    assert Entry.objects.filter(action="people.commit_roster").count() == 2


def test_a_batch_committed_twice_does_its_work_once(community, registrar):
    batch = take_in(community, FILE, registrar)
    again = actions.commit_roster(batch, by=registrar, at=AT + timedelta(hours=1))
    assert again.counts == batch.counts
    assert again.decided_at == batch.decided_at
    assert persons_in(community).count() == 3


def test_the_preview_writes_nothing_about_anybody(community, registrar):
    preview = read(community, FILE)
    assert preview.counts()["new"] == 3
    actions.keep_preview(community, by=registrar, at=AT, preview=preview, options=Options())
    assert not persons_in(community).exists()
    assert "王秀英" not in str(Batch.objects.filter(community=community).values())


def test_a_changed_row_changes_only_what_it_says(community, registrar, dwelling):
    take_in(community, FILE, registrar)
    later = as_csv((*HEAD, "电话"), ("王秀瑛", GOOD, "1-1-202", "常住", "13812345678"))
    batch = take_in(community, later, registrar, contact="signed", at=AT + timedelta(days=1))
    assert counts(batch, "new", "changed", "same", "gone") == [0, 1, 0, 2]
    person = person_called(community, GOOD)
    assert (person.name, person.phone) == ("王秀瑛", "+8613812345678")
    assert has_consent(person, "contact")
    tomorrow = ON + timedelta(days=1)
    assert {(tie.kind, tie.dwelling.name) for tie in ties_of(person, tomorrow)} == {
        ("owner", "101"),
        ("usual_resident", "202"),
    }
    # An empty cell says nothing: those missing in the file, and what it leaves out, stay.
    assert ties_of(person_called(community, OTHER), tomorrow).exists()
    assert person.birth_date == BORN


def test_who_moves_must_move_after_they_came(community, registrar):
    take_in(community, FILE, registrar)
    early = as_csv((*HEAD, "入住日期"), ("王秀英", GOOD, "1-1-202", "常住", "2020-01-01"))
    assert codes(read(community, early)) == [(2, "moved_too_early")]


def test_a_whole_register_ends_the_ties_of_those_who_are_gone(community, registrar, dwelling):
    take_in(community, FILE, registrar)
    rest = as_csv(HEAD, ("王秀英", GOOD, "1-1-101", "业主、常住"))
    later = AT + timedelta(days=3)
    batch = take_in(community, rest, registrar, at=later, complete=True)
    assert counts(batch, "same", "gone", "ended") == [1, 2, 2]
    on = ON + timedelta(days=3)
    assert [tie.person.name for tie in living_at(dwelling(), on).filter(kind="usual_resident")] == [
        "王秀英"
    ]
    actions.undo_roster(batch, by=registrar, at=later)
    assert living_at(dwelling(), on).filter(kind="usual_resident").count() == 2


# Who is who


def test_a_number_of_somebody_of_another_name_is_refused(community, registrar):
    take_in(community, FILE, registrar)
    wrong = as_csv(HEAD, ("赵德柱", GOOD, "1-1-101", "常住"))
    assert codes(read(community, wrong)) == [(2, "id_of_another")]


def test_a_number_twice_in_a_file_is_one_person_or_a_fault(community):
    content = as_csv(
        HEAD,
        ("王秀英", GOOD, "1-1-101", "常住"),
        ("王秀英", GOOD, "1-1-202", "业主"),
        ("李建国", GOOD, "1-1-102", "常住"),
        ("王秀英", GOOD, "1-1-201", "常住"),
    )
    preview = read(community, content)
    assert codes(preview) == [(4, "id_twice"), (5, "two_homes")]
    (entry,) = preview.plan.new
    assert [(tie.kind) for tie in entry.ties] == ["usual_resident", "owner"]


@pytest.mark.parametrize(
    ("name", "born", "outcome"),
    [
        ("王秀英", "1954-05-06", "doubtful"),  # the same in everything but the number
        ("王秀瑛", "1954-05-06", "doubtful"),  # the same sound
        ("王秀芳", "1954-05-06", "doubtful"),  # one character
        ("王秀英", "", "doubtful"),
        ("王秀瑛", "", "new"),
        ("王秀英", "1954-05-07", "new"),
        ("赵德柱", "1954-05-06", "new"),
    ],
)
def test_likeness_at_one_dwelling_is_a_question_and_never_a_merge(
    community, resident, dwelling, name, born, outcome
):
    resident("王秀英", birth_date=BORN, id_number=GOOD, home=dwelling())
    content = as_csv(("姓名", "出生日期", "地址", "关系"), (name, born, "1-1-101", ""))
    # The row brings something new (another tie), so "the same" is no answer.
    content = content.replace("关系".encode(), "居住类型".encode()).replace(
        b"1-1-101,", "1-1-101,业主".encode()
    )
    preview = read(community, content)
    assert preview.plan.outcomes[2] == outcome


def test_the_same_name_and_birth_date_elsewhere_is_a_question_unless_numbers_differ(
    community, resident, dwelling
):
    resident("王秀英", birth_date=BORN, id_number=GOOD, home=dwelling())
    head = ("姓名", "出生日期", "身份证号", "地址")
    moved = read(community, as_csv(head, ("王秀英", "1954-05-06", "", "2-2-302")))
    assert moved.plan.outcomes[2] == "doubtful"
    other = an_id(BORN, serial=14)
    namesake = read(community, as_csv(head, ("王秀英", "", other, "2-2-302")))
    assert namesake.plan.outcomes[2] == "new"


def test_doubtful_rows_stay_out_until_somebody_decides(community, registrar, resident, dwelling):
    known = resident("王秀英", birth_date=BORN, home=dwelling())
    content = as_csv(HEAD, ("王秀英", GOOD, "1-1-101", "业主"))
    left_out = take_in(community, content, registrar)
    assert counts(left_out, "new", "doubtful") == [0, 1]
    assert persons_in(community).count() == 1

    joined = take_in(community, content, registrar, decisions={2: known.pk})
    assert counts(joined, "changed", "doubtful") == [1, 0]
    assert person_called(community, GOOD) == known
    assert take_in(community, content, registrar).counts["same"] == 1


def test_that_a_row_is_somebody_else_is_remembered(community, registrar, resident, dwelling):
    known = resident("王秀英", birth_date=BORN, home=dwelling())
    content = as_csv(HEAD, ("王秀英", GOOD, "1-1-101", "业主"))
    take_in(community, content, registrar, decisions={2: "new"})
    assert person_called(community, GOOD) != known
    assert doubles_of(known) == []


def test_a_decision_for_somebody_who_was_no_candidate_counts_for_nothing(
    community, registrar, resident, dwelling
):
    resident("王秀英", birth_date=BORN, home=dwelling())
    stranger = resident("赵德柱", home=dwelling("2号楼"))
    content = as_csv(HEAD, ("王秀英", GOOD, "1-1-101", "业主"))
    batch = take_in(community, content, registrar, decisions={2: stranger.pk})
    assert counts(batch, "changed", "doubtful") == [0, 1]


# Households


def test_households_follow_numbers_heads_and_dwellings(community, registrar, dwelling):
    head = ("姓名", "地址", "与住房的关系", "户号", "与户主关系")
    content = as_csv(
        head,
        ("王一", "1-1-101", "户籍", "A1", "户主"),
        ("王二", "1-1-101", "户籍", "A1", "子"),
        ("李一", "1-1-101", "户籍", "A2", "户主"),
        ("赵一", "1-1-102", "常住", "", "户主"),
        ("赵二", "1-1-102", "常住", "", "配偶"),
        ("钱一", "1-1-102", "租户", "", "户主"),
        ("孙一", "1-1-201", "业主", "", ""),
    )
    take_in(community, content, registrar)
    households = Household.objects.filter(community=community)
    assert sorted(households.values_list("number", flat=True)) == ["", "", "A1", "A2"]
    sizes = sorted(household.ties.filter(community=community).count() for household in households)
    assert sizes == [1, 1, 2, 2]
    assert not households.filter(representative__isnull=False).exists()
    assert not households.filter(dwelling=dwelling(door="201")).exists()
    elsewhere = as_csv(head, ("王三", "1-1-202", "户籍", "A1", "子"))
    assert codes(read(community, elsewhere)) == [(2, "household_elsewhere")]
    newcomer = as_csv(
        head, ("赵三", "1-1-102", "常住", "", "子"), ("周一", "1-1-101", "常住", "", "")
    )
    take_in(community, newcomer, registrar)
    assert households.count() == 4


# Taking it out again


def test_an_import_is_taken_out_whole(community, registrar, resident, dwelling):
    known = resident("王秀英", id_number=GOOD, home=dwelling(door="202"))
    content = as_csv(
        (*HEAD, "电话"),
        ("王秀瑛", GOOD, "1-1-101", "常住", "13812345678"),
        ("李建国", OTHER, "1-1-102", "常住", ""),
    )
    batch = take_in(community, content, registrar, contact="signed")
    undone = actions.undo_roster(batch, by=registrar, at=AT + timedelta(hours=1))
    assert [undone.counts[name] for name in ("removed", "restored", "kept")] == [1, 1, 0]
    known = Person.objects.get(community=community)
    assert (known.name, known.phone, known.phone_index, known.id_number) == (
        "王秀英",
        "",
        None,
        GOOD,
    )
    assert [tie.dwelling.name for tie in ties_of(known, ON)] == ["202"]
    assert not has_consent(known, "contact")
    assert not Household.objects.filter(community=community).exists()
    with pytest.raises(Refused):
        actions.undo_roster(batch, by=registrar, at=AT)


def test_who_was_changed_since_stays_as_they_are(community, registrar, resident):
    batch = take_in(community, FILE, registrar)
    corrected, consented = person_called(community, GOOD), person_called(community, OTHER)
    later = AT + timedelta(hours=1)
    actions.correct(corrected, by=registrar, at=later, name="王秀瑛")
    actions.give_consent(consented, by=registrar, at=later, purpose="contact", how="signed")
    undone = actions.undo_roster(batch, by=registrar, at=later)
    assert [undone.counts[name] for name in ("removed", "kept")] == [1, 2]
    assert {person.name for person in persons_in(community)} == {"王秀瑛", "李建国"}
    assert Tie.objects.filter(community=community, person=corrected).count() == 2


def test_a_later_import_makes_the_earlier_one_stay(community, registrar):
    first = take_in(community, FILE, registrar)
    later = as_csv((*HEAD, "电话"), ("王秀英", GOOD, "1-1-101", "常住", "13812345678"))
    take_in(community, later, registrar, contact="signed", at=AT + timedelta(hours=1))
    undone = actions.undo_roster(first, by=registrar, at=AT + timedelta(hours=2))
    assert [undone.counts[name] for name in ("removed", "kept")] == [2, 1]
    assert person_called(community, GOOD).phone == "+8613812345678"


def test_a_month_later_it_can_no_longer_be_undone(community, registrar, resident, dwelling):
    resident("王秀瑛", id_number=GOOD, home=dwelling(door="202"))
    batch = take_in(community, FILE, registrar)
    run(AT + timedelta(days=30))
    changes = Change.objects.filter(community=community)
    assert {(change.before, tuple(change.closed)) for change in changes} == {("", ())}
    assert changes.count() == 3  # whom it touched stays known, for them to read
    with pytest.raises(Refused) as refusal:
        actions.undo_roster(batch, by=registrar, at=AT + timedelta(days=30))
    assert refusal.value.finding.rule == "people.batch_undoable"


def test_a_file_nobody_decides_on_is_gone_after_a_day(community, registrar):
    preview = read(community, FILE)
    batch = actions.keep_preview(community, by=registrar, at=AT, preview=preview, options=Options())
    run(AT + timedelta(days=1))
    batch.refresh_from_db()
    assert (batch.state, batch.content) == (Batch.DROPPED, "")
    with pytest.raises(Refused) as refusal:
        actions.commit_roster(batch, by=registrar, at=AT + timedelta(days=1))
    assert refusal.value.finding.rule == "people.batch_open"


def test_who_may_not_import_imports_nothing(community, outsider):
    for actor in (NOBODY, outsider):
        with pytest.raises(Refused):
            take_in(community, FILE, actor)
    take_in(community, FILE, the_operator())
    batch = Batch.objects.get(community=community)
    with pytest.raises(Refused):
        actions.undo_roster(batch, by=outsider, at=AT)


def test_a_fault_in_the_middle_of_writing_leaves_nothing(community, registrar, monkeypatch):
    from linli.core.people.roster import writing

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(writing.Writer, "_write_consents", fail)
    with pytest.raises(OSError, match="disk full"):
        take_in(community, FILE, registrar)
    assert not persons_in(community).exists()
    assert not Consent.objects.filter(community=community).exists()
    assert Batch.objects.get(community=community).state == Batch.PREVIEWED


def test_progress_is_told_row_by_row_to_the_end(community, registrar):
    preview = read(community, FILE)
    batch = actions.keep_preview(community, by=registrar, at=AT, preview=preview, options=Options())
    told = []
    actions.commit_roster(batch, by=registrar, at=AT, advance=told.append)
    assert sum(told) == 3
