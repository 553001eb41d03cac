"""Where the law draws the line, one day and one person before it and after; no database."""

from datetime import date, timedelta

import pytest

from linli.culture.activities.rules import (
    all_over,
    attendance_complete,
    consent_given,
    dates_ahead,
    desk_number,
    is_large,
    licence_in_order,
    licence_in_time,
    public_words,
)

FAIR = date(2027, 5, 1)


def licence(expected, *, number="", applied_on=None, on=FAIR - timedelta(days=60)):
    return licence_in_order(
        expected, FAIR, on, licence=number, applied_on=applied_on, people=1000, days=20
    )


@pytest.mark.parametrize(
    ("expected", "large"), [(None, False), (999, False), (1000, True), (1001, True)]
)
def test_a_thousand_is_large_and_one_fewer_is_not(expected, large):
    assert is_large(expected, people=1000) is large
    assert bool(licence(expected)) is not large


def test_a_licence_is_applied_for_twenty_days_ahead_and_nineteen_are_too_few():
    assert licence_in_time(FAIR, FAIR - timedelta(days=20), days=20)
    assert not licence_in_time(FAIR, FAIR - timedelta(days=19), days=20)
    on = FAIR - timedelta(days=5)
    assert licence(1000, applied_on=FAIR - timedelta(days=20), on=on)
    late = licence(1000, applied_on=FAIR - timedelta(days=19), on=on)
    assert not late
    assert late.cites == ("mass_events.2", "mass_events.11", "mass_events.13", "mass_events.14")


def test_a_licence_that_is_there_is_enough_and_one_yet_to_be_applied_for_is_not():
    assert licence(5000, number="公安许〔2027〕12 号", on=FAIR)
    assert not licence(5000, number="  ")
    on = FAIR - timedelta(days=40)
    assert licence(1000, applied_on=on, on=on)
    assert not licence(1000, applied_on=on + timedelta(days=1), on=on)


def test_words_for_everybody_hold_no_number_and_where_to_ask_is_no_mobile():
    assert public_words("周二上午写字，九点到十点半", "")
    assert not public_words("报名找我 13900001234")
    assert desk_number("居委会窗口，010-12345678 转 2")
    assert not desk_number("打 139 0000 1234")
    assert not desk_number("13900001234")


def test_what_is_to_come_or_not_written_down_keeps_it_open():
    assert all_over(0)
    assert not all_over(1)
    assert attendance_complete(0)
    assert not attendance_complete(1)
    assert dates_ahead(1)
    assert not dates_ahead(0)


def test_a_photograph_without_a_word_about_its_people_is_not_taken():
    assert consent_given("nobody")
    assert consent_given("everybody")
    assert not consent_given("")
