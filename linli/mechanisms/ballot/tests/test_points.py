"""Points shared out, and approval of many: what counts, and what is told before it is cast."""

import pytest
from django.http import QueryDict

from linli.mechanisms.ballot.forms.evening import read_sheet
from linli.mechanisms.ballot.rules.papers import (
    Asked,
    UnknownMark,
    canonical,
    has_known_marks,
    judge,
    points_make_sense,
    within_points,
    within_seats,
)
from linli.mechanisms.ballot.rules.tally import join, tally

PAPER = (Asked(1, "points", options=(1, 2, 3), points=10, most=5),)
APPROVAL = (Asked(1, "choose", seats=30, options=tuple(range(1, 31))),)
UP_TO_THREE = (Asked(1, "choose", seats=3, options=tuple(range(1, 31))),)


def points(**given):
    return {"1": {"points": {key[1:]: number for key, number in given.items()}}}


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, "blank"),
        ({"o1": 0}, "blank"),
        ({"o1": 5, "o2": 5}, "valid"),
        ({"o1": 1}, "valid"),  # the rest is given away
        ({"o1": 6}, "void"),
        ({"o1": 5, "o2": 5, "o3": 1}, "void"),
    ],
)
def test_no_more_points_than_there_are_and_no_more_on_one_than_it_may_have(given, verdict):
    assert judge(PAPER, points(**given)).questions[1] == verdict
    assert bool(within_points(PAPER, points(**given))) is (verdict != "void")
    assert within_seats(PAPER, points(**given))


@pytest.mark.parametrize(
    "pattern",
    [
        points(o4=1),
        points(o1=-1),
        points(o1=10_000),
        points(o1=True),
        points(o1="3"),
        {"1": {"points": [1]}},
        {"1": {"marks": {"1": "for"}}},  # a question of points has no crosses
    ],
)
def test_what_is_no_figure_of_the_paper_is_not_read(pattern):
    assert not has_known_marks(PAPER, pattern)
    with pytest.raises(UnknownMark):
        canonical(PAPER, pattern)


def test_the_pattern_has_one_form_and_other_questions_have_no_points():
    written = canonical(PAPER, points(o3=2, o1=5, o2=0))
    assert written == {"1": {"points": {"1": 5, "3": 2}}}
    assert not has_known_marks(APPROVAL, points(o1=1))
    for form, whole, most, right in [
        ("points", 10, 5, True),
        ("points", 10, 10, True),
        ("points", 10, 11, False),
        ("points", 0, 0, False),
        ("choose", 10, 5, False),
        ("choose", 0, 0, True),
    ]:
        assert bool(points_make_sense(form, whole, most)) is right


def test_points_are_added_up_over_papers_and_stations():
    hall = [(points(o1=5, o2=3), 4), (points(o2=6), 2), ({}, 1)]
    illegible = {"1": {"points": {"3": 1}, "marks": {"1": "unclear"}}}
    counted = join([tally(PAPER, hall), tally(PAPER, [(illegible, 1)])]).questions[1]
    assert (counted.valid, counted.void, counted.blank) == (5, 2, 1)
    assert [counted.options[at].points for at in (1, 2, 3)] == [20, 12, 1]
    assert [counted.options[at].for_ for at in (1, 2, 3)] == [4, 4, 1]
    assert (counted.options[1].unclear, counted.options[3].unmarked) == (1, 4)


def test_thirty_may_be_approved_at_once_or_only_so_many():
    everything = {"1": {"marks": {str(at): "for" for at in range(1, 31)}}}
    assert judge(APPROVAL, everything).questions[1] == "valid"
    assert tally(APPROVAL, [(everything, 7)]).questions[1].options[30].for_ == 7
    assert judge(UP_TO_THREE, everything).questions[1] == "void"
    assert not within_seats(UP_TO_THREE, everything)
    three = {"1": {"marks": {"1": "for", "15": "for", "30": "for"}}}
    assert judge(UP_TO_THREE, three).questions[1] == "valid"


def test_a_teller_without_scripts_enters_the_figures_as_they_stand_on_the_paper():
    posted = "do=add&number=3&lines=[]&p-1-1=5&p-1-2=7&p-1-3=&m-1-3=unclear&p-1-4=2"
    sheet = read_sheet(PAPER, QueryDict(posted))
    written = {"1": {"points": {"1": 5, "2": 7}, "marks": {"3": "unclear"}}}
    assert (sheet.lines, sheet.wrong) == ([(written, 3)], "")
    assert judge(PAPER, written).questions[1] == "void"  # seven on one is entered, and judged
