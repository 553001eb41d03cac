"""Rules at their edges, without a database."""

from datetime import date, timedelta
from uuid import uuid4

from linli.safety.hazards import rules

DAY = date(2026, 11, 2)


def test_the_last_day_of_a_limit_still_counts():
    last = rules.last_day(DAY, 3)
    assert rules.was_in_time(last, last)
    assert not rules.was_in_time(last, last + timedelta(days=1))
    assert not rules.was_in_time(last, None)


def test_who_mends_does_not_look_again():
    me, other = uuid4(), uuid4()
    assert rules.another_hand(me, other)
    assert rules.another_hand(None, other)
    assert not rules.another_hand(me, me)
    assert not rules.another_hand(other, None)


def test_a_hazard_has_a_photograph_or_a_reason():
    assert rules.evidence(1, "")
    assert rules.evidence(0, "夜里看不清")
    assert not rules.evidence(0, "  ")


def test_one_owner_and_not_two():
    assert rules.one_owner(True, False)
    assert rules.one_owner(False, True)
    assert not rules.one_owner(True, True)
    assert not rules.one_owner(False, False)


def test_a_round_is_done_as_planned_up_to_its_grace():
    assert rules.round_on_time(DAY, DAY + timedelta(days=1), 1)
    assert not rules.round_on_time(DAY, DAY + timedelta(days=2), 1)
    assert not rules.round_on_time(DAY, None, 1)
    assert rules.all_seen(3, 3)
    assert not rules.all_seen(3, 2)
    assert not rules.all_seen(0, 0)


def test_a_check_belongs_to_a_round_whose_day_is_near():
    near = {"before": 3, "after": 14}
    for days, belongs in ((-4, False), (-3, True), (0, True), (14, True), (15, False)):
        assert rules.belongs_to(DAY, DAY + timedelta(days=days), **near) is belongs


def test_a_count_does_not_give_away_who_signed_nor_who_did_not():
    assert rules.count_told(0, 60, 10) == 0
    assert rules.count_told(9, 60, 10) == "few"
    assert rules.count_told(10, 60, 10) == 10
    assert rules.count_told(50, 60, 10) == 50
    assert rules.count_told(51, 60, 10) == "nearly_all"
    assert rules.count_told(60, 60, 10) == 60


def test_days_open_end_when_it_is_closed():
    assert rules.days_open(DAY, None, DAY + timedelta(days=5)) == 5
    assert rules.days_open(DAY, DAY + timedelta(days=2), DAY + timedelta(days=5)) == 2


def test_photographs_of_nobody_known_are_few_and_small():
    largest = 8 * 1024 * 1024
    assert rules.few_and_small([])
    assert rules.few_and_small([largest, largest])
    assert not rules.few_and_small([1, 1, 1])
    assert not rules.few_and_small([largest + 1])


def test_a_mobile_is_no_office_line():
    for phone in ("13800000000", "+86 138-0000-0000", "199 0000 0000", "0086 13812345678",
                  "13812345678转1", "13812345678（王）", "(138)12345678 王"):  # fmt: skip
        assert not rules.office_number(phone), phone
    for phone in ("", "0838-0000110", "110", "12345", "400-800-8000",
                  "12000000000", "(0513)81234567转01", "110、0838-1300110"):  # fmt: skip
        assert rules.office_number(phone), phone


def test_a_thing_is_claimed_from_the_police_for_a_year_at_least():
    assert rules.claimed_until(date(2026, 11, 2), 12) == date(2027, 11, 2)
    assert rules.claimed_until(date(2028, 2, 29), 12) == date(2029, 2, 28)
