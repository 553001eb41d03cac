"""What an archive must ask, at its boundaries; without a database."""

import tomllib
from datetime import date
from importlib import resources

import pytest
from hypothesis import given, settings, strategies as st

from linli.governance.archive.filing_plan import shipped
from linli.governance.archive.rules import appraising, copies, filing, lending


def test_the_papers_of_a_year_are_filed_by_30_june_and_that_day_is_in_time():
    last = filing.last_day_to_file(2025, 6, 30)
    assert last == date(2026, 6, 30)
    assert filing.filed_in_time(date(2026, 6, 30), last)
    late = filing.filed_in_time(date(2026, 7, 1), last)
    assert not late
    assert "community_archives.2" in late.cites


def test_a_year_is_filed_when_it_is_over_and_not_on_its_last_day():
    assert not filing.year_is_over(2025, date(2025, 12, 31))
    assert filing.year_is_over(2025, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("year", "years", "until"),
    [(2025, 10, date(2036, 1, 1)), (2025, 30, date(2056, 1, 1)), (2025, None, None)],
)
def test_a_term_runs_from_the_january_after_its_year(year, years, until):
    assert filing.kept_until(year, years) == until


def test_nothing_is_past_its_term_a_day_early_and_what_is_kept_for_ever_never_is():
    until = date(2036, 1, 1)
    assert not filing.past_term(until, date(2035, 12, 31))
    assert filing.past_term(until, date(2036, 1, 1))
    assert not filing.past_term(None, date(2999, 1, 1))


def test_a_place_keeps_longer_and_closer_never_shorter_or_wider():
    assert filing.term_no_shorter("permanent", "long")
    assert filing.term_no_shorter("long", "long")
    assert not filing.term_no_shorter("short", "long")
    assert filing.no_more_open("confidential", "institution")
    assert not filing.no_more_open("open", "institution")


@pytest.mark.parametrize("typed", ["WS·2025·D30-0007", "ws 2025 d30 7", "WS-2025-D30-0007"])
def test_a_number_is_found_however_it_is_typed(typed):
    assert filing.number_of("WS", 2025, "long", 7) == "WS·2025·D30-0007"
    assert filing.read_number(typed) == ("WS", 2025, "long", 7)


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_no_words_are_taken_for_a_number_by_accident(text):
    found = filing.read_number(text)
    assert found is None or (found[2] in filing.TERMS and found[1] >= 0)


def test_words_of_a_title_are_no_number():
    assert filing.read_number("消防检查 2025 年 10") is None


def test_an_item_is_a_file_or_a_place_on_a_shelf():
    assert filing.has_papers(1, "")
    assert filing.has_papers(0, "二号柜")
    assert not filing.has_papers(0, "  ")


def test_what_is_confidential_lent_paperless_or_gone_is_not_lent():
    fine = {"kept": True, "access": "institution", "lent": False, "shelf": "二号柜"}
    assert lending.may_be_lent(**fine)
    for changed in ({"kept": False}, {"access": "confidential"}, {"lent": True}, {"shelf": " "}):
        assert not lending.may_be_lent(**{**fine, **changed})


def test_an_original_comes_back_within_thirty_days_the_last_included():
    lent = date(2026, 3, 1)
    assert lending.back_in_time(lent, date(2026, 3, 31), days=30)
    assert not lending.back_in_time(lent, date(2026, 4, 1), days=30)
    assert not lending.back_in_time(lent, lent, days=30)


@pytest.mark.parametrize(
    ("capacities", "holds"),
    [
        (["director", "representative"], True),
        (["representative", "representative"], True),
        (["representative"], False),
        (["director", "worker", "supervisor"], False),
        ([], False),
    ],
)
def test_a_group_is_two_or_more_with_a_residents_representative(capacities, holds):
    assert bool(appraising.group_complete(capacities, 2)) is holds


def test_every_line_is_judged_and_what_is_kept_longer_says_why_and_how_long():
    assert appraising.all_judged(3, 3)
    assert not appraising.all_judged(2, 3)
    assert not appraising.all_judged(0, 0)
    assert appraising.judged_with_reason("destroy", "", "")
    assert appraising.judged_with_reason("extend", "仍有用", "short")
    assert not appraising.judged_with_reason("extend", " ", "short")
    assert not appraising.judged_with_reason("extend", "仍有用", "")


def test_two_different_people_watch_one_of_them_for_the_residents():
    assert appraising.watched(["worker", "supervisor"], 2)
    assert appraising.watched(["representative", "worker"], 2)
    assert not appraising.watched(["worker", "director"], 2)
    assert not appraising.watched(["representative"], 1)
    assert not appraising.watched(["representative", "supervisor"], 1)  # one name twice


def test_nobody_approves_what_they_wrote_and_nothing_that_is_barred_is_destroyed():
    assert not appraising.not_in_own_cause("a", "a")
    assert not appraising.not_in_own_cause(None, "a")
    assert appraising.not_in_own_cause("b", "a")
    assert not appraising.not_held(("loan",))
    assert appraising.not_held(())


def test_an_extension_ends_later_than_the_term_did():
    until = date(2036, 1, 1)
    assert appraising.longer(until, date(2047, 1, 1))
    assert appraising.longer(until, None)
    assert not appraising.longer(until, until)


def test_a_group_meets_between_the_list_and_today():
    opened, today = date(2036, 1, 5), date(2036, 1, 20)
    assert appraising.held_on_in_the_group(opened, opened, today)
    assert not appraising.held_on_in_the_group(date(2036, 1, 4), opened, today)
    assert not appraising.held_on_in_the_group(date(2036, 1, 21), opened, today)


def test_copies_are_of_what_is_open_and_there_five_at_a_time_for_thirty_days():
    assert copies.open_to_all("open", kept=True)
    assert not copies.open_to_all("institution", kept=True)
    assert not copies.open_to_all("open", kept=False)
    assert copies.not_too_many(4, 5)
    assert not copies.not_too_many(5, 5)
    given_on = date(2026, 3, 1)
    assert copies.still_open(given_on, date(2026, 3, 31), days=30)
    assert not copies.still_open(given_on, date(2026, 4, 1), days=30)


def test_the_plan_has_a_class_for_every_line_and_marks_what_nobody_has_checked():
    plan = shipped()
    parts = {part.key for part in plan.parts}
    keys = [line.key for line in plan.lines]
    assert {line.part for line in plan.lines} <= parts
    assert len(keys) == len(set(keys))
    assert {part.category for part in plan.parts} == {"WS", "KJ", "KU"}
    assert all(line.to_verify for line in plan.lines)
    terms = {line.key: line.term for line in plan.lines}
    assert (terms["annual_accounts"], terms["vouchers"]) == ("permanent", "long")


def test_the_duties_name_30_june_and_the_list_of_january():
    folder = resources.files("linli.governance.archive")
    duties = tomllib.loads(folder.joinpath("duties.toml").read_text("utf-8"))["duty"]
    due = {duty["key"]: duty["due"] for duty in duties}
    assert due["archive.file_last_year"] == {"month": 6, "day": 30}
    assert due["archive.january_list"] == {"month": 1, "day": 31}
