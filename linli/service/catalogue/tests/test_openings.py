"""Opening hours as residents meet them: make-up weekends, holidays, the minute of closing."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from linli.lib.calendar import SHANGHAI, DayKind, WorkCalendar
from linli.service.catalogue.rules.openings import (
    LAST,
    Departure,
    Hours,
    Opening,
    days_of,
    hours_sound,
    keep_hours,
    look,
    read_hours,
    rule_of,
    spans_on,
)

NINE, NOON, FIVE = time(9), time(12), time(17)
# The National Day break of 2026 as announced: 1 to 7 October off, Sunday 20 September and
# Saturday 10 October worked.
CALENDAR = WorkCalendar(
    {
        **{date(2026, 10, day): DayKind.HOLIDAY for day in range(1, 8)},
        date(2026, 9, 20): DayKind.MAKE_UP,
        date(2026, 10, 10): DayKind.MAKE_UP,
    },
    frozenset({2026}),
)


def opening(kind, **more):
    return Opening(kind, more.pop("opens", NINE), more.pop("closes", FIVE), **more)


def at(month, day, hour=10, minute=0):
    return datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("line", "rule", "days"),
    [
        # Working days follow the country: the make-up Sunday and Saturday open, the break not.
        (opening("workdays"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
         ["09-18", "09-20", "09-21", "10-08", "10-09", "10-10", "10-12"]),
        # A Saturday stays a Saturday; the one inside the break (3 October) is off.
        (opening("weekly", days=(6,)), "FREQ=WEEKLY;BYDAY=SA",
         ["09-19", "09-26", "10-10"]),
        (opening("weekly", days=(6,), holidays_too=True), "FREQ=WEEKLY;BYDAY=SA",
         ["09-19", "09-26", "10-03", "10-10"]),
        (opening("fortnightly", days=(1, 3), since=date(2026, 9, 7)),
         "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,WE", ["09-21", "09-23"]),
        (opening("monthly_weekday", days=(6,), nth=2), "FREQ=MONTHLY;BYDAY=2SA", ["10-10"]),
        (opening("monthly_weekday", days=(1,), nth=LAST), "FREQ=MONTHLY;BYDAY=-1MO", ["09-28"]),
        (opening("monthly_day", day=31), "FREQ=MONTHLY;BYMONTHDAY=31", []),
        (opening("once", since=date(2026, 10, 3)), "FREQ=DAILY;COUNT=1", ["10-03"]),
        (opening("weekly", days=(5,), since=date(2026, 9, 25), until=date(2026, 10, 9)),
         "FREQ=WEEKLY;BYDAY=FR", ["09-25", "10-09"]),
    ],
)  # fmt: skip
def test_each_kind_of_line_recurs_as_its_rule_and_the_calendar_say(line, rule, days):
    assert rule_of(line) == rule
    first, last = date(2026, 9, 18), date(2026, 10, 12)
    found = {f"{on:%m-%d}" for on in days_of(line, CALENDAR, first, last)}
    assert set(days) <= found
    if line.kind != "workdays":
        assert found == set(days)
    assert not {"10-01", "10-05", "09-19"} & found or line.kind != "workdays"


@pytest.mark.parametrize(
    ("moment", "open_now", "until", "opens_next"),
    [
        (at(9, 21, 8, 59), False, None, at(9, 21, 9)),
        (at(9, 21, 9, 0), True, at(9, 21, 12), None),
        (at(9, 21, 11, 59), True, at(9, 21, 12), None),
        (at(9, 21, 12, 0), False, None, at(9, 21, 14)),
        (at(9, 21, 17, 0), False, None, at(9, 22, 9)),
        (at(9, 19), False, None, at(9, 20, 9)),  # Saturday, and the Sunday is worked
        (at(9, 30, 18), False, None, at(10, 8, 9)),  # over the whole break
        (datetime(2026, 9, 21, 1, 0, tzinfo=UTC), True, at(9, 21, 12), None),  # nine here
    ],
)
def test_open_now_and_next_open_at_the_minute(moment, open_now, until, opens_next):
    hours = Hours(
        (opening("workdays", closes=NOON), opening("workdays", opens=time(14), closes=FIVE))
    )
    found = look(hours, CALENDAR, moment)
    assert (found.open, found.until, found.next) == (open_now, until, opens_next)


def test_shanghai_keeps_one_clock_all_year():
    hours = Hours((opening("weekly", days=(1,), holidays_too=True),))
    opens = {look(hours, CALENDAR, at(month, 1)).next or at(month, 1, 9) for month in range(1, 13)}
    assert {each.utcoffset() for each in opens} == {timedelta(hours=8)}
    assert {each.hour for each in opens} == {9}


def test_a_day_that_departs_is_closed_or_open_at_its_own_hours_and_no_other():
    hours = Hours(
        (opening("workdays"),),
        (Departure(date(2026, 9, 21)), Departure(date(2026, 9, 26), NINE, NOON, "便民日")),
    )
    assert spans_on(hours, CALENDAR, date(2026, 9, 21)) == []
    assert spans_on(hours, CALENDAR, date(2026, 9, 26)) == [(NINE, NOON)]
    assert look(hours, CALENDAR, at(9, 20, 18)).next == at(9, 22, 9)


def test_hours_that_touch_are_one_and_what_never_opens_has_no_next():
    hours = Hours((opening("workdays", closes=NOON), opening("workdays", opens=NOON)))
    assert spans_on(hours, CALENDAR, date(2026, 9, 21)) == [(NINE, FIVE)]
    over = Hours((opening("weekly", days=(1,), until=date(2026, 9, 1)),))
    assert look(over, CALENDAR, at(9, 21)).next is None


def test_a_rare_day_is_found_beyond_the_month_ahead():
    yearly = Hours((opening("once", since=date(2027, 8, 1)),))
    assert look(yearly, CALENDAR, at(9, 21)).next == datetime(2027, 8, 1, 9, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    "line",
    [
        opening("workdays", opens=FIVE, closes=NINE),
        opening("workdays", opens=NINE, closes=NINE),
        opening("weekly"),
        opening("fortnightly", days=(1,)),
        opening("monthly_weekday", days=(1,), nth=5),
        opening("monthly_day", day=0),
        opening("once"),
        opening("weekly", days=(1,), since=date(2026, 9, 2), until=date(2026, 9, 1)),
        opening("yearly"),
    ],
)
def test_hours_that_cannot_be_are_named_by_their_line(line):
    found = hours_sound(Hours((opening("workdays"), line)))
    assert not found
    assert found.numbers["line"] == 2


def test_no_day_departs_twice_and_hours_survive_being_kept():
    twice = Hours((), (Departure(date(2026, 9, 21)), Departure(date(2026, 9, 21), NINE, NOON)))
    assert not hours_sound(twice)
    hours = Hours(
        (
            opening("fortnightly", days=(1, 3), since=date(2026, 9, 7)),
            opening("monthly_day", day=3),
        ),
        (Departure(date(2026, 9, 26), NINE, NOON, "便民日"), Departure(date(2026, 9, 27))),
    )
    assert hours_sound(hours)
    assert read_hours(keep_hours(hours)) == hours
