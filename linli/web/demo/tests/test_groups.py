"""The demo's organisations: on record, prepared, waiting, refused; a call decided and one open."""

from collections import Counter

import pytest
from django.utils import timezone

from linli.partners.organisations.grants_told import grants_of
from linli.partners.organisations.models.social import SocialOrganisation
from linli.stewardship.funds.models import Bid, GrantCall
from linli.web.demo.groups import found_groups, play_groups

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", [1, 15])
def test_the_organisations_were_played_whatever_the_hour(setting, hour):
    at = timezone.now().replace(hour=hour, minute=10)
    found_groups(setting, at)
    play_groups(setting, at)
    here = setting.community
    states = Counter(
        SocialOrganisation.objects.filter(community=here).values_list("state", flat=True)
    )
    assert states == {"filed": 4, "draft": 1, "handed_in": 1, "refused": 1}
    calls = Counter(GrantCall.objects.filter(community=here).values_list("state", flat=True))
    assert calls == {"decided": 1, "open": 1}
    bids = Bid.objects.filter(community=here).order_by("place").values_list("title", "state")
    assert list(bids) == [
        ("重阳百人唱", "funded"), ("缝补进楼道", "funded"), ("花坛换新", "not_funded"),
    ]  # fmt: skip
    choir = SocialOrganisation.objects.get(community=here, name="东湖合唱队")
    told = grants_of(here, choir.pk)
    assert [(each.title, each.granted, each.running) for each in told] == [
        ("重阳百人唱", True, True)
    ]
