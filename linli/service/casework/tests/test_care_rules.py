"""The days, hours and eyes that care, children, violence and corrections turn on; no database."""

from datetime import date, datetime, timedelta

import pytest

from linli.lib.calendar import SHANGHAI
from linli.service.casework.rules import care, children, corrections, violence

NOON = datetime(2026, 11, 2, 12, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("last", "every", "by"),
    [
        (date(2026, 11, 2), care.Every(7, "days"), date(2026, 11, 9)),
        (date(2026, 1, 31), care.Every(1, "months"), date(2026, 2, 28)),
        (date(2026, 11, 30), care.Every(3, "months"), date(2027, 2, 28)),
    ],
)
def test_the_next_visit_is_due_by_the_rhythm_agreed(last, every, by):
    assert care.next_by(last, every) == by
    assert care.within_tier(by, by)
    assert not care.within_tier(by + timedelta(days=1), by)


@pytest.mark.parametrize(("hours", "holds"), [(0, True), (24, True), (25, False), (-1, False)])
def test_after_a_shock_the_last_hour_still_counts(hours, holds):
    visited = NOON + timedelta(hours=hours)
    assert bool(care.in_time_after(NOON, visited, hours=24)) is holds


def test_a_plan_stands_on_a_yes_and_ends_the_day_it_is_ended():
    assert care.agreed(True)
    assert not care.agreed(False)
    ended = date(2026, 11, 2)
    assert care.still_wanted(ended, ended - timedelta(days=1))
    assert not care.still_wanted(ended, ended)
    assert care.still_wanted(None, ended)


def test_a_visit_nobody_entered_is_missed_that_very_afternoon():
    assert care.missed_from(date(2026, 11, 2), 17) == datetime(2026, 11, 2, 17, tzinfo=SHANGHAI)
    assert care.same_day(NOON, NOON.replace(hour=23, minute=59))
    assert not care.same_day(NOON, NOON.replace(hour=0) + timedelta(days=1))


@pytest.mark.parametrize(
    ("taken", "contact", "key", "offered"),
    [
        ((), True, True, ("second_try", "police")),
        (("second_try",), True, True, ("phone", "police")),
        (("second_try", "phone"), True, True, ("contact", "police")),
        (("second_try", "phone"), False, True, ("neighbour", "police")),
        (("second_try", "phone"), False, False, ("police",)),
        (("police",), False, False, ("second_try", "police")),
        (("second_try", "phone", "contact"), 2, True, ("contact", "police")),
        (("second_try", "phone", "contact", "contact"), 2, True, ("neighbour", "police")),
        (care.STEPS, True, True, ("police",)),
    ],
)
def test_the_search_goes_step_by_step_and_the_police_at_any_moment(taken, contact, key, offered):
    assert care.open_steps(taken, contacts=int(contact), has_key=key) == offered
    for step in care.STEPS:
        found = care.step_in_turn(step, taken, contacts=int(contact), has_key=key)
        assert bool(found) is (step in offered)


def test_a_neighbour_opens_only_where_the_elder_named_one():
    assert care.may_ask_neighbour(True)
    assert not care.may_ask_neighbour(False)


def test_the_share_visited_counts_each_plan_once():
    assert care.visited_share(["a", "b", "b"], ["b", "b", "c"]) == (1, 2)


def test_a_child_is_reported_before_a_form_is_written():
    assert not children.reported_first(None)
    assert children.reported_first(NOON)
    on_time = children.reported_at_once(NOON, NOON + timedelta(hours=1), hours=1)
    late = children.reported_at_once(NOON, NOON + timedelta(hours=1, seconds=1), hours=1)
    assert on_time
    assert not late
    assert not children.noticed_before(NOON + timedelta(seconds=1), NOON)


@pytest.mark.parametrize(("on", "under"), [(date(2026, 11, 1), True), (date(2026, 11, 2), False)])
def test_fourteen_begins_on_the_birthday(on, under):
    assert children.is_under(date(2012, 11, 2), on, years=14) is under


@pytest.mark.parametrize(
    ("under", "consented", "danger", "holds"),
    [
        (True, False, False, False),
        (True, True, False, True),
        (True, False, True, True),
        (False, False, False, True),
    ],
)
def test_a_parent_consents_except_where_the_parent_is_the_danger(under, consented, danger, holds):
    assert bool(children.parental_consent(under, consented, danger)) is holds


def test_every_year_is_audited_for_itself():
    assert children.audited(2026, 2026)
    assert not children.audited(2025, 2026)
    assert not children.audited(None, 2026)


def test_the_police_are_told_of_whoever_lacks_full_capacity():
    assert not violence.reported(full_capacity=False, reported_to_police=False)
    assert violence.reported(full_capacity=False, reported_to_police=True)
    assert violence.reported(full_capacity=True, reported_to_police=False)


def test_the_two_visits_never_fall_on_one_day():
    first = date(2026, 11, 2)
    assert not violence.visits_apart(first, first, days=1)
    assert violence.visits_apart(first, first + timedelta(days=1), days=1)
    assert not violence.visits_apart(first, first - timedelta(days=3), days=1)
    assert not violence.different_people("a", "a")


@pytest.mark.parametrize(
    ("made", "last", "holds"),
    [
        (date(2026, 3, 1), date(2026, 9, 1), True),
        (date(2026, 3, 1), date(2026, 9, 2), False),
        (date(2026, 8, 31), date(2027, 2, 28), True),
        (date(2026, 3, 1), date(2026, 2, 28), False),
    ],
)
def test_an_order_holds_for_six_months_at_most(made, last, holds):
    assert bool(violence.order_within(made, last, months=6)) is holds


def test_an_order_holds_on_its_last_day_and_not_from_the_day_it_is_lifted():
    made, last = date(2026, 3, 1), date(2026, 9, 1)
    assert violence.order_holds(made, last, None, last)
    assert not violence.order_holds(made, last, None, last + timedelta(days=1))
    assert not violence.order_holds(made, last, date(2026, 5, 1), date(2026, 5, 1))


def test_somebody_who_can_apply_applies_themselves():
    assert violence.may_apply_for("threatened")
    assert not violence.may_apply_for("busy")


@pytest.mark.parametrize(
    ("text", "holds"),
    [("W", True), ("WXL", True), ("WXLA", True), ("WXLAB", False), ("", False), ("wx", False),
     ("王", False), ("W1", False), ("W.X", False), ("Ｗ", False)],
)  # fmt: skip
def test_only_initials_are_kept(text, holds):
    assert bool(corrections.only_initials(text, most=4)) is holds


@pytest.mark.parametrize(
    ("words", "holds"),
    [("想学电工，下周问培训班", True), ("电话13800000000", False), ("住3号楼2单元501室", False)],
)
def test_notes_of_help_say_nothing_by_which_somebody_is_known(words, holds):
    assert bool(corrections.names_nobody(words)) is holds


def test_the_group_fits_whom_it_helps():
    assert not corrections.woman_in_group(True, ())
    assert corrections.woman_in_group(True, ("a",))
    assert corrections.woman_in_group(False, ())
    assert not corrections.minors_apart(True, False)
    assert corrections.minors_apart(True, True)


def test_the_record_is_sealed_when_its_last_day_is_over():
    last = date(2026, 11, 2)
    assert not corrections.over(last, datetime(2026, 11, 2, 23, 59, 59, tzinfo=SHANGHAI))
    assert corrections.over(last, datetime(2026, 11, 3, 0, 0, tzinfo=SHANGHAI))
    assert not corrections.ends_after(last, last)
