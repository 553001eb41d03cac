from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.access.models import Body
from linli.core.audit.actor import Actor
from linli.core.audit.door import Act
from linli.core.links.linking import link, unlink
from linli.core.links.models import Link
from linli.core.links.queries import links_of
from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def make_community(code):
    place = Place(
        kind="community", level=COMMUNITY, code=code, name=code, full_name=code, path=code
    )
    place.community_id = place.pk
    place.save(force_insert=True)
    return place


def make_row(community, name):
    """Any row of a community will do: links know rows by kind and id alone."""
    return Body.objects.create(
        community=community, name=name, kind="utility", place=community, since=AT.date()
    )


def act(at=AT):
    return Act("links_test.tie", Actor(), at, None)


@pytest.fixture
def community():
    return make_community("110101001001")


def test_a_link_is_seen_from_both_ends_each_in_its_own_words(community):
    task, resolution = make_row(community, "任务"), make_row(community, "决议")
    link(act(), task, "implements", resolution)

    (from_task,) = links_of(task)
    (from_resolution,) = links_of(resolution)
    assert (from_task.id, from_task.forwards, str(from_task.title)) == (
        resolution.pk,
        True,
        "落实",
    )
    assert (from_resolution.id, from_resolution.forwards, str(from_resolution.title)) == (
        task.pk,
        False,
        "由此落实",
    )
    assert from_task.kind == "access.Body"


def test_tied_twice_a_pair_stays_one_with_its_first_day(community):
    a, b = make_row(community, "a"), make_row(community, "b")
    first = link(act(), a, "duplicates", b)
    again = link(act(AT + timedelta(days=3)), a, "duplicates", b)
    assert again.pk == first.pk
    assert [tied.at for tied in links_of(a)] == [AT]


def test_the_same_rows_may_stand_in_several_relations(community):
    a, b = make_row(community, "a"), make_row(community, "b")
    link(act(), a, "referred_to", b)
    link(act(AT + timedelta(days=1)), a, "follows_from", b)
    link(act(AT + timedelta(days=2)), b, "implements", a)
    assert [tied.relation for tied in links_of(a)] == ["referred_to", "follows_from", "implements"]
    assert [tied.relation for tied in links_of(a, "implements")] == ["implements"]


def test_untied_a_pair_is_gone_from_both_ends(community):
    a, b = make_row(community, "a"), make_row(community, "b")
    link(act(), a, "referred_to", b)
    assert unlink(act(), a, "referred_to", b)
    assert not unlink(act(), a, "referred_to", b)
    assert links_of(a) == links_of(b) == []


def test_a_link_does_not_cross_communities(community):
    a, far = make_row(community, "a"), make_row(make_community("110101001002"), "far")
    with pytest.raises(ValueError, match="communities"):
        link(act(), a, "referred_to", far)


def test_nothing_is_tied_to_itself(community):
    a = make_row(community, "a")
    with pytest.raises(IntegrityError), transaction.atomic():
        link(act(), a, "duplicates", a)


def test_the_database_itself_refuses_the_same_pair_twice(community):
    a, b = make_row(community, "a"), make_row(community, "b")
    link(act(), a, "duplicates", b)
    with pytest.raises(IntegrityError), transaction.atomic():
        Link.objects.create(
            community=community,
            relation="duplicates",
            from_kind="access.Body",
            from_id=a.pk,
            to_kind="access.Body",
            to_id=b.pk,
            at=AT,
        )


def test_an_unknown_relation_is_a_slip_of_the_programmer(community):
    a, b = make_row(community, "a"), make_row(community, "b")
    with pytest.raises(AssertionError, match="no relation"):
        link(act(), a, "loves", b)


def test_links_are_read_with_one_query(community, django_assert_num_queries):
    a = make_row(community, "a")
    for number in range(5):
        link(act(), a, "referred_to", make_row(community, f"b{number}"))
    with django_assert_num_queries(1):
        assert len(links_of(a)) == 5
