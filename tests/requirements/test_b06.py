"""B06: every service says who may have it, where, at what price, with which papers, by when and how
to complain; a rating names nobody."""

import pytest

from linli.lib.law import Refused
from linli.service.catalogue.actions import guides as actions
from linli.service.catalogue.content import national_guides
from linli.service.catalogue.models import GuideRating
from linli.service.catalogue.tests.guiding import ALL_DAY, OWN, PRICED

ROW, ROOM, PAGES = "B06", "service/catalogue", ("catalogue:guides", "catalogue:guide")
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"who": ""}, "catalogue.guide_whole"),
        ({"where": "", "phone": ""}, "catalogue.guide_whole"),
        ({"limit": ""}, "catalogue.guide_whole"),
        ({**PRICED, "price_basis": ""}, "catalogue.price_published"),
    ],
)
def test_b06_what_does_not_say_it_all_does_not_go_live(setting, actor, at, more, rule):
    draft = actions.draft_guide(
        setting.community, key="", given={**OWN, **more}, hours=ALL_DAY, by=actor("worker"), at=at
    )
    with pytest.raises(Refused, match=rule):
        actions.publish_guide(draft, seen=draft.stamp, by=actor("director"), at=at)


def test_b06_every_national_guide_says_what_to_do_after_a_refusal():
    for key, guide in national_guides().items():
        assert guide.texts["refused"]["zh-hans"], key


def test_b06_a_rating_keeps_a_count_and_a_sum_and_nobody():
    kept = {field.name for field in GuideRating._meta.get_fields()}
    assert kept == {"id", "community", "guide", "count", "total"}
