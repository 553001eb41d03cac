"""What plans, tasks, surveys and their results must be; without a database."""

import tomllib
from datetime import date
from fractions import Fraction
from importlib import resources

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.numbers import FLOOR
from linli.stewardship.planning import rules
from linli.stewardship.planning.queries.reports import rows_behind
from linli.stewardship.planning.sources import NeedRef

DAY = date(2027, 6, 10)


@pytest.mark.parametrize(
    ("state", "due_on", "done_on", "on", "outcome"),
    [
        ("planned", DAY, None, DAY, "planned"),
        ("doing", DAY, None, DAY, "doing"),
        ("doing", DAY, None, date(2027, 6, 11), "late"),
        ("done", DAY, DAY, DAY, "done"),
        ("done", date(2027, 7, 1), date(2027, 6, 11), date(2027, 6, 30), "done_late"),
        ("done", DAY, date(2027, 6, 9), date(2027, 6, 8), "doing"),
        ("done", DAY, date(2027, 6, 20), date(2027, 6, 15), "late"),
        ("dropped", DAY, None, date(2027, 7, 1), "dropped"),
        ("carried", DAY, None, date(2027, 7, 1), "carried"),
    ],
)
def test_a_task_is_judged_by_the_day_residents_approved(state, due_on, done_on, on, outcome):
    found = rules.outcome_of(state, planned_on=DAY, due_on=due_on, done_on=done_on, on=on)
    assert found == outcome


def test_the_counts_of_a_plan_add_up():
    found = rules.count_outcomes(
        [("done", False), ("done_late", True), ("late", False), ("doing", True), ("dropped", False)]
    )
    assert (found.total, found.finished, found.open, found.moved) == (5, 2, 2, 2)


@pytest.mark.parametrize(
    ("years", "holds"), [((2027, 2028), False), ((2027, 2029), True), ((2027, 2031), True),
                         ((2027, 2032), False)],
)  # fmt: skip
def test_a_development_plan_is_for_three_to_five_years(years, holds):
    assert rules.development_span(*years).holds is holds


def test_only_residents_approve_the_plan_of_their_committee():
    assert rules.approved_by_residents("representatives_meeting")
    assert rules.approved_by_residents("assembly")
    assert not rules.approved_by_residents("committee")


def test_what_goes_before_the_meeting_names_its_needs():
    assert rules.ready_to_settle(2, 0)
    assert not rules.ready_to_settle(2, 1)
    assert not rules.ready_to_settle(0, 0)


QUESTIONS = (
    {"key": "1", "kind": "one", "options": ["0", "1", "2"]},
    {"key": "2", "kind": "several", "options": ["0", "1"]},
    {"key": "3", "kind": "words", "options": []},
)


@pytest.mark.parametrize(
    ("answers", "fits"),
    [
        ({"1": ["2"], "2": ["0", "1"], "3": "多种树"}, True),
        ({"1": ["2"]}, True),
        ({}, False),
        ({"1": []}, False),
        ({"1": ["0", "1"]}, False),
        ({"1": ["7"]}, False),
        ({"2": ["0", "0"]}, False),
        ({"9": ["0"]}, False),
        ({"3": "多" * 401}, False),
        ({"3": ["0"]}, False),
    ],
)
def test_an_answer_answers_what_is_asked(answers, fits):
    assert bool(rules.answers_fit(QUESTIONS, answers)) is fits


def test_nine_answers_are_hidden_and_ten_are_not():
    assert rules.show_counts(9, [9, 0], FLOOR, one=True).answered is None
    shown = rules.show_counts(30, [15, 15], FLOOR, one=True)
    assert shown.counts == (15, 15)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=2, max_size=6))
def test_no_small_count_can_be_had_back_from_a_question_with_one_choice(counts):
    answered = sum(counts)
    shown = rules.show_counts(answered, counts, FLOOR, one=True)
    assert not any(n is not None and 0 < n < FLOOR for n in shown.counts)
    if shown.answered is not None and None in shown.counts:
        hidden = [n for n, told in zip(counts, shown.counts, strict=True) if told is None]
        assert len(hidden) >= 2 or sum(hidden) >= FLOOR


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.lists(st.floats(0, 1), min_size=2, max_size=5))
def test_where_several_may_be_chosen_nobody_is_known_by_what_all_others_chose(answered, parts):
    counts = [int(answered * part) for part in parts]
    shown = rules.show_counts(answered, counts, FLOOR, one=False)
    for n in shown.counts:
        assert n is None or not 0 < n < FLOOR
        assert n is None or not 0 < answered - n < FLOOR


def test_a_result_of_one_in_twenty_is_thin_and_one_more_is_not():
    assert not rules.enough_answers(50, 1000, Fraction(1, 20))
    assert rules.enough_answers(51, 1000, Fraction(1, 20))


def test_a_need_is_pointed_at_and_read_back():
    ref = NeedRef("survey", "abc:2")
    assert NeedRef.read(ref.text) == ref
    assert NeedRef.read("above") == NeedRef("above", "")


def test_the_rows_behind_a_figure_are_those_it_counts():
    class Row:
        def __init__(self, standard, outcome, moved=False):
            self.standard, self.outcome, self.moved = standard, outcome, moved

    class Told:
        rows = (Row("S1", "done"), Row("S1", "late", True), Row("", "done_late"))

    assert len(rows_behind(Told, "S1-")) == 2
    assert len(rows_behind(Told, "-finished")) == 2
    assert len(rows_behind(Told, "none-done_late")) == 1
    assert len(rows_behind(Told, "-moved")) == 1


def test_the_duties_parse_and_name_acts_of_this_room():
    from linli.core.audit.door import ACTIONS
    from linli.stewardship.planning import actions  # noqa: F401

    file = resources.files("linli.stewardship.planning").joinpath("duties.toml")
    duties = tomllib.loads(file.read_text("utf-8"))["duty"]
    assert len({duty["key"] for duty in duties}) == len(duties) == 4
    assert all(act in ACTIONS for duty in duties for act in duty["kept_by"])
