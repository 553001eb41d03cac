"""The arithmetic of a meeting, at its edges."""

from datetime import date

import pytest

from linli.evaluation.scorecard import rules

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("hands", "present", "holds"),
    [((3, 4, 5), 12, True), ((3, 4, 6), 12, False), ((0, 0, 0), 0, True), ((-1, 0, 0), 5, False)],
)
def test_no_more_hands_than_people(hands, present, holds):
    assert bool(rules.hands_fit(*hands, present=present)) is holds


def test_an_action_is_due_after_the_meeting_and_carried_by_one():
    assert not rules.due_ahead(DAY, DAY)
    assert rules.due_ahead(date(2026, 12, 1), DAY)
    given = [(0, 0, False), (1, 0, True), (0, 1, True), (1, 1, False)]
    for posts, bodies, holds in given:
        assert bool(rules.carried_by_one(posts, bodies)) is holds


def test_done_on_the_day_is_in_time_and_the_day_after_is_not():
    assert rules.done_in_time(DAY, DAY)
    assert not rules.done_in_time(date(2026, 12, 1), DAY)
    assert not rules.done_in_time(None, DAY)


@pytest.mark.parametrize(
    ("before", "after", "direction", "went"),
    [
        ((1, 3, 1), (2, 6, 1), "higher", "same"),
        ((1, 3, 1), (34, 100, 1), "higher", "better"),
        ((1, 3, 1), (34, 100, 1), "lower", "worse"),
        ((1, 3, 1), (33, 100, 1), "lower", "better"),
        ((1, 3, 1), (2, 3, 2), "higher", ""),
        ((1, 3, 1), (2, 3, 1), "context", ""),
        (None, (2, 3, 1), "higher", ""),
    ],
)
def test_how_a_figure_went_is_exact_and_silent_where_it_cannot_be_said(
    before, after, direction, went
):
    assert rules.moved(before, after, direction) == went
