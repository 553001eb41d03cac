"""B34: the appraisal is marked in secret and counted by the supervisory committee; two years in a
row not competent end the post and open the by-election."""

from datetime import date

import pytest

from linli.core.clocks.models import Clock
from linli.governance.oversight.models import Appraised
from linli.governance.oversight.tests.supervision.conftest import *
from linli.governance.oversight.tests.supervision.test_appraisal import BAD, GOOD, hold, plan

ROW, ROOM, PAGES = "B34", "governance/oversight", ("oversight:supervision",)
pytestmark = pytest.mark.django_db


def test_b34_the_second_year_in_a_row_ends_the_post(setting, hold, members, by, visit):
    hold(GOOD, BAD, GOOD)
    deputy = members[1]
    deputy.refresh_from_db()
    assert deputy.until is None
    hold(GOOD, BAD, GOOD, days=360)
    deputy.refresh_from_db()
    assert deputy.ended_for == "appraisal"
    clock = Clock.objects.get(community=setting.community, owner=deputy.pk, name="by_election")
    assert clock.is_open


def test_b34_nothing_ties_a_mark_to_whoever_made_it():
    kept = {field.name for field in Appraised._meta.get_fields()}
    assert not kept & {"marked_by", "voter", "account", "elector"}
