"""Hidden counts stay hidden: whoever adds and subtracts gets none of them back."""

import itertools

import pytest
from hypothesis import given, settings, strategies as st

from linli.evaluation.statistics.suppression import (
    HIDDEN,
    NotSafe,
    Sum,
    Table,
    audit,
    complete,
    completing,
    is_safe,
    narrow_cuts,
    primary,
    publish,
)
from linli.evaluation.statistics.suppression.auditing import intervals

_COUNT = st.sampled_from([0, 0, 1, 2, 3, 4, 7, 9, 10, 12, 18, 25, 40])
_SHAPES = st.sampled_from([(2, 2), (2, 3), (3, 3), (2, 4), (3, 4)])
_ROWS = _SHAPES.flatmap(
    lambda shape: st.lists(
        st.lists(_COUNT, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)


def _cost(cells, table):
    return sum(table.values[cell] or max(table.values.values()) + 1 for cell in cells)


@settings(deadline=None, max_examples=20)
@given(_ROWS, st.sampled_from([5, 10]))
def test_of_no_completed_table_a_cell_comes_back(drawn, floor):
    table = Table.crossed(drawn, margins_fixed=False)
    small = primary(table, floor)
    hidden = complete(table, small, floor)
    assert small <= hidden
    assert audit(table, hidden, floor) == {}
    shown = publish(table, hidden, floor)
    for cell, count in table.values.items():
        assert shown[cell] is HIDDEN if cell in hidden else shown[cell] == count
    if small and not is_safe(table, small, floor):
        with pytest.raises(ValueError):
            publish(table, small, floor)


@settings(deadline=None, max_examples=6)
@given(st.lists(st.lists(_COUNT, min_size=3, max_size=3), min_size=2, max_size=2))
def test_the_choice_is_the_cheapest_and_a_patient_attacker_agrees(drawn):
    table = Table.crossed(drawn)
    small = primary(table, 5)
    free = [cell for cell in table.values if cell not in table.fixed | small]
    try:
        hidden = complete(table, small - table.fixed, 5)
    except ValueError:
        # A margin is too small itself, or what is left cannot shelter anybody.
        assert small & table.fixed or not is_safe(table, small | set(free), 5)
        return
    safe = [
        _cost(some, table)
        for n in range(len(free) + 1)
        for some in itertools.combinations(free, n)
        if is_safe(table, (small - table.fixed).union(some), 5)
    ]
    assert _cost(hidden - small, table) == min(safe)
    # All tables of whole counts that agree with what is shown, one by one.
    (a, b, _), (d, e, f) = drawn
    right, columns = sum(drawn[0]), [a + d, b + e, drawn[0][2] + f]
    ranges = {cell: set() for cell in hidden}
    for x, y in itertools.product(range(columns[0] + 1), range(columns[1] + 1)):
        first = [x, y, right - x - y]
        second = [column - value for column, value in zip(columns, first, strict=True)]
        thought = {(0, at): value for at, value in enumerate(first)}
        thought |= {(1, at): value for at, value in enumerate(second)}
        same = all(thought[cell] == table.values[cell] for cell in thought if cell not in hidden)
        if same and min(thought.values()) >= 0:
            for cell, seen in ranges.items():
                seen.add(thought[cell])
    for cell, found in intervals(table, hidden).items():
        assert (min(ranges[cell]), max(ranges[cell])) == pytest.approx((found.low, found.high))


def _year(counts):
    months = [f"2026-{month:02}" for month in range(1, 13)]
    return months, {
        (unit, month): count
        for unit, row in counts.items()
        for month, count in zip(months, row, strict=True)
    }


def test_neither_a_street_less_its_communities_nor_a_year_less_eleven_months():
    months, counts = _year(
        {
            "a": [30, 4, 22, 18, 40, 33, 25, 19, 28, 31, 45, 20],
            "b": [60, 55, 48, 70, 66, 59, 80, 75, 62, 58, 49, 77],
            "c": [12, 15, 11, 21, 18, 14, 30, 26, 13, 17, 19, 3],
        }
    )
    table = Table.in_time(counts, {"street": "abc"}, {"2026": months})
    assert table.values["street", "2026"] == sum(counts.values())
    small = primary(table, 10)
    assert small == {("a", "2026-02"), ("c", "2026-12")}
    found = intervals(table, small)["a", "2026-02"]
    assert (found.low, found.high) == (4, 4)
    for limit in (completing.EXACT_UP_TO, 0):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(completing, "EXACT_UP_TO", limit)
            hidden = complete(table, small, 10)
        assert audit(table, hidden, 10) == {}
        # Each small one has company in its month and in its year.
        for unit, month in small:
            assert sum(cell[1] == month for cell in hidden) >= 2
            assert sum(cell[0] == unit for cell in hidden) >= 2
        assert not any(cell[1] == "2026" for cell in hidden)


def test_numerator_denominator_and_what_is_left_are_hidden_together():
    rates = {
        ("a", "Q1"): (95, 100),  # the five who were not reached
        ("b", "Q1"): (40, 90),
        ("c", "Q1"): (0, 6),  # a nought among six
        ("d", "Q1"): (0, 50),  # a nought among fifty names nobody
        ("e", "Q1"): (30, 75),
    }
    table = Table.of_rates(rates, {"street": "abcde"}, {})
    small = primary(table, 10)
    roles = ("numerator", "rest", "denominator")
    assert small == {(unit, "Q1", role) for unit in "ac" for role in roles}
    hidden = complete(table, small, 10)
    assert audit(table, hidden, 10) == {}
    for unit in [*"abcde", "street"]:
        assert len({(unit, "Q1", role) in hidden for role in roles}) == 1
    assert ("street", "Q1", "numerator") not in hidden
    # A month that is missing makes a sum nobody knows.
    gap = Table.in_time({("a", "01"): 3, ("a", "year"): 9}, {}, {"year": ["01", "02"]})
    assert gap.sums == []


def test_what_stands_elsewhere_cannot_be_hidden_and_is_said():
    lonely = Table({("a",): 3, ("sum",): 3}, [Sum(("sum",), (("a",),))], frozenset({("sum",)}))
    with pytest.raises(NotSafe) as told:
        complete(lonely, {("a",)}, 10)
    assert told.value.cells == {("a",)}
    with pytest.raises(ValueError):
        complete(lonely, {("sum",)}, 10)
    for wrong in (
        lambda: Table({("a",): 3, ("sum",): 4}, [Sum(("sum",), (("a",),))]),
        lambda: Table({("a",): -1}, []),
        lambda: Table.crossed([[1, 2], [3]]),
        lambda: Table({("a",): 1}, [], frozenset({("b",)})),
        lambda: audit(lonely, {("b",)}, 10),
    ):
        with pytest.raises(ValueError):
            wrong()
    # With its total free to go, both go.
    free = Table(lonely.values, lonely.sums)
    assert complete(free, {("a",)}, 10) == {("a",), ("sum",)}


def test_two_cuts_that_differ_by_a_small_group_are_found():
    counts = {"a": 40, "b": 6, "c": 25, "d": 3}
    cuts = {"all": frozenset("abcd"), "without b": frozenset("acd"), "east": frozenset("ac")}
    assert narrow_cuts(cuts, counts, 5) == [("east", "without b")]
    assert narrow_cuts(cuts, counts, 10) == [
        ("without b", "all"),
        ("east", "all"),
        ("east", "without b"),
    ]
