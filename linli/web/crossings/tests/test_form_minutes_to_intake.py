"""A form handed over is on the burden report of its month, under whoever asked for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.lib.calendar import local_day
from linli.partners.intake.models import Minutes
from linli.partners.intake.queries import burden
from linli.partners.paperwork.models import HandOver
from linli.web.demo.paperwork import FIRST, SECOND, play_forms

pytestmark = pytest.mark.django_db


def test_the_minutes_of_a_form_are_its_requester_s(setting):
    now = timezone.now()
    play_forms(setting, now)
    for ago in (FIRST, SECOND):
        on = local_day(now - timedelta(days=ago))
        handed = [
            each
            for each in HandOver.objects.filter(community=setting.community)
            if local_day(each.at) == on
        ]
        logged = Minutes.objects.filter(community=setting.community, on=on)
        assert [row.minutes for row in logged] == [each.minutes for each in handed]
        assert {row.body for row in logged} == {each.asking.body for each in handed}
        month = burden(setting.community, on.replace(day=1))
        assert sum(tally.filled for _name, tally in month.rows) >= 1
