"""A series as one object: what comes round, what is left out, and never without end."""

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as some

from linli.lib.calendar.series import (
    DAY,
    FORTNIGHT,
    MONTH,
    MONTH_BY_WEEKDAY,
    MOST,
    ONCE,
    WEEK,
    Series,
    SeriesTooLong,
)

MONDAY = date(2027, 3, 1)


def series(**given_):
    return Series(**{"first": MONDAY, "starts": time(9), "minutes": 90, **given_})


def days(**given_):
    return series(**given_).days()


def test_once_is_one_day_and_lasts_its_minutes_over_midnight_too():
    assert days() == [MONDAY]
    (starts, ends) = series(starts=time(23), minutes=120).spans()[0]
    assert (starts.isoformat(), ends.isoformat()) == (
        "2027-03-01T23:00:00+08:00",
        "2027-03-02T01:00:00+08:00",
    )


def test_a_week_goes_to_its_last_day_included():
    found = days(every=WEEK, weekdays=(0, 3), until=date(2027, 3, 11))
    assert [each.day for each in found] == [1, 4, 8, 11]
    assert days(every=WEEK, weekdays=(0, 3), until=date(2027, 3, 10))[-1].day == 8
    assert [each.day for each in days(every=FORTNIGHT, times=3)] == [1, 15, 29]


def test_a_month_keeps_its_day_or_its_weekday():
    on = [each.isoformat() for each in days(first=date(2027, 1, 31), every=MONTH, times=3)]
    assert on == ["2027-01-31", "2027-03-31", "2027-05-31"]
    second = days(first=date(2027, 3, 8), every=MONTH_BY_WEEKDAY, times=3)
    assert [each.isoformat() for each in second] == ["2027-03-08", "2027-04-12", "2027-05-10"]
    # The fifth Monday is the last one, which every month has.
    last = days(first=date(2027, 3, 29), every=MONTH_BY_WEEKDAY, times=3)
    assert [each.isoformat() for each in last] == ["2027-03-29", "2027-04-26", "2027-05-31"]


def test_a_term_of_twelve_lessons_has_twelve_whatever_falls_on_a_holiday():
    holidays = {date(2027, 3, 8), date(2027, 3, 15)}
    given_ = {"every": WEEK, "times": 4, "through_holidays": False}
    found = series(**given_).days(lambda on: on in holidays)
    assert [each.isoformat() for each in found] == [
        "2027-03-01",
        "2027-03-22",
        "2027-03-29",
        "2027-04-05",
    ]
    assert len(series(every=WEEK, times=4).days(lambda on: on in holidays)) == 4
    left_out = days(
        every=WEEK,
        times=2,
        without=frozenset({MONDAY}),
        also=frozenset({date(2027, 3, 3), date(2027, 3, 8)}),
    )
    assert [each.day for each in left_out] == [3, 8, 15]


def test_a_series_has_an_end_and_never_too_many_dates():
    with pytest.raises(SeriesTooLong):
        series(every=DAY)
    assert len(days(every=DAY, until=MONDAY + timedelta(days=MOST - 1))) == MOST
    with pytest.raises(SeriesTooLong):
        days(every=DAY, until=MONDAY + timedelta(days=MOST))
    for wrong in ({"every": "yearly"}, {"minutes": 0}, {"every": WEEK, "weekdays": (7,)}):
        with pytest.raises(ValueError, match=r".+"):
            series(times=1, **wrong)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    some.sampled_from([ONCE, DAY, WEEK, FORTNIGHT, MONTH, MONTH_BY_WEEKDAY]),
    some.dates(date(2026, 1, 1), date(2027, 12, 31)),
    some.sets(some.integers(0, 6), max_size=3),
    some.integers(1, 30),
    some.sets(some.dates(date(2026, 1, 1), date(2028, 12, 31)), max_size=5),
)
def test_days_come_in_order_once_from_the_first_on_and_never_a_day_left_out(
    every, first, weekdays, times, without
):
    found = series(
        first=first,
        every=every,
        weekdays=tuple(sorted(weekdays)),
        times=times,
        without=frozenset(without),
    ).days()
    assert found == sorted(set(found))
    assert all(first <= each for each in found)
    assert not without & set(found)
    assert len(found) <= times
    if weekdays and every in (WEEK, FORTNIGHT):
        assert {each.weekday() for each in found} <= weekdays
    if every not in (ONCE, MONTH, MONTH_BY_WEEKDAY):
        assert len(found) == times
