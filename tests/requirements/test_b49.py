"""B49: a visit nobody entered is missed the same afternoon; the share of elders visited in a month
is reckoned; an elder may refuse, and may end it at once."""

from datetime import date, datetime

import pytest

from linli.lib.calendar import SHANGHAI
from linli.service.casework.actions import care
from linli.service.casework.models import CareVisit
from linli.service.casework.queries import care as visiting
from linli.service.casework.rules import care as rules
from linli.service.casework.tests.conftest import NOON, house
from linli.service.casework.tests.test_care import record, visits

ROW, ROOM, PAGES = "B49", "service/casework", ("casework:care_day",)


def test_b49_a_visit_nobody_entered_is_missed_that_afternoon():
    assert rules.missed_from(date(2026, 11, 2), 17) == datetime(2026, 11, 2, 17, tzinfo=SHANGHAI)


def test_b49_the_share_visited_counts_each_plan_once():
    assert rules.visited_share(["a", "b", "b"], ["b", "b", "c"]) == (1, 2)


@pytest.mark.django_db
def test_b49_an_elder_refuses_and_ends_it_at_once(house, visits):
    case, begin = visits
    plan, visit = begin()
    record(house, case, visit, "refused")
    care.end_care(case, plan=plan, by=house.actor("worker"), at=NOON)
    assert visiting.plan_of(case).ended_on == NOON.date()
    assert not CareVisit.objects.filter(community=house.community, state="planned").exists()
