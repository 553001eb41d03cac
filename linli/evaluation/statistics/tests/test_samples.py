"""Samples: thin strata are told, weights are exact, and what is said of everybody mostly holds."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from linli.evaluation.statistics.samples import (
    Stratum,
    ThinStrata,
    design_effect,
    post_stratified,
    stratified,
    wilson_effective,
)
from linli.evaluation.statistics.subgroups import Members, subgroup_share, why_untold
from linli.evaluation.statistics.tests.reference import rows
from linli.lib.numbers import wilson


def _schools(name):
    found = {kind: [] for kind in "EHM"}
    for row in rows(f"survey_weights/{name}.csv"):
        found[row["stype"]].append((int(row["api00"]), row["sch.wide"] == "Yes"))
    return found


def test_the_schools_of_california_as_r_survey_has_them():
    everybody, sample = _schools("apipop"), _schools("apistrat")
    sizes = {kind: len(everybody[kind]) for kind in everybody}
    assert sizes == {"E": 4421, "H": 755, "M": 1018}
    scores = stratified(
        [Stratum.of_values(kind, sizes[kind], [s for s, _ in sample[kind]]) for kind in sizes]
    )
    # R survey 4.1.1 weighs with figures of seven digits; hence the tolerance.
    assert float(scores.value) == pytest.approx(662.2873631593, abs=1e-6)
    assert scores.se == pytest.approx(9.4089408028, abs=1e-6)
    assert float(design_effect(scores)) == pytest.approx(1.2045, abs=5e-5)
    shares = [
        Stratum.of_share(kind, sizes[kind], sum(y for _, y in sample[kind]), len(sample[kind]))
        for kind in sizes
    ]
    wide = stratified(shares)
    assert wide.value == Fraction(512831, 619400)
    assert wide.se == pytest.approx(0.0243447801, abs=1e-8)
    assert wide.interval() == pytest.approx((0.7751706456, 0.8704074214), abs=1e-9)
    # The census of all schools leaves no doubt, and lies inside what the sample said.
    true = stratified(
        [Stratum.of_values(kind, sizes[kind], [s for s, _ in everybody[kind]]) for kind in sizes]
    )
    assert (true.variance, true.answers) == (0, 6194)
    assert abs(float(true.value - scores.value)) < 1.96 * scores.se
    assert design_effect(true) is None


def test_intervals_from_samples_of_the_schools_hold_the_truth_about_19_times_in_20():
    everybody = _schools("apipop")
    drawn = {"E": 100, "H": 50, "M": 50}
    asked = {kind: np.array([y for _, y in everybody[kind]]) for kind in drawn}
    true = Fraction(sum(int(each.sum()) for each in asked.values()), 6194)
    chance, held, within = np.random.default_rng(11), 0, 0
    for _ in range(300):
        strata, members = [], []
        for kind, n in drawn.items():
            at = chance.choice(len(asked[kind]), n, replace=False)
            heard = asked[kind][at]
            strata.append(Stratum.of_share(kind, len(asked[kind]), int(heard.sum()), n))
            # The subgroup: every third school in the order of the file.
            mine = at % 3 == 0
            members.append(
                Members(kind, len(asked[kind]), n, int(mine.sum()), int(heard[mine].sum()))
            )
        low, high = stratified(strata).interval()
        held += low <= true <= high
        share = subgroup_share(members)
        among = [each[::3] for each in asked.values()]
        truth = sum(int(each.sum()) for each in among) / sum(len(each) for each in among)
        low, high = share.interval()
        within += low <= truth <= high
    assert held >= 275
    assert within >= 275


def test_a_thin_stratum_is_refused_or_joined_and_said_so():
    whole = Stratum.of_share("18–59", 400, 30, 40, dont_know=3)
    one = Stratum.of_share("60–79", 100, 1, 1, dont_know=2)
    none = Stratum.of_share("80–", 20, 0, 0)
    for estimate in (stratified, post_stratified):
        with pytest.raises(ThinStrata) as told:
            estimate([whole, one, none])
        assert told.value.names == ("60–79", "80–")
        found = estimate([whole, one, none], collapse=True)
        assert found.joined == (("18–59", "60–79", "80–"),)
        assert (found.value, found.answers, found.dont_know) == (Fraction(31, 41), 41, 5)
        with pytest.raises(ThinStrata):
            estimate([one], collapse=True)
        with pytest.raises(ValueError):
            estimate([whole, whole])
    two = Stratum.of_share("60–79", 100, 1, 2)
    assert stratified([whole, two, none], collapse=True).joined == (("60–79", "80–"),)
    assert stratified([none, two, whole], collapse=True).joined == (("80–", "60–79"),)
    # Nobody lives there: nothing is missing. One lives there and answered: nothing is in doubt.
    empty, single = Stratum.of_share("e", 0, 0, 0), Stratum.of_share("s", 1, 1, 1)
    assert stratified([whole, empty, single]).joined == ()


def test_what_cannot_have_been_heard_is_refused():
    for wrong in (
        lambda: Stratum.of_share("a", 10, 3, 2),
        lambda: Stratum.of_share("a", 10, 3, 9, dont_know=2),
        lambda: Stratum("a", 10, 5, None, None),
        lambda: Stratum("a", 10, 1, 0.5, 0.1),
        lambda: stratified([Stratum.of_values("a", 9, [4, 5, 5])]).interval(),
        lambda: Members("a", 10, 5, 6, 1),
        lambda: subgroup_share([Members("a", 10, 1, 1, 1)]),
    ):
        with pytest.raises(ValueError):
            wrong()


def test_without_doubt_in_the_formula_a_sample_still_has_some():
    all_said = stratified([Stratum.of_share("a", 50, 20, 20), Stratum.of_share("b", 50, 10, 10)])
    assert all_said.variance == 0
    assert all_said.interval() == wilson(30, 30, population=100)
    assert all_said.interval()[0] < 1
    everybody = stratified([Stratum.of_share("a", 20, 5, 20)])
    assert everybody.interval() == (0.25, 0.25) == wilson_effective(Fraction(1, 4), 0)


def test_small_groups_and_wide_intervals_are_not_told():
    assert why_untold(29, 0.5, 0.5) == "few_answers"
    assert why_untold(30, 0.41, 0.62) == "wide_interval"
    assert why_untold(30, 0.40, 0.60) is None


_STRATA = st.lists(
    st.integers(2, 60).flatmap(
        lambda n: st.tuples(st.integers(n, 500), st.integers(0, n), st.just(n))
    ),
    min_size=1,
    max_size=5,
)


@settings(deadline=None, max_examples=60)
@given(_STRATA)
def test_a_subgroup_of_everybody_is_everybody_and_shares_stay_shares(drawn):
    strata = [Stratum.of_share(str(at), *each) for at, each in enumerate(drawn)]
    found, weighed = stratified(strata), post_stratified(strata)
    assert isinstance(found.value, Fraction)
    assert found.value == weighed.value
    assert 0 <= found.value <= 1
    assert found.variance >= 0 <= weighed.variance
    low, high = found.interval()
    assert 0 <= low <= float(found.value) + 1e-12
    assert float(found.value) - 1e-12 <= high <= 1
    members = [Members(str(at), size, n, n, part) for at, (size, part, n) in enumerate(drawn)]
    among = subgroup_share(members)
    assert (among.value, among.variance) == (found.value, found.variance)
    values = [
        Stratum.of_values(str(at), size, [1] * part + [0] * (n - part))
        for at, (size, part, n) in enumerate(drawn)
    ]
    assert stratified(values) == found
