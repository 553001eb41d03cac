"""B41: what costs something has a published price, its basis, who is paid and what the committee
gets; what the law gives is free."""

from uuid import uuid4

import pytest

from linli.lib.law import Refused
from linli.service.catalogue.actions import guides as actions
from linli.service.catalogue.rules.guides import two_for_a_price
from linli.service.catalogue.tests.guiding import ALL_DAY, LOCAL, OWN, PRICED

ROW, ROOM, PAGES = "B41", "service/catalogue", ("catalogue:guides",)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("key", "more", "rule"),
    [
        ("", {**PRICED, "price_basis": ""}, "catalogue.price_published"),
        ("", {**PRICED, "price_class": "paid"}, "catalogue.provider_named"),
        ("legal_aid", PRICED, "catalogue.statutory_free"),
    ],
)
def test_b41_a_price_is_published_with_its_basis_or_not_at_all(setting, actor, at, key, more, rule):
    given = {**(LOCAL if key else OWN), **more}

    def go_live():
        draft = actions.draft_guide(
            setting.community, key=key, given=given, hours=ALL_DAY, by=actor("worker"), at=at
        )
        actions.publish_guide(draft, seen=draft.stamp, by=actor("director"), at=at)

    with pytest.raises(Refused, match=rule):  # what the law gives is not even drafted
        go_live()


def test_b41_whoever_writes_a_price_does_not_publish_it():
    one = uuid4()
    assert not two_for_a_price("low", one, one)
    assert two_for_a_price("low", one, uuid4())
