"""What the law asks of disclosure, without a database."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from linli.governance.oversight import rules, words
from linli.governance.oversight.lines import shipped_lines
from linli.governance.oversight.postings.disclosure import BY_HAND
from linli.lib.law import cite
from linli.mechanisms.publication.disclosed import sources

HERE = Path(__file__).resolve().parents[2]
SOME_DAY = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("every", "on", "since", "until", "due"),
    [
        ("month", date(2026, 3, 1), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 10)),
        ("month", date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31), date(2026, 1, 10)),
        ("quarter", date(2026, 10, 1), date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 10)),
        ("quarter", date(2026, 12, 31), date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 10)),
        ("half_year", date(2026, 7, 1), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 10)),
        ("year", date(2026, 1, 1), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 10)),
    ],
)
def test_a_period_is_disclosed_by_its_day_of_the_month_after(every, on, since, until, due):
    period = rules.period_ended(every, on)
    assert (period.since, period.until) == (since, until)
    assert rules.due_day(period, 10) == due


def test_a_day_the_month_does_not_have_is_its_last():
    period = rules.Period(date(2026, 1, 1), date(2026, 1, 31))
    assert rules.due_day(period, 31) == date(2026, 2, 28)


@given(on=SOME_DAY, every=st.sampled_from(sorted(rules.disclosure.MONTHS)))
@settings(max_examples=60, deadline=None)
def test_a_period_is_over_before_it_is_asked_for_and_the_next_begins_at_once(on, every):
    ended, now = rules.period_ended(every, on), rules.period_now(every, on)
    assert ended.until < on
    assert now.since == ended.until + timedelta(days=1) <= on <= now.until
    assert rules.due_day(ended, 10) > ended.until


def test_what_follows_no_calendar_has_no_period():
    assert rules.period_ended("event", date(2026, 3, 1)) is None


def test_the_last_day_is_still_in_time_and_the_day_after_is_a_day_late():
    due = date(2026, 10, 10)
    assert rules.on_time(due, date(2026, 10, 10), date(2026, 12, 1))
    late = rules.on_time(due, None, date(2026, 10, 11))
    assert not late
    assert late.numbers["days"] == 1
    assert rules.on_time(None, None, date(2026, 10, 11))


def test_more_often_is_allowed_and_less_often_is_not():
    assert rules.often_enough("month", "quarter")
    assert rules.often_enough("quarter", "quarter")
    assert not rules.often_enough("half_year", "quarter")
    assert not rules.often_enough("event", "quarter")


def test_whoever_prepared_an_item_does_not_check_it():
    assert rules.checked_by_another("a", "b")
    assert not rules.checked_by_another("a", "a")
    assert not rules.checked_by_another(None, "b")


def test_a_row_is_left_out_only_with_a_reason():
    assert rules.left_out_openly(["1", "2"], {"1": "含个人信息"})
    assert not rules.left_out_openly(["1", "2"], {"1": "  "})
    assert not rules.left_out_openly(["1"], {"9": "没有这一行"})


def test_nothing_is_said_in_so_many_words():
    assert rules.something_said(3, nothing=False)
    assert rules.something_said(0, nothing=True)
    assert not rules.something_said(0, nothing=False)
    assert not rules.something_said(3, nothing=True)


def test_what_the_law_asks_for_is_not_dropped():
    assert not rules.may_drop(statutory=True, due_on=date(2026, 1, 10))
    assert rules.may_drop(statutory=True, due_on=None)
    assert rules.may_drop(statutory=False, due_on=date(2026, 1, 10))


def test_fifteen_days_are_long_enough_and_fourteen_are_not():
    assert rules.shown_long_enough(15, 15)
    assert not rules.shown_long_enough(14, 15)


def test_rows_that_changed_have_another_fingerprint():
    was = [("k", {"title": "公约", "on": date(2026, 1, 2)})]
    assert rules.digest_of(was) == rules.digest_of(
        [("k", {"on": date(2026, 1, 2), "title": "公约"})]
    )
    assert rules.digest_of(was) != rules.digest_of([("k", {"title": "公约"})])
    assert rules.digest_of(was) != rules.digest_of([])


def test_each_line_of_the_accounts_has_one_side_and_a_voucher():
    good = {"what": "x", "income": 100, "voucher": "记-1"}
    assert rules.one_side_each([good])
    for wrong in ({**good, "outgo": 5}, {**good, "income": 0}, {**good, "voucher": " "}):
        found = rules.one_side_each([good, wrong])
        assert not found
        assert found.numbers["line"] == 2


@given(
    st.lists(st.tuples(st.booleans(), st.integers(1, 10**9)), max_size=12), st.integers(0, 10**9)
)
@settings(max_examples=60, deadline=None)
def test_what_is_left_is_what_there_was_and_came_in_less_what_went_out(lines, opening):
    rows = [{"income" if comes_in else "outgo": fen} for comes_in, fen in lines]
    sums = rules.sums_of_accounts(rows, opening)
    assert sums["left"] == sums["opening"] + sums["income"] - sums["outgo"]
    assert bool(rules.not_overspent(sums["left"])) == (sums["left"] >= 0)


def test_an_item_begins_with_what_the_one_before_left():
    assert rules.carried_over(500, 500)
    assert rules.carried_over(500, None)
    assert not rules.carried_over(499, 500)


def test_no_gift_is_used_for_more_than_it_was_nor_without_saying_for_what():
    gift = {"received": 100_000, "used": 100_000, "used_for": "买轮椅", "voucher": "捐-1"}
    assert rules.used_within([gift])
    for wrong in ({**gift, "used": 100_001}, {**gift, "used_for": ""}, {**gift, "voucher": ""}):
        assert not rules.used_within([wrong])
    assert rules.with_what_is_left([{**gift, "used": 30_000}])[0]["left"] == 70_000
    assert rules.sums_of_donations([gift, {"received": 5}])["left"] == 5


def test_the_catalogue_has_every_category_of_the_law_and_a_way_to_fill_each_line():
    lines = shipped_lines()
    assert {line.category for line in lines.values()} == {
        name for name, _title in words.CATEGORIES if name != "local"
    }
    for line in lines.values():
        assert line.kind in BY_HAND, line.key
        assert line.preparer in words.PREPARERS
        assert line.checker in words.CHECKERS
        assert line.title_en
        assert line.holds_en
        assert line.source_en
        assert [cite(key) for key in line.cites]
        assert rules.often_enough(line.every, line.slowest), line.key


def test_every_source_speaks_for_a_line_of_the_catalogue():
    assert set(sources()) <= set(shipped_lines())
    assert {"decisions", "elections", "government_work", "matters"} <= set(sources())
    for source in sources().values():
        assert source.template.minimum_days == 15
        assert source.template.cites[0] == "rcl2025.34"
