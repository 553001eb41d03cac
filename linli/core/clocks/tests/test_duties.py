"""What comes round: on the list in its time, kept by a record or a word, changed with a reason."""

from datetime import date, timedelta

import pytest

from linli.core.audit.actor import the_clock
from linli.core.audit.models import Entry
from linli.core.clocks import actions, due
from linli.core.clocks.duties.declared import DUTIES, take_in
from linli.core.clocks.duties.reading import read_duties
from linli.core.clocks.models import Clock, DutyChange, Turn
from linli.core.clocks.queries import work_calendar, workday
from linli.core.clocks.queries.due import hands_of
from linli.core.clocks.tests.cast import an_act, at, make_community
from linli.core.clocks.tests.together import shared_database, together
from linli.core.places.models import CommunityProfile
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

KEPT = """
[[duty]]
key = "tests.review"
title = "季度检查"
title_en = "Quarterly review"
every = "quarter"
due = { day = 20 }
kind = "statutory"
post = "director"
status = "verified"
cites = ["rcl2025.34"]
kept_by = ["tests.publish"]
"""


@pytest.fixture
def served(community):
    CommunityProfile.objects.create(
        community=community, since=date(2025, 1, 1), households=1000, types=[]
    )
    return community


@pytest.fixture
def review():
    take_in(read_duties(KEPT, origin="tests"), "tests")
    yield "tests.review"
    del DUTIES["tests.review"]


@pytest.fixture
def publish(review):
    with an_act("tests.publish", "clocks.see", lambda act, place: None) as door:
        yield door


def _run(year, month, day, hour=8):
    return due.run(at(month, day, hour, year=year))


def _open(community):
    clocks = Clock.objects.filter(
        community=community, owner_kind="clocks.Turn", settled_at__isnull=True
    )
    # Of a duty with two turns the nearer one.
    return {clock.rule: clock for clock in clocks.order_by("-due_at")}


def test_nothing_past_is_due_on_the_first_day_and_running_twice_changes_nothing(served):
    made = _run(2026, 11, 28)["made"]
    assert made > 20
    assert _run(2026, 11, 28, 9)["made"] == 0
    assert not Clock.objects.filter(community=served, due_at__lte=at(11, 28)).exists()
    there = _open(served)
    assert there["cn.month_books"].last_day == date(2026, 12, 5)
    assert there["oversight.yearly_appraisal"].last_day == date(2026, 12, 31)
    assert "archive.file_last_year" not in there, "June's is over and next June's is far"
    assert "cn.half_year_meeting" not in there, "the assemblies' own clock runs for it"
    assert "cn.dec_constitution" not in there, "an occasion cannot be missed"


def test_few_turns_are_open_at_any_time_however_long_nothing_is_done(served):
    day = date(2026, 1, 4)
    while day < date(2026, 7, 3):
        _run(day.year, day.month, day.day)
        day += timedelta(days=9)
    open_now = Clock.objects.filter(
        community=served, owner_kind="clocks.Turn", settled_at__isnull=True
    )
    per_duty = [clock.rule for clock in open_now]
    assert max(map(per_duty.count, per_duty)) <= 3  # late, present, next
    assert all(
        clock.last_day > day - timedelta(days=70)
        for clock in open_now
        if clock.rule.startswith("cn.month")
    )


def test_yesterdays_daily_duty_is_not_made_up_for_and_is_no_message(served):
    _run(2026, 11, 26)
    assert _open(served)["cn.day_start"].last_day == date(2026, 11, 26)
    _run(2026, 11, 27)
    assert _open(served)["cn.day_start"].last_day == date(2026, 11, 27)
    missed = Turn.objects.get(community=served, key="cn.day_start", opens=date(2026, 11, 26))
    assert Clock.objects.get(community=served, owner=missed.pk).state == "missed"
    assert not Entry.objects.filter(action="clocks.miss").exists()


def test_a_free_day_has_no_daily_duty_and_what_breaks_on_it_is_for_the_day_before(served, director):
    _run(2026, 1, 4)
    _run(2026, 2, 13)  # the last working day before the Spring Festival
    hands = hands_of(director, served.pk)
    day = workday(served.pk, at(2, 14, 9), work_calendar(served.pk), hands=hands)
    assert "cn.week_drafts" not in {clock.rule for clock in day.today.clocks}
    _run(2026, 2, 16)
    assert "cn.day_start" not in _open(served)
    friday = workday(served.pk, at(10, 30, 9), work_calendar(served.pk), hands=hands)
    assert all(clock.last_day <= date(2026, 11, 1) for clock in friday.today.clocks)


def test_a_duty_is_kept_by_the_act_in_the_book_and_never_by_a_tick(served, director, publish):
    _run(2026, 11, 2)
    clock = _open(served)["tests.review"]
    with pytest.raises(Refused) as refused:
        actions.say_done(clock, note="做了", by=director, at=at(11, 3))
    assert refused.value.finding.rule == "clocks.told_by_word"
    publish(served, by=director, at=at(11, 5))
    assert due.run(at(11, 5, 11))["kept"] == 1
    assert due.run(at(11, 5, 12))["kept"] == 0
    turn = Turn.objects.get(community=served, key="tests.review", opens=date(2026, 10, 1))
    assert turn.kept == "record"
    assert Clock.objects.get(community=served, owner=turn.pk).state == "met"


def test_what_was_done_before_the_duty_came_on_the_list_counts(served, director, publish):
    publish(served, by=director, at=at(10, 20))
    _run(2026, 11, 2)
    assert "tests.review" not in _open(served)
    turn = Turn.objects.get(community=served, key="tests.review", opens=date(2026, 10, 1))
    assert turn.entry is not None


def test_where_no_record_can_tell_somebody_says_so_with_a_note_and_may_take_it_back(
    served, director, worker
):
    _run(2026, 11, 2)
    books = _open(served)["cn.month_books"]
    with pytest.raises(Refused) as refused:
        actions.say_done(books, note=" ", by=director, at=at(11, 4))
    assert refused.value.finding.rule == "clocks.told_enough"
    with pytest.raises(Refused):
        actions.say_done(books, note="做了", by=worker, at=at(11, 4))
    turn = actions.say_done(books, note="四日对完账", by=director, at=at(11, 4))
    assert (turn.kept, turn.note) == ("word", "四日对完账")
    assert "cn.month_books" not in {
        key for key, clock in _open(served).items() if clock.last_day < date(2026, 12, 1)
    }
    books.refresh_from_db()
    actions.take_back_done(books, by=director, at=at(11, 4, 12))
    books.refresh_from_db()
    assert books.state == "running"


def test_a_usual_duty_is_switched_off_with_a_reason_and_on_again(served, director, worker):
    _run(2026, 11, 2)
    off = {"key": "cn.week_patrol", "by": director, "at": at(11, 2)}
    for reason in ("", "  "):
        with pytest.raises(Refused):
            actions.switch_off_duty(served, reason=reason, **off)
    actions.switch_off_duty(served, reason="由网格员每天巡查", **off)
    assert "cn.week_patrol" not in _open(served)
    actions.switch_on_duty(served, reason="网格员调走了", **off)
    assert _open(served)["cn.week_patrol"].last_day == date(2026, 11, 4)
    with pytest.raises(Refused) as refused:
        actions.switch_off_duty(served, key="cn.week_patrol", reason="x", by=worker, at=at(11, 2))
    assert refused.value.finding.rule == "access.permitted"


def test_a_duty_the_law_asks_cannot_be_switched_off_nor_moved_later(served, director):
    given = {"key": "archive.file_last_year", "by": director, "at": at(11, 2), "reason": "忙"}
    with pytest.raises(Refused) as refused:
        actions.switch_off_duty(served, **given)
    assert refused.value.finding.cites == ("rcl2025.39", "community_archives.2")
    with pytest.raises(Refused) as later:
        actions.move_duty(served, month=7, day=1, **given)
    assert later.value.finding.rule == "clocks.may_move"
    actions.move_duty(served, month=6, day=1, **given)
    assert DutyChange.objects.get(community=served, key="archive.file_last_year").day == 1


def test_a_moved_day_moves_the_open_clock_and_an_own_duty_comes_round(served, director):
    _run(2026, 11, 2)
    actions.move_duty(
        served, key="cn.month_books", day=9, reason="银行九号才出单", by=director, at=at(11, 2)
    )
    moved = Turn.objects.get(community=served, key="cn.month_books", opens=date(2026, 11, 1))
    assert moved.due_on == date(2026, 11, 9)
    assert Clock.objects.get(community=served, owner=moved.pk).last_day == date(2026, 11, 9)
    row = actions.add_duty(
        served,
        title="清洗水箱",
        every="month",
        day=15,
        post="worker",
        reason="居民要求",
        by=director,
        at=at(11, 2),
    )
    assert _open(served)[row.key].last_day == date(2026, 11, 15)
    with pytest.raises(Refused):
        actions.add_duty(
            served, title="x", every="day", post="worker", reason="", by=director, at=at(11, 2)
        )


def test_what_is_declared_anew_comes_on_the_list_the_same_day(served):
    _run(2026, 11, 2)
    assert "tests.review" not in _open(served)
    take_in(read_duties(KEPT, origin="tests"), "tests")
    try:
        assert due.run(at(11, 2, 10))["made"] == 1
        assert "tests.review" in _open(served)
    finally:
        del DUTIES["tests.review"]
    due.run(at(11, 2, 11))
    assert "tests.review" not in _open(served)


def test_time_alone_makes_turns(served, director):
    with pytest.raises(Refused):
        actions.make_turns(served, by=director, at=at(11, 2))
    assert actions.make_turns(served, by=the_clock(), at=at(11, 2)) > 10


@pytest.mark.django_db(transaction=True)
def test_three_processes_at_once_make_each_turn_once(tmp_path):
    community = make_community("110101001009", "同时社区")
    CommunityProfile.objects.create(
        community=community, since=date(2025, 1, 1), households=1000, types=[]
    )
    with shared_database(tmp_path):
        results = together([lambda: due.run(at(11, 2))] * 3)
        assert not [each for each in results if isinstance(each, Exception)]
        made = Turn.objects.filter(community=community).count()
        assert made == sum(each["made"] for each in results) > 10
