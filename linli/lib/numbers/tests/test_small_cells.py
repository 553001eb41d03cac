import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.numbers import conceal, share_told, suppressed

cells_of_a_row = st.lists(st.one_of(st.none(), st.integers(0, 60)), max_size=12)


def test_nine_people_are_hidden_and_ten_are_shown():
    assert suppressed(9)
    assert not suppressed(10)
    assert suppressed(1)


def test_a_nought_names_nobody_and_is_shown():
    assert not suppressed(0)


def test_the_floor_may_be_another():
    assert suppressed(4, floor=5)
    assert not suppressed(5, floor=5)


@pytest.mark.parametrize("values", [(-1, 10), (1, -1)])
def test_negative_counts_are_refused(values):
    with pytest.raises(ValueError):
        suppressed(*values)


def test_a_row_of_large_cells_is_shown_whole():
    assert conceal([10, 20, 30]) == (False, False, False)


def test_one_hidden_cell_takes_the_smallest_other_with_it():
    assert conceal([40, 9, 12, 30]) == (False, True, True, False)


def test_of_two_equal_others_the_first_goes():
    assert conceal([12, 12, 3]) == (True, False, True)


def test_two_hidden_cells_are_enough_when_together_they_reach_the_floor():
    assert conceal([4, 6, 40]) == (True, True, False)


def test_two_hidden_cells_whose_sum_is_itself_small_take_a_third():
    assert conceal([1, 2, 15, 40]) == (True, True, True, False)


def test_a_nought_is_hidden_last_because_it_shelters_nobody():
    assert conceal([0, 7, 25]) == (False, True, True)
    assert conceal([0, 7]) == (True, True)


def test_a_missing_cell_is_neither_hidden_nor_a_shelter():
    assert conceal([None, 7, 25]) == (False, True, True)


@settings(deadline=None)
@given(cells_of_a_row, st.integers(1, 20))
def test_what_is_hidden_cannot_be_had_back_from_a_shown_total(cells, floor):
    hidden = conceal(cells, floor)
    values = [cell for cell, gone in zip(cells, hidden, strict=True) if gone]
    assert all(
        gone
        for cell, gone in zip(cells, hidden, strict=True)
        if cell is not None and suppressed(cell, floor)
    )
    total = sum(cell for cell in cells if cell is not None)
    if values and not suppressed(total, floor):
        assert len(values) >= 2
        assert sum(values) >= floor


@settings(deadline=None)
@given(cells_of_a_row, st.integers(1, 20))
def test_nothing_is_hidden_where_nothing_is_small(cells, floor):
    if not any(cell is not None and suppressed(cell, floor) for cell in cells):
        assert not any(conceal(cells, floor))


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(0, 0, False), (0, 9, False), (0, 10, True), (9, 20, False), (11, 20, False), (10, 20, True),
     (20, 20, True)],
)  # fmt: skip
def test_a_share_is_told_where_neither_it_nor_what_is_left_is_a_few(part, whole, told):
    assert share_told(part, whole) is told
