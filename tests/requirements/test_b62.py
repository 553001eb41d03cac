"""B62: a refusal of either side stops it; the court is asked within thirty days of the agreement;
what is published is counts by kind, none of a few (rules R3)."""

from datetime import date

import pytest

from linli.safety.mediation import actions
from linli.safety.mediation.rules import agreeing
from linli.safety.mediation.tests.conftest import *
from linli.safety.mediation.tests.test_rules import until

ROW, ROOM, PAGES = "B62", "safety/mediation", ("mediation:ask", "mediation:counts")


def test_b62_the_thirtieth_day_counts_and_the_next_is_late():
    last = until(date(2026, 3, 1))
    assert agreeing.asked_in_time(date(2026, 3, 31), last)
    assert not agreeing.asked_in_time(date(2026, 4, 1), last)


@pytest.mark.django_db
def test_b62_a_clear_refusal_stops_it_and_tells_the_other_ways(held, actor, at):
    case = fresh(held())
    side = next(side for side in case.sides if side.person_id == actor("tenant").person)
    actions.refuse(case, party=side, by=actor("tenant"), at=at)
    case = fresh(case)
    assert case.state == "refused"
    assert {"court", "arbitration"} <= set(case.routes)


@pytest.mark.django_db
def test_b62_counts_of_few_are_not_told(visit, url, registered):
    for _number in range(3):
        registered()
    assert "不满 10 件" in visit("director").get(url("counts")).content.decode()
