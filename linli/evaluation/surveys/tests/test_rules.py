"""The sample, what an answer counts as, the estimate, what may be told: no database."""

import random
from fractions import Fraction

import pytest

from linli.evaluation.surveys.bank import bank, read_bank
from linli.evaluation.surveys.rules.counting import count
from linli.evaluation.surveys.rules.estimating import (
    Frame,
    Sheet,
    cell_of,
    choose_method,
    estimate,
)
from linli.evaluation.surveys.rules.sampling import size_needed, small_together
from linli.evaluation.surveys.rules.telling import distinguishable, enough_answers, hide
from linli.lib.numbers import draw, share_out


def test_every_indicator_that_asks_a_sample_has_its_item_in_the_bank():
    assert set(bank().items) == {
        "overall_satisfied", "net_better", "covenant_known", "safe", "env_satisfied",
        "property_satisfied", "exercise_regular", "neighbour_talk", "belong", "influence",
        "party_satisfied", "af_m0", "income_gini",
    }  # fmt: skip
    with pytest.raises(ValueError, match="no such question: nothing"):
        read_bank(
            'question = []\nset = []\n[[item]]\ncode="x"\ntitle="一"\ntitle_en="a"\n'
            'rule="all"\nquestions=["nothing"]\n'
        )


@pytest.mark.parametrize(
    ("whole", "points", "rate", "answers", "asked"),
    [
        (1260, 5, 60, 295, 492),
        (1260, 5, 100, 295, 295),
        (10**7, 5, 100, 385, 385),
        (40, 5, 50, 37, 40),
        (0, 5, 60, 0, 0),
    ],
)
def test_the_size_of_a_sample_is_the_textbook_s(whole, points, rate, answers, asked):
    size = size_needed(whole, points, rate)
    assert (size.answers, size.asked) == (answers, asked)


@pytest.mark.parametrize(
    ("sizes", "n", "parts"),
    [
        ({"a": 432, "b": 828}, 240, {"a": 82, "b": 158}),
        ({"a": 990, "b": 8, "c": 3}, 100, {"a": 92, "b": 5, "c": 3}),
        ({"a": 10, "b": 0}, 4, {"a": 5, "b": 0}),
        ({"a": 3, "b": 4}, 100, {"a": 3, "b": 4}),
    ],
)
def test_the_sample_is_shared_out_by_size_with_a_least_for_each(sizes, n, parts):
    assert share_out(sizes, n) == parts


@pytest.mark.parametrize(
    ("sizes", "n", "together"),
    [
        ({"a": 432, "b": 828}, 240, ""),
        ({"a": 900, "b": 50, "c": 50}, 300, "bc"),
        ({"a": 900, "b": 50}, 300, ""),
        ({"a": 300, "b": 10, "c": 10}, 32, "abc"),
        ({"a": 300, "b": 300, "c": 2, "d": 2}, 61, "abcd"),
        ({"a": 20, "b": 20, "c": 0}, 60, "ab"),
    ],
)
def test_of_what_is_drawn_at_most_one_stratum_may_not_be_said(sizes, n, together):
    assert small_together(sizes, n, 30) == frozenset(together)


def test_small_strata_are_weighed_as_they_are_found_on_average():
    """A large building and eight small ones, content in very different measure."""
    sizes = {"a": 600} | {f"s{at}": 10 + 20 * (at % 2) for at in range(8)}
    content = {code: code == "a" or size == 10 for code, size in sizes.items()}
    truth = Fraction(sum(n for code, n in sizes.items() if content[code]), sum(sizes.values()))
    small = small_together(sizes, 200, 30)
    assert small == sizes.keys() - {"a"}
    layers = {
        "a": [content["a"]] * 600,
        "rest": [content[code] for code in sizes if code in small for _ in range(sizes[code])],
    }
    parts = share_out({code: len(units) for code, units in layers.items()}, 200)
    found = []
    for seed in range(60):
        sheets = [
            Sheet({"overall": [0 if unit else 3]}, code)
            for code, units in layers.items()
            for unit in draw(units, parts[code], str(seed), code)
        ]
        strata = {code: (len(units), parts[code]) for code, units in layers.items()}
        frame = Frame(760, 200, strata)
        item = bank().items["overall_satisfied"]
        found.append(estimate(bank(), item, sheets, frame, "stratified").value)
    assert abs(sum(found) / 60 - truth) < Fraction(1, 200)


def test_a_draw_is_repeated_by_its_seed_and_gives_everybody_the_same_chance():
    units = list(range(100))
    assert draw(units, 30, "seed", "a") == draw(units, 30, "seed", "a")
    assert len(set(draw(units, 30, "seed", "a"))) == 30
    drawn = [0] * 100
    for seed in range(2000):
        for unit in draw(units, 30, str(seed), "a"):
            drawn[unit] += 1
    assert max(abs(times / 2000 - 0.3) for times in drawn) < 0.05
    assert draw(units[:5], 9, "seed", "a") == units[:5]


SAID = [
    ("safe", {"safe_day": [0], "safe_dark": [1]}, 1),
    ("safe", {"safe_day": [0], "safe_dark": [2]}, 0),
    ("safe", {"safe_day": [2]}, 0),
    ("safe", {"safe_day": [0], "safe_dark": [4]}, "dont_know"),
    ("safe", {"safe_day": [0]}, "missing"),
    ("exercise_regular", {"exercise_often": [2], "exercise_long": [1], "exercise_hard": [1]}, 1),
    ("exercise_regular", {"exercise_often": [2], "exercise_long": [1], "exercise_hard": [0]}, 0),
    ("exercise_regular", {"exercise_often": [0]}, 0),
    ("neighbour_talk", {"talk": [4], "help": [0]}, 1),
    ("neighbour_talk", {"talk": [4], "help": [1]}, 0),
    ("property_satisfied", {"property": [6]}, "not_applicable"),
    ("party_satisfied", {"party": [5]}, "dont_know"),
    ("net_better", {"change": [0]}, 1),
    ("net_better", {"change": [1]}, 0),
    ("net_better", {"change": [2]}, -1),
    ("af_m0", {f"lack_{each}": [1] for each in ("self", "order", "service")}
     | {f"lack_{each}": [0] for each in ("safety", "green", "culture")}, Fraction(1, 2)),
    ("af_m0", {"lack_self": [1]}
     | {f"lack_{each}": [0] for each in ("order", "service", "safety", "green", "culture")}, 0),
    ("af_m0", {"lack_self": [1]}, "missing"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "said", "worth"), SAID)
def test_what_a_sheet_counts_as(item, said, worth):
    found = count(bank(), bank().items[item], said)
    assert (found.why or found.value) == worth


def _sheets(yes, no, *, stratum="", dont_know=0, cell=""):
    said = [0] * yes + [3] * no + [5] * dont_know
    return [Sheet({"overall": [each]}, stratum, cell) for each in said]


def test_strata_are_weighed_by_their_size_and_small_ones_stand_together():
    frame = Frame(1000, 150, {"a": (800, 100), "b": (150, 31), "c": (30, 10), "d": (20, 9)})
    sheets = _sheets(60, 20, stratum="a", dont_know=5) + _sheets(5, 20, stratum="b") + _sheets(3, 7)
    item = bank().items["overall_satisfied"]
    made = estimate(bank(), item, sheets, frame, choose_method(sheets, frame))
    assert made.method == "stratified"
    assert made.value == Fraction(800 * 60, 1000 * 80) + Fraction(150 * 5, 1000 * 25) + Fraction(
        50 * 3, 1000 * 10
    )
    assert (made.answers, made.dont_know, made.population) == (115, 5, 1000)
    assert made.low < made.value < made.high
    assert made.enough == (made.high - made.low <= 0.2)


def test_answers_are_weighed_by_age_sex_and_registration_where_the_register_knows_them():
    cells = {"band_60_up/female/hukou_here": 100, "band_18_59/male/hukou_here": 300}
    frame = Frame(200, 100, {}, cells)
    old, young = cells
    sheets = _sheets(40, 10, cell=old) + _sheets(10, 40, cell=young)
    assert choose_method(sheets, frame) == "post_stratified"
    item = bank().items["overall_satisfied"]
    made = estimate(bank(), item, sheets, frame, "post_stratified")
    assert made.value == Fraction(1, 4) * Fraction(4, 5) + Fraction(3, 4) * Fraction(1, 5)
    assert choose_method(sheets + _sheets(9, 0), frame) == "simple", "too many say nothing"
    assert made.population == 400
    assert estimate(bank(), item, sheets, frame, "simple").population == 400, "the same base"
    some = [*sheets, Sheet({"overall": [0], "age": [0], "sex": [0], "hukou": [0]})]
    assert cell_of(bank(), some[-1].said) == "", "a child's is nobody's vote but the household's"
    assert estimate(bank(), item, some, frame, "post_stratified").value == made.value
    few = Frame(200, 100, {}, {**cells, young: 49})
    assert choose_method(sheets, few) == "simple", "the register knows fewer than answered"


def test_nobody_answers_for_another_age():
    """Cells nobody answered from lean on their own age band; a band nobody answered from makes
    the figure fall back on the draw, and it says so."""
    cells = {
        "band_18_59/female/hukou_here": 300,
        "band_18_59/male/hukou_elsewhere": 12,
        "band_18_59/male/hukou_here": 288,
        "band_60_up/female/hukou_here": 100,
        "band_60_up/male/": 5,
        "band_60_up/male/hukou_here": 95,
        "band_60_up/male/hukou_elsewhere": 5,
    }
    frame, item = Frame(400, 400, {}, cells), bank().items["overall_satisfied"]
    women, few, men, old, _, old_men, _ = cells
    young = _sheets(36, 24, cell=women) + _sheets(34, 24, cell=men) + _sheets(2, 0, cell=few)
    aged = _sheets(5, 15, cell=old) + _sheets(5, 15, cell=old_men)
    assert choose_method(young + aged, frame) == "post_stratified"
    made = estimate(bank(), item, young + aged, frame, "post_stratified")
    exact = (300 * Fraction(36, 60) + 288 * Fraction(34, 58) + 12 + 200 * Fraction(1, 4)) / 800
    assert (made.method, made.value, made.population) == ("post_stratified", exact, 805)
    alone = estimate(bank(), item, young, frame, "post_stratified")
    assert (alone.method, alone.value) == ("simple", Fraction(72, 120))
    chance, found = random.Random(3), []
    people = [
        (c, c.startswith("band_60")) for c, n in cells.items() if c[-1] != "/" for _ in range(n)
    ]
    for _time in range(60):
        drawn = chance.sample(people, 90)
        sheets = [Sheet({"overall": [0 if aged else 3]}, "", c) for c, aged in drawn]
        found.append(estimate(bank(), item, sheets, frame, "post_stratified").value)
    assert set(found) == {Fraction(200, 800)}, "each time, whoever is drawn"


def test_too_few_are_told_as_too_few_and_one_sided_answers_without_a_number():
    item, frame = bank().items["overall_satisfied"], Frame(5000, 5000)
    thin = estimate(bank(), item, _sheets(20, 9), frame, "simple")
    assert not thin.enough
    wide = estimate(bank(), item, _sheets(25, 25), frame, "simple")
    assert not wide.enough
    good = estimate(bank(), item, _sheets(60, 60), frame, "simple")
    assert good.enough
    assert not good.few
    assert estimate(bank(), item, _sheets(111, 9), frame, "simple").few
    assert estimate(bank(), item, [], frame, "simple") is None
    net = [Sheet({"change": [each]}) for each in [0] * 30 + [1] * 60 + [2] * 50]
    made = estimate(bank(), bank().items["net_better"], net, frame, "simple")
    assert made.value == Fraction(-20, 140)
    assert -1 <= made.low < made.value < made.high
    assert not made.few
    for better, same, worse in ((9, 60, 50), (50, 60, 9), (120, 9, 0), (0, 9, 120)):
        said = [0] * better + [1] * same + [2] * worse
        net = [Sheet({"change": [each]}) for each in said]
        assert estimate(bank(), bank().items["net_better"], net, frame, "simple").few
    for lacking, few in ((9, True), (10, False), (111, True), (110, False)):
        said = [1] * lacking + [0] * (120 - lacking)
        keys = bank().items["af_m0"].questions
        gaps = [Sheet({key: [each] for key in keys}) for each in said]
        assert estimate(bank(), bank().items["af_m0"], gaps, frame, "simple").few is few


def test_the_gini_of_brackets_lies_between_its_bounds():
    sheets = [Sheet({"income": [each]}) for each in [0] * 10 + [2] * 20 + [5] * 10 + [7] * 4]
    made = estimate(bank(), bank().items["income_gini"], sheets, Frame(900, 60), "simple")
    assert 0 < made.low < made.value < made.high < 1
    assert (made.answers, made.dont_know, made.enough) == (40, 4, True)
    for n, enough in ((29, False), (30, True)):
        some = [Sheet({"income": [each % 3]}) for each in range(n)]
        item = bank().items["income_gini"]
        assert estimate(bank(), item, some, Frame(900, 60), "simple").enough is enough


def test_a_change_is_told_only_where_chance_does_not_explain_it():
    assert distinguishable(Fraction(7, 10), 0.03, Fraction(6, 10), 0.03)
    assert not distinguishable(Fraction(7, 10), 0.04, Fraction(6, 10), 0.04)
    assert not distinguishable(Fraction(9, 10), None, Fraction(1, 10), 0.01)


@pytest.mark.parametrize(("answered", "holds"), [(5, False), (6, True)])
def test_one_in_twenty_is_not_enough(answered, holds):
    assert enough_answers(answered, 100).holds is holds


def test_small_cells_are_hidden_with_others_so_that_none_can_be_had_back():
    shown = hide([[40, 30, 20], [30, 3, 15], [50, 40, 30]], 10)
    assert shown[1][1] is None
    gone = [(y, x) for y, row in enumerate(shown) for x, n in enumerate(row) if n is None]
    assert len(gone) >= 3
    for y, x in gone:
        alone_in_row = sum(row == y for row, _ in gone) == 1
        alone_in_column = sum(column == x for _, column in gone) == 1
        assert not (alone_in_row and alone_in_column)
    assert hide([[40, 30], [20, 10]], 10) == [[40, 30], [20, 10]]
    assert hide([[40, 4], [20, 3]], 10) == [[None, None], [None, None]], "seven in all"
    assert hide([], 10) == []


def test_nobody_gets_a_hidden_cell_back_who_knows_every_sum():
    """Subtraction and linear programming over random tables, with all sums of rows and columns."""
    from scipy.optimize import linprog

    chance, partly = random.Random(11), 0
    for _time in range(25):
        high, wide = chance.randint(2, 6), chance.randint(2, 3)
        table = [[chance.choice((0, 4, 8, 15, 30, 60)) for _ in range(wide)] for _ in range(high)]
        shown = hide(table, 10)
        gone = [(y, x) for y in range(high) for x in range(wide) if shown[y][x] is None]
        told = [(y, x) for y in range(high) for x in range(wide) if shown[y][x] is not None]
        assert not any(0 < table[y][x] < 10 for y, x in told)
        if not gone or not told:
            continue
        partly += 1
        lines = [[at for at, (y, _) in enumerate(gone) if y == row] for row in range(high)]
        lines += [[at for at, (_, x) in enumerate(gone) if x == column] for column in range(wide)]
        lines = [line for line in lines if line]
        left = [sum(table[gone[at][0]][gone[at][1]] for at in line) for line in lines]
        equal = [[float(at in line) for at in range(len(gone))] for line in lines]
        for at in range(len(gone)):
            goal = [float(each == at) for each in range(len(gone))]
            low, most = (
                linprog([sign * each for each in goal], A_eq=equal, b_eq=left).fun * sign
                for sign in (1, -1)
            )
            assert most - low >= 10 - 1e-6
            assert most >= 10 - 1e-6
    assert partly > 5


def test_all_of_a_table_is_hidden_where_nothing_else_helps():
    assert hide([[3, 2], [1, 1]], 10) == [[None, None], [None, None]]


def test_an_estimate_hits_what_is_so_about_as_often_as_it_says():
    chance = random.Random(7)
    item = bank().items["overall_satisfied"]
    truth = {"a": (400, 280), "b": (860, 430)}
    share = Fraction(710, 1260)
    hits = 0
    for _time in range(60):
        sheets = []
        for code, n in (("a", 60), ("b", 120)):
            people = [0] * truth[code][1] + [3] * (truth[code][0] - truth[code][1])
            sheets += [Sheet({"overall": [x]}, code) for x in chance.sample(people, n)]
        frame = Frame(1260, 180, {"a": (400, 60), "b": (860, 120)})
        made = estimate(bank(), item, sheets, frame, "stratified")
        hits += made.low <= share <= made.high
    assert hits >= 53
