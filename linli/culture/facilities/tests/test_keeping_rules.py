"""Boundaries of looking after things: terms, reminders, use of rooms."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from linli.culture.facilities.rules import keeping, use
from linli.lib.calendar import SHANGHAI

DAY = date(2026, 11, 2)
ONE, TWO = UUID(int=1), UUID(int=2)


def test_who_repaired_it_does_not_look_again():
    assert keeping.another_looks_again(ONE, TWO)
    assert not keeping.another_looks_again(ONE, ONE)
    assert not keeping.another_looks_again(ONE, None)


def test_a_device_is_used_through_the_last_day_of_its_term():
    assert keeping.within_term(DAY, DAY)
    assert not keeping.within_term(DAY, DAY + timedelta(days=1))
    assert keeping.within_term(None, DAY)


def test_a_round_is_due_after_so_many_days_the_last_included():
    due = keeping.due_after(DAY, 30)
    assert due == date(2026, 12, 2)
    assert keeping.was_on_time(due, due)
    assert not keeping.was_on_time(due, due + timedelta(days=1))
    assert not keeping.all_looked_at(["螺丝", "扶手"], ["螺丝"])


@pytest.mark.parametrize(
    ("after", "told", "reminds"),
    [
        (-3, None, False), (-2, None, True), (0, None, True), (0, -2, False), (1, -2, True),
        (7, 1, False), (8, 1, True), (1, 1, False), (30, 29, False),
    ],
)  # fmt: skip
def test_a_borrower_is_reminded_before_once_late_and_then_weekly(after, told, reminds):
    on = DAY + timedelta(days=after)
    told_on = None if told is None else DAY + timedelta(days=told)
    assert keeping.reminds_on(DAY, on, told_on, before=2, every=7) is reminds


def test_a_loan_lasts_from_one_day_to_what_the_thing_allows():
    assert [bool(keeping.long_enough(days, 30)) for days in (0, 1, 30, 31)] == [
        False, True, True, False,
    ]  # fmt: skip


def moment(hour, minute=0, day=2):
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def test_hours_used_are_those_within_what_was_open_and_missed_ones_count_for_nothing():
    opened = [(moment(9), moment(17))]
    found = use.use_of(
        opened,
        [
            ("returned", moment(8), moment(10)),  # an hour before it opened
            ("booked", moment(10), moment(11)),
            ("booked", moment(10, 30), moment(11)),  # the two halves of a hall
            ("no_show", moment(13), moment(14)),
            ("cancelled", moment(14), moment(15)),
            ("refused", moment(15), moment(16)),
            ("returned", moment(9, 0, 3), moment(10, 0, 3)),  # tomorrow
        ],
        since=moment(0),
        until=moment(0, 0, 3),
    )
    assert (found.opened, found.used, found.extra) == (480, 120, 60)
    assert (found.missed, found.cancelled) == (60, 60)
    assert found.rate == Fraction(1, 4)
    assert use.Use(0, 0).rate is None


def test_room_for_a_hundred_households_is_exact():
    assert use.per_100_households(75_000, 2_500) == 30  # 750 square metres
    assert use.room_enough(75_000, 2_500, 30)
    assert not use.room_enough(74_999, 2_500, 30)
    assert not use.room_enough(75_000, 0, 30)
