"""Rights help, help after release, veterans, children's files, a household without work: as the
person, the post and the law would notice."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from linli.core.access.actions import appoint
from linli.core.access.models import Holding
from linli.core.audit.actor import the_operator
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.clocks.models import Clock
from linli.lib.calendar import corresponding_day
from linli.lib.law import Refused
from linli.service.casework import due, papers
from linli.service.casework.actions import (
    agree,
    children,
    corrections,
    end_case,
    refer,
    rights,
    visits,
    withdraw,
)
from linli.service.casework.kinds import kind_called
from linli.service.casework.models import (
    Case,
    CaseVisit,
    ChildFile,
    RightsRoute,
)
from linli.service.casework.queries import cases as queries
from linli.service.casework.queries.rights import letter_of
from linli.service.casework.queries.visits import own_files
from linli.service.casework.tests.conftest import NOON

pytestmark = pytest.mark.django_db

TODAY = NOON.date()
ASKED = {"question": "工资三个月没发", "happened": "去年底起没发，老板说再等等", "papers": "合同"}
LETTER = {
    "title": "关于拖欠工资的投诉",
    "to": "区劳动监察",
    "facts": "三个月没发",
    "request": "补发",
}


def refused(call, rule):
    with pytest.raises(Refused) as refusal, transaction.atomic():
        call()
    assert refusal.value.finding.rule == rule


@pytest.fixture
def post(house):
    """Two colleagues in the veterans' post, or another."""

    def put(name, *keys):
        for key in keys:
            appoint(
                house.community,
                account=house.account(key),
                post=name,
                since=TODAY - timedelta(days=90),
                by=the_operator(),
                at=NOON,
            )

    return put


def as_worker(house):
    return {"by": house.actor("worker"), "at": NOON}


def consent(house, case, by="worker"):
    return agree(
        case, words="同意帮我找工作", how="paper", by_whom="本人", given_on=TODAY,
        by=house.actor(by), at=NOON,
    )  # fmt: skip


def due_days(case):
    rows = Clock.objects.filter(community=case.community, owner=case.pk, settled_at__isnull=True)
    return {
        row.name.split()[0]: (row.due_at - timedelta(seconds=1)).astimezone().date() for row in rows
    }


def test_each_way_runs_to_its_last_day_with_a_reminder_before(house):
    case = house.open("rights")
    house.write(case, "asked", ASKED)
    since = TODAY - timedelta(days=30)
    given = as_worker(house)
    row = rights.note_route(case, route="labour", since=since, next_step="带合同", **given)
    assert row.last_day >= corresponding_day(since, 12)
    clocks = due_days(case)
    assert clocks["route"] == row.last_day
    assert clocks["soon"] == row.last_day - timedelta(days=14)
    refused(
        lambda: rights.note_route(case, route="labour", since=since, **given), "casework.route_once"
    )
    tomorrow = TODAY + timedelta(days=1)
    refused(
        lambda: rights.note_route(case, route="court", since=tomorrow, **given),
        "casework.route_since",
    )
    refused(
        lambda: rights.ask_route_again(case, row=row, on=tomorrow, **given),
        "casework.route_taken_first",
    )
    row = rights.take_route(case, row=row, to="区仲裁委", on=TODAY, **given)
    assert row.answer_by >= TODAY + timedelta(days=5)
    assert due_days(case).keys() & {"soon", "route", "answer"} == {"answer"}
    rights.ask_route_again(case, row=row, on=TODAY + timedelta(days=9), **given)
    assert due_days(case)["answer"] == TODAY + timedelta(days=9)
    stale = RightsRoute.objects.get(community=house.community, pk=row.pk)
    rights.end_route(case, row=row, outcome="answered", answer="受理了", **given)
    refused(
        lambda: rights.ask_route_again(case, row=stale, on=tomorrow, **given), "casework.route_open"
    )
    assert not due_days(case).keys() & {"soon", "route", "answer"}
    refused(lambda: rights.end_route(case, row=row, outcome="answered", **given),
            "casework.route_open")  # fmt: skip
    assert Entry.objects.filter(action__startswith="casework").count() == 0


def test_a_referral_stands_beside_its_way_with_route_and_deadline(house):
    case = house.open("rights")
    given = as_worker(house)
    yes = agree(
        case, words="同意转给法律援助", how="paper", by_whom="本人", given_on=TODAY, **given
    )
    sent = [("情况", "拖欠工资")]
    passed = refer(case, to="法律援助站", purpose="请律师帮忙", sent=sent, agreement=yes, **given)
    row = rights.note_route(case, route="legal_aid", since=TODAY, **given)
    assert row.last_day is None
    row = rights.take_route(case, row=row, to="法律援助站", on=TODAY, referral=passed, **given)
    assert row.referral_id == passed.pk
    assert row.answer_by >= TODAY + timedelta(days=7)
    with pytest.raises(IntegrityError), transaction.atomic():
        RightsRoute.objects.filter(community=house.community, pk=row.pk).update(taken_on=None)


@pytest.mark.parametrize(
    ("route", "months"),
    [("labour", 12), ("consumer", 36), ("court", 36), ("administrative_court", 6)],
)
def test_a_day_before_any_row_is_counted_by_what_holds_today(house, route, months):
    case = house.open("rights")
    house.write(case, "asked", ASKED)
    given, long_ago = as_worker(house), date(2007, 3, 6)
    row = rights.note_route(case, route=route, since=long_ago, **given)
    assert row.last_day >= corresponding_day(long_ago, months)
    row = rights.take_route(case, row=row, to="交到了那里", on=long_ago, **given)
    assert (row.answer_by is None) is (not row.declared.answered_within)


def test_after_reconsideration_there_are_fifteen_days(house):
    case = house.open("rights")
    house.write(case, "asked", ASKED)
    since = date(2026, 3, 2)
    row = rights.note_route(
        case, route="court_after_reconsideration", since=since, **as_worker(house)
    )
    assert row.last_day == date(2026, 3, 17)


def test_the_letter_is_in_her_name_and_waits_for_her_hand(house):
    from docx import Document

    case = house.open("rights")
    house.write(case, "asked", ASKED)
    with pytest.raises(Http404):
        letter_of(case)
    house.write(case, "letter", LETTER)
    later = NOON + timedelta(minutes=5)
    house.write(case, "letter", LETTER | {"request": "一周内补发"}, at=later)
    letter = papers.letter_from(case, letter_of(case).values)
    assert (letter.who, letter.request) == (house.person.name, "一周内补发")
    text = "\n".join(
        each.text for each in Document(BytesIO(papers.letter_word(letter, NOON))).paragraphs
    )
    assert house.person.name in text
    assert "签名" in text
    assert "区劳动监察：" in text


def test_help_after_release_is_by_her_wish_by_initials_to_a_last_day(house):
    for more, rule in (
        ({"called": "张伟", "person": None}, "casework.corrections_initials"),
        ({"called": "ZW"}, "casework.corrections_tied_to_nobody"),
    ):
        refused(lambda more=more: house.open("resettlement", **more), rule)
    case = house.open("resettlement", called="ZW", person=None)
    given = as_worker(house)

    def begin(ends_on=TODAY + timedelta(days=100)):
        corrections.begin_corrections(
            case, initials="ZW", begins_on=TODAY, ends_on=ends_on,
            needs=["work", "registration"], plan="问落户要什么", **given,
        )  # fmt: skip

    refused(begin, "casework.help_by_own_wish")
    yes = consent(house, case)
    refused(lambda: begin(corresponding_day(TODAY, 36) + timedelta(days=1)),
            "casework.help_not_longer")  # fmt: skip
    begin()
    corrections.note_help(case, on=TODAY, words="一起去了户籍窗口", **given)
    withdraw(case, agreement=yes, **given)
    refused(
        lambda: corrections.note_help(case, on=TODAY, words="再去一次", **given),
        "casework.help_by_own_wish",
    )
    due.run(NOON + timedelta(days=101))
    case.refresh_from_db()
    assert (case.state, case.ending) == (Case.CLOSED, "over")
    due.run(NOON + timedelta(days=101 + 90))
    assert not Case.objects.filter(community=house.community).exists()


def test_nothing_of_supervision_can_be_written_about_who_was_released():
    kind = kind_called("resettlement")
    assert kind.forms == ()
    assert not kind.told_to_person
    assert kind.overrides == ()


def test_only_the_post_and_only_while_it_is_held_finds_a_veterans_file(house, post):
    refused(lambda: house.open("veteran"), "casework.opened_by_post")
    post("veterans", "worker")
    refused(lambda: house.open("veteran"), "casework.fit_handler")
    post("veterans", "colleague")
    case = house.open("veteran")
    worker = house.actor("worker")
    assert queries.case_for(worker, house.community, case.pk) == case
    with pytest.raises(Http404):
        queries.case_for(house.actor("director"), house.community, case.pk)
    held = Holding.objects.filter(post="veterans", account=house.account("worker"))
    held.update(until=TODAY - timedelta(days=1))
    with pytest.raises(Http404):
        queries.case_for(house.actor("worker"), house.community, case.pk)
    assert queries.case_for(house.actor("colleague"), house.community, case.pk) == case
    # Both have given up the post, and are workers still: the post's keeper may give it new hands.
    Holding.objects.filter(post="veterans").update(until=TODAY - timedelta(days=1))
    post("veterans", "third", "director")
    left = queries.orphans_for(house.actor("third"), house.community, NOON)
    assert [row.pk for row in left] == [case.pk]
    assert queries.orphans_for(house.actor("worker"), house.community, NOON) == []


def test_a_visit_is_agreed_on_and_a_no_is_respected(house, post):
    post("veterans", "worker", "colleague")
    case = house.open("veteran")
    given = as_worker(house)
    soon = TODAY + timedelta(days=3)

    def plan(on=soon, occasion="spring", **more):
        return visits.plan_case_visit(case, occasion=occasion, on=on, **more, **given)

    refused(lambda: plan(occasion="check"), "casework.visit_occasion")
    refused(lambda: plan(TODAY - timedelta(days=1)), "casework.visit_not_past")
    visit = plan()
    assert due_days(case)["call"] == soon
    refused(plan, "casework.visit_one_planned")
    refused(
        lambda: visits.enter_case_visit(case, visit=visit, outcome="done", **given),
        "casework.visit_has_come",
    )
    stale = CaseVisit.objects.get(community=house.community, pk=visit.pk)
    stale.case = case
    visits.enter_case_visit(case, visit=visit, outcome="no_more", **given)
    refused(
        lambda: visits.enter_case_visit(case, visit=stale, outcome="off", **given),
        "casework.visit_entered_once",
    )
    assert "call" not in due_days(case)
    refused(plan, "casework.visit_welcome")
    files = own_files(house.actor("worker"), house.community, case.declared, NOON)
    assert [(file.no_more, file.planned, file.last) for file in files] == [(True, None, None)]
    visit = plan(TODAY, asked_again=True)
    later = {"by": house.actor("worker"), "at": NOON + timedelta(minutes=5)}
    visits.enter_case_visit(case, visit=visit, outcome="done", words="膝盖疼", **later)
    files = own_files(house.actor("worker"), house.community, case.declared, NOON)
    assert [(file.no_more, file.last) for file in files] == [(False, TODAY)]
    assert own_files(house.actor("third"), house.community, case.declared, NOON) == []
    told = set(ClosedEntry.objects.filter(about=house.person.pk).values_list("action", flat=True))
    assert "casework.enter_case_visit" in told


def test_a_deed_leaves_the_file_only_as_the_veteran_agreed(house, post):
    post("veterans", "worker", "colleague")
    case = house.open("veteran")
    given = as_worker(house)
    told = {"to": "公告栏", "purpose": "登一篇事迹", "sent": [("事迹", "抗洪")]}
    refused(lambda: refer(case, override="life", why="好事", **told, **given),
            "casework.on_a_ground")  # fmt: skip
    yes = agree(case, words="同意公开这段话", how="paper", by_whom="本人", given_on=TODAY, **given)
    assert refer(case, agreement=yes, **told, **given).agreement_id == yes.pk


def test_a_childs_file_says_which_kind_and_counts_to_the_next_look(house, post):
    post("child_protection", "worker", "colleague")
    case = house.open("child", called="小雨", person=None)
    given = as_worker(house)
    children.begin_child_file(case, suspected_harm=False, under_fourteen=False, **given)
    file = case.child_file
    say = {"file": file, "rhythm": "monthly"}
    refused(
        lambda: children.describe_child(case, category="left_behind", **say, **given),
        "casework.child_entrusted_named",
    )
    refused(
        lambda: children.describe_child(case, category="in_difficulty", **say, **given),
        "casework.child_difficulty_named",
    )
    refused(
        lambda: children.note_school_answer(case, file=file, answer="好", **given),
        "casework.child_school_asked",
    )
    children.describe_child(
        case, category="left_behind", entrusted="奶奶", difficulties=["family_poor"], **say, **given
    )
    assert due_days(case)["child_look"] == corresponding_day(TODAY, 1)
    stale = ChildFile.objects.get(community=house.community, case=case)
    stale.case, stale.category = case, "in_difficulty"
    children.ask_school(case, file=stale, school="一小", words="减免", **given)
    children.note_school_answer(case, file=file, answer="给了助学金", **given)
    visit = visits.plan_case_visit(case, occasion="check", on=TODAY, **given)
    later = {"by": house.actor("worker"), "at": NOON + timedelta(days=2)}
    visits.enter_case_visit(case, visit=visit, outcome="done", words="很好", **later)
    assert due_days(case)["child_look"] == corresponding_day(TODAY + timedelta(days=2), 1)
    # Which sort of file it is, and when somebody was there, shows only while another handler has
    # let this one read it.
    files = own_files(house.actor("worker"), house.community, case.declared, NOON)
    assert [(file.open, file.category, file.last) for file in files] == [(False, "", None)]
    kept = ChildFile.objects.get(community=house.community, case=case)
    kept.case = case
    assert (kept.category, kept.aid_answer) == ("left_behind", "给了助学金")
    for stranger in ("third", "director", "supervisor"):
        assert own_files(house.actor(stranger), house.community, case.declared, NOON) == []


def test_a_household_without_work_is_helped_on_its_own_consent(house):
    case = house.open("zero_employment")
    given = as_worker(house)
    refused(lambda: end_case(case, ending="employed", **given), "casework.evaluated_first")
    house.write(case, "household", {"who": "夫妻两人", "wish": "都行"})
    house.write(case, "offered", {"what": "opening", "name": "小区保洁", "on": TODAY})
    refused(lambda: end_case(case, ending="employed", **given), "casework.consented")
    consent(house, case)
    ended = end_case(case, ending="employed", **given)
    assert ended.destroy_on == TODAY + timedelta(days=365)


def test_the_database_keeps_a_visit_whole(house, post):
    post("veterans", "worker", "colleague")
    case = house.open("veteran")
    row = {"community": house.community, "case": case, "occasion": "other", "planned_on": TODAY}
    for wrong in ({"state": "done"}, {"state": "gone", "entered_at": NOON},
                  {"state": "planned", "entered_at": NOON}):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            CaseVisit(**row, **wrong).save(force_insert=True)
