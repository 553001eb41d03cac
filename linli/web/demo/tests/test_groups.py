"""The demo's organisations: on record, prepared, waiting, refused; a round decided and one open."""

from collections import Counter

import pytest
from django.utils import timezone

from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.models.social_grants import GrantApplication, GrantRound
from linli.web.demo.groups import play_groups

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", [1, 15])
def test_the_organisations_were_played_whatever_the_hour(setting, hour):
    play_groups(setting, timezone.now().replace(hour=hour, minute=10))
    here = setting.community
    states = Counter(
        SocialOrganisation.objects.filter(community=here).values_list("state", flat=True)
    )
    assert states == {"filed": 4, "draft": 1, "handed_in": 1, "refused": 1}
    rounds = Counter(GrantRound.objects.filter(community=here).values_list("state", flat=True))
    assert rounds == {"decided": 1, "open": 1}
    grants = GrantApplication.objects.filter(community=here).values_list("state", flat=True)
    assert sorted(grants) == ["agreed", "granted", "not_granted"]
