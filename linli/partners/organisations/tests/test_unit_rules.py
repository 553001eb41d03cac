"""Pledges and lists as rules, at their edges, without a database."""

from datetime import date, timedelta

import pytest

from linli.partners.organisations.rules import pledges, units

MADE, DUE = date(2026, 3, 1), date(2026, 3, 31)
DAY = timedelta(days=1)


def stands(on, **more):
    known = {"delivered_on": None, "confirmed_on": None, "given_back_on": None, **more}
    return pledges.standing(due_on=DUE, on=on, **known)


def test_the_last_day_still_counts_and_the_day_after_is_overdue():
    assert stands(DUE - DAY) == "open"
    assert stands(DUE) == "open"
    assert stands(DUE + DAY) == "overdue"


def test_what_was_done_on_the_day_is_kept_and_a_day_later_is_late_for_ever():
    assert stands(DUE + 90 * DAY, delivered_on=DUE, confirmed_on=DUE + 9 * DAY) == "kept"
    assert stands(DUE + 90 * DAY, delivered_on=DUE + DAY, confirmed_on=DUE + DAY) == "late"


def test_what_a_unit_says_of_itself_keeps_no_promise():
    assert stands(DUE, delivered_on=DUE) == "checking"


def test_a_promise_given_back_is_neither_open_nor_kept():
    assert stands(DUE - DAY, given_back_on=DUE - DAY) == "given_back"
    assert not pledges.still_open("given_back")
    assert not pledges.rateable("given_back")


@pytest.mark.parametrize(
    ("delivered", "holds"),
    [(MADE - DAY, False), (MADE, True), (DUE, True), (DUE + DAY, False)],
)
def test_it_was_done_between_the_promise_and_today(delivered, holds):
    assert pledges.delivered_between(MADE, delivered, DUE).holds is holds


def test_a_promise_for_the_day_it_is_made_is_one_and_for_the_day_before_is_none():
    assert pledges.due_after_made(MADE, MADE)
    assert not pledges.due_after_made(MADE, MADE - DAY)
    assert pledges.made_by_today(MADE, MADE)
    assert not pledges.made_by_today(MADE + DAY, MADE)


def test_ratings_and_seconders_are_told_from_the_floor_on():
    assert pledges.told_counts({"good": 7, "poor": 2}, 10) is None
    assert pledges.told_counts({"good": 7, "poor": 3}, 10) == {"good": 7, "poor": 3}
    assert units.seconded(9, 10) is None
    assert units.seconded(10, 10) == 10


def test_offers_of_the_same_kind_come_first_in_their_own_order():
    offers = [("a", "people"), ("b", "room"), ("c", "things"), ("d", "room")]
    assert units.best_first("room", offers) == ["b", "d", "a", "c"]


def test_an_agreement_that_ends_also_begins():
    assert units.agreement_ordered(None, None)
    assert units.agreement_ordered(MADE, None)
    assert units.agreement_ordered(MADE, MADE)
    assert not units.agreement_ordered(None, DUE)
    assert not units.agreement_ordered(DUE, MADE)


def test_public_words_hold_units_and_no_numbers_of_people():
    assert units.public_words("湖滨小学操场周末开放", "")
    assert not units.public_words("请打13800138000")


def test_a_meeting_without_a_unit_asked_is_no_joint_meeting():
    assert not units.asked_for_a_matter(0)
    assert units.asked_for_a_matter(1)


def test_a_need_is_met_by_one_offer_or_by_one_body_that_is_known():
    assert units.one_meets_it(offered=True, taken=False, known=True)
    assert units.one_meets_it(offered=False, taken=True, known=True)
    assert not units.one_meets_it(offered=False, taken=True, known=False)
    assert not units.one_meets_it(offered=True, taken=True, known=True)
    assert not units.one_meets_it(offered=False, taken=False, known=True)
