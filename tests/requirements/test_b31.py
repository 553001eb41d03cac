"""B31: turnout, majority and run-off at their edges (builders' notes 7.3, vectors 1 and 2), and a
result sheet in which issued papers are those returned, spoiled and left over."""

from datetime import date

import pytest

from linli.governance.elections.rules import (
    election_law,
    enough_took_part,
    has_majority,
    reaches_floor,
)

ROW, ROOM, PAGES = "B31", "governance/elections", ("elections:list", "elections:one")
LAW = election_law(date(2026, 6, 23))


@pytest.mark.parametrize(
    ("finding", "holds"),
    [
        (enough_took_part("electors", 1001, 501, law=LAW), True),
        (enough_took_part("electors", 1001, 500, law=LAW), False),
        (has_majority("甲", 251, 501, law=LAW), True),
        (has_majority("甲", 250, 501, law=LAW), False),
        (reaches_floor("甲", 167, 501, law=LAW), True),
        (reaches_floor("甲", 166, 501, law=LAW), False),
        (enough_took_part("representatives", 60, 40, law=LAW), False),
        (enough_took_part("representatives", 60, 41, law=LAW), True),
    ],
)
def test_b31_the_thresholds_hold_at_just_below_and_just_above(finding, holds):
    assert finding.holds is holds
