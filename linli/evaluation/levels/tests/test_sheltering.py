"""Nobody is found by adding and subtracting, whatever pages and months are laid together."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from scipy.optimize import linprog

from linli.evaluation.definitions import catalogue
from linli.evaluation.engine.values import is_row_small
from linli.evaluation.levels.held import Held, Known, _hide_nested
from linli.evaluation.levels.sheltering import Counts, add_up
from linli.evaluation.levels.tree import Node
from linli.evaluation.levels.within_year import hidden_of
from linli.evaluation.models import Figure
from linli.evaluation.periods import period_of
from linli.evaluation.returns.outgoing import lines_from
from linli.evaluation.rules import hide_along, sheltered
from linli.evaluation.side_by_side import lay_side_by_side

FLOOR = 10
YEAR = period_of("year", date(2026, 1, 1))
MONTHS = [period_of("month", date(2026, month, 1)) for month in (1, 2, 3)]
SHARE = next(row for row in catalogue().rows if row.adds_up and row.is_quotient)
OF_PEOPLE = replace(SHARE, people=True, minimum=1)
COUNT = next(row for row in catalogue().rows if row.adds_up and not row.is_quotient)


def place(code, level):
    return SimpleNamespace(pk=code, code=code, name=code, level=level, kind="x")


def figure(row, period, part, whole):
    return Figure(
        indicator=row.id,
        version=row.version,
        period_kind=period.kind,
        starts=period.starts,
        ends=period.ends,
        numerator=part,
        denominator=whole,
        n=whole,
    )


def known_of(row, cells):
    """What the office's pages start from, by the rules every page uses."""
    values = {}
    for code, months in cells.items():
        whole = (sum(part for part, _all in months), sum(base for _part, base in months))
        figures = [
            figure(row, *each) for each in zip(MONTHS, *zip(*months, strict=True), strict=True)
        ]
        figures.append(figure(row, YEAR, *whole))
        hidden = hidden_of(row, figures, floor=FLOOR)
        for each in figures:
            values[code, row.id, each.period.key] = Held(
                each.numerator, each.denominator, each.n, hidden[each.pk], "told"
            )
    return Known(values, {})


def every_node(top):
    yield top
    for part in top.parts:
        yield from every_node(part)


def attack(row, top, cells, known):
    """By linear programming over every page of every level and period: what each small count
    that is hidden may be."""
    codes = [each.code for each in top.communities()]
    leaves = [(code, month) for code in codes for month in range(len(MONTHS))]
    at = {leaf: number for number, leaf in enumerate(leaves)}
    wanted = [2 * at[leaf] + side for leaf in leaves for side in (0, 1)]
    size = 2 * len(leaves)
    equations, sums = [], []

    def show(communities, months, cell):
        for side, told in ((0, cell.numerator), (1, cell.denominator - cell.numerator)):
            line = np.zeros(size)
            for code in communities:
                for month in months:
                    line[2 * at[code, month] + side] = 1
            equations.append(line)
            sums.append(told)

    for period, months in [(YEAR, range(len(MONTHS))), *((m, [n]) for n, m in enumerate(MONTHS))]:
        for node in every_node(top):
            if not node.parts:
                continue
            table = lay_side_by_side(node, known, [row], period, floor=FLOOR)
            shown = [
                *zip(table.nodes, table.columns[0].cells, strict=True),
                (node, table.columns[0].total),
            ]
            for each, cell in shown:
                if cell.state == "shown":
                    show([one.code for one in each.communities()], months, cell)
    for variable in wanted:
        code, month = leaves[variable // 2]
        part, whole = cells[code][month]
        true = part if variable % 2 == 0 else whole - part
        if not 0 < true < FLOOR:
            continue
        reach = []
        for sign in (1, -1):
            goal = np.zeros(size)
            goal[variable] = sign
            found = linprog(
                goal, A_eq=np.array(equations) if equations else None,
                b_eq=sums or None, bounds=(0, None),
            )  # fmt: skip
            reach.append(sign * found.fun if found.status == 0 else sign * np.inf * sign)
        yield (code, month, true), reach


MONTH = st.integers(0, 14).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))
SMALL = st.lists(st.lists(MONTH, min_size=3, max_size=3), min_size=2, max_size=5)


@given(SMALL, st.integers(0, 2**10))
@settings(max_examples=10, deadline=None)
def test_no_small_count_is_had_back_over_rows_columns_levels_and_months(drawn, cut):
    cells = {f"c{number}": months for number, months in enumerate(drawn)}
    cells = {
        code: [(part, max(whole, 1)) for part, whole in months] for code, months in cells.items()
    }
    # Large communities stand beside the small ones, as in life.
    cells["c0"] = [(part + 40, whole + 80) for part, whole in cells["c0"]]
    nodes = [Node(place(code, 5)) for code in cells]
    edge = 1 + cut % (len(nodes) - 1)
    streets = [Node(place("s1", 4), tuple(nodes[:edge])), Node(place("s2", 4), tuple(nodes[edge:]))]
    top = Node(place("d", 3), tuple(streets))
    known = known_of(OF_PEOPLE, cells)
    for leaf, (low, high) in attack(OF_PEOPLE, top, cells, known):
        assert high - low >= FLOOR - 1e-6, (leaf, low, high)


def test_hidden_counts_shelter_each_other_or_the_sum_is_left_out():
    cases = (
        ([9], False), ([4, 5], False), ([4, 6], True), ([9, 8], True),
        ([9, 9], False),  # eighteen of two that are under ten is nine and nine
        ([9, 9, 30], True), ([], False),
    )  # fmt: skip
    for hidden, safe in cases:
        assert sheltered(hidden, FLOOR) is safe, hidden


def leaf(count, *, known=True, hidden=None):
    hidden = 0 < count < FLOOR if hidden is None else hidden
    if not known:
        return Counts(None, True, {}, 0, 1)
    return Counts({"part": count}, hidden, {"part": (count,)} if hidden else {}, 1, 1, 1)


def test_what_one_street_hides_is_not_had_back_from_the_district():
    lonely = add_up([leaf(7), leaf(40)], FLOOR, within_year=False)
    assert lonely.hidden
    assert lonely.open == {"part": (7,)}
    plain = add_up([leaf(30), leaf(40)], FLOOR, within_year=False)
    assert not plain.hidden
    assert add_up([lonely, plain], FLOOR, within_year=False).hidden
    other = add_up([leaf(6), leaf(90)], FLOOR, within_year=False)
    both = add_up([lonely, other, plain], FLOOR, within_year=False)
    assert (both.hidden, both.counts["part"]) == (False, 213)


def test_what_a_return_hides_is_in_no_sum_and_the_sum_says_so():
    total = add_up([leaf(30), leaf(0, known=False), leaf(25)], FLOOR, within_year=False)
    assert (total.hidden, total.counts["part"], total.told, total.asked) == (False, 55, 2, 3)


def test_a_month_that_hides_anything_has_no_sum_since_the_year_would_give_it_back():
    cells = [leaf(6), leaf(7), leaf(40)]
    assert add_up(cells, FLOOR, within_year=True).hidden
    assert not add_up(cells, FLOOR, within_year=False).hidden


def line_of(**counts):
    return {
        ("c0", name, "2026"): Held(part, whole, whole, 0 < part < FLOOR, "told")
        for name, (part, whole) in counts.items()
    }


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        (
            {"CX01": (60, 200), "CX02": (53, 200), "CX03": (20, 200), "CX04": (53, 120)},
            {"CX02", "CX04"},
        ),  # 7 of 60 to 64; the 53 stand in CX04 as well
        ({"CX01": (60, 200), "CX02": (40, 200), "CX03": (20, 200), "CX04": (40, 120)}, set()),
        ({"CX01": (60, 200), "CX02": (40, 200), "CX04": (40, 155)}, {"CX04"}),  # 5 are under 15
        ({"CX02": (53, 200), "CX03": (53, 200), "CX01": (60, 200)}, {"CX02", "CX03"}),
        ({"BS01": (88, 200), "SV08": (80, 90)}, {"SV08"}),  # 8 of those reached are under 60
        ({"BS01": (88, 200), "SV08": (70, 90)}, set()),
        ({"CX01": (4, 200), "SV08": (12, 90)}, {"CX01", "SV08"}),
        ({"CX01": (60, 200), "OP08": (30, 195)}, {"OP08"}),  # 5 are under 18
    ],
)
def test_two_counts_of_which_one_holds_the_other_do_not_differ_by_a_few(counts, hidden):
    values = line_of(**counts)
    _hide_nested(values, FLOOR)
    assert {name for (_c, name, _p), held in values.items() if held.hidden} == hidden
    figures = [
        figure(catalogue().version(name, 1), YEAR, part, whole)
        for name, (part, whole) in counts.items()
    ]
    lines = lines_from("c0", figures, floor=FLOOR)
    # What goes up hides at least these: also who is left over, where that is a few.
    assert hidden <= {line.indicator for line in lines if line.status == "hidden"}


def test_what_was_asked_of_a_sample_may_be_negative_and_counts_nobody():
    rows = {row.id: row for row in catalogue().all_in_force(YEAR.starts)}
    net = rows["BS09"]
    low = figure(net, YEAR, -3_000, 900_000)
    low.n = 120
    assert list(hidden_of(net, [low], floor=FLOOR).values()) == [False]
    told = [line.numerator for line in lines_from("c0", [low], floor=FLOOR)]
    assert told == [-3_000]
    street = Node(place("s", 4), (Node(place("c0", 5)), Node(place("c1", 5)), Node(place("c2", 5))))

    def column(row, *held):
        known = Known({(f"c{at}", row.id, "2026"): each for at, each in enumerate(held)}, {})
        return lay_side_by_side(street, known, [row], YEAR, floor=FLOOR).columns[0]

    found = column(
        net,
        Held(-3_000, 900_000, 120, False, "told"),
        Held(60_000, 300_000, 80, False, "told"),
        Held(9_000, 300_000, 12, False, "too_few"),
    )
    assert [cell.state for cell in found.cells] == ["shown", "shown", "thin"]
    assert [cell.n for cell in found.cells] == [120, 80, 12]
    assert (found.total.value, found.total.n) == (Fraction(57_000, 1_200_000) * 100, 200)
    assert (found.total.told, found.total.asked) == (2, 3)
    for name, n in (("BS07", 400), ("CX05", 50), ("MT02", 30)):
        found = column(rows[name], *[Held(1_000, 1_200, n, False, "told")] * 3)
        assert (found.cells[0].n, found.total.state) == (n, "missing")
        if name != "CX05":
            assert found.cells[0].numerator is found.cells[0].denominator is None


def test_along_a_year_those_left_over_are_sheltered_too():
    parts = [(40, 44), (50, 70), (60, 90)]
    assert hide_along(parts, [True, False, False], FLOOR, people=True) == (True, True, False)
    assert hide_along([(9, None), (9, None), (30, None)], [False] * 3, FLOOR) == (True, True, True)


@pytest.mark.parametrize("row", [COUNT, OF_PEOPLE])
def test_the_same_cells_are_hidden_on_every_page_and_in_the_file_that_goes_up(row):
    cells = {"c0": [(12, 30), (4, 30), (30, 60)], "c1": [(0, 20), (15, 40), (11, 30)]}
    known = known_of(row, cells)
    street = Node(place("s", 4), tuple(Node(place(code, 5)) for code in cells))
    district = Node(place("d", 3), (street,))
    for period in (YEAR, *MONTHS):
        inside = lay_side_by_side(street, known, [row], period, floor=FLOOR).columns[0]
        above = lay_side_by_side(district, known, [row], period, floor=FLOOR).columns[0]
        assert above.cells[0].state == inside.total.state == above.total.state
    hidden = [known.values["c0", row.id, month.key].hidden for month in MONTHS]
    small = [is_row_small(row, 0, *part, FLOOR, own=FLOOR) for part in cells["c0"]]
    assert all(gone for gone, few in zip(hidden, small, strict=True) if few)
    assert sum(hidden) >= 2
    assert all(a < b for a, b in pairwise([month.key for month in MONTHS]))
