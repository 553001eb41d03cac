"""Last days, visits, who may be helped: the law's numbers at their edges."""

from datetime import date, time, timedelta

import pytest

from linli.lib.calendar import national
from linli.lib.law import parameter
from linli.service.casework.kinds import all_kinds
from linli.service.casework.routes import ROUTES
from linli.service.casework.rules import children, corrections, rights, visits

CALENDAR = national()
KNOWN = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("length", "unit", "last"),
    [
        (60, "days", date(2026, 5, 6)),  # 1 May is in the holiday: the day after it ends
        (12, "months", date(2027, 3, 2)),
        (36, "months", date(2029, 3, 2)),
        (7, "working_days", date(2026, 3, 11)),
        (1, "days", date(2026, 3, 3)),
    ],
)
def test_the_day_itself_is_not_counted_and_a_holiday_moves_the_last(length, unit, last):
    found = rights.last_day(KNOWN, length, unit, CALENDAR, weekend_rolls=True)
    assert found == last


def test_every_way_has_its_numbers_and_articles_in_the_packs():
    for route in ROUTES:
        for rule in filter(None, (route.asked_within, route.answered_within)):
            assert int(parameter(rule, date(2026, 11, 1), ("cn",)).value) > 0, rule
        assert route.asked_within or route.answered_within, route.key
    for kind in all_kinds():
        for rule in filter(None, (kind.kept, kind.kept_short, kind.first_step_within)):
            assert int(parameter(rule, date(2026, 11, 1), ("cn",)).value) > 0, rule
        if kind.forms:
            assert all(field.needed_for for form in kind.forms for field in form.fields), kind.key


TODAY = date(2026, 11, 28)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("finding", "holds"),
    [
        (rights.in_time(TODAY, TODAY), True),
        (rights.in_time(TODAY, TODAY + DAY), False),
        (rights.in_time(None, TODAY), True),
        (rights.counted_from_past(TODAY, TODAY), True),
        (rights.counted_from_past(TODAY + DAY, TODAY), False),
        (rights.number_free(11, 12), True),
        (rights.number_free(12, 12), False),
        (rights.day_is_held(False, TODAY, TODAY), True),
        (rights.day_is_held(True, TODAY, TODAY), False),
        (rights.day_is_held(False, TODAY - DAY, TODAY), False),
        (rights.adviser_verified(" "), False),
        (rights.hours_in_order(time(9), time(9)), False),
        (rights.numbers_ripe(TODAY, TODAY), True),
        (rights.numbers_ripe(TODAY + DAY, TODAY), False),
        (visits.has_come(TODAY, TODAY), True),
        (visits.has_come(TODAY + DAY, TODAY), False),
        (visits.not_past(TODAY, TODAY), True),
        (visits.not_past(TODAY - DAY, TODAY), False),
        (visits.welcome(True, False), False),
        (visits.welcome(True, True), True),
        (visits.known_occasion("spring", ("check",)), False),
        (children.difficulty_named("in_difficulty", []), False),
        (children.difficulty_named("left_behind", []), True),
        (children.entrusted_named("left_behind", " "), False),
        (children.entrusted_named("neither", ""), True),
        (corrections.by_own_wish(True, False), False),
        (corrections.by_own_wish(False, False), True),
        (corrections.not_longer(date(2026, 1, 31), date(2029, 1, 31), months=36), True),
        (corrections.not_longer(date(2026, 1, 31), date(2029, 2, 1), months=36), False),
    ],
)  # fmt: skip
def test_what_holds_at_the_edge(finding, holds):
    assert finding.holds is holds, finding.rule
