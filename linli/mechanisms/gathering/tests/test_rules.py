"""Notice days and votes, at their edges; without a database."""

from datetime import date

import pytest

from linli.mechanisms.gathering.rules import days_of_notice, lies_ahead, signed_by_two, votes_add_up


def test_the_day_of_the_notice_is_not_counted():
    assert days_of_notice(date(2026, 3, 1), date(2026, 3, 11)) == 10
    assert days_of_notice(date(2026, 3, 1), date(2026, 3, 1)) == 0


def test_notice_is_not_given_after_the_meeting():
    assert lies_ahead(date(2026, 3, 1), date(2026, 3, 1))
    assert not lies_ahead(date(2026, 3, 2), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("votes", "voting", "fits"),
    [((3, 1, 1), 5, True), ((3, 2, 1), 5, False), ((0, 0, 0), 0, True), ((-1, 3, 0), 5, False)],
)
def test_no_more_votes_than_people_with_a_vote(votes, voting, fits):
    assert votes_add_up(*votes, voting).holds is fits


def test_minutes_are_signed_by_two_people():
    assert not signed_by_two(None, "甲")
    assert not signed_by_two("甲", "甲")
    assert signed_by_two("甲", "乙")
