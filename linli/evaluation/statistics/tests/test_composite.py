"""The example of COINr (ASEM, 51 units by 49 indicators), every table through our own code."""

from functools import cache

import numpy as np
import pytest

from linli.evaluation.statistics.composite import joining, normalising, preparing
from linli.evaluation.statistics.composite.columns import describe
from linli.evaluation.statistics.composite.ranks import copeland, rank
from linli.evaluation.statistics.composite.refusal import NotReckoned
from linli.evaluation.statistics.composite.tree import Node, Tree
from linli.evaluation.statistics.sensitivity import sobol_indices, sobol_points, try_choices
from linli.evaluation.statistics.tests.reference import agrees, columns, number, rows
from linli.evaluation.statistics.uncertainty import rank_ranges, shake, summarise_ranks

_TRUE = {"TRUE": True, "FALSE": False}


@cache
def _example():
    """The tree, the units in order, their raw figures, denominators and groups."""
    meta = [row for row in rows("coinr/asem_imeta.csv") if row["Level"]]
    tree = Tree(
        [
            Node(
                row["iCode"],
                int(row["Level"]),
                row["Parent"] or None,
                float(row["Weight"]),
                int(row["Direction"]),
            )
            for row in meta
        ]
    )
    table = sorted(rows("coinr/asem_idata.csv"), key=lambda row: row["uCode"])
    raw = {n.code: np.array([number(row[n.code]) for row in table]) for n in tree.at(1)}
    by = {
        row["iCode"]: np.array([number(each[row["Denominator"]]) for each in table])
        for row in meta
        if row["Denominator"]
    }
    return tree, [row["uCode"] for row in table], raw, by, [row["EurAsia_group"] for row in table]


@cache
def _treated():
    _, _, raw, by, groups = _example()
    filled = preparing.impute(preparing.denominate(raw, by), groups)
    return preparing.treat(preparing.screen(filled.columns, 0.9).columns)


def _normalised(to=(0, 100)):
    tree = _example()[0]
    return normalising.normalise(_treated()[0], {n.code: n.direction for n in tree.at(1)}, to=to)


def _results(name, joined):
    units = _example()[1]
    for row in rows(f"coinr/{name}"):
        at = units.index(row["uCode"])
        for code, text in row.items():
            if code == "Rank":
                assert rank(joined["Index"])[at] == int(text)
            elif code != "uCode":
                assert round(joined[code][at], 10) == pytest.approx(float(text), abs=1e-9)


def test_every_step_of_the_long_build():
    _, units, raw, by, groups = _example()
    denominated = preparing.denominate(raw, by)
    filled = preparing.impute(denominated, groups)
    screened = preparing.screen(filled.columns, 0.9)
    assert len(screened.kept) == len(units)
    steps = {
        "A_raw": raw,
        "A_denominated": denominated,
        "A_imputed": filled.columns,
        "A_screened": screened.columns,
        "A_treated": _treated()[0],
        "A_normalised": _normalised(),
        "A_normalised_1_100": _normalised((1, 100)),
    }
    for name, found in steps.items():
        names, expected = columns(f"coinr/{name}.csv")
        assert names == units
        agrees(found, expected, 1e-9)
    for row in rows("coinr/A_raw_stats.csv"):
        _check_description(row, describe(raw[row["iCode"]]))
    for row in rows("coinr/A_treat_details.csv"):
        _check_treated(row, _treated()[1][row["iCode"]])


def _check_description(row, found):
    named = {
        "Min": "least", "Max": "most", "Mean": "mean", "Median": "median", "Std": "sd",
        "Skew": "skew", "Kurt": "kurtosis", "N.Avail": "known", "N.NonZero": "not_nought",
        "N.Unique": "different", "N.Same": "same", "Frc.Avail": "share_known",
        "Frc.NonZero": "share_not_nought", "Frc.Unique": "share_different",
        "Frc.Same": "share_same",
    }  # fmt: skip
    if row["iCode"] == "TolMin":
        # Two of its figures differ from others in the sixteenth digit only, and the file has 15.
        assert (row["N.Unique"], found.different) == ("42", 40)
        del named["N.Unique"], named["Frc.Unique"]
    for column, attribute in named.items():
        value = getattr(found, attribute)
        assert value == pytest.approx(float(row[column]), rel=1e-12, abs=1e-9), (row, column)
    flags = {"Avail": "gaps", "NonZero": "noughts", "Unique": "alike", "SkewKurt": "twisted"}
    for column, flag in flags.items():
        assert (row[f"Flag.{column}"] != "ok") == (flag in found.flags), (row, column)


def _check_treated(row, found):
    assert found.skew == pytest.approx(float(row["check_SkewKurt0.Skew"]), abs=1e-9)
    assert found.kurtosis == pytest.approx(float(row["check_SkewKurt0.Kurt"]), abs=1e-9)
    assert (found.drawn_in == 0) == _TRUE[row["check_SkewKurt0.Pass"]]
    if row["winsorise.nwin"]:
        assert found.drawn_in == int(row["winsorise.nwin"]), row["iCode"]
        assert found.settled == _TRUE[row["check_SkewKurt1.Pass"]]
        assert found.skew_after == pytest.approx(float(row["check_SkewKurt1.Skew"]), abs=1e-9)
        assert found.kurtosis_after == pytest.approx(float(row["check_SkewKurt1.Kurt"]), abs=1e-9)


def test_every_way_to_join_and_what_hangs_on_it():
    tree, units = _example()[:2]
    plain, lifted = _normalised(), _normalised((1, 100))
    ways = {
        "arithmetic": (plain, "arithmetic"),
        "geometric_1_100": (lifted, "geometric"),
        "harmonic_1_100": (lifted, "harmonic"),
        "mixed_1_100": (lifted, ("arithmetic", "geometric", "arithmetic")),
    }
    joined = {}
    for name, (figures, by) in ways.items():
        joined[name] = joining.aggregate(tree, figures, by)
        agrees(joined[name], columns(f"coinr/A_aggregated_{name}.csv")[1])
    _results("A_results_arithmetic.csv", joined["arithmetic"])
    _results("A_results_geometric_1_100.csv", joined["geometric_1_100"])
    for row in rows("coinr/A_ranks_arithmetic.csv"):
        for code in row.keys() - {"uCode"}:
            place = rank(joined["arithmetic"][code])[units.index(row["uCode"])]
            assert place == int(row[code])
    weights = tree.effective_weights()
    for row in rows("coinr/A_effective_weights.csv"):
        assert weights[row["iCode"]] == pytest.approx(float(row["EffWeight"]), abs=1e-9)
    moved = {"Nominal": 0.0} | joining.leave_one_out(tree, plain, 2)
    for row in rows("coinr/A_leave_one_out_rank_change.csv"):
        expected = float(row["mean_abs_rank_change"])
        assert moved[row["removed"]] == pytest.approx(expected, abs=1e-9)
    pillars = np.column_stack([joined["arithmetic"][node.code] for node in tree.at(2)])
    won = copeland(pillars, np.ones(pillars.shape[1]))
    for row in rows("coinr/A_copeland_pillars.csv"):
        assert won[units.index(row["uCode"])] == float(row["copeland"])


def test_the_other_ways_to_normalise():
    tree = _example()[0]
    directions = {node.code: node.direction for node in tree.at(1)}
    expected = columns("coinr/A_other_normalisations.csv")[1]
    named = {
        "n_minmax": normalising.min_max,
        "n_zscore": normalising.z_score,
        "n_dist2max": normalising.distance_to_most,
        "n_rank": normalising.places,
        "n_borda": normalising.borda,
        "n_prank": normalising.percent_rank,
    }
    for code in ("LPI", "Flights", "Ship", "CO2"):
        direction, given = directions[code], expected[f"{code}_raw"]
        agrees({code: _treated()[0][code]}, {code: given})
        low, high = np.quantile(given, [0.1, 0.9])
        ends = (low, high) if direction > 0 else (high, low)
        found = {f"{code}_{name}": way(given, direction) for name, way in named.items()}
        found[f"{code}_goalposts_p10_p90"] = normalising.goalposts(given, *ends)
        # Of something of which less is better the fraction is no score, and ours refuses it.
        if direction > 0:
            found[f"{code}_n_fracmax"] = normalising.fraction_of_most(given)
        else:
            with pytest.raises(NotReckoned):
                normalising.fraction_of_most(given, direction)
        agrees(found, {name: expected[name] for name in found})


def test_every_table_of_the_short_build():
    tree, _, raw = _example()[:3]
    figures = normalising.normalise(raw, {node.code: node.direction for node in tree.at(1)})
    agrees(figures, columns("coinr/B_normalised.csv")[1])
    joined = joining.aggregate(tree, figures)
    agrees(joined, columns("coinr/B_aggregated_arithmetic.csv")[1])
    _results("B_results_arithmetic.csv", joined)


def test_a_hundred_given_sets_of_weights_give_the_same_scores_and_ranges():
    tree, units = _example()[:2]
    sets = {}
    for row in rows("coinr/MC_noisy_weights_100.csv"):
        sets.setdefault(row["rep"], {})[row["iCode"]] = float(row["Weight"])
    figures = _normalised()
    scores = joining.under_weights(tree, figures, list(sets.values()))
    _, expected = columns("coinr/MC_index_scores_100.csv")
    found = {f"r_{rep}": scores[:, at] for at, rep in enumerate(sets)}
    agrees(found, expected)
    ranks = np.column_stack([rank(scores[:, at]) for at in range(scores.shape[1])])
    nominal = rank(joining.aggregate(tree, figures)["Index"])
    ranges = summarise_ranks(units, nominal, ranks)
    assert ranges.mean_change == pytest.approx(1.0494117647, abs=1e-9)
    for row in rows("coinr/MC_rank_stats_100.csv"):
        one = ranges.of[row["uCode"]]
        got = (one.nominal, one.mean, one.median, one.low, one.high)
        want = tuple(float(row[c]) for c in ("Nominal", "Mean", "Median", "Q5", "Q95"))
        assert got == pytest.approx(want, abs=1e-9)
    # Drawn with our own chance, ranks move as far, and another seed moves them otherwise.
    noise = {node.code: 0.25 for level in (2, 3) for node in tree.at(level)}
    plain = {node.code: node.weight for node in tree.nodes if node.code in noise}
    drawn = [shake(plain, noise, 100, seed) for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert all(0.75 <= value <= 1.25 for each in drawn[0] for value in each.values())
    own = joining.under_weights(tree, figures, drawn[0])
    change = np.abs(np.column_stack([rank(each) for each in own.T]) - nominal[:, None]).mean()
    assert change == pytest.approx(1.0494, abs=0.15)


def test_which_choice_moves_a_result_most():
    given = rows("coinr/SA_sample_256x3.csv")
    x = np.array([[float(row[f"V{at}"]) for at in (1, 2, 3)] for row in given])
    y = x[:, 0] + 2 * x[:, 1] + x[:, 0] * x[:, 2]
    np.testing.assert_allclose(y, [float(row["y"]) for row in given], atol=1e-9)
    found = {each.name: each for each in sobol_indices(y, ["V1", "V2", "V3"], rounds=200)}
    for row in rows("coinr/SA_estimates_256x3.csv"):
        one = found[row["Variable"]]
        want = (float(row["Si"]), float(row["STi"]))
        assert (one.first, one.total) == pytest.approx(want, abs=1e-9)
        assert one.first_range[0] < one.first < one.first_range[1]
        assert one.total_range[0] < one.total < one.total_range[1]
    # With enough points of our own the known indices of this function come out.
    own = sobol_points(3, 4096, seed=7)
    y = own[:, 0] + 2 * own[:, 1] + own[:, 0] * own[:, 2]
    exact = {"V1": 0.3428, "V2": 0.6095, "V3": 0.0381}
    for one in sobol_indices(y, list(exact), rounds=20, seed=7):
        assert one.first == pytest.approx(exact[one.name], abs=0.02)


def test_doubt_about_every_choice_agrees_roughly_with_what_others_drew():
    tree, units = _example()[:2]
    raw, by, groups = _example()[2:]
    full = preparing.impute(preparing.denominate(raw, by), groups).columns
    directions = {node.code: node.direction for node in tree.at(1)}
    scales = {
        "min_max": lambda values, to: normalising.min_max(values, to, to=(1, 100)),
        "z_score": lambda values, to: normalising.z_score(values, to) * 2 + 10,
    }
    scaled = {
        (most, name): {code: way(each, directions[code]) for code, each in drawn.items()}
        for most in range(1, 6)
        for drawn in [preparing.treat(full, most)[0]]
        for name, way in scales.items()
    }
    noise = {node.code: 0.25 for level in (2, 3) for node in tree.at(level)}
    choices = {
        "Winmax": range(1, 6),
        "Normalisation": list(scales),
        "Weights": shake(dict.fromkeys(noise, 1.0), noise, 100, seed=5),
        "Aggregation": ["arithmetic", "geometric"],
    }

    def run(choice):
        figures = scaled[choice["Winmax"], choice["Normalisation"]]
        by = choice["Aggregation"]
        return rank(joining.under_weights(tree, figures, [choice["Weights"]], by)[:, 0])

    ranks = np.column_stack(try_choices(sobol_points(4, 128, seed=5), choices, run))
    nominal = rank(joining.aggregate(tree, _normalised())["Index"])
    own = summarise_ranks(units, nominal, ranks[:, :256]).of
    given = rows("coinr/VIGNETTE_UA_rank_stats.csv")
    assert all(own[row["uCode"]].nominal == int(row["Nominal"]) for row in given)
    apart = [abs(own[row["uCode"]].mean - float(row["Mean"])) for row in given]
    assert np.mean(apart) < 1
    moved = np.abs(ranks - nominal[:, None]).mean(axis=0)
    found = {each.name: each for each in sobol_indices(moved, list(choices), rounds=100)}
    for row in rows("coinr/VIGNETTE_SA_sensitivity.csv"):
        low, high = found[row["Variable"]].total_range
        assert low <= float(row["STi_q95"])
        assert high >= float(row["STi_q5"])
    assert max(found.values(), key=lambda each: each.total).name == "Aggregation"


def test_ranges_of_ranks_are_steadfast_only_where_weights_cannot_matter():
    scores = {"a": [90.0, 90.0], "b": [60.0, 20.0], "c": [30.0, 45.0], "d": [5.0, 5.0]}
    found = rank_ranges(scores, [1, 1], noise=0.5, rounds=400, seed=3)
    assert found == rank_ranges(scores, [1, 1], noise=0.5, rounds=400, seed=3)
    assert (found.of["a"].low, found.of["a"].high) == (1, 1)
    assert (found.of["d"].low, found.of["d"].high) == (4, 4)
    assert (found.of["b"].low, found.of["b"].high) == (2, 3)
    for wrong in ({"a": [1.0, 2.0]}, {"a": [1.0], "b": [float("nan")]}, {"a": [0.0], "b": [1.0]}):
        with pytest.raises(ValueError):
            rank_ranges(wrong, [1] * len(next(iter(wrong.values()))))


def test_what_cannot_be_reckoned_is_refused_by_name():
    tree = Tree([Node("x", 1, "top"), Node("y", 1, "top", 2.0), Node("top", 2)])
    same, gaps = np.array([3.0, 3.0, 3.0]), np.array([1.0, np.nan, 2.0])
    refused = {
        "constant": lambda: normalising.min_max(same, column="x"),
        "constant z": lambda: normalising.z_score(same, column="x"),
        "constant shape": lambda: preparing.treat({"x": np.full(5, 2.0)}),
        "goalposts": lambda: normalising.goalposts(gaps, 4, 4, column="x"),
        "nought": lambda: joining.aggregate(tree, {"x": gaps - 1, "y": same}, "geometric"),
        "no column": lambda: joining.aggregate(tree, {"x": same}),
        "empty": lambda: joining.aggregate(tree, {"x": same, "y": same * np.nan}),
        "unknown group": lambda: preparing.impute({"x": gaps}, ["p", "q", "p"]),
        "denominator": lambda: preparing.denominate({"x": same}, {"x": np.array([1, 0, 2.0])}),
    }
    for name, step in refused.items():
        with pytest.raises(NotReckoned) as told:
            step()
        assert told.value.column, name
    # Two thirds of the weight are there without x, and one third without y.
    joined = joining.aggregate(tree, {"x": gaps, "y": same}, present=2 / 3)["top"]
    assert joined.tolist() == [pytest.approx(7 / 3), 3.0, pytest.approx(8 / 3)]
    joined = joining.aggregate(tree, {"x": same, "y": gaps}, present=2 / 3)["top"]
    assert np.isnan(joined).tolist() == [False, True, False]
    for broken in (
        [Node("x", 1, "top")],
        [Node("x", 1, "no"), Node("top", 2)],
        [Node("top", 2), Node("x", 1, "top"), Node("x", 1, "top")],
    ):
        with pytest.raises(ValueError):
            Tree(broken)
    assert rank(np.array([5.0, 7.0, 7.0, 1.0])).tolist() == [3, 1, 1, 4]
