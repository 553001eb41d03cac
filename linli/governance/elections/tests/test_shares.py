"""Every share of the law at its boundary: just under, on it, just over; nobody, one, very many."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import example, given, strategies as st

from linli.governance.elections.rules import (
    MODES,
    RecallVote,
    election_law,
    enough_took_part,
    has_majority,
    reaches_floor,
    recall_petitioned,
    recalled,
)

LAW = election_law(date(2026, 6, 1))
WHOLES = st.integers(0, 10**6)
HALF, THIRD, TWO_THIRDS, TENTH = Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1, 10)


def boundary(whole, share):
    """The largest count that does not exceed the share, and whether it reaches it exactly."""
    count = whole * share.numerator // share.denominator
    return count, count * share.denominator == whole * share.numerator


@pytest.mark.parametrize("mode", MODES)
@given(electors=WHOLES)
@example(0)
@example(1)
@example(2)
@example(10**6)
@example(10**6 + 1)
def test_turnout_must_exceed_its_share(mode, electors):
    share = TWO_THIRDS if mode == "representatives" else HALF
    count, _exact = boundary(electors, share)
    assert not enough_took_part(mode, electors, count, law=LAW)
    over = enough_took_part(mode, electors, count + 1, law=LAW)
    assert over.holds is (electors > 0)
    assert over.numbers["needed"] == count + 1


@given(voted=WHOLES)
@example(0)
@example(1)
@example(2)
def test_half_of_the_votes_elect_nobody_and_one_more_does(voted):
    count, _exact = boundary(voted, HALF)
    assert not has_majority("甲", count, voted, law=LAW)
    assert has_majority("甲", count + 1, voted, law=LAW).holds is (voted > 0)


@given(cast=WHOLES)
@example(0)
@example(1)
@example(2)
@example(3)
def test_a_third_of_the_ballots_is_enough_in_a_run_off_and_one_less_is_not(cast):
    count, exact = boundary(cast, THIRD)
    found = reaches_floor("甲", count, cast, law=LAW)
    assert found.holds is (exact and cast > 0)
    assert reaches_floor("甲", count + 1, cast, law=LAW).holds is (cast > 0)
    assert found.numbers["needed"] == max(count if exact else count + 1, 1)


@pytest.mark.parametrize("by", MODES)
@given(base=WHOLES)
@example(0)
@example(10)
def test_a_petition_for_recall_needs_its_share_and_no_more(by, base):
    count, exact = boundary(base, THIRD if by == "representatives" else TENTH)
    assert recall_petitioned(by, count, base, law=LAW).holds is (exact and base > 0)
    assert recall_petitioned(by, count + 1, base, law=LAW).holds is (base > 0)


@given(electors=st.integers(1, 10**6), yes=st.integers(0, 10**6))
def test_a_recall_passes_only_with_turnout_and_more_than_half_of_those_voting(electors, yes):
    cast = min(electors, max(yes, electors // 2 + 1))
    yes = min(yes, cast)
    found = recalled(RecallVote("electors", electors, cast, yes), law=LAW)
    assert bool(found) is (2 * cast > electors and 2 * yes > cast)


def test_the_first_vectors_of_the_field():
    assert enough_took_part("electors", 1001, 501, law=LAW)
    assert not enough_took_part("electors", 1001, 500, law=LAW)
    assert has_majority("甲", 251, 501, law=LAW)
    assert not has_majority("甲", 250, 501, law=LAW)
    assert reaches_floor("甲", 167, 501, law=LAW)
    assert not reaches_floor("甲", 166, 501, law=LAW)
    assert not enough_took_part("representatives", 60, 40, law=LAW)
    assert enough_took_part("representatives", 60, 41, law=LAW)
