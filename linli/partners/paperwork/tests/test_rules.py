"""What filling another office's form asks, without a database."""

from datetime import date
from decimal import Decimal

import pytest

from linli.partners.paperwork import rules
from linli.partners.paperwork.slots import pack, unpack


def test_a_form_may_be_wanted_on_the_day_it_came_and_not_the_day_before():
    came = date(2026, 11, 2)
    assert rules.due_after_received(came, came)
    assert not rules.due_after_received(came, date(2026, 11, 1))


def test_what_has_no_ground_is_neither_collected_nor_told():
    found = rules.has_ground(["宗教信仰"])
    assert not found
    assert {"pipl.6", "pipl.13", "pipl.28"} <= set(found.cites)
    assert rules.has_ground([])


def test_a_form_with_nothing_to_fill_is_no_form_to_fill():
    assert not rules.something_to_fill(["empty", "leave"])
    assert rules.something_to_fill(["empty", "ask"])


@pytest.mark.parametrize(
    ("rows", "holds"), [(0, False), (1, True), (20_000, True), (20_001, False)]
)
def test_a_form_is_about_somebody_and_fits_a_file(rows, holds):
    assert bool(rules.somebody_chosen(rows)) is holds


def test_a_transfer_by_consent_needs_that_everybody_was_told_and_agreed():
    assert rules.transfer_has_ground("duty", told_and_agreed=False)
    assert rules.transfer_has_ground("emergency", told_and_agreed=False)
    assert rules.transfer_has_ground("consent", told_and_agreed=True)
    assert not rules.transfer_has_ground("consent", told_and_agreed=False)
    assert not rules.transfer_has_ground("", told_and_agreed=True)


def test_numbers_of_children_leave_by_the_director_alone():
    assert rules.children_by_director(0, director=False)
    assert rules.children_by_director(1, director=True)
    assert not rules.children_by_director(1, director=False)


def test_no_change_is_said_only_where_nothing_changed():
    assert rules.nothing_changed(0, 0, 0)
    assert not any(rules.nothing_changed(*each) for each in ((1, 0, 0), (0, 1, 0), (0, 0, 1)))


def test_a_cell_that_is_empty_and_one_that_is_missing_are_the_same():
    assert rules.changed_keys({"a": "", "b": "t:x"}, {"b": "t:x"}) == ()
    assert rules.changed_keys({"b": "t:x"}, {"a": "n:1", "b": "t:y"}) == ("b", "a")


@pytest.mark.parametrize(
    "content", ["李秀英", "", None, 72, date(1953, 7, 8), Decimal("12.50"), "n:1", "0012"]
)
def test_a_cell_comes_back_from_its_kept_copy_as_what_it_was(content):
    assert unpack(pack(content)) == (content or None if content == "" else content)
