"""The director describes the community; what was said before stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.places.queries import profile_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(setting):
    return reverse("community_profile", args=[setting.community.code])


def test_the_director_describes_it_from_a_day_on(sign_in, setting, address):
    today = timezone.localdate()
    given = {"households": 980, "types": ["mixed"], "approval": "", "on": today}
    page = sign_in("director").post(address, given, follow=True).content.decode()
    assert "一般" in page or "1000" in page or "1,000" in page
    assert profile_of(setting.community, today).households == 980
    assert profile_of(setting.community, today - timedelta(days=1)).households == 1260


def test_it_cannot_be_described_ahead_of_time_nor_by_others(sign_in, setting, address):
    tomorrow = timezone.localdate() + timedelta(days=1)
    ahead = sign_in("director").post(address, {"households": 9, "on": tomorrow})
    assert (ahead.status_code, list(ahead.context["form"].errors)) == (422, ["on"])
    for key in ("worker", "supervisor", "outsider"):
        assert sign_in(key).get(address).status_code == 404
