import csv
import json
import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.numbers import median, wilson, wilson_of

_DATA = Path(
    os.environ.get("LINLI_TEST_DATA")
    or Path(__file__).resolve().parents[4].parent / "shared" / "data"
)
_FILE = _DATA / "vectors" / "statistics.csv"


def _figures(topic: str):
    if not _FILE.exists():
        reason = f"{_FILE.name} with reference figures is not on this machine"
        return [pytest.param("", {}, "", 0.0, marks=pytest.mark.skip(reason=reason))]
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return [
            (row["case"], json.loads(row["inputs"]), row["quantity"], float(row["value"]))
            for row in csv.DictReader(lines)
            if row["topic"] == topic
        ]


@pytest.mark.parametrize(("case", "inputs", "quantity", "value"), _figures("wilson"))
def test_the_interval_agrees_with_published_figures(case, inputs, quantity, value):
    low, high = wilson(inputs["k"], inputs["n"])
    assert {"lower": low, "upper": high}[quantity] == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(("case", "inputs", "quantity", "value"), _figures("wilson_fpc"))
def test_asking_most_of_a_small_place_narrows_the_interval(case, inputs, quantity, value):
    low, high = wilson(inputs["k"], inputs["n"], population=inputs["N"])
    assert {"lower": low, "upper": high}[quantity] == pytest.approx(value, abs=1e-12)


def test_newcombes_first_case_without_any_file():
    low, high = wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_the_rounded_quantile_may_be_given_as_a_fraction():
    assert wilson(81, 263, z=Fraction(196, 100)) == pytest.approx(wilson(81, 263, z=1.96))


def test_with_nobody_asked_nothing_is_known():
    assert wilson(0, 0) == (0.0, 1.0)


def test_with_everybody_asked_nothing_is_left_to_chance():
    assert wilson(7, 10, population=10) == (0.7, 0.7)


def test_none_and_all_touch_the_ends_exactly():
    assert wilson(0, 20)[0] == 0.0
    assert wilson(20, 20)[1] == 1.0


@pytest.mark.parametrize("values", [(-1, 10), (11, 10), (0, -1)])
def test_more_than_were_asked_is_refused(values):
    with pytest.raises(ValueError):
        wilson(*values)


def test_more_asked_than_there_are_is_refused():
    with pytest.raises(ValueError):
        wilson(5, 10, population=9)


@settings(deadline=None)
@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_between_none_and_all(drawn):
    part, n = drawn
    low, high = wilson(part, n)
    assert 0.0 <= low <= part / n <= high <= 1.0


def test_the_median_of_an_even_number_is_an_exact_half():
    assert median([1, 2]) == Fraction(3, 2)
    assert median([5, 1, 3]) == 3
    assert median([10**17, 10**17 + 1]) == Fraction(2 * 10**17 + 1, 2)


def test_the_median_of_nothing_is_missing():
    assert median([]) is None


def test_the_median_refuses_floats():
    with pytest.raises(TypeError):
        median([1.5, 2])


@settings(deadline=None)
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1))
def test_at_most_half_lie_on_either_side_of_the_median(values):
    middle = median(values)
    assert middle is not None
    assert 2 * sum(value < middle for value in values) <= len(values)
    assert 2 * sum(value > middle for value in values) <= len(values)


def test_a_weighted_sample_need_not_be_worth_whole_answers():
    assert wilson_of(Fraction(81, 263), 263) == pytest.approx(wilson(81, 263))
    narrow, wide = wilson_of(0.8, 240.4), wilson_of(0.8, 240.3)
    assert wide[0] < narrow[0] < 0.8 < narrow[1] < wide[1]
    for share, size in ((1.1, 10), (-0.1, 10), (0.5, 0)):
        with pytest.raises(ValueError):
            wilson_of(share, size)
