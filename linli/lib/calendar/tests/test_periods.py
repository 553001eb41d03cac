from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.calendar import (
    SHANGHAI,
    DayKind,
    WorkCalendar,
    deadline_at,
    is_working_day,
    local_day,
    national,
    period_end,
)

PLAIN = WorkCalendar({})


def _end(start, *, weekend_rolls=True, calendar=None, **length):
    return period_end(
        date.fromisoformat(start),
        weekend_rolls=weekend_rolls,
        calendar=calendar or national(),
        **length,
    )


def test_fifteen_days_on_the_board_from_1_march_end_with_16_march():
    last = _end("2026-03-01", days=15)
    assert last == date(2026, 3, 16)
    assert deadline_at(last) == datetime(2026, 3, 17, tzinfo=SHANGHAI)


def test_thirty_days_from_1_march_are_31_march():
    assert _end("2026-03-01", days=30) == date(2026, 3, 31)


def test_thirty_days_that_end_on_a_sunday_roll_to_monday_where_weekends_roll():
    assert _end("2024-03-01", days=30) == date(2024, 4, 1)
    assert _end("2024-03-01", days=30, weekend_rolls=False) == date(2024, 3, 31)


def test_an_objection_in_five_days():
    assert _end("2026-06-03", days=5) == date(2026, 6, 8)
    assert _end("2026-06-01", days=5) == date(2026, 6, 8)
    assert _end("2026-06-01", days=5, weekend_rolls=False) == date(2026, 6, 6)


@pytest.mark.parametrize("weekend_rolls", [True, False])
@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-09-01", 30, "2026-10-08"),  # 1 October
        ("2026-09-04", 30, "2026-10-08"),  # 4 October, a Sunday inside the break
        ("2026-09-08", 30, "2026-10-08"),
        ("2026-09-10", 30, "2026-10-10"),  # a Saturday that works
        ("2026-01-16", 30, "2026-02-24"),  # 15 February, the break's first day
        ("2026-01-15", 30, "2026-02-14"),  # a working Saturday before the festival
        ("2025-12-30", 60, "2026-02-28"),  # a working Saturday after it
        ("2026-06-05", 15, "2026-06-22"),  # 20 June, the Saturday of a Friday's holiday
        ("2023-12-31", 1, "2024-01-02"),
    ],
)
def test_a_period_does_not_end_within_a_statutory_break(start, length, end, weekend_rolls):
    last = _end(start, days=length, weekend_rolls=weekend_rolls)
    assert last == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-01-31", {"months": 1}, "2026-02-28"),
        ("2024-01-31", {"months": 1}, "2024-02-29"),
        ("2026-03-31", {"months": 1}, "2026-04-30"),
        ("2026-02-28", {"months": 1}, "2026-03-28"),
        ("2026-12-15", {"months": 2}, "2027-02-15"),
        ("2026-08-31", {"months": 18}, "2028-02-29"),
        ("2024-02-29", {"years": 1}, "2025-02-28"),
        ("2024-02-29", {"years": 4}, "2028-02-29"),
        ("2026-01-01", {"years": 5}, "2031-01-01"),
    ],
)
def test_months_and_years_end_on_the_same_day_or_the_months_last(start, length, end):
    last = _end(start, weekend_rolls=False, calendar=PLAIN, **length)
    assert last == date.fromisoformat(end)


def test_a_month_that_ends_on_a_holiday_rolls_too():
    assert _end("2026-09-01", months=1) == date(2026, 10, 8)


@pytest.mark.parametrize(
    "length", [{}, {"days": 1, "months": 1}, {"days": 0}, {"months": -1}, {"years": 0}]
)
def test_a_period_has_one_length_of_at_least_one(length):
    with pytest.raises(ValueError):
        _end("2026-03-01", **length)


@settings(deadline=None)
@given(st.dates(date(2020, 1, 1), date(2026, 12, 1)), st.integers(1, 90))
def test_rolling_only_ever_gives_time(start, length):
    strict = period_end(start, days=length, weekend_rolls=False, calendar=national())
    usual = period_end(start, days=length, weekend_rolls=True, calendar=national())
    bare = period_end(start, days=length, weekend_rolls=False, calendar=PLAIN)
    assert bare <= strict <= usual
    assert is_working_day(national(), usual)


def test_a_holiday_of_the_place_rolls_as_well():
    calendar = WorkCalendar({date(2026, 11, 24): DayKind.HOLIDAY})
    assert _end("2026-11-23", days=1, calendar=calendar) == date(2026, 11, 25)


def test_a_deadline_ends_the_day_or_the_office_hours():
    assert deadline_at(date(2026, 12, 31)).isoformat() == "2027-01-01T00:00:00+08:00"
    assert deadline_at(date(2026, 12, 31), closes=time(17, 30)).isoformat() == (
        "2026-12-31T17:30:00+08:00"
    )


def test_the_day_of_a_moment_is_the_day_in_shanghai():
    assert local_day(datetime(2026, 2, 28, 16, 0, tzinfo=UTC)) == date(2026, 3, 1)
    assert local_day(datetime(2026, 2, 28, 15, 59, tzinfo=UTC)) == date(2026, 2, 28)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError):
        local_day(datetime.fromisoformat("2026-03-01T09:00"))
