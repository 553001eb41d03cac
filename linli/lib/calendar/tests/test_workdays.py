from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.calendar import (
    DayKind,
    WorkCalendar,
    add_working_days,
    is_firm,
    is_working_day,
    national,
    national_days,
    next_working_day,
    working_days_between,
)

# The yearly announcements of the State Council, as breaks (first and last day) and working
# weekend days; typed from the announcements, so as to check the library against them.
BREAKS = """
2020-01-01 2020-01-01  2020-01-24 2020-02-02  2020-04-04 2020-04-06  2020-05-01 2020-05-05
2020-06-25 2020-06-27  2020-10-01 2020-10-08  2021-01-01 2021-01-03  2021-02-11 2021-02-17
2021-04-03 2021-04-05  2021-05-01 2021-05-05  2021-06-12 2021-06-14  2021-09-19 2021-09-21
2021-10-01 2021-10-07  2022-01-01 2022-01-03  2022-01-31 2022-02-06  2022-04-03 2022-04-05
2022-04-30 2022-05-04  2022-06-03 2022-06-05  2022-09-10 2022-09-12  2022-10-01 2022-10-07
2022-12-31 2023-01-02  2023-01-21 2023-01-27  2023-04-05 2023-04-05  2023-04-29 2023-05-03
2023-06-22 2023-06-24  2023-09-29 2023-10-06  2024-01-01 2024-01-01  2024-02-10 2024-02-17
2024-04-04 2024-04-06  2024-05-01 2024-05-05  2024-06-10 2024-06-10  2024-09-15 2024-09-17
2024-10-01 2024-10-07  2025-01-01 2025-01-01  2025-01-28 2025-02-04  2025-04-04 2025-04-06
2025-05-01 2025-05-05  2025-05-31 2025-06-02  2025-10-01 2025-10-08  2026-01-01 2026-01-03
2026-02-15 2026-02-23  2026-04-04 2026-04-06  2026-05-01 2026-05-05  2026-06-19 2026-06-21
2026-09-25 2026-09-27  2026-10-01 2026-10-07
"""
MAKE_UP_DAYS = """
2020-01-19 2020-04-26 2020-05-09 2020-06-28 2020-09-27 2020-10-10
2021-02-07 2021-02-20 2021-04-25 2021-05-08 2021-09-18 2021-09-26 2021-10-09
2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09
2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08
2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
"""


def _dates(text: str) -> list[date]:
    return [date.fromisoformat(word) for word in text.split()]


def _announced() -> tuple[set[date], set[date]]:
    ends = _dates(BREAKS)
    off = {
        first + timedelta(days=day)
        for first, last in zip(ends[::2], ends[1::2], strict=True)
        for day in range((last - first).days + 1)
    }
    return off, set(_dates(MAKE_UP_DAYS))


def _day(text: str) -> date:
    return date.fromisoformat(text)


days = st.dates(date(2020, 1, 1), date(2027, 12, 31))


def test_every_day_of_seven_years_is_as_the_state_council_announced():
    calendar = national()
    off, make_up = _announced()
    wrong = []
    day = date(2020, 1, 1)
    while day.year < 2027:
        works = day in make_up or (day.weekday() < 5 and day not in off)
        if is_working_day(calendar, day) is not works:
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


def test_stray_working_weekends_of_earlier_years_do_not_leak_in():
    assert not [day for day in national().days if not 2020 <= day.year <= 2027]
    assert not is_working_day(national(), date(2027, 1, 2))


def test_a_year_without_announced_make_up_days_is_marked():
    calendar = national()
    assert all(calendar.announced(year) for year in range(2020, 2027))
    assert not calendar.announced(2027)
    assert not calendar.announced(2035)


def test_the_statutory_days_of_an_unannounced_year_are_known_all_the_same():
    assert not is_working_day(national(), date(2027, 10, 1))
    assert not is_working_day(national(), date(2027, 2, 8))


def test_a_count_that_reaches_an_unannounced_year_is_not_firm():
    calendar = national()
    assert is_firm(calendar, date(2026, 11, 1), date(2026, 12, 31))
    assert not is_firm(calendar, date(2026, 12, 25), date(2027, 1, 5))


def test_each_exception_has_its_name_and_kind():
    named = {entry.on: entry for entry in national_days((2026,))}
    assert named[date(2026, 2, 17)].name == "春节"
    assert named[date(2026, 2, 17)].kind is DayKind.HOLIDAY
    assert named[date(2026, 2, 14)].kind is DayKind.MAKE_UP
    assert named[date(2026, 2, 14)].name == "调休上班"
    assert all(entry.announced for entry in named.values())


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        # Spring Festival 2026: 14 February (Sat) works, 15 to 23 do not, 28 (Sat) works.
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-02-14", 5, "2026-02-28"),
        ("2026-02-14", 6, "2026-03-02"),
        # 2025: 26 January (Sun) works, 28 January to 4 February do not, 8 February works.
        ("2025-01-24", 1, "2025-01-26"),
        ("2025-01-24", 3, "2025-02-05"),
        ("2025-02-05", 3, "2025-02-08"),
        # 2024: 4 and 18 February (Sundays) work, 9 February was no holiday.
        ("2024-02-08", 1, "2024-02-09"),
        ("2024-02-09", 1, "2024-02-18"),
        # 2023: both days of the weekend after the festival work.
        ("2023-01-20", 3, "2023-01-30"),
        # 2022: both days of the weekend before it.
        ("2022-01-28", 2, "2022-01-30"),
        ("2022-01-28", 3, "2022-02-07"),
        # 2021, and the prolonged festival of 2020.
        ("2021-02-10", 3, "2021-02-20"),
        ("2020-01-23", 1, "2020-02-03"),
        # A filing on a Saturday: Monday is the first day counted.
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-11-02", 0, "2026-11-02"),
    ],
)
def test_working_days_are_counted_across_festivals_and_working_saturdays(start, n, due):
    assert add_working_days(national(), _day(start), n) == _day(due)


def test_counting_back_finds_the_day_by_which_to_begin():
    assert add_working_days(national(), date(2026, 2, 24), -2) == date(2026, 2, 13)


@settings(deadline=None)
@given(days, st.integers(1, 60))
def test_adding_and_counting_agree(start, n):
    calendar = national()
    due = add_working_days(calendar, start, n)
    assert is_working_day(calendar, due)
    assert working_days_between(calendar, start, due) == n
    assert working_days_between(calendar, due, start) == -n


@settings(deadline=None)
@given(days, days)
def test_counting_agrees_with_going_day_by_day(a, b):
    calendar = national()
    a, b = min(a, b), max(a, b)
    walked = sum(
        is_working_day(calendar, a + timedelta(days=step)) for step in range(1, (b - a).days + 1)
    )
    assert working_days_between(calendar, a, b) == walked


@settings(deadline=None)
@given(days)
def test_the_next_working_day_is_the_day_itself_where_it_works(day):
    calendar = national()
    found = next_working_day(calendar, day)
    assert is_working_day(calendar, found)
    assert (found == day) is is_working_day(calendar, day)


def test_a_place_may_lay_down_its_own_exceptions():
    calendar = WorkCalendar({date(2026, 11, 23): DayKind.HOLIDAY})
    assert not is_working_day(calendar, date(2026, 11, 23))
    assert add_working_days(calendar, date(2026, 11, 20), 1) == date(2026, 11, 24)


def test_a_calendar_does_not_change_after_it_is_made():
    rows = {date(2026, 11, 23): DayKind.HOLIDAY}
    calendar = WorkCalendar(rows)
    rows.clear()
    assert not is_working_day(calendar, date(2026, 11, 23))


def test_a_holiday_on_a_weekend_and_a_make_up_day_in_the_week_change_no_count():
    calendar = WorkCalendar(
        {date(2026, 11, 22): DayKind.HOLIDAY, date(2026, 11, 24): DayKind.MAKE_UP}
    )
    assert working_days_between(calendar, date(2026, 11, 20), date(2026, 11, 27)) == 5
