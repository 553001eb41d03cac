"""What a book refuses, without a database."""

from datetime import date
from typing import cast

import pytest

from linli.mechanisms.ledger import rules
from linli.mechanisms.ledger.actions import last_day_of


@pytest.mark.parametrize(
    ("found", "holds"),
    [
        (rules.code_is_plain("D2026-1"), True),
        (rules.code_is_plain("1001"), True),
        (rules.code_is_plain("d1"), False),
        (rules.code_is_plain("捐赠"), False),
        (rules.code_is_plain("A" * 33), False),
        (rules.code_is_plain("A\n"), False),
        (rules.moves_something([1, 2]), True),
        (rules.moves_something([]), False),
        (rules.moves_something([1, 0]), False),
        (rules.moves_something([-1]), False),
        (rules.moves_something([cast(int, 1.5)]), False),
        (rules.moves_something([rules.MOST]), True),
        (rules.moves_something([rules.MOST + 1]), False),
        (rules.month_is_open(date(2026, 3, 31), date(2026, 3, 31)), False),
        (rules.month_is_open(date(2026, 4, 1), date(2026, 3, 31)), True),
        (rules.month_is_open(date(2020, 1, 1), None), True),
        (rules.not_ahead(date(2026, 3, 2), date(2026, 3, 2)), True),
        (rules.not_ahead(date(2026, 3, 3), date(2026, 3, 2)), False),
        (rules.enough_there("银行", "fen", 100, -100), True),
        (rules.enough_there("银行", "fen", 100, -101), False),
        (rules.not_before(date(2026, 3, 2), date(2026, 3, 2)), True),
        (rules.not_before(date(2026, 3, 1), date(2026, 3, 2)), False),
        (rules.month_is_over(date(2026, 3, 31), date(2026, 3, 31)), False),
        (rules.month_is_over(date(2026, 3, 31), date(2026, 4, 1)), True),
        (rules.not_closed_yet(date(2026, 3, 31), date(2026, 3, 31)), False),
        (rules.not_closed_yet(date(2026, 3, 31), date(2026, 2, 28)), True),
    ],
)
def test_the_boundaries_of_each_rule(found, holds):
    assert bool(found) is holds


def test_amounts_and_months_are_told_as_people_write_them():
    refused = rules.enough_there("银行存款", "fen", 150_00, -200_05)
    assert refused.numbers["held"] == "150.00"
    assert refused.numbers["taken"] == "200.05"
    assert refused.numbers["short"] == "50.05"
    assert rules.in_units("fen", -7) == "-0.07"
    assert rules.in_units("minute", 90) == "90"
    assert last_day_of(date(2028, 2, 3)) == date(2028, 2, 29)
    assert last_day_of(date(2026, 12, 31)) == date(2026, 12, 31)
