from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.calendar import (
    Running,
    Unit,
    add_working_days,
    is_working_day,
    national,
    period_end,
)

MONDAY = date(2026, 11, 2)


def _due(clock):
    return clock.due_on(national())


def _left(clock, on):
    return clock.left(national(), on)


def test_three_working_days_from_monday_are_due_on_thursday():
    clock = Running(MONDAY, 3, Unit.WORKING_DAYS)
    assert _due(clock) == date(2026, 11, 5)


def test_days_left_fall_to_nought_on_the_last_day_and_below_after_it():
    clock = Running(MONDAY, 3, Unit.WORKING_DAYS)
    left = {day: _left(clock, date(2026, 11, day)) for day in (2, 3, 4, 5, 6, 7, 8, 9)}
    assert left == {2: 3, 3: 2, 4: 1, 5: 0, 6: -1, 7: -1, 8: -1, 9: -2}


def test_a_day_after_the_due_day_is_late_even_where_it_is_a_saturday():
    clock = Running(MONDAY, 4, Unit.WORKING_DAYS)
    assert _due(clock) == date(2026, 11, 6)
    assert _left(clock, date(2026, 11, 7)) == -1
    assert _left(clock, date(2026, 11, 9)) == -1


def test_a_clock_begun_on_a_saturday_counts_from_monday():
    assert _due(Running(date(2026, 11, 7), 1, Unit.WORKING_DAYS)) == date(2026, 11, 9)


def test_a_working_saturday_counts():
    assert _due(Running(date(2026, 2, 13), 1, Unit.WORKING_DAYS)) == date(2026, 2, 14)


def test_a_paused_clock_has_no_due_day_but_shows_what_is_left():
    clock = Running(MONDAY, 7, Unit.WORKING_DAYS).pause(date(2026, 11, 5))
    assert clock.paused_on(date(2026, 11, 5))
    assert not clock.paused_on(date(2026, 11, 4))
    assert _due(clock) is None
    assert _left(clock, date(2026, 11, 5)) == 5
    assert _left(clock, date(2026, 11, 30)) == 5


def test_the_day_of_pausing_does_not_count_and_the_day_of_resuming_does():
    clock = Running(MONDAY, 7, Unit.WORKING_DAYS).pause(date(2026, 11, 5))
    clock = clock.resume(date(2026, 11, 10))
    # 3 and 4 counted; 5, 6, 9 paused; 10 to 16 are the remaining five.
    assert _due(clock) == date(2026, 11, 16)
    assert _left(clock, date(2026, 11, 10)) == 4


def test_a_pause_ended_on_its_own_day_gains_nothing():
    clock = Running(MONDAY, 7, Unit.WORKING_DAYS)
    paused = clock.pause(date(2026, 11, 5)).resume(date(2026, 11, 5))
    assert _due(paused) == _due(clock)


def test_a_pause_on_the_last_day_keeps_that_day():
    clock = Running(MONDAY, 3, Unit.WORKING_DAYS).pause(date(2026, 11, 5))
    assert _due(clock) is None
    assert _left(clock, date(2026, 11, 9)) == 1
    assert _due(clock.resume(date(2026, 11, 9))) == date(2026, 11, 9)


def test_a_pause_after_the_due_day_does_not_mend_a_late_answer():
    clock = Running(MONDAY, 3, Unit.WORKING_DAYS)
    late = clock.pause(date(2026, 11, 6))
    assert _due(late) == _due(clock)
    assert _left(late, date(2026, 11, 9)) == _left(clock, date(2026, 11, 9)) == -2


def test_a_pause_across_the_spring_festival_takes_only_working_days():
    clock = Running(date(2026, 2, 12), 5, Unit.WORKING_DAYS)
    assert _due(clock) == date(2026, 2, 26)
    paused = clock.pause(date(2026, 2, 14)).resume(date(2026, 2, 24))
    assert _due(paused) == date(2026, 2, 27)


def test_sixty_days_may_be_prolonged_by_thirty():
    clock = Running(date(2026, 3, 2), 60, Unit.DAYS)
    assert _due(clock) == date(2026, 5, 6)  # 1 May, the first day of a break
    assert _due(clock.extend(30)) == date(2026, 6, 1)  # 31 May is a Sunday
    assert _due(replace(clock.extend(30), weekend_rolls=False)) == date(2026, 5, 31)
    assert clock.extend(10).extend(20).extended_by == 30


def test_a_rolled_day_is_the_last_day_and_not_late():
    clock = Running(date(2026, 9, 1), 30, Unit.DAYS)
    assert _due(clock) == date(2026, 10, 8)
    assert _left(clock, date(2026, 10, 1)) == 7  # not "today": the day it rolled to is
    assert _left(clock, date(2026, 10, 8)) == 0
    assert _left(clock, date(2026, 10, 9)) == -1


def test_a_pause_begun_between_the_last_day_and_its_roll_holds_the_clock():
    clock = Running(date(2026, 9, 1), 30, Unit.DAYS).pause(date(2026, 10, 3))
    assert _due(clock) is None
    assert _left(clock, date(2026, 10, 20)) == 0
    assert _due(clock.resume(date(2026, 10, 17))) == date(2026, 10, 19)


def test_calendar_days_paused_do_not_count():
    clock = Running(date(2026, 3, 2), 15, Unit.DAYS).pause(date(2026, 3, 5))
    assert _left(clock, date(2026, 4, 1)) == 13
    assert _due(clock.resume(date(2026, 3, 9))) == date(2026, 3, 23)  # 21 March is a Saturday


def test_a_unit_may_be_given_as_the_word_kept_in_the_database():
    clock = Running(MONDAY, 3, "working_days")
    assert clock.unit is Unit.WORKING_DAYS


@pytest.mark.parametrize(
    "fields",
    [
        {"length": 0},
        {"unit": "weeks"},
        {"extended_by": -1},
        {"pauses": ((date(2026, 11, 5), date(2026, 11, 4)),)},
        {"pauses": ((date(2026, 11, 5), None), (date(2026, 11, 9), None))},
        {
            "pauses": (
                (date(2026, 11, 3), date(2026, 11, 6)),
                (date(2026, 11, 5), date(2026, 11, 9)),
            )
        },
        {"pauses": ((date(2026, 11, 1), date(2026, 11, 4)),)},
    ],
)
def test_a_clock_that_makes_no_sense_is_refused(fields):
    with pytest.raises(ValueError):
        Running(**{"started_on": MONDAY, "length": 3, "unit": Unit.WORKING_DAYS, **fields})


def test_a_clock_is_not_paused_twice_nor_resumed_while_it_runs():
    clock = Running(MONDAY, 3, Unit.WORKING_DAYS)
    with pytest.raises(ValueError):
        clock.resume(date(2026, 11, 4))
    with pytest.raises(ValueError):
        clock.pause(date(2026, 11, 4)).pause(date(2026, 11, 5))
    with pytest.raises(ValueError):
        clock.extend(0)


starts = st.dates(date(2020, 1, 1), date(2026, 10, 1))
# A fixed day is named beforehand: it has a test of its own.
units = st.sampled_from([Unit.WORKING_DAYS, Unit.DAYS])


@st.composite
def clocks(draw):
    started = draw(starts)
    at, pauses = started, []
    for gap, long in draw(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=3)):
        at += timedelta(days=gap)
        pauses.append((at, at + timedelta(days=long)))
        at += timedelta(days=long)
    return Running(
        started, draw(st.integers(1, 25)), draw(units), tuple(pauses), draw(st.integers(0, 9))
    )


@settings(deadline=None)
@given(starts, st.integers(1, 60))
def test_a_clock_never_touched_agrees_with_the_plain_count(start, length):
    calendar = national()
    working = Running(start, length, Unit.WORKING_DAYS)
    assert working.due_on(calendar) == add_working_days(calendar, start, length)
    plain = Running(start, length, Unit.DAYS)
    end = period_end(start, days=length, weekend_rolls=True, calendar=calendar)
    assert plain.due_on(calendar) == end


@settings(deadline=None)
@given(clocks())
def test_the_due_day_is_where_the_counted_days_are_used_up(clock):
    calendar = national()
    due = clock.due_on(calendar)
    counted = 0
    for step in range(1, (due - clock.started_on).days + 1):
        day = clock.started_on + timedelta(days=step)
        working = clock.unit is Unit.DAYS or is_working_day(calendar, day)
        counted += working and not clock.paused_on(day)
    assert is_working_day(calendar, due)
    assert not clock.paused_on(due)
    assert clock.left(calendar, due) == 0
    if clock.unit is Unit.WORKING_DAYS:
        assert counted == clock.length + clock.extended_by
    else:
        assert counted >= clock.length + clock.extended_by


@settings(deadline=None)
@given(clocks(), st.integers(0, 90))
def test_what_is_left_never_grows_as_days_go_by(clock, days):
    calendar = national()
    on = clock.started_on + timedelta(days=days)
    assert clock.left(calendar, on) >= clock.left(calendar, on + timedelta(days=1))
    assert (clock.left(calendar, on) < 0) is (on > clock.due_on(calendar))


@settings(deadline=None)
@given(clocks(), st.integers(1, 10))
def test_prolonging_never_brings_the_due_day_nearer(clock, by):
    assert clock.extend(by).due_on(national()) >= clock.due_on(national())
