"""What may be asked, what answers it, and what of the answers may be shown; without a database."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.numbers import FLOOR
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.rules import Asked

ASKED = (
    Asked("1", "one", 3),
    Asked("2", "several", 2, dont_know=True),
    Asked("3", "words"),
    Asked("4", "scale", 5, dont_know=True, after="1", on=frozenset({"0"})),
    Asked("5", "one", 2, after="4", on=frozenset({"0", "1"})),
)


@pytest.mark.parametrize(
    ("answers", "fits"),
    [
        ({"1": ["2"], "2": ["0", "1"], "3": "多种树"}, True),
        ({"1": ["2"]}, True),
        ({"2": ["dk"]}, True),
        ({"2": ["dk", "0"]}, False),  # who does not know, chooses nothing else
        ({"1": ["dk"]}, False),  # where it may not be said
        ({}, False),
        ({"1": []}, False),
        ({"1": ["0", "1"]}, False),
        ({"1": ["7"]}, False),
        ({"1": [0]}, False),
        ({"2": ["0", "0"]}, False),
        ({"9": ["0"]}, False),
        ({"3": "多" * 401}, False),
        ({"3": "多" * 400}, True),
        ({"3": ["0"]}, False),
    ],
)
def test_an_answer_answers_what_is_asked(answers, fits):
    assert bool(rules.answers_fit(ASKED, answers)) is fits


@pytest.mark.parametrize(
    ("question", "well"),
    [
        (Asked("1", "one", 1), False),
        (Asked("1", "one", 2), True),
        (Asked("1", "scale", 4), False),
        (Asked("1", "scale", 5), True),
        (Asked("1", "words", 2), False),
        (Asked("1", "number", 2, edges=(0, 3000)), True),  # the last bracket is open
        (Asked("1", "number", 2, edges=(0, 3000, 6000)), True),
        (Asked("1", "number", 2, edges=(3000, 0)), False),
        (Asked("1", "number", 2, edges=(0,)), False),
        (Asked("1", "marks", 2), False),
    ],
)
def test_a_question_can_be_answered(question, well):
    assert bool(rules.well_formed([question])) is well


def test_two_questions_never_feed_one_estimate():
    twice = [Asked("1", "one", 2, item="safe"), Asked("2", "one", 2, item="safe")]
    assert rules.well_formed(twice).numbers["number"] == 1
    assert rules.well_formed([twice[0], Asked("2", "one", 2), Asked("3", "one", 2)])


@pytest.mark.parametrize(
    ("after", "on", "holds"),
    [("1", {"0"}, True), ("1", {"3"}, False), ("1", set(), False), ("2", {"0"}, False),
     ("3", {"0"}, False), ("9", {"0"}, False)],
)  # fmt: skip
def test_a_condition_looks_back_at_options_that_are_there(after, on, holds):
    asked = [Asked("1", "one", 3), Asked("2", "one", 2, after=after, on=frozenset(on)),
             Asked("3", "one", 2)]  # fmt: skip
    assert bool(rules.asked_in_order(asked)) is holds


def test_what_was_not_asked_of_somebody_does_not_count_and_a_chain_of_conditions_breaks():
    said = {"1": ["1"], "4": ["0"], "5": ["1"], "3": ""}
    assert rules.asked_only(ASKED, said) == {"1": ["1"]}
    asked = {"1": ["0"], "4": ["1"], "5": ["1"]}
    assert rules.asked_only(ASKED, asked) == asked
    assert rules.leaves(ASKED) == [["1", "2", "3"], ["4"], ["5"]]


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ({"1": ["0"], "2": ["1", "0"]}, {"2": ["0", "1"], "1": ["0"]}, []),
        ({"1": ["0"]}, {"1": ["1"]}, ["1"]),
        ({"1": ["0"]}, {}, ["1"]),
        ({"3": "多种树，谢谢"}, {"3": " 多种树 谢谢。"}, []),
        ({"3": "ＡＢ路"}, {"3": "ab路"}, []),
        ({"3": "多种树"}, {"3": "多种花"}, ["3"]),
    ],
)
def test_two_typings_agree_in_what_is_said_not_in_how_it_is_typed(first, second, differ):
    assert rules.differences(ASKED, first, second) == differ


@pytest.mark.parametrize(
    ("state", "channel", "on", "taken"),
    [
        ("open", "web", date(2027, 1, 1), True),
        ("open", "web", date(2026, 12, 31), False),
        ("open", "paper", date(2026, 12, 31), False),
        ("open", "web", date(2027, 1, 10), True),
        ("open", "web", date(2027, 1, 11), False),
        ("open", "paper", date(2027, 1, 11), True),  # paper is typed when it has come in
        ("closed", "paper", date(2027, 1, 10), False),
        ("draft", "web", date(2027, 1, 10), False),
    ],
)
def test_answers_are_taken_until_the_last_day(state, channel, on, taken):
    days = (date(2027, 1, 1), date(2027, 1, 10))
    assert bool(rules.takes_answers(state, *days, on, channel)) is taken
    if channel == "web":  # slips are printed beforehand
        printed = taken or (state == "open" and on < days[0])
        assert bool(rules.hands_out(state, *days, on)) is printed


def test_nine_answers_are_hidden_and_ten_are_not():
    assert rules.show_counts(9, [9, 0], FLOOR, one=True).answered is None
    shown = rules.show_counts(30, [15, 15], FLOOR, one=True)
    assert shown.counts == (15, 15)
    apart = rules.show_counts(45, [15, 15], FLOOR, one=True, dont_know=15)
    assert (apart.counts, apart.dont_know) == ((15, 15), 15)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=2, max_size=6), st.integers(0, 40))
def test_no_small_count_can_be_had_back_from_a_question_with_one_choice(counts, dont_know):
    answered = sum(counts) + dont_know
    shown = rules.show_counts(answered, counts, FLOOR, one=True, dont_know=dont_know)
    cells, told = [*counts, dont_know], [*shown.counts, shown.dont_know]
    assert not any(n is not None and 0 < n < FLOOR for n in told)
    if shown.answered is not None and None in told:
        hidden = [n for n, seen in zip(cells, told, strict=True) if seen is None]
        assert len(hidden) >= 2 or sum(hidden) >= FLOOR


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.lists(st.floats(0, 1), min_size=2, max_size=5), st.integers(0, 20))
def test_where_several_may_be_chosen_nobody_is_known_by_what_all_others_chose(
    opinions, parts, dont_know
):
    counts = [int(opinions * part) for part in parts]
    answered = opinions + dont_know
    shown = rules.show_counts(answered, counts, FLOOR, one=False, dont_know=dont_know)
    for n in shown.counts:
        assert n is None or not 0 < n < FLOOR
        assert n is None or not 0 < opinions - n < FLOOR
    assert shown.dont_know is None or not 0 < shown.dont_know < FLOOR
    if shown.answered is not None and shown.dont_know is None:
        assert all(n is None or answered - n >= FLOOR for n in shown.counts)


def test_a_result_of_one_in_twenty_is_thin_and_one_more_is_not():
    assert not rules.enough_answers(50, 1000, Fraction(1, 20))
    assert rules.enough_answers(51, 1000, Fraction(1, 20))
    assert not rules.enough_answers(0, 0)
