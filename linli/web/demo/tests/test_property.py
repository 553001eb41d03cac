"""The demo's two compounds: one with a contract that ends, one that looks for its way."""

import pytest
from django.utils import timezone

from linli.core.clocks.models import Clock
from linli.governance.property import due
from linli.governance.property.models import AgreedPoint, Contract, Estate, FundReport
from linli.web.demo.property import play_property

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", [3, 15])
def test_both_compounds_were_played_whatever_the_hour(setting, hour):
    now = timezone.now().replace(hour=hour, minute=10)
    play_property(setting, now)
    here = setting.community
    regimes = dict(Estate.objects.filter(community=here).values_list("name", "regime"))
    assert regimes == {"东湖花园": "provider", "翠湖新村": "custody"}
    assert FundReport.objects.filter(community=here).count() == 2
    points = AgreedPoint.objects.filter(community=here)
    assert points.filter(done_on__isnull=False).count() == 2
    due.run(now)
    assert Contract.objects.filter(community=here, raised_on__isnull=False).count() == 1
    names = Clock.objects.filter(community=here, state="running").values_list("name", flat=True)
    assert {"property_contract", "property_term"} <= set(names)
