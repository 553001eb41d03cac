"""The parts of the demo's year are lived by one community: none stands in another's way."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.models import Body
from linli.evaluation.models import Report
from linli.lib.calendar import local_day
from linli.partners.intake.models import Minutes
from linli.web.demo.cast import gather
from linli.web.demo.committee import enter_committee
from linli.web.demo.election import VOTED, has_year
from linli.web.demo.reports import report_last_month
from linli.web.demo.year import PARTS

pytestmark = pytest.mark.django_db


def test_the_parts_of_the_year_are_played_in_one_community():
    at = timezone.now()
    setting = gather(at, small=False)
    ends = local_day(at) + timedelta(days=-VOTED if has_year(at) else 367)
    enter_committee(setting, at - timedelta(days=359), ends)
    for part in PARTS:
        part(setting, at)
    report_last_month(setting, at)
    bodies = Body.objects.filter(community=setting.community).values_list("name", flat=True)
    assert len(set(bodies)) == len(bodies)
    forms = Minutes.objects.filter(community=setting.community, kind="form")
    assert forms.exists(), "the minutes of forms handed over are logged"
    assert Report.objects.get(community=setting.community).is_finished
