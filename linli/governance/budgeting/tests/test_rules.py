"""Boundaries first, without a database."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from linli.governance.budgeting.rules import rounds as rules, vetting
from linli.governance.budgeting.rules.likeness import Told, similar
from linli.governance.budgeting.rules.publishing import digest_of, lot_drawn, tidy
from linli.governance.budgeting.rules.vetting import Found
from linli.lib.calendar import SHANGHAI

DAY = date(2026, 6, 1)
MORNING = datetime(2026, 6, 1, 9, tzinfo=SHANGHAI)


def later(days):
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("finding", "holds"),
    [
        (rules.published_before(DAY, later(3), days=3), False),
        (rules.published_before(DAY, later(4), days=3), True),
        (rules.still_sending(DAY, DAY, open_=True), True),
        (rules.still_sending(later(1), DAY, open_=True), False),
        (rules.still_sending(DAY, DAY, open_=False), False),
        (rules.within_limit(2, 3), True),
        (rules.within_limit(3, 3), False),
        (rules.not_before(DAY, DAY), True),
        (rules.not_before(DAY, later(1)), False),
        (
            rules.time_over(
                datetime(2026, 6, 1, 17, 59, tzinfo=UTC), datetime(2026, 6, 1, 18, tzinfo=UTC)
            ),
            False,
        ),
        (
            rules.time_over(
                datetime(2026, 6, 1, 18, tzinfo=UTC), datetime(2026, 6, 1, 18, tzinfo=UTC)
            ),
            True,
        ),
        (rules.days_in_order(DAY, later(1), later(2), later(2)), True),
        (rules.days_in_order(DAY, later(1), later(1), later(2)), False),
        (rules.sensible_form("up_to", 2, None, 9), False),
        (rules.sensible_form("up_to", 3, None, 9), True),
        (rules.sensible_form("up_to", 2, None, 2), True),
        (rules.sensible_form("up_to", 10, None, 9), False),
        (rules.sensible_form("points", 10, 11, 9), False),
        (rules.sensible_form("points", 10, 10, 9), True),
        (rules.accepted(2, 1, 3), True),
        (rules.accepted(2, 2, 4), False),
        (rules.accepted(2, 0, 3), False),
        (rules.within_cost(900, 100, 1000), True),
        (rules.within_cost(900, 101, 1000), False),
        (rules.may_tell(9, listed=True), False),
        (rules.may_tell(10, listed=True), True),
        (rules.may_tell(10, listed=False), False),
        (rules.day_over(DAY, DAY), False),
        (rules.day_over(DAY + timedelta(1), DAY), True),
        (rules.opens_in_time(MORNING, DAY, MORNING + timedelta(hours=6)), True),
        (rules.opens_in_time(MORNING, DAY, MORNING + timedelta(hours=5, minutes=59)), False),
        (rules.opens_in_time(MORNING + timedelta(1), DAY, MORNING + timedelta(3)), False),
        (rules.of_age(date(2010, 4, 8), date(2026, 4, 8), 16), True),
        (rules.of_age(date(2010, 4, 9), date(2026, 4, 8), 16), False),
        (rules.of_age(None, date(2026, 4, 8), 16), True),
        (vetting.within_budget(1000, 1000), True),
        (vetting.within_budget(1001, 1000), False),
    ],
)
def test_the_boundary_of_each_rule(finding, holds):
    assert finding.holds is holds


def test_one_no_refuses_and_only_four_yes_pass():
    yes, no = Found(True, "好"), Found(False, "不归我们管")
    three = {"lawful": yes, "possible": yes, "cost": yes}
    assert vetting.outcome(three) == "listed"
    assert vetting.outcome({**three, "upkeep": yes}) == "passed"
    assert vetting.outcome({"lawful": no}) == "refused"
    assert vetting.reasons({**three, "upkeep": no}) == [("upkeep", "不归我们管")]


def test_ideas_that_say_the_same_are_shown_beside_each_other():
    bench, lamp = Told(uuid4(), "三号楼前装两把长椅"), Told(uuid4(), "换楼道灯")
    assert similar("三号楼前面装长椅", [lamp, bench]) == [bench.key]
    assert similar("", [bench]) == []


def test_the_hash_changes_with_every_letter_of_rules_and_projects():
    base = digest_of({"lot": "1"}, [(1, "长椅", 100)])
    assert base == digest_of({"lot": "1"}, [(1, "长椅", 100)])
    assert base != digest_of({"lot": "2"}, [(1, "长椅", 100)])
    assert base != digest_of({"lot": "1"}, [(1, "长椅", 101)])
    # printf '3 5 2 6\nabc' | sha256sum
    assert lot_drawn("3 5 2 6", "abc").startswith("4975ef0bc4c2b054")
    assert tidy(" 3　5\u20282\t6 ") == "3 5 2 6"
