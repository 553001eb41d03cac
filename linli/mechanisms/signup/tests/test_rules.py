"""The line as pure rules: never overfull, and nobody overtaken except by who fits where they do
not."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings, strategies as some

from linli.mechanisms.signup.rules import (
    LEAST_OFFER,
    Waiting,
    digest_of,
    drawn_order,
    goes_in,
    guardian_agrees,
    has_place,
    is_of_age,
    is_open,
    may_wait,
    next_in_line,
    offered_until,
)

AT = datetime(2027, 3, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def line_of(wanted):
    return [Waiting(UUID(int=place), seats) for place, seats in enumerate(wanted)]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(some.integers(1, 6), max_size=30), some.integers(0, 40))
def test_no_more_is_offered_than_is_free_and_who_is_passed_over_did_not_fit(wanted, left):
    line = line_of(wanted)
    chosen = next_in_line(line, left)
    seats = {each.key: each.wanted for each in line}
    assert sum(seats[key] for key in chosen) <= left
    assert chosen == [each.key for each in line if each.key in set(chosen)]
    free = left
    for each in line:
        if each.key in chosen:
            free -= each.wanted
        else:
            assert each.wanted > free
    assert next_in_line(line, None) == [each.key for each in line]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    some.lists(
        some.one_of(
            some.tuples(some.just("come"), some.integers(1, 4)),
            some.tuples(some.just("leave"), some.integers(0, 30)),
        ),
        max_size=40,
    ),
    some.integers(1, 8),
)
def test_coming_and_leaving_never_overfills_and_leaves_no_place_somebody_waiting_fits(moves, seats):
    """What the acts do with the rules: a newcomer goes in or waits, and whatever becomes free
    is given on at once."""
    held, waiting, number = {}, [], 0
    for move, what in moves:
        left = seats - sum(held.values())
        if move == "come":
            number += 1
            if what > seats:
                continue
            if goes_in(waiting, left, what):
                held[UUID(int=number)] = what
            else:
                waiting.append(Waiting(UUID(int=number), what))
        elif held:
            held.pop(list(held)[what % len(held)])
        left = seats - sum(held.values())
        for key in next_in_line(waiting, left):
            held[key] = next(each.wanted for each in waiting if each.key == key)
        waiting = [each for each in waiting if each.key not in held]
        left = seats - sum(held.values())
        assert left >= 0
        assert all(each.wanted > left for each in waiting)
        assert [each.key for each in waiting] == sorted(each.key for each in waiting)


@pytest.mark.parametrize(
    ("seconds", "opens"), [(-1, False), (0, True), (3600, True), (3601, False)]
)
def test_names_are_taken_from_the_opening_to_the_closing_both_included(seconds, opens):
    found = is_open("open", AT, AT + HOUR, AT + timedelta(seconds=seconds))
    assert bool(found) is opens
    assert not is_open("closed", None, None, AT)
    assert is_open("open", None, None, AT)


def test_both_ends_of_an_age_are_inside_and_an_age_nobody_asked_for_is_not_guessed():
    inside = [age for age in range(4, 12) if is_of_age(age, 6, 9)]
    assert inside == [6, 7, 8, 9]
    assert is_of_age(None, 6, 9)
    assert is_of_age(90, 60, None)
    assert not is_of_age(59, 60, None)


@pytest.mark.parametrize(
    ("age", "guardian", "holds"),
    [(17, "", False), (17, "  ", False), (17, "王芳", True), (18, "", True), (None, "", True)],
)
def test_under_eighteen_a_guardian_agrees(age, guardian, holds):
    assert bool(guardian_agrees(age, guardian)) is holds


def test_places_and_the_waiting_list_are_full_at_their_number():
    assert has_place(10, 8, 2)
    assert not has_place(10, 9, 2)
    assert has_place(None, 10_000, 6)
    assert may_wait(3, 2)
    assert not may_wait(3, 3)
    assert may_wait(None, 500)


def test_an_offer_stands_its_hours_or_until_it_begins_but_two_hours_at_least():
    assert offered_until(AT, 24, None) == AT + 24 * HOUR
    assert offered_until(AT, 24, AT + 48 * HOUR) == AT + 24 * HOUR
    assert offered_until(AT, 24, AT + 5 * HOUR) == AT + 5 * HOUR
    assert offered_until(AT, 24, AT + HOUR) == AT + LEAST_OFFER
    assert offered_until(AT, 24, AT - HOUR) == AT + 24 * HOUR


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.text(max_size=20), some.sets(some.integers(1, 10_000), max_size=50), some.text())
def test_a_lot_is_the_same_for_whoever_has_the_seed_in_whatever_order_names_came(
    seed, numbers, word
):
    seed, word = (text.encode("utf-8", "ignore").decode() for text in (seed, word))
    drawn = drawn_order(seed, sorted(numbers), word)
    assert drawn == drawn_order(seed, sorted(numbers, reverse=True), word)
    assert sorted(drawn) == sorted(numbers)


def test_the_word_said_at_the_draw_changes_the_order():
    numbers = list(range(1, 30))
    assert drawn_order("s", numbers, "桂花") != drawn_order("s", numbers, "荷花")
    assert digest_of("s") == digest_of("s") != digest_of("t")
