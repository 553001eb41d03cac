"""What may be laid down in a place, from when and by whom; no database."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from linli.core.local_law import rules
from linli.lib.law import shipped
from linli.lib.law.packs import NATIONAL, Local

ON = date(2026, 11, 28)
DAY = timedelta(days=1)


def national(rule, on=ON):
    return rules.national_on(shipped().of_rule(rule), on)


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("elections.turnout_over", False),  # the law settles it
        ("petition.handled_within", False),
        ("elections.woman_first", True),  # the law leaves it open
        ("calendar.weekend_rolls", True),
        ("matters.forward", True),  # a promise
        ("elections.committee_most", True),  # only places lay it down
        ("disclosure.shown_at_least", True),  # at least so long
    ],
)
def test_only_what_the_law_leaves_open_is_the_places_to_settle(rule, left):
    found = rules.left_to_places(rule, national(rule))
    assert bool(found) is left
    if not left:
        assert found.cites, "a refusal names the article that settles it"


@pytest.mark.parametrize(
    ("rule", "value", "holds"),
    [
        ("disclosure.shown_at_least", 14, False),
        ("disclosure.shown_at_least", 15, True),
        ("disclosure.shown_at_least", 30, True),
        ("publication.small_cell", 9, False),
        ("publication.small_cell", 10, True),
        ("matters.sender_kept", 366, False),
        ("matters.sender_kept", 365, True),
        ("matters.forward", 99, True),
    ],
)
def test_a_bound_may_be_reached_and_not_passed(rule, value, holds):
    assert bool(rules.within_bound(value, national(rule))) is holds


def test_what_protects_people_may_only_be_made_stricter():
    for rule in ("publication.small_cell", "matters.sender_kept", "paperwork.copy_kept"):
        assert national(rule).left_to_places in {Local.AT_LEAST, Local.AT_MOST}


def test_a_value_begins_today_or_later_and_earlier_only_where_nothing_was_done():
    assert rules.judges_no_case_anew(ON, ON, 7)
    assert rules.judges_no_case_anew(ON - DAY, ON, 0)
    refused = rules.judges_no_case_anew(ON - DAY, ON, 1)
    assert not refused
    assert refused.numbers["acts"] == 1


def test_an_earlier_value_is_closed_and_a_later_one_is_in_the_way():
    assert rules.overlaps_none(ON, None, [(ON - DAY, None)])
    assert not rules.overlaps_none(ON, None, [(ON + 9 * DAY, None)])
    assert rules.overlaps_none(ON, ON + 8 * DAY, [(ON + 9 * DAY, None)])
    assert not rules.overlaps_none(ON, ON + 9 * DAY, [(ON + 9 * DAY, None)])
    assert rules.day_before(ON) == ON - DAY


def test_nobody_confirms_what_they_entered():
    assert not rules.two_people("a", "a")
    assert rules.two_people("a", "b")
    assert rules.two_people(None, "b")


def test_an_end_changes_nothing_that_was_judged():
    assert rules.may_end_on(ON - DAY, ON, ON, None)
    assert not rules.may_end_on(ON - 5 * DAY, ON - DAY, ON, None)
    assert not rules.may_end_on(ON + DAY, ON, ON, None)
    assert not rules.may_end_on(ON - DAY, ON + 2 * DAY, ON, ON + DAY)


def test_a_declaration_needs_a_name():
    assert rules.declared(True, "周明华")
    assert not rules.declared(True, "  ")
    assert not rules.declared(False, "周明华")


def test_no_national_row_is_both_settled_and_a_share_to_be_varied():
    # Shares of votes are the law's: were one left open by mistake, a place could change who wins.
    # How the marks of an appraisal become a grade the law does leave to the place, and how far
    # above the line of the living guarantee a household still counts as near it. From which share
    # of a course on it is completed is nobody's law, but a promise of the place. How many must
    # agree to a lift added to an old building places have laid down otherwise.
    open_to_places = {
        "oversight.appraisal_over", "assistance.marginal_times", "activities.completion_share",
        "property.lift_takes_part", "property.lift_agrees",
    }  # fmt: skip
    for row in shipped().rows:
        if row.jurisdiction == NATIONAL and isinstance(row.value, Fraction):
            free = row.rule in open_to_places
            assert (row.left_to_places is Local.FIXED) != free, row.rule


def test_nobody_makes_the_rules_of_their_own_election():
    woman_first = national("elections.woman_first")
    assert not rules.stands_on_a_text(woman_first, own=True, status="promise")
    assert not rules.stands_on_a_text(woman_first, own=True, status="verified")
    assert not rules.stands_on_a_text(woman_first, own=False, status="promise")
    assert rules.stands_on_a_text(woman_first, own=False, status="verified")
    assert not rules.stands_on_a_text(None, own=True, status="verified"), "only places have it"
    assert rules.stands_on_a_text(national("matters.forward"), own=True, status="promise")
    assert not rules.none_under_way(1)
    assert rules.none_under_way(0)
