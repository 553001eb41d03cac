"""Months, quarters and years, and what one reckoning covers."""

from datetime import date

from linli.evaluation.periods import period_of, plan_span, read_period


def test_a_reckoning_covers_this_month_the_twelve_before_and_the_year():
    span = plan_span(date(2026, 11, 23))
    assert span.since == date(2025, 11, 1)
    keys = {period.key for period in span.periods}
    assert {"2025-11", "2026-11", "2026Q1", "2026Q4", "2026"} <= keys
    # What has no beginning in the span would be reckoned from a part of itself.
    assert not {"2025", "2025Q4", "2025-10"} & keys


def test_in_january_the_year_before_is_reckoned_to_its_end():
    span = plan_span(date(2027, 1, 4))
    assert {"2026", "2026Q1", "2027"} <= {period.key for period in span.periods}


def test_an_earlier_year_can_be_asked_for():
    span = plan_span(date(2026, 11, 23), since_year=2024)
    assert span.since == date(2024, 1, 1)
    assert {"2024", "2024-02", "2025Q4"} <= {period.key for period in span.periods}


def test_the_windows_are_the_months_and_the_last_ends_today():
    windows = list(plan_span(date(2026, 11, 23)).windows())
    assert windows[0] == (date(2025, 11, 1), date(2025, 11, 30))
    assert windows[-1] == (date(2026, 11, 1), date(2026, 11, 23))
    assert len(windows) == 13


def test_a_period_is_read_from_its_key():
    for key, starts, ends in (
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ):
        period = read_period(key)
        assert (period.starts, period.ends, period.key) == (starts, ends, key)
    for wrong in ("", "26", "2026-13", "2026Q5", "2026Q0", "abcd", "2026-1", "0000"):
        assert read_period(wrong) is None


def test_the_months_of_a_quarter():
    assert list(period_of("quarter", date(2026, 8, 3)).months()) == [202607, 202608, 202609]
