"""The demo's year of work from above plays through the real acts and shows every state."""

import pytest

from linli.partners.intake.models import Minutes, Request
from linli.partners.intake.queries import minutes_by_month
from linli.web.demo.intake import play_intake

pytestmark = pytest.mark.django_db


def test_the_year_shows_every_outcome(setting, at, today):
    play_intake(setting, at)
    states = set(
        Request.objects.filter(community=setting.community).values_list("state", flat=True)
    )
    assert states == {"waiting", "returned", "accepted", "done", "refused"}
    spent = sum(minutes for _month, minutes, _asked in minutes_by_month(setting.community, today))
    kept = Minutes.objects.filter(community=setting.community)
    assert spent == sum(kept.values_list("minutes", flat=True)) > 1000
