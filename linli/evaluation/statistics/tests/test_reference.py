"""Every published or recomputed figure of statistics.csv, by topic; none is left unread."""

import json

import numpy as np
import pytest

from linli.evaluation.statistics import (
    ageing,
    benefit,
    deprivation,
    inequality,
    outliers,
    privacy,
    samples,
    suppression,
    weights,
)
from linli.evaluation.statistics.composite.means import MEANS
from linli.evaluation.statistics.suppression.auditing import intervals
from linli.evaluation.statistics.tests.reference import rows
from linli.lib.numbers import wilson

Stratum = samples.Stratum


def _wilson(given, beside):
    low, high = wilson(given["k"], given["n"], population=given.get("N"))
    return {"lower": low, "upper": high}


def _stratified_mean(given, beside):
    found = samples.stratified(
        [Stratum(name, s["N"], s["n"], s["mean"], s["var"]) for name, s in given.items()]
    )
    return {"mean": found.value, "se": found.se}


def _stratified_share(given, beside):
    found = samples.stratified(
        [Stratum.of_share(h, size, given["k"][h], n) for h, (size, n) in given["strata"].items()]
    )
    low, high = samples.wilson_effective(found.value, found.variance)
    assert (low, high) == found.interval()
    assert samples.effective_n(found.value, found.variance) == pytest.approx(beside["n_eff"])
    return {
        "p": found.value,
        "se": found.se,
        "wilson_neff_lower": low,
        "wilson_neff_upper": high,
    }


def _post_stratified(given, beside):
    found = samples.post_stratified([Stratum(name, *group) for name, group in given.items()])
    return {"mean": found.value, "se": found.se}


def _brackets(given, beside):
    found = inequality.brackets([inequality.Bracket(*group) for group in given])
    # The true figure of the same incomes is the file's own; it lies between.
    true = next(float(row["value"]) for row in _rows() if row["quantity"] == "gini_micro_true")
    assert found.low < true < found.high
    return {"gini_lower": found.low, "gini_upper": found.high, "gini_micro_true": true}


def _suppression(given, beside):
    table = suppression.Table.crossed(given)
    small = suppression.primary(table, 5)
    hidden = suppression.complete(table, small, 5)
    assert hidden - small == {tuple(cell) for cell in beside["complementary"]}
    for cell, (low, high) in beside["intervals"].items():
        found = intervals(table, hidden)[
            tuple(json.loads(cell.replace("(", "[").replace(")", "]")))
        ]
        assert (found.low, found.high) == pytest.approx((low, high), abs=1e-9)
    return {
        "primary_cells": len(small),
        "primary_only_is_safe": suppression.is_safe(table, small, 5),
        "min_cost_of_complementary": sum(table.values[cell] for cell in hidden - small),
        "suppressed_cells_total": len(hidden),
    }


def _benefit(given, beside):
    # Twelve residents in households of two: R1 and R2 in the first, and so on.
    deliveries = [
        benefit.Delivery(
            person,
            f"H{(int(person[1:]) + 1) // 2}",
            {"dev": "development"}.get(field, field),
            *more,
        )
        for person, field, *more in given
    ]
    found = benefit.yardsticks(deliveries, residents=12, households=6)
    return {
        "benefit_rate": found.residents,
        "household_breadth": found.households,
        "regular_share_3_months": found.regular,
        "development_rate": found.development,
        "categories_per_beneficiary": found.kinds,
    }


def _ahp(given, beside):
    found = weights.ahp(given)
    rough = weights.row_geometric_mean(given)
    assert found.is_consistent
    names = ("experience", "education", "charisma", "age")
    return {
        **{f"w_{name}": value for name, value in zip(names, found.values, strict=True)},
        "lambda_max": found.lambda_max,
        "CR (RI=0.9)": found.ratio,
        "w_experience_row_geometric_mean": rough[0],
    }


def _noise(given, beside):
    return {
        "sd": privacy.noise_sd(given["eps"]),
        "smallest_t_with_P(|noise|>=t)<=0.05": privacy.noise_reach(given["eps"], 0.05),
    }


def _ageing(given, beside):
    found = ageing.shares(given["total"], given["p60"], given["p65"], 0)
    return {"share60": found.over60, "share65": found.over65}


def _lacks(given, beside):
    # The class example's lines: income, years of schooling, health, insured or not.
    found = deprivation.under_lines(given, [13, 12, 3, 1], 2)
    exact = deprivation.lacking(
        [[value < line for value, line in zip(row, (13, 12, 3, 1), strict=True)] for row in given],
        2,
    )
    assert (exact.headcount, exact.intensity, exact.gap) == (
        found.headcount,
        found.intensity,
        found.gap,
    )
    return {
        "H": found.headcount,
        "A": found.intensity,
        "M0": found.gap,
        "M1": found.depth,
        "M2": found.severity,
    }


def _outlier(given, beside):
    found, plain = outliers.modified_z(given), outliers.plain_z(given)
    assert found.strange == (7,)
    assert plain[-1] < outliers.ceiling(len(given)) < outliers.STRANGE
    return {"modified_z_last": found.values[-1], "z_last": plain[-1]}


def _rollup(given, beside):
    pairs = list(zip(given["num"], given["den"], strict=True))
    wrong = sum(part / whole for part, whole in pairs) / len(pairs)
    return {"ratio_of_sums": benefit.ratio_of_sums(pairs), "mean_of_ratios": wrong}


TOPICS = {
    "wilson": _wilson,
    "wilson_fpc": _wilson,
    "stratified_mean": _stratified_mean,
    "stratified_prop": _stratified_share,
    "poststratified": _post_stratified,
    "gini_micro": lambda given, beside: {"gini": inequality.gini(given)},
    "gini_grouped": lambda given, beside: {
        "gini_lower": inequality.grouped(given["p"], given["s"])
    },
    "gini_brackets": _brackets,
    "suppression": _suppression,
    "dp_discrete_laplace": _noise,
    "ageing": _ageing,
    "benefit": _benefit,
    "aggregation": lambda given, beside: {
        name: float(mean(np.array([given["x"]]), np.array(given["w"]))[0])
        for name, mean in MEANS.items()
    },
    "ahp": _ahp,
    "budget_allocation": lambda given, beside: {
        f"{by}_w1": weights.budget_allocation(given, by=by)[0] for by in ("mean", "median")
    },
    "alkire_foster": _lacks,
    "gnh": lambda given, beside: {"GNH": deprivation.gnh(given["Hn"], given["An"])},
    "outlier": _outlier,
    "rollup": _rollup,
}
"""How each topic of the file is reckoned: quantity → figure."""


def _rows():
    return rows("vectors/statistics.csv")


def _figures(topic):
    """Quantity, figure and inputs of each row; what a row does not give, the rows before gave.
    Last, everything that is given beside lists."""
    found, given, beside = [], {}, {}
    for row in _rows():
        if row["topic"] != topic:
            continue
        inputs = json.loads(row["inputs"])
        if isinstance(inputs, list):
            given = inputs
        else:
            beside |= inputs
            given = given if isinstance(given, list) else given | inputs
        found.append((row["quantity"], float(row["value"]), given))
    return found, beside


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_the_figures_of_a_topic(topic):
    figures, beside = _figures(topic)
    assert figures
    for quantity, value, given in figures:
        told = TOPICS[topic](given, beside)
        assert float(told[quantity]) == pytest.approx(value, rel=1e-12, abs=1e-12), quantity


def test_no_row_of_the_file_is_left_unread():
    found = _rows()
    assert {row["topic"] for row in found} == set(TOPICS)
    assert len(found) == 73
