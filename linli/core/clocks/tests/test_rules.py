from datetime import date, datetime, timedelta

from hypothesis import given, strategies as st

from linli.core.clocks.rules import extendable, in_time, last_day, schedule
from linli.lib.calendar import SHANGHAI, Running, Unit, is_working_day, local_day, national

OF_DAYS = [unit for unit in Unit if unit is not Unit.HOURS]


def _at(*parts):
    return datetime(*parts, tzinfo=SHANGHAI)


def _plan(started, length, unit=Unit.WORKING_DAYS, **more):
    return schedule(Running(started, length, unit, **more), national())


def test_three_working_days_from_monday_break_when_thursday_is_over():
    plan = _plan(date(2026, 11, 2), 3)
    assert plan.due_at == _at(2026, 11, 6)
    assert last_day(plan.due_at) == date(2026, 11, 5)


def test_the_holder_is_told_on_the_morning_of_the_working_day_before():
    assert _plan(date(2026, 11, 2), 3).warn_at == _at(2026, 11, 4, 8)
    # Due on Monday, told on Friday; due after the Spring Festival, told before it.
    assert _plan(date(2026, 11, 2), 5).warn_at == _at(2026, 11, 6, 8)
    assert _plan(date(2026, 2, 10), 5).due_at == _at(2026, 2, 25)
    assert _plan(date(2026, 2, 10), 5).warn_at == _at(2026, 2, 14, 8)


def test_a_clock_of_one_day_is_told_of_on_its_last_morning_not_before_it_began():
    plan = _plan(date(2026, 11, 2), 1)
    assert plan.warn_at == _at(2026, 11, 3, 8)


def test_a_clock_that_stands_still_neither_warns_nor_breaks():
    running = Running(date(2026, 11, 2), 3, Unit.WORKING_DAYS).pause(date(2026, 11, 3))
    plan = schedule(running, national())
    assert plan.due_at is None
    assert plan.warn_at is None


def test_the_last_day_counts_with_its_whole_twenty_four_hours():
    due_at = _at(2026, 11, 6)
    assert in_time(due_at, _at(2026, 11, 5, 23, 59, 59))
    assert not in_time(due_at, _at(2026, 11, 6))
    assert in_time(None, _at(2030, 1, 1))
    finding = in_time(due_at, _at(2026, 11, 7))
    assert finding.numbers["last_day"] == date(2026, 11, 5)


def test_a_clock_is_prolonged_for_a_reason_and_before_it_breaks():
    due_at = _at(2026, 11, 6)
    assert extendable(due_at, _at(2026, 11, 5), "要等住建部门鉴定")
    assert not extendable(due_at, _at(2026, 11, 5), "  ")
    assert not extendable(due_at, _at(2026, 11, 6), "要等住建部门鉴定")
    assert extendable(None, _at(2026, 11, 6), "要等住建部门鉴定")


@given(st.dates(date(2020, 1, 5), date(2027, 10, 1)), st.integers(1, 60), st.sampled_from(OF_DAYS))
def test_the_warning_always_comes_after_the_start_and_before_the_break(started, length, unit):
    plan = _plan(started, length, unit)
    assert plan.warn_at < plan.due_at
    assert local_day(plan.warn_at) > started
    between = last_day(plan.due_at) - local_day(plan.warn_at)
    working = sum(
        is_working_day(national(), local_day(plan.warn_at) + timedelta(days=step))
        for step in range(1, between.days + 1)
    )
    assert working <= 1
