"""The demo's Party organisation is played through the real acts."""

import pytest
from django.utils import timezone

from linli.partners.organisations.models import Purchase
from linli.partners.party.models import Meeting, Need
from linli.partners.party.queries.calendar import affairs_of
from linli.web.demo.party import play_party
from linli.web.demo.purchases import play_purchases

pytestmark = pytest.mark.django_db


def test_the_party_organisation_publishes_meets_and_keeps_its_word(setting):
    at = timezone.now()
    play_party(setting, at)
    play_purchases(setting, at)
    here = setting.community
    late = [
        each for each in affairs_of(here, timezone.localdate(at)) if each.late and not each.affair
    ]
    assert len(late) == 1
    assert Meeting.objects.filter(community=here, held_on__isnull=False).count() == 18
    assert Need.objects.filter(community=here, met_on__isnull=False).count() == 2
    assert [row.is_complete for row in Purchase.objects.filter(community=here)].count(False) == 1
