"""What is shown and what is hidden, as pure questions."""

from hypothesis import given, strategies as st

from linli.evaluation.rules import hide_along, is_small, raise_floor, total_may_stand

COUNTS = st.one_of(st.none(), st.integers(0, 60))


def test_nine_are_few_and_ten_are_not():
    assert is_small(9, None, 10, people=False)
    assert not is_small(10, None, 10, people=False)
    assert not is_small(0, None, 10, people=False)  # a nought names nobody
    assert is_small(40, 9, 10, people=False)
    assert not is_small(3, None, 0, people=False)  # what an office owes is published to the last


def test_of_people_those_left_over_count_too():
    assert is_small(95, 100, 10, people=True)
    assert not is_small(95, 100, 10, people=False)
    assert not is_small(100, 100, 10, people=True)


def test_a_place_may_raise_the_floor_and_never_lower_it():
    assert raise_floor(10, 20) == 20
    assert raise_floor(10, 5) == 10
    assert raise_floor(0, 20) == 0


@given(st.lists(COUNTS, min_size=1, max_size=12))
def test_no_hidden_month_can_be_had_back_from_the_year(months):
    parts = [None if count is None else (count, None) for count in months]
    hidden = [count is not None and 0 < count < 10 for count in months]
    away = hide_along(parts, hidden, 10)
    gone = [count for count, each in zip(months, away, strict=True) if each]
    assert all(each for each, small in zip(away, hidden, strict=True) if small)
    if gone and len([count for count in months if count is not None]) > 1:
        assert len(gone) >= 2


@given(st.lists(COUNTS, min_size=1, max_size=12))
def test_a_total_is_not_shown_where_it_gives_a_small_cell_away(cells):
    hidden = [cell is not None and 0 < cell < 10 for cell in cells]
    gone = [cell for cell, away in zip(cells, hidden, strict=True) if away]
    if total_may_stand(cells, hidden, 10):
        assert not gone or (len(gone) > 1 and sum(gone) >= 10)
        total = sum(cell or 0 for cell in cells)
        assert total == 0 or total >= 10


def test_two_hidden_cells_that_are_few_even_together_hide_the_total():
    assert not total_may_stand([4, 5, 60], [True, True, False], 10)
    assert total_may_stand([4, 6, 60], [True, True, False], 10)
    assert not total_may_stand([4, 60], [True, False], 10)
