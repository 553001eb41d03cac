"""Every unit of a clock across the Spring Festivals and make-up weekends of 2023 to 2027.

The country announces a year's working weekends in the autumn before it. Those of 2027 were not
announced when this was written: its holidays count, and what is counted there is provisional.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.calendar import (
    DayKind,
    Running,
    Unit,
    add_working_days,
    corresponding_day,
    deadline_at,
    in_statutory_break,
    is_firm,
    is_working_day,
    local_day,
    national,
    period_end,
    working_days_between,
)

OF_DAYS = [unit for unit in Unit if unit is not Unit.HOURS]

CALENDAR = national()
FIRST, LAST = date(2023, 1, 1), date(2027, 12, 31)
DAYS = st.dates(FIRST, date(2027, 6, 30))
LENGTHS = st.integers(1, 60)
DAY = timedelta(days=1)


def test_the_years_are_announced_up_to_2026_and_2027_is_said_to_be_open():
    made_up = {
        year: sum(
            1 for on, kind in CALENDAR.days.items() if on.year == year and kind is DayKind.MAKE_UP
        )
        for year in range(2023, 2028)
    }
    assert made_up == {2023: 7, 2024: 8, 2025: 5, 2026: 6, 2027: 0}
    assert is_firm(CALENDAR, FIRST, date(2026, 12, 31))
    assert not is_firm(CALENDAR, date(2026, 12, 31), date(2027, 1, 4))


def test_known_days_around_spring_festival_are_as_the_state_council_announced():
    working = {
        date(2023, 1, 28): True,  # Saturday
        date(2024, 2, 4): True,  # Sunday
        date(2024, 2, 18): True,  # Sunday
        date(2025, 1, 26): True,  # Sunday
        date(2025, 2, 8): True,  # Saturday
        date(2026, 1, 4): True,  # Sunday
        date(2023, 1, 27): False,
        date(2024, 2, 16): False,
        date(2025, 2, 4): False,
        date(2026, 1, 2): False,
    }
    assert {on: is_working_day(CALENDAR, on) for on in working} == working


@settings(max_examples=60, deadline=None)
@given(DAYS, LENGTHS)
def test_a_limit_in_working_days_ends_on_one_and_counts_each_once(start, length):
    last = Running(start, length, Unit.WORKING_DAYS).due_on(CALENDAR)
    assert is_working_day(CALENDAR, last)
    assert working_days_between(CALENDAR, start, last) == length
    assert last == add_working_days(CALENDAR, start, length)


@settings(max_examples=60, deadline=None)
@given(DAYS, LENGTHS, st.booleans())
def test_a_limit_in_days_never_ends_in_a_break_nor_moves_further_than_out_of_it(
    start, length, weekend
):
    plain = start + length * DAY
    last = Running(start, length, Unit.DAYS, weekend_rolls=weekend).due_on(CALENDAR)
    assert not in_statutory_break(CALENDAR, last)
    assert is_working_day(CALENDAR, last) or not weekend
    if is_working_day(CALENDAR, plain) or last == plain:
        assert last == plain
    else:
        # Nobody works between the day it would have ended and the day it ends.
        assert working_days_between(CALENDAR, plain - DAY, last - DAY) == 0
    assert last == period_end(start, days=length, weekend_rolls=weekend, calendar=CALENDAR)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(1, 24), st.booleans())
def test_months_end_on_the_corresponding_day_or_after_the_break_it_lies_in(start, months, weekend):
    plain = corresponding_day(start, months)
    last = period_end(start, months=months, weekend_rolls=weekend, calendar=CALENDAR)
    assert last >= plain
    assert not in_statutory_break(CALENDAR, last)
    if is_working_day(CALENDAR, plain):
        assert last == plain


@settings(max_examples=60, deadline=None)
@given(DAYS, LENGTHS, st.integers(0, 10))
def test_a_fixed_day_stays_whatever_is_free_and_however_long_it_stood_still(start, length, stood):
    fixed = Running(start, length, Unit.FIXED)
    paused = fixed.pause(start + DAY).resume(start + DAY + stood * DAY)
    assert fixed.due_on(CALENDAR) == paused.due_on(CALENDAR) == start + length * DAY
    assert fixed.left(CALENDAR, start) == length


@settings(max_examples=60, deadline=None)
@given(DAYS, LENGTHS, st.sampled_from(OF_DAYS), st.booleans())
def test_the_last_day_has_nothing_left_and_the_day_after_is_late(start, length, unit, weekend):
    running = Running(start, length, unit, weekend_rolls=weekend)
    last = running.due_on(CALENDAR)
    assert running.left(CALENDAR, last) == 0
    assert running.left(CALENDAR, last + DAY) < 0
    # CC 203: the last day counts to its end.
    assert local_day(deadline_at(last)) == last + DAY


@settings(max_examples=60, deadline=None)
@given(DAYS, LENGTHS, st.integers(1, 20), st.sampled_from(OF_DAYS))
def test_more_time_never_ends_earlier(start, length, more, unit):
    running = Running(start, length, unit)
    assert running.extend(more).due_on(CALENDAR) >= running.due_on(CALENDAR)
    assert Running(start + DAY, length, unit).due_on(CALENDAR) >= running.due_on(CALENDAR)


@settings(max_examples=60, deadline=None)
@given(
    DAYS,
    st.integers(3, 40),
    st.integers(1, 2),
    st.integers(1, 30),
    st.sampled_from(["working_days", "days"]),
)
def test_a_pause_gives_back_every_day_it_took(start, length, after, stood, unit):
    running = Running(start, length, Unit(unit))
    paused = running.pause(start + after * DAY).resume(start + (after + stood) * DAY)
    before, later = running.due_on(CALENDAR), paused.due_on(CALENDAR)
    assert later >= before
    if unit == "working_days":
        taken = working_days_between(
            CALENDAR, start + (after - 1) * DAY, start + (after + stood - 1) * DAY
        )
        assert working_days_between(CALENDAR, before, later) == taken


def test_hours_end_on_no_day():
    running = Running(date(2026, 3, 2), 1, Unit.HOURS)
    with pytest.raises(ValueError, match="from a moment"):
        running.due_on(national())
    with pytest.raises(ValueError, match="from a moment"):
        running.left(national(), date(2026, 3, 2))
