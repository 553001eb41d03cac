"""What becomes of what two devices say: whatever the order, no value is lost."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from linli.mechanisms.rounds import rules
from linli.mechanisms.rounds.rules import CONFLICT, SAME, TAKE, Said, Standing, merge


@pytest.mark.parametrize(
    ("standing", "said", "becomes"),
    [
        (Standing(), Said("3", "a"), TAKE),
        (Standing("2", 1, ("a",)), Said("3", "b", seen=1), TAKE),
        (Standing("2", 1, ("a",)), Said("3", "b", seen=0), CONFLICT),
        (Standing("2", 1, ("a",)), Said("2", "b", seen=0), TAKE),
        (Standing("2", 1, ("a",)), Said("3", "b", seen=0, after=("a",)), TAKE),
        (Standing("2", 1, ("a",)), Said("3", "a", seen=0), SAME),
        (Standing("", 0), Said("", "a"), TAKE),
        (Standing("2", 3, ("c",)), Said("2", "d", seen=2), TAKE),
        (Standing("2", 3, ("c",)), Said("", "d", seen=2), CONFLICT),
    ],
)
def test_what_becomes_of_an_entry(standing, said, becomes):
    assert merge(standing, said) == becomes


_device = st.lists(st.sampled_from(["1", "2", "3", ""]), max_size=3)


@given(st.lists(_device, min_size=1, max_size=3), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_whatever_order_devices_send_in_no_value_is_lost(devices, chance):
    """Each device sends its own entries in their order, one after the other made knowing those
    before; between the devices any order may come about, and an entry may come twice."""
    queues = [
        [
            Said(value, f"{device}-{place}", after=tuple(f"{device}-{at}" for at in range(place)))
            for place, value in enumerate(values)
        ]
        for device, values in enumerate(devices)
    ]
    last_words = {values[-1] for values in devices if values}
    standing, aside, taken = Standing(), [], []
    while any(queues):
        said = chance.choice([queue for queue in queues if queue]).pop(0)
        for _twice in range(2):
            match merge(standing, said):
                case rules.TAKE:
                    taken.append((standing, said))
                    standing = rules.put(standing, said)
                case rules.CONFLICT:
                    aside.append(said.value)
    assert last_words <= rules.values_kept(standing, aside)
    # What was replaced was replaced by its own device, which knew it.
    for before, said in taken:
        assert set(before.entries) <= set(said.after) or before.value == said.value


_MOMENT = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 (compared with its like only)


@pytest.mark.parametrize(
    ("found", "holds"),
    [
        (rules.doors_given(0), False),
        (rules.doors_given(1), True),
        (rules.day_ahead(date(2026, 3, 1), date(2026, 3, 2)), False),
        (rules.day_ahead(date(2026, 3, 2), date(2026, 3, 2)), True),
        (rules.day_came(date(2026, 3, 3), date(2026, 3, 2)), True),
        (rules.day_came(date(2026, 3, 4), date(2026, 3, 2)), False),
        (rules.day_came(date(2026, 3, 1), date(2026, 3, 2)), True),
        (rules.two_went(False, "", (), "a"), True),
        (rules.two_went(True, "", ("a", "b"), "a"), False),
        (rules.two_went(True, "a", ("a", "b"), "a"), False),
        (rules.two_went(True, "c", ("a", "b"), "a"), False),
        (rules.two_went(True, "b", ("a", "b"), "a"), True),
        (rules.kept_by_choice(True, False), False),
        (rules.kept_by_choice(True, True), True),
        (rules.kept_by_choice(False, False), True),
        (rules.all_decided(0, 1), False),
        (rules.all_decided(0, 0), True),
        (rules.asked_here({"a", "x"}, {"a"}), False),
    ],
)
def test_a_promise_at_its_edge(found, holds):
    assert found.holds is holds


@pytest.mark.parametrize(
    ("kind", "value", "holds"),
    [
        ("yes_no", "yes", True),
        ("yes_no", "maybe", False),
        ("choice", "am", True),
        ("choice", "night", False),
        ("number", "20", True),
        ("number", "21", False),
        ("number", "-1", False),
        ("number", "2.5", False),
        ("number", "２", False),
        ("date", "2026-02-28", True),
        ("date", "2026-02-29", False),
        ("date", "20260228", False),
        ("text", "字" * 400, True),
        ("text", "字" * 401, False),
        ("number", "", True),
    ],
)
def test_a_value_is_of_the_sort_that_was_asked(kind, value, holds):
    found = rules.fits("", kind, value, choices=("am",), least=0, most=20, longest=400)
    assert found.holds is holds


def test_after_three_attempts_a_letter_and_then_a_call():
    assert [rules.next_way(tried, False, after=3) for tried in (1, 2, 3)] == [
        "knock",
        "knock",
        "letter",
    ]
    assert rules.next_way(4, True, after=3) == "phone"


def test_a_device_whose_clock_is_ahead_says_nothing_of_the_future():
    ahead = _MOMENT + timedelta(hours=3)
    assert rules.not_from_the_future(ahead, _MOMENT) == _MOMENT
    assert rules.not_from_the_future(_MOMENT, ahead) == _MOMENT
