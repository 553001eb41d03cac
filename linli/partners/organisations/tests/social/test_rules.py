"""What an organisation is, which way it goes, what it owes: at the edges."""

from datetime import date

import pytest

from linli.partners.organisations.rules import social

LEAST = {"least_individuals": 50, "least_units": 30, "least_mixed": 50}


@pytest.mark.parametrize(
    ("individuals", "units", "enough"),
    [
        (49, 0, False), (50, 0, True), (0, 29, False), (0, 30, True), (21, 29, True),
        (20, 29, False), (0, 0, False),
    ],
)  # fmt: skip
def test_fifty_people_or_thirty_units_or_fifty_of_both_meet_the_number(individuals, units, enough):
    assert bool(social.members_suffice(individuals, units, **LEAST)) is enough


def test_only_who_meets_all_conditions_registers_and_only_who_does_not_files():
    many = social.members_suffice(50, 0, **LEAST)
    few = social.members_suffice(49, 0, **LEAST)
    assert social.must_register(many, True)
    assert not social.must_register(many, False)
    assert not social.must_register(few, True)
    assert not social.may_file(social.must_register(many, True))
    assert social.may_file(social.must_register(few, True))
    assert "association_registration.10" in social.must_register(few, True).cites


def test_bodies_of_the_committee_owners_committees_and_businesses_are_none():
    assert social.is_social_organisation(social.GROUP)
    for nature in social.OTHER_NATURES:
        found = social.is_social_organisation(nature)
        assert not found
        assert found.cites


def test_one_thing_done_in_twelve_months_is_active():
    on = date(2026, 11, 29)
    assert social.active_in([date(2025, 11, 30)], on)
    assert not social.active_in([date(2025, 11, 29)], on)
    assert not social.active_in([date(2026, 11, 30)], on)
    assert not social.active_in([], on)
    assert social.active_in([date(2027, 3, 1)], date(2028, 2, 29))


def test_a_summary_is_due_on_the_last_day_and_late_on_the_next():
    due = social.summary_due(2025, month=3)
    assert due == date(2026, 3, 31)
    assert social.summary_due(2027, month=2) == date(2028, 2, 29)
    assert social.summary_due(2025, month=12) == date(2026, 12, 31)
    assert social.summary_in_time(None, due, due)
    assert not social.summary_in_time(None, date(2026, 4, 1), due)
    assert social.summary_in_time(due, date(2026, 9, 1), due)


def test_who_was_filed_in_the_last_quarter_or_ended_owes_no_summary():
    assert social.owes_summary_of(date(2025, 9, 30), 2025)
    assert not social.owes_summary_of(date(2025, 10, 1), 2025)
    assert not social.owes_summary_of(date(2024, 1, 1), 2025, date(2025, 12, 31))
    assert social.owes_summary_of(date(2024, 1, 1), 2025, date(2026, 1, 1))
    assert not social.year_is_over(2026, date(2026, 12, 31))
    assert social.year_is_over(2026, date(2027, 1, 1))


def test_a_refusal_says_why_and_what_to_do_and_more_is_asked_for_once():
    assert social.said_why("缺规则", "补上再来")
    assert not social.said_why("缺规则", " ")
    assert not social.said_why("", "补上再来")
    assert social.supplement_once(False)
    assert not social.supplement_once(True)
    assert social.contact_agreed(False, "")
    assert not social.contact_agreed(True, " ")


def test_words_for_everybody_hold_no_name_and_no_number():
    assert social.words_for_all("每周三排练")
    assert not social.words_for_all("找王阿姨报名")
    assert not social.words_for_all("每周三排练", "电话13800138000")
