"""B46: legal aid has seven days for the decision, three for the lawyer and five for an objection;
at violence at home nobody asks what one earns (rules R11)."""

import pytest

from linli.lib.calendar import local_day
from linli.service.catalogue.applications import actions
from linli.service.catalogue.applications.actions import Told
from linli.service.catalogue.applications.tests.conftest import *
from linli.service.catalogue.tests.test_navigator_pages import walk

ROW, ROOM = "B46", "service/catalogue"
PAGES = ("catalogue:application_scheme", "catalogue:navigator")
pytestmark = pytest.mark.django_db


def test_b46_seven_three_and_five_days(forwarded, actor, at, later):
    row, by = forwarded(scheme="legal_aid"), actor("worker")
    assert clock(row, "decide").length == 7
    row = actions.record_accepted(row, told=Told(local_day(at), who="中心"), by=by, at=at)
    told = Told(later(3).date(), paper="不予决定")
    row = actions.record_refused(row, told=told, reasons="不属于范围", by=by, at=later(3))
    told = Told(later(4).date(), paper="异议书")
    row = actions.record_objection(row, told=told, by=by, at=later(4))
    assert clock(row, "objected").length == 5
    told = Told(later(6).date(), paper="给予决定")
    row = actions.record_granted(row, told=told, by=by, at=later(6))
    assert clock(row, "appoint").length == 3


def test_b46_violence_at_home_has_no_means_test(visit, url):
    page, _asked = walk(visit(), url("navigator"), "law", {"legal": "violence"})
    assert "不看收入，不查经济状况" in page
