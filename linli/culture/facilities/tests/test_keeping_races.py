"""Two who would have the last piece at once, for real."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.culture.facilities.actions import lending
from linli.culture.facilities.actions.lending import Asking, Listed
from linli.culture.facilities.models import Loan

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_ask_for_the_last_wheelchair_at_once_one_waits(setting, actor, at, tmp_path):
    listed = Listed("wheelchair", "轮椅", ["1 号"])
    chair = lending.list_lent(setting.community, listed=listed, by=actor("worker"), at=at)
    people = [actor(key) for key in ("elder", "tenant")]
    with shared_database(tmp_path):
        together(
            [
                lambda who=who: lending.ask_loan(chair, asking=Asking(5), by=who, at=at)
                for who in people
            ]
        )
        states = Loan.objects.filter(community=setting.community).values_list("state", flat=True)
        assert sorted(states) == ["asked", "ready"]
