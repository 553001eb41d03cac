"""The printed rule of a season: what it promises holds whatever is wished."""

from hashlib import sha256
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from linli.culture.facilities.rules.season import (
    SMALL,
    STEPS,
    TAKEN,
    SlotFacts,
    Wished,
    allocate,
    drawn,
    fits,
    lot_of,
    next_for,
)

KEYS = [UUID(int=number) for number in range(1, 7)]


@st.composite
def seasons(draw):
    slots = [
        SlotFacts(key, draw(st.none() | st.integers(1, 60)), draw(st.none() | st.booleans()))
        for key in KEYS[: draw(st.integers(1, 6))]
    ]
    known = [slot.key for slot in slots]
    wishes = [
        Wished(
            UUID(int=100 + number),
            number,
            tuple(draw(st.lists(st.sampled_from(known), min_size=1, max_size=4, unique=True))),
            draw(st.integers(1, 70)),
            draw(st.booleans()),
        )
        for number in range(1, draw(st.integers(0, 8)) + 1)
    ]
    return slots, wishes, draw(st.text("0123456789abcdef", max_size=4)), draw(st.integers(1, 3))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seasons(), st.integers(0, 7))
def test_what_the_printed_rule_promises_holds(season, turned):
    slots, wishes, seed, most = season
    plan = allocate(slots, wishes, seed=seed, most=most)
    by_number = {wish.number: wish for wish in wishes}
    facts = {slot.key: slot for slot in slots}
    # No slot twice, none that does not do, none that was not wished for, nobody more than `most`.
    assert len({got.slot for got in plan.turns}) == len(plan.turns)
    for got in plan.turns:
        wish = by_number[got.number]
        assert wish.slots[got.rank - 1] == got.slot
        assert not fits(wish, facts[got.slot])
    assert all(len(each.got) <= most for each in plan.outcomes)
    # In the first round nobody would rather have what went to somebody later in the lot.
    first = {got.number: got for got in plan.turns if got.round == 1}
    for number, wish in by_number.items():
        place = plan.order.index(number)
        mine = first[number].rank if number in first else len(wish.slots) + 1
        for got in first.values():
            if plan.order.index(got.number) > place and got.slot in wish.slots:
                better = wish.slots.index(got.slot) + 1 < mine
                assert not better or fits(wish, facts[got.slot])
    # Whoever has none could have none: every wish is taken, too small or has steps.
    for outcome in plan.outcomes:
        if not outcome.got:
            assert len(outcome.passed) == len(by_number[outcome.number].slots)
    # The rows may be read in any order.
    again = [*wishes[turned:], *wishes[:turned]][::-1]
    assert allocate(slots[::-1], again, seed=seed, most=most) == plan


def test_a_second_slot_only_after_everybody_had_a_turn_and_the_other_way_round():
    a, b, c = KEYS[:3]
    wishes = [
        Wished(UUID(int=101), 1, (a, b, c)), Wished(UUID(int=102), 2, (a, b, c)),
    ]  # fmt: skip
    plan = allocate([SlotFacts(key) for key in (a, b, c)], wishes, seed="s", most=2)
    first, second = plan.order
    told = [(got.number, got.slot, got.round, got.turn) for got in plan.turns]
    assert told == [(first, a, 1, 1), (second, b, 1, 2), (second, c, 2, 1)]
    loser = plan.outcomes[0]
    assert [(each.why, each.by, each.round, each.turn) for each in loser.passed] == [
        (TAKEN, second, 1, 2),
        (TAKEN, second, 2, 1),
    ]


def test_a_slot_that_does_not_do_is_passed_over_with_the_reason():
    small, steps, unknown = KEYS[:3]
    slots = [SlotFacts(small, 20, True), SlotFacts(steps, 50, False), SlotFacts(unknown)]
    wish = Wished(UUID(int=101), 1, (small, steps, unknown), size=21, step_free=True)
    (outcome,) = allocate(slots, [wish], seed="s").outcomes
    assert [each.why for each in outcome.passed] == [SMALL, STEPS, STEPS]
    assert not fits(Wished(wish.key, 1, (small,), size=20, step_free=True), slots[0])


@pytest.mark.parametrize("called", ["", "7"])
def test_the_lot_is_the_digest_anybody_can_reckon(called):
    assert drawn("seed", called, [3, 1, 2]) == sorted(
        [1, 2, 3], key=lambda number: lot_of("seed", called, number)
    )
    assert lot_of("seed", "7", 12) == sha256(b"seed:7:12").hexdigest()


def test_who_has_fewest_is_asked_first_and_who_has_enough_is_not():
    slot = SlotFacts(KEYS[0], 30, True)
    wishes = [
        Wished(UUID(int=100 + number), number, (KEYS[0],), size=40 if number == 4 else 10)
        for number in (1, 2, 3, 4, 5)
    ]
    held, order = {1: 1, 2: 2, 5: 0}, [5, 4, 3, 2, 1]
    assert next_for(slot, wishes, held, order, most=2) == [5, 3, 1]
