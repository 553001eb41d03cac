"""Boundaries: the minute before, the minute, the minute after; overnight; over a holiday."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from linli.culture.facilities import rules
from linli.culture.facilities.rules import Asked, Hours, OtherHours, Out, Room
from linli.lib.calendar import SHANGHAI

MONDAY = date(2026, 11, 2)
WEEKLY = {0: ((540, 720), (840, 1260)), 4: ((1080, 1560),), 5: ((0, 1440),), 6: ((0, 600),)}
HOURS = Hours(WEEKLY)
NOW = datetime(2026, 11, 1, 12, tzinfo=SHANGHAI)


def at(hour, minute=0, day=MONDAY):
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI) + timedelta(
        hours=hour, minutes=minute
    )


def never(_day):
    return False


def unmet(asked, room=None, now=NOW, resident=True, is_holiday=never, **more):
    room = room or Room(HOURS)
    found = rules.judge(asked, room, now, is_holiday, resident=resident, **more)
    return [each.rule.removeprefix("facilities.") for each in found if not each.holds]


def test_the_hours_hold_the_use_to_the_minute():
    assert HOURS.contains(at(9), at(12), never)
    assert not HOURS.contains(at(8, 59), at(12), never)
    assert not HOURS.contains(at(9), at(12, 1), never)
    assert not HOURS.contains(at(11), at(15), never)  # over noon it is closed
    assert not HOURS.contains(at(9, day=MONDAY + timedelta(days=1)), at(10, day=MONDAY +
                              timedelta(days=1)), never)  # fmt: skip


def test_a_site_open_past_midnight_and_around_the_clock_is_one_span():
    friday = MONDAY + timedelta(days=4)
    assert HOURS.contains(at(23, day=friday), at(26, day=friday), never)
    # Friday 18:00 to Saturday 24:00 to Sunday 10:00, since one ends as the next begins.
    assert HOURS.contains(at(18, day=friday), at(48 + 10, day=friday), never)
    assert not HOURS.contains(at(17, 59, day=friday), at(20, day=friday), never)
    assert not HOURS.contains(at(48, day=friday), at(48 + 10, 1, day=friday), never)
    # Asked for after midnight, the evening before still counts.
    thursday_to_friday = Hours({3: ((1320, 1500),)})
    assert thursday_to_friday.contains(at(0, day=friday), at(1, day=friday), never)
    assert not thursday_to_friday.contains(at(0, day=friday), at(1, 1, day=friday), never)


def test_days_that_are_otherwise_and_holidays():
    shut = OtherHours(MONDAY, MONDAY + timedelta(days=1), "粉刷")
    assert unmet(Asked(at(9), at(10)), Room(Hours(WEEKLY, (shut,)))) == ["not_closed"]
    week_later = at(24 * 7 + 9)
    assert unmet(Asked(week_later, week_later + timedelta(hours=1)), Room(Hours(WEEKLY, (shut,)))
                 ) == []  # fmt: skip
    evening = OtherHours(MONDAY, MONDAY, "晚会", 1080, 1320)
    room = Room(Hours(WEEKLY, (shut, evening)))
    assert unmet(Asked(at(18), at(22)), room) == []
    assert unmet(Asked(at(9), at(10)), room) == ["open_then"]
    stays_shut = Room(Hours(WEEKLY, through_holidays=False))
    asked = Asked(at(9), at(10))
    assert unmet(asked, stays_shut, is_holiday=lambda day: day == MONDAY) == ["not_holiday"]
    assert unmet(asked, stays_shut, is_holiday=lambda day: day > MONDAY) == []
    assert unmet(asked, is_holiday=lambda day: True) == []


@pytest.mark.parametrize(
    ("asked", "room", "now", "said"),
    [
        (Asked(at(9), at(9)), Room(HOURS), NOW, ["ends_after"]),
        (Asked(at(9), at(10)), Room(HOURS, bookable=False), NOW, ["bookable"]),
        (Asked(at(9), at(10)), Room(HOURS, withdrawn=True), NOW, ["bookable"]),
        (Asked(at(9), at(10)), Room(HOURS, by_residents=False), NOW, ["by_residents"]),
        (Asked(at(9), at(10)), Room(HOURS), at(9, 15), []),
        (Asked(at(9), at(10)), Room(HOURS), at(9, 16), ["not_past"]),
        (Asked(at(9), at(10)), Room(HOURS, days_ahead=1), NOW, []),
        (Asked(at(9), at(10)), Room(HOURS, days_ahead=0), NOW, ["not_too_far"]),
        (Asked(at(14), at(18)), Room(HOURS), NOW, []),
        (Asked(at(14), at(18, 1)), Room(HOURS), NOW, ["not_too_long"]),
        (Asked(at(9), at(10), 20), Room(HOURS, people_most=20), NOW, []),
        (Asked(at(9), at(10), 21), Room(HOURS, people_most=20), NOW, ["people_fit"]),
        (Asked(at(9), at(10)), Room(HOURS, outs=(Out(at(10)),)), NOW, []),
        (Asked(at(9), at(10)), Room(HOURS, outs=(Out(at(9, 59)),)), NOW, ["in_service"]),
        (Asked(at(9), at(10)), Room(HOURS, outs=(Out(at(1), at(9)),)), NOW, []),
        (Asked(at(9), at(10)), Room(HOURS, outs=(Out(at(1), at(9, 1)),)), NOW,
         ["in_service"]),
    ],
)  # fmt: skip
def test_each_thing_against_a_booking_to_the_minute(asked, room, now, said):
    assert unmet(asked, room, now) == said


def test_the_desk_is_not_held_to_what_residents_are():
    room = Room(HOURS, by_residents=False, days_ahead=0, minutes_most=30)
    assert unmet(Asked(at(14), at(18)), room, resident=False) == []
    assert unmet(Asked(at(9), at(10)), room, at(9, 59), resident=False) == []
    assert unmet(Asked(at(9), at(10)), room, at(10), resident=False) == ["not_past"]
    assert unmet(Asked(at(6), at(7)), room, resident=False) == ["open_then"]
    assert unmet(Asked(at(6), at(7)), room, resident=False, outside_hours=True) == []


def test_set_up_is_held_beside_the_use_and_need_not_lie_in_the_hours():
    assert rules.minutes_held(at(9), at(10), 0)[1] - rules.minutes_held(at(9), at(10), 0)[0] == 60
    since, until = rules.minutes_held(at(9), at(10), 15)
    assert until - since == 90
    # 15 minutes of set-up on both sides: half an hour lies between two uses.
    opened = HOURS.spans(MONDAY, MONDAY, never)
    free = rules.free_between(opened, [(since, until)], 15, after=at(0))
    assert free[0] == (at(10, 30), at(12))
    assert rules.next_free(free, 90) == (at(10, 30), at(12))
    assert rules.next_free(free, 91) == (at(14), at(15, 31))
    assert rules.next_free(free, 1440) is None


def test_free_spans_lie_between_what_is_held():
    held = [rules.minutes_held(at(15), at(16), 0), rules.minutes_held(at(9), at(10), 0)]
    opened = HOURS.spans(MONDAY, MONDAY, never)
    assert rules.free_between(opened, held, 0, after=at(9, 30)) == [
        (at(10), at(12)), (at(14), at(15)), (at(16), at(21)),
    ]  # fmt: skip
    assert not rules.overlap((0, 10), (10, 20))
    assert rules.overlap((0, 11), (10, 20))


def test_the_hall_holds_its_halves_and_pieces_have_lanes_of_their_own():
    hall, one, two = uuid4(), uuid4(), uuid4()
    assert set(rules.lanes_of(hall, (one, two))) == {hall, one, two}
    assert rules.lanes_of(one) == [one]
    pieces = [rules.lane_of_piece(hall, number) for number in (1, 2, 3)]
    assert pieces[0] == hall
    assert len(set(pieces)) == 3
    assert rules.lane_of_piece(hall, 2) == pieces[1]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", []),
        ("9:00-12:00", [(540, 720)]),
        ("14:00-21:30 9:00–12:00", [(540, 720), (840, 1290)]),
        ("9:00 - 12:00,14:00至21:30", [(540, 720), (840, 1290)]),
        ("00:00-24:00", [(0, 1440)]),
        ("18:00-次日2:00", [(1080, 1560)]),
        ("18:00-02:00", [(1080, 1560)]),
        ("9:00-12:00 11:59-13:00", None),
        ("24:00-25:00", None),
        ("9:60-10:00", None),
        ("9点到12点", None),
    ],
)
def test_hours_are_read_as_they_are_typed(typed, read):
    assert rules.hours_read(typed) == read


def test_who_books_leaves_something_for_others():
    assert rules.few_enough(3, 4)
    assert not rules.few_enough(4, 4)


def test_what_has_begun_is_not_cancelled():
    assert rules.cancels_in_time(at(9), at(8, 59))
    assert not rules.cancels_in_time(at(9), at(9))
