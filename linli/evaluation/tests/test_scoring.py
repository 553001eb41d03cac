"""Scores at their bounds, and changes that add up."""

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from linli.evaluation.changing import Change, moved
from linli.evaluation.definitions import read_indicators
from linli.evaluation.scoring import (
    Score,
    band_of,
    group_score,
    overall,
    read_bands,
    say_bounds,
    score,
    score_with_interval,
)
from linli.evaluation.tests.made_up import definition

RISING = replace(
    read_indicators(definition("AA01", "ratio_of_sums", ["a.answered"]))[0],
    direction="higher", goalposts=(Decimal("60"), Decimal("100")), group="SV",
)  # fmt: skip
FALLING = replace(RISING, id="AA02", direction="lower", goalposts=(Decimal("15"), Decimal("3")))


@pytest.mark.parametrize(
    ("row", "value", "expected"),
    [
        (RISING, Fraction(60), 0),
        (RISING, Fraction(599, 10), 0),
        (RISING, Fraction(80), 50),
        (RISING, Fraction(100), 100),
        (RISING, Fraction(101), 100),
        (RISING, Fraction(200, 3), Fraction(50, 3)),
        (FALLING, Fraction(15), 0),
        (FALLING, Fraction(16), 0),
        (FALLING, Fraction(9), 50),
        (FALLING, Fraction(3), 100),
        (FALLING, Fraction(0), 100),
        (RISING, None, None),
        (replace(RISING, group="CX"), Fraction(80), None),
        (replace(RISING, group="WK"), Fraction(80), None),
        (replace(RISING, goalposts=None), Fraction(80), None),
    ],
)
def test_a_score_lies_between_fixed_goalposts_and_what_is_missing_has_none(row, value, expected):
    assert score(row, value) == expected


def test_an_interval_is_scored_at_its_ends_whichever_way_is_better():
    found = score_with_interval(RISING, Fraction(80), 0.7, 0.95)
    assert (found.value, float(found.low)) == (50, pytest.approx(25))
    assert float(found.high) == pytest.approx(87.5)
    turned = score_with_interval(
        replace(FALLING, goalposts=(Decimal(40), Decimal(0))), 10, 0.05, 0.2
    )
    assert float(turned.low) == pytest.approx(50)
    assert float(turned.high) == pytest.approx(87.5)


def test_two_thirds_of_the_weight_are_enough_and_less_are_not():
    three = {"A": Score(Fraction(30)), "B": Score(Fraction(60)), "C": None}
    assert (group_score(three).value, group_score(three).present) == (45, 2)
    assert group_score({**three, "D": None}).value is None
    heavy = {"A": Fraction(1), "B": Fraction(1), "C": Fraction(1), "D": Fraction(0)}
    assert group_score({**three, "D": None}, heavy).value == 45
    skewed = {"A": Fraction(3), "B": Fraction(1), "C": Fraction(2)}
    assert group_score(three, skewed).value == Fraction(75, 2)
    assert group_score(three, {"A": Fraction(3), "B": Fraction(1), "C": Fraction(3)}).value is None
    assert group_score({}).value is None
    assert group_score({"A": None}).value is None


def test_a_hidden_value_leaves_no_trace_in_the_score_of_its_group():
    """Whatever it is, the group's score, interval and count are the same."""
    shown = {"A": Score(Fraction(30)), "B": Score(Fraction(60), Fraction(50), Fraction(75))}
    joint = group_score({**shown, "C": None})
    assert (joint.value, joint.present, joint.asked) == (45, 2, 3)
    assert (joint.low, joint.high) == (pytest.approx(40), pytest.approx(52.5))


def test_a_strong_group_does_not_buy_off_a_weak_one():
    joined = overall({"SG": Fraction(100), "SV": Fraction(0), "SF": None})
    assert joined.geometric == pytest.approx(10)
    assert joined.arithmetic == Fraction(101, 2)
    assert (joined.present, joined.asked) == (2, 3)
    even = overall({"SG": Fraction(50), "SV": Fraction(50)})
    assert even.geometric == pytest.approx(float(even.arithmetic)) == pytest.approx(50.5)
    assert overall({"SG": Fraction(50), "SV": None}).geometric is None
    light = overall({"SG": Fraction(50), "SV": None}, {"SG": Fraction(2), "SV": Fraction(1)})
    assert light.geometric == pytest.approx(50.5)
    # The COINr vector: 20, 80, 60 by .5, .3, .2 on 1 to 100.
    laid = [(Fraction(each) - 1) * 100 / 99 for each in (20, 80, 60)]
    found = overall(
        dict(zip("ABC", laid, strict=True)),
        {"A": Fraction(5, 10), "B": Fraction(3, 10), "C": Fraction(2, 10)},
    )
    assert found.arithmetic == 46
    assert found.geometric == pytest.approx(37.7635, abs=1e-4)


def test_a_bound_belongs_to_the_better_band():
    assert [band_of(each).code for each in (0, 39.99, 40, Fraction(5999, 100), 60, 85, 100)] == [
        "start", "start", "growing", "growing", "good", "model", "model",
    ]  # fmt: skip
    assert [(int(low), int(high)) for _title, low, high in say_bounds()] == [
        (0, 40), (40, 60), (60, 85), (85, 100),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="begin at 0"):
        read_bands('[[band]]\ncode = "x"\nfrom = 1\ntitle = "x"\ntitle_en = "x"')


def test_a_change_is_taken_apart_without_a_remainder():
    chance = random.Random(7)
    quotients = [(chance.randrange(2000), chance.randrange(1, 2000)) for _each in range(60)]
    for before, now in [*pairwise(quotients), ((0, 1), (0, 1))]:
        change = Change(before, now)
        assert change.by_numerator + change.by_denominator == change.value
        assert change.by_volume + change.by_rate == change.counted == now[0] - before[0]
    # Forty more of eighty late where none was late of a hundred: all of it is the rate's.
    worse = Change((100, 100), (40, 80))
    assert (worse.by_volume, worse.by_rate, worse.counted) == (-20, -40, -60)


def test_what_is_defined_otherwise_is_not_said_to_have_changed():
    before = {"A": (1, Fraction(50)), "B": (1, Fraction(50)), "C": (1, None), "D": (1, Fraction(9))}
    now = {
        "A": (1, Fraction(70)),
        "B": (2, Fraction(10)),
        "C": (1, Fraction(5)),
        "D": (1, Fraction(3)),
    }
    assert [(each.name, each.by) for each in moved(before, now)] == [("D", -6), ("A", 20)]
