"""A few weeks of volunteering, played through the real acts."""

import pytest
from django.utils import timezone

from linli.service.volunteering.models import Gap, HoursCertificate, ServiceRecord, Shift
from linli.web.demo.volunteering import play_volunteering

pytestmark = pytest.mark.django_db


def test_some_weeks_of_helping(setting):
    play_volunteering(setting, timezone.now())
    here = setting.community
    assert Shift.objects.filter(community=here).count() > 20
    assert ServiceRecord.objects.filter(community=here).count() >= 5
    assert HoursCertificate.objects.filter(community=here, state="issued").count() == 1
    assert Gap.objects.filter(community=here, closed_at__isnull=True).count() == 1
