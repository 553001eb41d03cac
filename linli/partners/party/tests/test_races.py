"""Two who act at once, for real: one comes first, the other is told so."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.partners.party.actions import serving
from linli.partners.party.models import PostClaim

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_last_place_of_a_post_goes_to_one(setting, secretary, actor, at, tmp_path):
    here, by = setting.community, {"by": secretary, "at": at}
    post = serving.open_post(here, title="楼道绿植", about="浇水", wanted=1, **by)
    residents = [actor("tenant"), actor("elder")]
    with shared_database(tmp_path):
        claimed = together(
            [
                lambda me=me: serving.claim_post(post, contact="在家", by=me, at=at)
                for me in residents
            ]
        )
        refused = [each.finding.rule for each in claimed if isinstance(each, Refused)]
        assert refused == ["party.post_free"], claimed
        assert PostClaim.objects.filter(community=here).count() == 1
