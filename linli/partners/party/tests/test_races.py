"""Two who act at once, for real: one comes first, the other is told so."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.partners.party.actions import serving, units
from linli.partners.party.models import Need, PostClaim

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_need_is_taken_on_once_and_the_last_place_of_a_post_goes_to_one(
    setting, secretary, branch, unit, actor, at, today, tmp_path
):
    here, by = setting.community, {"by": secretary, "at": at}
    need = units.list_need(here, kind="place", title="排练场地", due_on=today, **by)
    post = serving.open_post(here, title="楼道绿植", about="浇水", wanted=1, **by)
    takers = [{"unit": unit}, {"branch": branch}]
    residents = [actor("tenant"), actor("elder")]
    with shared_database(tmp_path):
        taken = together([lambda who=who: units.match_need(need, **who, **by) for who in takers])
        claimed = together(
            [
                lambda me=me: serving.claim_post(post, contact="在家", by=me, at=at)
                for me in residents
            ]
        )
        for results, rule in ((taken, "party.need_open"), (claimed, "party.post_free")):
            refused = [each.finding.rule for each in results if isinstance(each, Refused)]
            assert refused == [rule], results
        assert Need.objects.get(community=here).matched_on is not None
        assert PostClaim.objects.filter(community=here).count() == 1
