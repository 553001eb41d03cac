"""The numbers at which a rule turns."""

from datetime import date
from uuid import uuid4

import pytest

from linli.stewardship.funds import charts, rules
from linli.stewardship.funds.rules.months import first_of, last_of
from linli.stewardship.funds.words import ALWAYS_RESTRICTED, SOURCE_KINDS


@pytest.mark.parametrize(
    ("holds", "found"),
    [
        (True, rules.decided_where_needed(2_999_999, 3_000_000, False)),
        (False, rules.decided_where_needed(3_000_000, 3_000_000, False)),
        (True, rules.decided_where_needed(3_000_000, 3_000_000, True)),
        (True, rules.for_its_purpose(False, "elders", "facilities")),
        (False, rules.for_its_purpose(True, "elders", "facilities")),
        (True, rules.for_its_purpose(True, "elders", "elders")),
        (True, rules.enough_free(100, 100)),
        (False, rules.enough_free(99, 100)),
        (True, rules.within_line(100, 100)),
        (False, rules.within_line(99, 100)),
        (False, rules.not_more_than_approved(0, 100)),
        (True, rules.not_more_than_approved(100, 100)),
        (False, rules.not_more_than_approved(101, 100)),
        (False, rules.month_is_over(date(2026, 2, 1), date(2026, 2, 28))),
        (True, rules.month_is_over(date(2026, 2, 1), date(2026, 3, 1))),
        (False, rules.in_open_month(date(2026, 2, 28), date(2026, 2, 1))),
        (True, rules.in_open_month(date(2026, 3, 1), date(2026, 2, 1))),
        (False, rules.next_to_close(date(2026, 4, 1), date(2026, 2, 1), date(2026, 1, 1))),
        (True, rules.next_to_close(date(2026, 3, 1), date(2026, 2, 1), date(2026, 1, 1))),
        (True, rules.next_to_close(date(2026, 1, 1), None, date(2026, 1, 1))),
        (False, rules.next_to_close(date(2026, 2, 1), None, date(2026, 1, 1))),
        (True, rules.source_is_open(date(2026, 3, 1), date(2026, 2, 28))),
        (False, rules.source_is_open(date(2026, 3, 1), date(2026, 3, 1))),
        (True, rules.line_keeps_committed(5, 5, "")),
        (False, rules.line_keeps_committed(4, 5, "")),
    ],
)
def test_each_rule_turns_at_its_number(holds, found):
    assert bool(found) == holds, found


def test_a_third_hand_from_the_amount_on_and_no_hand_twice():
    assert [rules.hands_needed(fen, 500_000) for fen in (499_999, 500_000)] == [2, 3]
    one, two = uuid4(), uuid4()
    assert rules.another_hand(two, [one])
    assert not rules.another_hand(one, [one, two])
    assert not rules.another_hand(None, [one])
    assert not rules.closed_by_another(one, one)
    assert rules.yuan(-123_456) == "-1,234.56"


def test_every_kind_has_its_chart_and_the_bank_accounts_are_guarded():
    for kind, _title in SOURCE_KINDS:
        rows = {row.code: row for row in charts.chart_of(kind)}
        assert rows[charts.income_of(kind)].kind == "income"
        guarded = {code for code, row in rows.items() if row.guarded}
        assert guarded == {charts.FREE, charts.COMMITTED, charts.RESERVED}
    assert set(ALWAYS_RESTRICTED) < {kind for kind, _title in SOURCE_KINDS}
    assert {charts.subject_of(code) for code in guarded} == {charts.BANK}
    assert (first_of(date(2026, 2, 9)), last_of(date(2028, 2, 1))) == (
        date(2026, 2, 1), date(2028, 2, 29),
    )  # fmt: skip
