"""The demo's rooms: a season of use through the real acts, and a desk with something to do."""

from collections import Counter

import pytest
from django.utils import timezone

from linli.culture.facilities.models import Booking, BookingWish, Facility
from linli.culture.facilities.queries.register import shown_list
from linli.web.demo.facilities import play_facilities

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", [3, 9, 15])
def test_a_season_was_played_whatever_the_hour(setting, hour):
    now = timezone.now().replace(hour=hour, minute=10)
    play_facilities(setting, now)
    here = setting.community
    states = Counter(Booking.objects.filter(community=here).values_list("state", flat=True))
    assert states["returned"] > 40
    assert states["booked"] > 20
    assert states["asked"] == 2
    assert states["no_show"] >= 1
    assert BookingWish.objects.get(community=here).state == "waiting"
    assert Facility.objects.filter(community=here).count() == 11
    shown = {each.facility.name: each.state for each in shown_list(here, now, {})}
    assert shown["湖边健身点"] == "out"
    assert "议事厅东半" not in shown  # it stands under its hall
