from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.numbers import at_least, least_at_least, least_over, over, percent, share

HALF, THIRD, TWO_THIRDS = Fraction(1, 2), Fraction(1, 3), Fraction(2, 3)
TENTH, FOUR_FIFTHS, THREE_QUARTERS = Fraction(1, 10), Fraction(4, 5), Fraction(3, 4)

counts = st.integers(min_value=0, max_value=10**12)
shares = st.fractions(min_value=0, max_value=1, max_denominator=1000)


@pytest.mark.parametrize(
    ("count", "whole", "part", "holds"),
    [
        (501, 1001, HALF, True),  # turnout of an all-voter election, RCL 19
        (500, 1001, HALF, False),
        (500, 1000, HALF, False),  # exactly half is not more than half
        (251, 501, HALF, True),  # a candidate's votes
        (250, 501, HALF, False),
        (40, 60, TWO_THIRDS, False),  # exactly two thirds of the representatives
        (41, 60, TWO_THIRDS, True),
    ],
)
def test_more_than_a_share_excludes_the_share_itself(count, whole, part, holds):
    assert over(count, whole, part) is holds


@pytest.mark.parametrize(
    ("count", "whole", "part", "holds"),
    [
        (167, 501, THIRD, True),  # run-off, RCL 19
        (166, 501, THIRD, False),
        (40, 60, TWO_THIRDS, True),  # quorum of the representatives' meeting, RCL 29
        (39, 60, TWO_THIRDS, False),
        (28, 35, FOUR_FIFTHS, True),  # its composition, RCL 28
        (28, 36, FOUR_FIFTHS, False),
        (188, 281, TWO_THIRDS, True),  # owners by heads, CC 278
        (187, 281, TWO_THIRDS, False),
        (150, 200, THREE_QUARTERS, True),
        (149, 200, THREE_QUARTERS, False),
        (100, 1000, TENTH, True),  # a petition, RCL 20
        (99, 1000, TENTH, False),
    ],
)
def test_at_least_a_share_includes_the_share_itself(count, whole, part, holds):
    assert at_least(count, whole, part) is holds


def test_nobody_out_of_nobody_reaches_no_share():
    assert not over(0, 0, HALF)
    assert not at_least(0, 0, HALF)
    assert not at_least(0, 0, Fraction(0))


@pytest.mark.parametrize("compare", [over, at_least])
@pytest.mark.parametrize(
    "values", [(50.0, 100, HALF), (50, 100.0, HALF), (50, 100, 0.5), (True, 100, HALF)]
)
def test_floats_and_truths_are_refused(compare, values):
    with pytest.raises(TypeError):
        compare(*values)


@pytest.mark.parametrize("compare", [over, at_least])
@pytest.mark.parametrize("values", [(-1, 10, HALF), (1, -10, HALF), (1, 10, Fraction(-1, 2))])
def test_negative_counts_are_refused(compare, values):
    with pytest.raises(ValueError):
        compare(*values)


@settings(deadline=None)
@given(counts, st.integers(min_value=1, max_value=10**12), shares)
def test_the_two_comparisons_agree_with_exact_fractions(count, whole, part):
    assert over(count, whole, part) == (Fraction(count, whole) > part)
    assert at_least(count, whole, part) == (Fraction(count, whole) >= part)


@settings(deadline=None)
@given(counts, counts)
def test_a_share_is_missing_only_where_the_whole_is_nothing(part, whole):
    found = share(part, whole)
    if whole == 0:
        assert found is None
    else:
        assert found is not None
        assert found * whole == part


def test_a_share_of_nothing_is_missing_and_not_zero():
    assert share(0, 0) is None
    assert share(0, 10) == 0
    assert percent(0, 0) is None
    assert percent(0, 10) == Decimal("0.0")


@pytest.mark.parametrize(
    ("part", "whole", "places", "shown"),
    [
        (1, 16, 1, "6.2"),  # 6.25: half goes to the even figure
        (3, 16, 1, "18.8"),  # 18.75
        (1, 8, 0, "12"),  # 12.5
        (3, 8, 0, "38"),  # 37.5
        (1, 3, 1, "33.3"),
        (2, 3, 2, "66.67"),
        (1, 1, 1, "100.0"),
        (999, 1000, 1, "99.9"),
        (9999, 10000, 1, "100.0"),
    ],
)
def test_a_percentage_is_rounded_once_from_the_exact_fraction(part, whole, places, shown):
    assert str(percent(part, whole, places)) == shown


def test_a_percentage_refuses_fewer_than_no_places():
    with pytest.raises(ValueError):
        percent(1, 2, places=-1)


@settings(deadline=None)
@given(counts, st.integers(min_value=1, max_value=10**12), st.integers(0, 4))
def test_a_percentage_is_within_half_a_last_place(part, whole, places):
    shown = percent(part, whole, places)
    assert shown is not None
    assert abs(Fraction(shown) - Fraction(100 * part, whole)) <= Fraction(1, 2 * 10**places)


@given(st.integers(0, 10**6), st.fractions(0, 1, max_denominator=12))
def test_how_many_are_needed_is_the_first_number_that_is_enough(whole, part):
    needed = least_over(whole, part)
    assert not over(needed - 1, whole, part)
    assert over(needed, whole, part) is (whole > 0)
    needed = least_at_least(whole, part)
    assert at_least(needed, whole, part) is (whole > 0)
    assert needed == 1 or not at_least(needed - 1, whole, part)
