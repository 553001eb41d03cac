"""When somebody is reminded, and what comes next: the days at their edges."""

from datetime import date, timedelta

import pytest

from linli.lib.calendar import national
from linli.lib.law import shipped
from linli.service.catalogue.reminders import rules
from linli.service.catalogue.reminders.kinds import RULES, kinds, kinds_of_guide
from linli.service.catalogue.reminders.rules import Rhythm

PERMIT = Rhythm("since", "full_year", every=12, ahead=1)
RENTAL = Rhythm("until", "new_day", before=3, ahead=1)
PENSION = Rhythm("since", "done", every=12, ahead=1)
INSURANCE = Rhythm("until", "yearly", every=12, ahead=1)
CARD = Rhythm("until", "new_day", ahead=1)


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("rhythm", "told", "opens", "due"),
    [
        # Residence permit: in the month before the full year (art. 10).
        (PERMIT, "2026-03-15", "2027-02-15", "2027-03-15"),
        (PERMIT, "2026-03-31", "2027-02-28", "2027-03-31"),  # a month before 31 March
        (PERMIT, "2027-03-31", "2028-02-29", "2028-03-31"),  # … in a leap year
        (PERMIT, "2024-02-29", "2025-01-28", "2025-02-28"),  # no 29 February in 2025
        # Renting: asked for three months before the lease ends; reminded a month before that.
        (RENTAL, "2027-05-31", "2027-01-28", "2027-02-28"),
        (RENTAL, "2028-05-31", "2028-01-29", "2028-02-29"),
        (RENTAL, "2027-11-30", "2027-07-30", "2027-08-30"),
        (PENSION, "2026-01-31", "2026-12-31", "2027-01-31"),
        (INSURANCE, "2026-12-31", "2026-11-30", "2026-12-31"),
        (CARD, "2026-03-31", "2026-02-28", "2026-03-31"),
    ],
)
def test_a_turn_opens_a_month_ahead_and_includes_its_last_day(rhythm, told, opens, due):
    found = rules.turn(rhythm, day(told))
    assert (found.opens, found.due) == (day(opens), day(due))


def test_years_that_fill_by_themselves_stand_at_the_first_that_has_not_passed():
    # Issued on 29 February: 2028 has that day again, for the years are counted from the first.
    issued = day("2024-02-29")
    on_the_day = rules.first_turn(PERMIT, issued, day("2027-02-28"))
    assert (on_the_day.number, on_the_day.due) == (2, day("2027-02-28"))
    day_after = rules.first_turn(PERMIT, issued, day("2027-03-01"))
    assert (day_after.number, day_after.due) == (3, day("2028-02-29"))
    # What counts from the day it was done does not roll by itself.
    assert rules.first_turn(PENSION, day("2024-05-01"), day("2026-01-01")).due == day("2025-05-01")


@pytest.mark.parametrize(
    ("rhythm", "told", "done_on", "new_day", "due"),
    [
        # In time, also on the last day: from the full year. Late: from the day it was done.
        (PERMIT, "2026-03-15", "2027-02-15", None, "2028-03-15"),
        (PERMIT, "2026-03-15", "2027-03-15", None, "2028-03-15"),
        (PERMIT, "2026-03-15", "2027-03-16", None, "2028-03-16"),
        (PENSION, "2026-03-15", "2026-09-01", None, "2027-09-01"),
        (INSURANCE, "2026-12-31", "2026-10-08", None, "2027-12-31"),
        (RENTAL, "2027-05-31", "2027-02-01", "2030-05-31", "2030-02-28"),
        (RENTAL, "2027-05-31", "2027-02-01", None, None),
        (Rhythm("until", "once", ahead=1), "2027-05-31", "2027-06-01", None, None),
    ],
)
def test_what_comes_round_sets_itself_anew(rhythm, told, done_on, new_day, due):
    at = rules.turn(rhythm, day(told))
    found = rules.turn_after(rhythm, at, day(done_on), day(new_day) if new_day else None)
    assert (found.due if found else None) == (day(due) if due else None)


def test_where_nobody_said_anything_a_year_passes_and_what_is_single_ends():
    at = rules.turn(PENSION, day("2026-03-15"))
    assert rules.turn_unsaid(PENSION, at).due == day("2028-03-15")
    assert rules.turn_unsaid(CARD, rules.turn(CARD, day("2026-03-31"))) is None


@pytest.mark.parametrize(
    ("due", "go"),
    [
        ("2026-11-27", "2026-11-27"),  # a Friday
        ("2026-11-29", "2026-11-27"),  # a Sunday: the Friday before, and not the Monday after
        ("2026-10-07", "2026-09-30"),  # the long holiday
        ("2026-02-28", "2026-02-28"),  # a Saturday people work to make up for the holiday
    ],
)
def test_a_counter_is_gone_to_on_the_last_working_day_up_to_it(due, go):
    assert rules.go_by(day(due), national()) == day(go)


def test_a_month_has_its_first_and_last_day():
    assert rules.month_of(day("2028-02-10")) == (day("2028-02-01"), day("2028-02-29"))
    assert rules.month_of(day("2026-12-31")) == (day("2026-12-01"), day("2026-12-31"))


def test_days_that_cannot_be_are_refused_and_the_edges_are_in():
    on, one = day("2026-11-28"), timedelta(days=1)
    assert rules.may_be_told("since", on, on)
    assert not rules.may_be_told("since", on + one, on)
    assert rules.may_be_told("until", on, on)
    assert not rules.may_be_told("until", on - one, on)
    assert rules.still_to_come(PENSION, on, on)
    assert not rules.still_to_come(PENSION, on - one, on)
    assert rules.still_to_come(RENTAL, on - one, on)  # the lease still runs: ask today
    at = rules.turn(PERMIT, day("2026-03-15"))
    late = day("2027-06-01")
    assert rules.done_in_order(PERMIT, at, at.opens, late)
    assert not rules.done_in_order(PERMIT, at, at.opens - one, late)  # nobody endorses so early
    assert not rules.done_in_order(PERMIT, at, late + one, late)
    paid = rules.turn(INSURANCE, day("2026-12-31"), 1)
    assert rules.done_in_order(INSURANCE, paid, day("2027-01-01"), late)
    assert not rules.done_in_order(
        INSURANCE, paid, day("2026-12-31"), late
    )  # that was the year before
    assert not rules.told_anew(True, on, on)
    assert rules.told_anew(True, None, on)
    assert not rules.may_be_called(True, " ")
    assert rules.may_be_called(False, "")
    assert not rules.is_heard(False, False)
    assert not rules.agreed("")


def test_every_kind_says_what_to_bring_where_and_stands_on_something():
    assert {"residence_permit", "public_rental", "pension", "disability_card"} <= set(kinds())
    assert kinds_of_guide("residence_permit") == [kinds()["residence_permit"]]
    assert kinds_of_guide("") == []
    for kind in kinds().values():
        assert kind.bring, kind.key
        assert kind.goes_to, kind.key
        assert kind.if_late, kind.key
    held = shipped()
    for rule in RULES:
        assert held.unit_of(rule) == "months", rule
