"""Inequality, lacks, weights, outliers and ages: from raw records where there are some."""

from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given, settings, strategies as st

from linli.evaluation.statistics import (
    ageing,
    benefit,
    deprivation,
    inequality,
    outliers,
    privacy,
    weights,
)
from linli.evaluation.statistics.tests.reference import rows

TIANJIN_INNER = ("和平区", "河东区", "河西区", "南开区", "河北区", "红桥区")
"""The six inner districts of Tianjin (市内六区), of which the book tells the figure of 2003."""


def _by_pairs(values, counts):
    """Gini's coefficient the other way: half the mean distance of all pairs, over the mean."""
    people, whole = sum(counts), sum(v * c for v, c in zip(values, counts, strict=True))
    ordered = sorted(zip(values, counts, strict=True))
    apart, seen, held = Fraction(0), 0, Fraction(0)
    for value, count in ordered:
        apart += count * (value * seen - held)
        seen, held = seen + count, held + value * count
    return apart / (people * whole)


def test_incomes_of_ilocos_from_the_records():
    table = rows("income/Ilocos.csv")
    incomes = [Fraction(row["income"]) for row in table]
    found = inequality.gini(incomes)
    assert found == _by_pairs(incomes, [1] * len(incomes))
    assert float(found) == pytest.approx(0.4269507702, abs=1e-10)
    weighed = [Fraction(row["AP.weight"]) for row in table]
    own = [Fraction(row["AP.income"]) for row in table]
    found = inequality.gini(own, weighed)
    assert found == _by_pairs(own, weighed)
    assert float(found) == pytest.approx(0.4756829411, abs=1e-10)
    # Told in brackets only, the true figure lies between the two bounds.
    ends = [0, 50_000, 100_000, 150_000, 250_000, 500_000, max(incomes)]
    groups = []
    for low, high in pairwise(ends):
        inside = [each for each in incomes if low < each <= high]
        groups.append(
            inequality.Bracket(low, high, len(inside), sum(inside) / Fraction(len(inside)))
        )
    bounds = inequality.brackets(groups)
    assert bounds.low < inequality.gini(incomes) < bounds.high
    assert bounds.low == inequality.grouped(
        [g.count for g in groups], [g.count * g.mean for g in groups]
    )


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 5)), min_size=1, max_size=12))
def test_a_weight_is_so_many_people_and_nobody_has_more_than_everything(drawn):
    values, counts = zip(*drawn, strict=True)
    if not sum(values):
        with pytest.raises(ValueError):
            inequality.gini(values, counts)
        return
    found = inequality.gini(values, counts)
    people = [value for value, count in drawn for _ in range(count)]
    assert found == inequality.gini(people) == _by_pairs(values, counts)
    assert 0 <= found <= 1 - Fraction(1, len(people))


def test_older_people_in_six_districts_of_tianjin_in_2020():
    found = [
        row
        for row in rows("census/census2020_municipalities.csv")
        if row["市"] == "天津市" and row["区县"] in TIANJIN_INNER
    ]
    assert sorted(row["区县"] for row in found) == sorted(TIANJIN_INNER)

    def count(*ages):
        return sum(
            int(float(row[f"{sex}_{age}"])) for row in found for sex in "男女" for age in ages
        )

    first = [f"{age}到{age + 4}岁" for age in range(60, 85, 5)]
    residents = sum(int(float(row["人口数_合计"])) for row in found)
    shares = ageing.shares(
        residents,
        count(*first, "85岁以上"),
        count(*first[1:], "85岁以上"),
        count("80到84岁", "85岁以上"),
    )
    assert round(float(shares.over60) * 100, 4) == 28.5094
    assert shares.over60 == Fraction(1164295, 4083899)
    assert Fraction(1751, 10000) < shares.over60
    assert shares.over80 < shares.over65 < shares.over60


def test_the_burden_of_a_family_and_of_a_community():
    assert ageing.burden(1, 2, 4).together == ageing.FAMILY == Fraction(5, 2)
    found = ageing.burden(300, 1200, 500)
    assert (found.elders, found.children) == (Fraction(5, 12), Fraction(1, 4))
    assert ageing.burden(3, 0, 4) is None
    assert ageing.shares(0, 0, 0, 0) == ageing.Ages(None, None, None)
    for wrong in ((10, 11, 3, 1), (10, 3, 4, 1), (10, 3, 2, -1)):
        with pytest.raises(ValueError):
            ageing.shares(*wrong)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=1, max_size=15))
def test_the_gap_falls_apart_by_feature_and_by_group(people):
    found = deprivation.lacking(people, 2)
    assert found.gap == sum(found.by_feature) / 6
    assert found.gap == found.headcount * (found.intensity or 0)
    assert found.sufficiency == 1 - found.gap
    assert (found.intensity is None) == (found.headcount == 0)
    halves = [half for half in (people[::2], people[1::2]) if half]
    parts = [(deprivation.lacking(half, 2).gap, len(half)) for half in halves]
    assert found.gap == sum(gap * n for gap, n in parts) / Fraction(len(people))
    twice = deprivation.lacking(people, 2, counts=[2] * len(people))
    assert twice == found


def test_lacks_are_refused_where_nothing_can_be_said():
    for people, k in (
        ([], 1),
        ([[]], 1),
        ([[True], [True, False]], 1),
        ([[True]], 0),
        ([[True]], 2),
    ):
        with pytest.raises(ValueError):
            deprivation.lacking(people, k)
    with pytest.raises(ValueError):
        deprivation.under_lines([[1]], [0], 1)
    with pytest.raises(ValueError):
        deprivation.gnh(1.2, 0.3)
    # On the line is not under it.
    assert deprivation.under_lines([[12, 3]], [12, 4], 1).by_feature == (0, 1)


def test_weights_by_pairs_and_by_points():
    # Perfect agreement: the weights themselves come back, however they are asked for.
    true = (0.5, 0.3, 0.2)
    found = weights.ahp([[a / b for b in true] for a in true])
    assert found.values == pytest.approx(true)
    assert found.ratio == pytest.approx(0, abs=1e-12)
    # a over b over c over a: no weights agree with that.
    circle = weights.ahp([[1, 5, 1 / 5], [1 / 5, 1, 5], [5, 1 / 5, 1]])
    assert not circle.is_consistent
    assert weights.ahp([[1, 3], [Fraction(1, 3), 1]]).values == pytest.approx((0.75, 0.25))
    for wrong in ([], [[1, 2]], [[1, 2], [2, 1]], [[1, -2], [-0.5, 1]], [[1.0] * 11] * 11):
        with pytest.raises(ValueError):
            weights.ahp(wrong)
    points = [[70, 20, 10], [10, 60, 30], [40, 40, 20]]
    assert weights.budget_allocation(points) == [Fraction(2, 5), Fraction(2, 5), Fraction(1, 5)]
    assert sum(weights.budget_allocation(points, by="mean")) == 1
    for wrong in (
        [],
        [[50, 49]],
        [[120, -20]],
        [[100, 0], [100]],
        [[100, 0, 0], [0, 100, 0], [0, 0, 100]],
    ):
        with pytest.raises(ValueError):
            weights.budget_allocation(wrong)


def test_wild_figures_are_found_where_most_are_the_same():
    same = outliers.modified_z([5, 5, 5, 5, 5, 9])
    assert (same.scale, same.strange) == ("mean", (5,))
    assert outliers.modified_z([4, 4, 4]).scale == "none"
    assert outliers.modified_z([4, 4, 4]).strange == ()
    assert outliers.plain_z([4, 4, 4]) == (0, 0, 0)
    edge = outliers.Distances((3.5, -3.6), "median")
    assert edge.strange == (1,)
    for wrong in (lambda: outliers.modified_z([]), lambda: outliers.plain_z([1])):
        with pytest.raises(ValueError):
            wrong()


def test_noise_reaches_as_far_as_its_tail_says():
    for epsilon, beta, size in product((0.1, 0.5, 1, 3), (0.01, 0.05, 0.5), (1, 4)):
        reach = privacy.noise_reach(epsilon, beta, size)
        q = 2.718281828459045 ** (-epsilon / size)
        assert 2 * q**reach / (1 + q) <= beta
        assert reach == 1 or 2 * q ** (reach - 1) / (1 + q) > beta
    for wrong in ((0, 0.05, 1), (1, 1, 1), (1, 0.05, 0)):
        with pytest.raises(ValueError):
            privacy.noise_reach(*wrong)


def test_without_anybody_the_yardsticks_are_missing_and_not_nought():
    none = benefit.yardsticks([], residents=0, households=0)
    assert none == benefit.Yardsticks(None, None, None, None, None)
    nobody = benefit.yardsticks([], residents=10, households=4)
    assert (nobody.residents, nobody.households, nobody.regular) == (0, 0, None)
    assert benefit.ratio_of_sums([]) is None
