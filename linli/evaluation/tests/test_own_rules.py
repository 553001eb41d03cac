"""When a community's own indicator may count: what it is made of, and what its trial showed."""

from datetime import date
from decimal import Decimal

import pytest

from linli.evaluation.definitions import catalogue
from linli.evaluation.own import rules
from linli.evaluation.own.choices import PERSON_WORDS, ROOMS, UNITS
from linli.evaluation.presentation import UNIT_WORDS
from linli.evaluation.sources import kinds_declared

TODAY = date(2026, 11, 23)
TRIAL = {"year": 2025, "gap": "", "small": False, "numerator": 40, "denominator": 60, "floor": 10}


@pytest.mark.parametrize(
    ("finding", "holds"),
    [
        (rules.kinds_fit("count", stocks=0, events=1, most=12), True),
        (rules.kinds_fit("count", stocks=0, events=12, most=12), True),
        (rules.kinds_fit("count", stocks=0, events=13, most=12), False),
        (rules.kinds_fit("count", stocks=0, events=0, most=12), False),
        (rules.kinds_fit("count", stocks=1, events=1, most=12), False),
        (rules.kinds_fit("last", stocks=1, events=0, most=12), True),
        (rules.kinds_fit("last", stocks=1, events=1, most=12), False),
        (rules.kinds_open([]), True),
        (rules.kinds_open(["终结的调解"]), False),
        (rules.base_fits("count", "kind", known=True), True),
        (rules.base_fits("count", "kind", known=False), False),
        (rules.base_fits("ratio_of_sums", "kind", known=True), False),
        (rules.base_fits("median", "constant", known=True), False),
        (rules.base_fits("ratio_of_sums", "", known=True), True),
        (rules.unit_fits("count", "", "count"), True),
        (rules.unit_fits("count", "", "percent"), False),
        (rules.unit_fits("count", "kind", "percent"), True),
        (rules.unit_fits("count", "kind", "households"), False),
        (rules.unit_fits("ratio_of_sums", "", "percent"), True),
        (rules.unit_fits("ratio_of_sums", "", "number"), False),
        (rules.unit_fits("sum", "constant", "hours"), True),
        (rules.unit_fits("median", "", "working_days"), True),
        (rules.times_fit("share_at_least", 1), False),
        (rules.times_fit("share_at_least", 2), True),
        (rules.times_fit("share_at_least", 12), True),
        (rules.times_fit("share_at_least", 13), False),
        (rules.times_fit("count", 2), False),
        (rules.goalposts_fit("higher", Decimal(0), Decimal(100)), True),
        (rules.goalposts_fit("higher", Decimal(5), Decimal(5)), False),
        (rules.goalposts_fit("lower", Decimal(30), Decimal(0)), True),
        (rules.goalposts_fit("lower", None, Decimal(0)), False),
        (rules.goalposts_fit("context", None, None), True),
        (rules.goalposts_fit("context", Decimal(0), Decimal(1)), False),
        (rules.minimum_fits("distinct", 9, floor=10), False),
        (rules.minimum_fits("distinct", 10, floor=10), True),
        (rules.minimum_fits("distinct", 10, floor=20), False),
        (rules.minimum_fits("count", 1, floor=20), True),
        (rules.of_work(["按期办结的申请"], PERSON_WORDS), True),
        (rules.of_work(["单亲家庭的户数"], PERSON_WORDS), False),
        (rules.of_work(["好", "Divorced residents"], PERSON_WORDS), False),
        (rules.begins_on(date(2026, 1, 1), TODAY, None), True),
        (rules.begins_on(date(2025, 1, 1), TODAY, None), True),
        (rules.begins_on(date(2024, 12, 1), TODAY, None), False),
        (rules.begins_on(date(2026, 12, 1), TODAY, None), False),
        (rules.begins_on(date(2026, 12, 1), TODAY, date(2026, 1, 1)), True),
        (rules.begins_on(date(2026, 11, 1), TODAY, date(2026, 1, 1)), False),
        (rules.begins_on(date(2026, 12, 1), TODAY, date(2026, 12, 1)), False),
        (rules.room_for(98, 99), True),
        (rules.room_for(99, 99), False),
    ],
)
def test_each_part_of_a_definition_fits_or_is_refused(finding, holds):
    assert bool(finding) is holds


@pytest.mark.parametrize(
    ("trial", "unmet"),
    [
        (None, "evaluation.own_tried"),
        (TRIAL, None),
        ({**TRIAL, "gap": "no_records", "numerator": None}, "evaluation.own_says_something"),
        ({**TRIAL, "gap": "too_few"}, "evaluation.own_says_something"),
        ({**TRIAL, "small": True}, "evaluation.own_not_few"),
        ({**TRIAL, "numerator": 60}, None),
        ({**TRIAL, "numerator": 61}, "evaluation.own_share_within"),
    ],
)
def test_only_what_was_tried_and_speaks_of_more_than_a_few_may_be_kept(trial, unmet):
    found = rules.may_be_kept(trial, "percent").first_unmet
    assert (found.rule if found is not None else None) == unmet


def test_every_choice_has_its_words():
    assert {unit for unit, _title in UNITS} <= set(UNIT_WORDS)
    rooms = {kind.partition(".")[0] for kind in kinds_declared()}
    rooms |= {kind.partition(".")[0] for row in catalogue().rows for kind in row.kinds}
    assert rooms <= set(ROOMS)
