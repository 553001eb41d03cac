"""The demo's guides are played through the same acts as everybody's."""

import pytest
from django.utils import timezone

from linli.service.catalogue.models import Guide, HomeService
from linli.service.catalogue.nearby.queries import around
from linli.service.catalogue.queries.guides import mean_of, offered
from linli.service.catalogue.queries.providers import directory, everybody, to_ring
from linli.web.demo.guides import play_guides

pytestmark = pytest.mark.django_db


def test_the_demo_has_guides_open_and_stale_a_round_to_ring_and_a_mean(setting):
    at = timezone.now()
    play_guides(setting, at)
    shown = offered(setting.community, at)
    assert len(shown) == 19
    assert any(each.missing for each in shown)
    assert any(each.version.price_class == "paid" for each in shown)
    assert len(to_ring(setting.community, at)) == 3
    assert len(everybody(setting.community, at)) - len(directory(setting.community, at)) == 1
    loan = Guide.objects.get(community=setting.community, key="assistive_loan")
    assert mean_of(loan) == (12, 45)
    states = set(
        HomeService.objects.filter(community=setting.community).values_list("state", flat=True)
    )
    assert states == {"asked", "scheduled", "done", "could_not"}
    seen = around(setting.community, at)
    assert sum(each.point is not None for each in seen.services) == 9
    assert len(seen.buildings) == 2
    assert seen.datum is not None
