"""B50: visits to veterans are planned and entered; only the veterans' post finds a veteran's file,
and only while it is held."""

import pytest
from django.http import Http404

from linli.service.casework.actions import visits as visiting
from linli.service.casework.queries import cases
from linli.service.casework.tests.conftest import NOON, house
from linli.service.casework.tests.test_kinds import as_worker, post

ROW, ROOM, PAGES = "B50", "service/casework", ("casework:veterans",)
pytestmark = pytest.mark.django_db


def test_b50_only_the_post_finds_the_file(house, post):
    post("veterans", "worker", "colleague")
    case = house.open("veteran")
    assert cases.case_for(house.actor("worker"), house.community, case.pk) == case
    with pytest.raises(Http404):
        cases.case_for(house.actor("director"), house.community, case.pk)


def test_b50_a_visit_is_planned_and_entered(house, post):
    post("veterans", "worker", "colleague")
    case = house.open("veteran")
    visit = visiting.plan_case_visit(case, occasion="spring", on=NOON.date(), **as_worker(house))
    visiting.enter_case_visit(case, visit=visit, outcome="done", words="都好", **as_worker(house))
    visit.refresh_from_db()
    assert visit.state == "done"
