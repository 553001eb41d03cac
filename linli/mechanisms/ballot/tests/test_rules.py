"""One paper judged, patterns counted, two entries compared, papers that balance; no database."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from linli.mechanisms.ballot.rules import counting
from linli.mechanisms.ballot.rules.casting import shown_participation
from linli.mechanisms.ballot.rules.counting import StationCounts, balance, entries_agree, merge
from linli.mechanisms.ballot.rules.papers import (
    Asked,
    UnknownMark,
    canonical,
    judge,
    pattern_key,
    read,
)
from linli.mechanisms.ballot.rules.roll import RollLine, digest
from linli.mechanisms.ballot.rules.tally import join, tally

DIRECTOR = Asked(1, "approve", seats=1, write_ins=1, options=(1, 2))
MEMBERS = Asked(2, "choose", seats=3, options=(1, 2, 3, 4))
MOTION = Asked(3, "motion")
PAPER = (DIRECTOR, MEMBERS, MOTION)


def test_too_many_marks_void_that_column_only():
    pattern = {
        "1": {"marks": {"1": "for", "2": "for"}},
        "2": {"marks": {"1": "for", "2": "for", "3": "for"}},
    }
    judged = judge(PAPER, pattern)
    assert (judged.void, dict(judged.questions)) == ("", {1: "void", 2: "valid", 3: "blank"})
    assert judge(PAPER, pattern, over_marked="paper").void == "too_many"


def test_a_name_written_in_counts_as_one_marked():
    one = {"1": {"marks": {"1": "for"}, "written": ["王芳"]}}
    assert judge(PAPER, one).questions[1] == "void"
    assert judge(PAPER, {"1": {"written": ["王芳"]}}).questions[1] == "valid"
    against = {"1": {"marks": {"1": "against", "2": "against"}, "written": ["王芳"]}}
    assert judge(PAPER, against).questions[1] == "valid"


def test_exactly_as_many_as_seats_is_not_too_many():
    marks = {str(option): "for" for option in (1, 2, 3)}
    assert judge(PAPER, {"2": {"marks": marks}}).questions[2] == "valid"
    assert judge(PAPER, {"2": {"marks": {**marks, "4": "for"}}}).questions[2] == "void"


def test_what_cannot_be_read_is_counted_for_nobody():
    counted = tally(PAPER, [({"1": {"marks": {"1": "unclear", "2": "for"}}}, 5)])
    question = counted.questions[1]
    assert (question.valid, question.options[1].unclear, question.options[2].for_) == (5, 5, 5)


def test_a_paper_void_as_a_whole_stays_in_the_number_of_papers():
    counted = tally(PAPER, [({"void": "unreadable"}, 2), ({"3": {"marks": {"0": "for"}}}, 3)])
    assert (counted.papers, counted.void, counted.valid) == (5, 2, 3)
    assert counted.questions[3].valid == 3


@pytest.mark.parametrize(
    "pattern",
    [
        {"4": {"marks": {"1": "for"}}},
        {"1": {"marks": {"3": "for"}}},
        {"2": {"marks": {"1": "against"}}},
        {"1": {"marks": {"1": "✓"}}},
        {"1": {"written": ["甲", "乙"]}},
        {"1": {"written": [""]}},
        {"1": {"written": ["长" * 41]}},
        {"1": {"written": "王芳"}},
        {"1": ["for"]},
        {"void": ""},
        {"void": "unreadable", "1": {}},
        "for",
        7,
    ],
)
def test_unknown_marks_are_never_counted(pattern):
    with pytest.raises(UnknownMark):
        read(PAPER, pattern)


@pytest.mark.parametrize(
    ("number", "error"), [(-1, ValueError), (1.0, TypeError), (True, TypeError)]
)
def test_papers_are_counted_in_whole_numbers_from_nought(number, error):
    with pytest.raises(error):
        tally(PAPER, [({}, number)])


def test_papers_marked_alike_have_one_key_however_they_were_written():
    one = canonical(PAPER, {"1": {"marks": {"2": "for", "1": "against"}, "written": ["王 芳"]}})
    other = canonical(
        PAPER, {"2": {}, "1": {"written": ["王芳"], "marks": {"1": "against", "2": "for"}}}
    )
    assert pattern_key(one) == pattern_key(other)
    assert pattern_key(one) != pattern_key(canonical(PAPER, {}))


_MARK = st.sampled_from(["for", "against", "abstain", "unclear"])
_PATTERNS = st.one_of(
    st.just({"void": "unreadable"}),
    st.fixed_dictionaries(
        {},
        optional={
            "1": st.fixed_dictionaries(
                {"marks": st.dictionaries(st.sampled_from("12"), _MARK)},
                optional={"written": st.lists(st.sampled_from(["王芳", "李娜"]), max_size=1)},
            ),
            "2": st.fixed_dictionaries(
                {"marks": st.dictionaries(st.sampled_from("1234"), st.just("for"))}
            ),
            "3": st.fixed_dictionaries({"marks": st.dictionaries(st.just("0"), _MARK)}),
        },
    ),
)
_BOX = st.lists(st.tuples(_PATTERNS, st.integers(0, 10**6)), max_size=12)


# How long it takes to think of a box says nothing, on a machine that does other things as well.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_BOX, st.sampled_from(["column", "paper"]))
def test_no_paper_is_lost_and_none_is_doubled(box, over_marked):
    counted = tally(PAPER, box, over_marked=over_marked)
    assert counted.papers == sum(number for _pattern, number in box)
    for question in counted.questions.values():
        assert question.valid + question.void + question.blank == counted.valid
        for option in question.options.values():
            said = option.for_ + option.against + option.abstain + option.unclear
            assert said + option.unmarked == question.valid
            assert min(option.for_, option.unmarked) >= 0


@given(_BOX, st.randoms())
def test_the_order_of_papers_changes_nothing(box, chance):
    mixed = list(box)
    chance.shuffle(mixed)
    assert tally(PAPER, mixed) == tally(PAPER, box)


@given(_BOX, _BOX)
def test_two_boxes_counted_apart_and_joined_are_one_box(one, other):
    assert join([tally(PAPER, one), tally(PAPER, other)]) == tally(PAPER, one + other)


@given(_BOX)
def test_papers_one_by_one_are_the_patterns_with_their_numbers(box):
    few = [(pattern, number % 4) for pattern, number in box]
    singly = [(pattern, 1) for pattern, number in few for _paper in range(number)]
    assert tally(PAPER, singly) == tally(PAPER, few)


@given(_PATTERNS)
def test_the_one_form_of_a_paper_is_judged_as_the_paper(pattern):
    assert judge(PAPER, canonical(PAPER, pattern)) == judge(PAPER, pattern)
    assert canonical(PAPER, canonical(PAPER, pattern)) == canonical(PAPER, pattern)


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 9)), st.data())
def test_entries_agree_only_where_they_are_the_same(first, data):
    assert entries_agree(first, dict(first))
    if first:
        key = data.draw(st.sampled_from(sorted(first)))
        found = entries_agree(first, {**first, key: first[key] + 1})
        assert not found
        assert found.numbers["patterns"] == ((key, first[key], first[key] + 1),)
        # The same sum is not enough: one paper moved from one pattern to another is found.
        assert not entries_agree(first, {**first, key: first[key] - 1, f"{key}x": 1})


@pytest.mark.parametrize(
    ("counts", "balanced", "possible"),
    [
        (StationCounts(100, 3, 95, 2), True, True),
        (StationCounts(100, 3, 97, 0), True, True),
        (StationCounts(100, 3, 98, 0), False, True),
        (StationCounts(100, 3, 100, 0), False, True),
        (StationCounts(100, 3, 101, 0), False, False),
        (StationCounts(100, 3, 96, 0), False, True),
        (StationCounts(0, 0, 0, 0), True, True),
        (StationCounts(0, 0, 1, 0), False, False),
        (StationCounts(10, 0, None, None), False, True),
    ],
)
def test_what_was_handed_out_comes_back_to_the_paper(counts, balanced, possible):
    assert bool(balance(counts)) is balanced
    assert bool(counting.not_more_than_issued(counts)) is possible


@given(st.lists(st.tuples(*[st.integers(0, 1000)] * 3), min_size=1, max_size=6))
def test_boxes_that_balance_balance_together(boxes):
    each = [StationCounts(a + b + c, a, b, c) for a, b, c in boxes]
    assert balance(merge(each))


def test_a_box_not_yet_opened_leaves_the_sum_unknown():
    assert merge([StationCounts(5, 0, 5, 0), StationCounts(5)]).returned is None


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=4)), max_size=8), st.randoms())
def test_the_hash_of_the_roll_does_not_depend_on_the_order_of_reading(rows, chance):
    lines = [RollLine(number, *row) for number, row in enumerate(rows, 1)]
    mixed = list(lines)
    chance.shuffle(mixed)
    assert digest(mixed) == digest(lines)


def test_every_column_of_a_line_is_in_the_hash():
    line = RollLine(1, "王芳", "1号楼", 1, 8850, struck=False)
    others = [
        RollLine(2, "王芳", "1号楼", 1, 8850),
        RollLine(1, "王方", "1号楼", 1, 8850),
        RollLine(1, "王芳", "2号楼", 1, 8850),
        RollLine(1, "王芳", "1号楼", 2, 8850),
        RollLine(1, "王芳", "1号楼", 1, 8851),
        RollLine(1, "王芳", "1号楼", 1, 8850, struck=True),
    ]
    assert len({digest([each]) for each in [line, *others]}) == 7


@pytest.mark.parametrize(("cast", "shown"), [(0, None), (9, None), (10, 10), (11, 11)])
def test_participation_is_told_from_ten_on(cast, shown):
    assert shown_participation(cast) == shown
