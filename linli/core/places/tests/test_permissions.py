"""Who may redraw communities, lay out a community, make tags; and who may not."""

from datetime import date
from uuid import uuid4

import pytest

from linli.core.audit.actor import NOBODY, Actor, HeldPost
from linli.core.audit.models import Entry
from linli.core.places.actions import (
    add_place,
    build_compound,
    close_place,
    describe_community,
    issue_tag,
    merge_places,
    move_place,
    open_area,
    recode_place,
    rename_place,
    revoke_tag,
    split_place,
)
from linli.core.places.models import Place
from linli.core.places.queries import place_of_tag
from linli.core.places.tests.town import AT, a_community, a_compound, by_operator
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


def holder(post, place):
    held = HeldPost(post, place.path, place.community_id)
    return Actor(account=uuid4(), posts=(held,))


def permitted(actor, act, subject, **given):
    """Whether the permission lets the act pass; other refusals come later."""
    try:
        act(subject, by=actor, at=AT, **given)
    except Refused as refusal:
        return refusal.finding.rule != "access.permitted"
    return True


@pytest.mark.parametrize("post", ["director", "registrar"])
def test_director_and_registrar_lay_out_their_own_community_only(post):
    own, other = a_community(1), a_community(2, "东湖社区")
    actor = holder(post, own)
    for community, expected in ((own, True), (other, False)):
        assert permitted(actor, build_compound, community, name="一期") is expected
        assert permitted(actor, open_area, community, kind="grid", name="一", on=DAY) is expected
        assert permitted(actor, describe_community, community, households=1, on=DAY) is expected
    building = a_compound(own, "二期", buildings=1)
    assert permitted(actor, rename_place, building, name="三期", on=DAY)
    assert not permitted(actor, move_place, building, parent=other, on=DAY)


@pytest.mark.parametrize("post", ["director", "registrar", "street_officer"])
def test_nobody_inside_a_community_redraws_communities(post):
    own, other = a_community(1), a_community(2, "东湖社区")
    actor = holder(post, own)
    attempts = [
        (rename_place, own, {"name": "甲", "on": DAY}),
        (recode_place, own, {"code": "990101001099", "on": DAY}),
        (move_place, own, {"parent": own.parent, "on": DAY}),
        (close_place, own, {"on": DAY}),
        (merge_places, own, {"absorbed": [other], "on": DAY}),
        (split_place, own, {"parts": [], "on": DAY, "ends": False}),
        (add_place, own.parent, {"kind": "community", "name": "甲", "code": "990101001098"}),
        (add_place, None, {"kind": "country", "name": "甲", "code": "200000000000"}),
    ]
    before = Entry.objects.count()
    for act, subject, given in attempts:
        assert not permitted(actor, act, subject, **given), act.action
    assert Entry.objects.count() == before
    assert Place.objects.filter(level=5).count() == 2


@pytest.mark.parametrize("post", ["worker", "mediator", "supervisor", "property_manager"])
def test_other_posts_do_not_lay_out_a_community(post):
    own = a_community(1)
    actor = holder(post, own)
    assert not permitted(actor, build_compound, own, name="一期")
    assert permitted(actor, issue_tag, own) is (post == "worker")


def test_visitors_change_nothing():
    own = a_community(1)
    assert not permitted(NOBODY, build_compound, own, name="一期")
    assert not permitted(NOBODY, issue_tag, own)


def test_a_tag_leads_to_its_place_until_it_is_revoked():
    community = a_community(1)
    entrance = Place.objects.filter(
        community=a_compound(community).community_id, kind="entrance"
    ).first()
    tag, other = by_operator(issue_tag, entrance), by_operator(issue_tag, entrance)
    assert tag.code != other.code
    assert len(tag.code) == 10
    assert place_of_tag(tag.code) == entrance
    assert place_of_tag("nothing") is None
    worker = holder("worker", community)
    revoke_tag(tag, by=worker, at=AT)
    revoke_tag(tag, by=worker, at=AT)
    assert place_of_tag(tag.code) is None
    assert place_of_tag(other.code) == entrance
    assert not permitted(holder("worker", a_community(2, "东湖社区")), revoke_tag, other)


def test_a_tag_belongs_into_a_community():
    community = a_community(1)
    with pytest.raises(Refused) as caught:
        by_operator(issue_tag, community.parent)
    assert caught.value.finding.rule == "places.tag_in_community"
