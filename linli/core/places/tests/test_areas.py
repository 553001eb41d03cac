"""Groups, grids and property areas cut the same dwellings, each in its own way."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q

from linli.core.places.actions import (
    assign_dwellings,
    close_area,
    close_place,
    describe_community,
    merge_places,
    move_place,
    open_area,
    withdraw_dwellings,
)
from linli.core.places.facts import rows
from linli.core.places.models import Area, AreaDwelling, CommunityProfile
from linli.core.places.queries import (
    areas_of,
    check_areas,
    dwellings_of,
    dwellings_outside_groups,
    dwellings_under,
    profile_of,
    size_note,
)
from linli.core.places.scope import UnscopedQuery
from linli.core.places.tests.town import a_community, a_compound, by_operator
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

FIRST, DAY = date(2026, 1, 1), date(2026, 6, 1)
BEFORE = DAY - timedelta(days=1)


@pytest.fixture
def community():
    community = a_community(1)
    a_compound(community, "一期", buildings=1)
    return community


def an_area(community, name="第一居民小组", kind="residents_group", on=FIRST):
    return by_operator(open_area, community, kind=kind, name=name, on=on)


def unmet(community, on=DAY):
    return {finding.rule for finding in check_areas(community, on) if not finding}


def refusal(act, subject, **given):
    with pytest.raises(Refused) as caught:
        by_operator(act, subject, **given)
    return caught.value.finding.rule


def test_dwellings_left_out_of_every_group_are_named(community):
    doors = dwellings_of(community, DAY)
    group = an_area(community)
    by_operator(assign_dwellings, group, dwellings=doors[:-2], on=FIRST)
    assert unmet(community) == {"places.residents_group_covers"}
    assert {place.id for place in dwellings_outside_groups(community, DAY)} == set(doors[-2:])
    by_operator(assign_dwellings, group, dwellings=doors, on=DAY)
    assert unmet(community) == set()
    assert unmet(community, BEFORE) == {"places.residents_group_covers"}
    assert areas_of(community, BEFORE).get().dwellings == len(doors) - 2
    assert areas_of(community, DAY).get().dwellings == len(doors)


def test_a_dwelling_changes_its_group_from_a_day_and_keeps_its_grid(community):
    door = dwellings_of(community, DAY)[0]
    one, two = an_area(community), an_area(community, "第二居民小组")
    grid = an_area(community, "第一网格", "grid")
    for area in (one, grid):
        by_operator(assign_dwellings, area, dwellings=[door], on=FIRST)
    by_operator(assign_dwellings, two, dwellings=[door], on=DAY)
    counts = {area.name: area.dwellings for area in areas_of(community, DAY)}
    assert counts == {"第一居民小组": 0, "第二居民小组": 1, "第一网格": 1}
    counts = {area.name: area.dwellings for area in areas_of(community, BEFORE)}
    assert counts == {"第一居民小组": 1, "第二居民小组": 0, "第一网格": 1}


def test_the_database_itself_refuses_a_second_group_for_one_dwelling(community):
    door = dwellings_of(community, DAY)[0]
    one, two = an_area(community), an_area(community, "第二居民小组")
    by_operator(assign_dwellings, one, dwellings=[door], on=FIRST)
    with pytest.raises(IntegrityError), transaction.atomic():
        AreaDwelling.objects.create(
            community=community, area=two, dwelling_id=door, kind="residents_group", since=DAY
        )


def test_only_dwellings_of_the_community_are_taken_and_all_or_none(community):
    other = a_community(2, "东湖社区")
    a_compound(other)
    group = an_area(community)
    mixed = [*dwellings_of(community, DAY)[:1], *dwellings_of(other, DAY)[:1]]
    assert (
        refusal(assign_dwellings, group, dwellings=mixed, on=DAY) == "places.dwellings_of_community"
    )
    assert not AreaDwelling.objects.filter(community=community).exists()


def test_an_area_is_closed_once_it_is_empty(community):
    doors = dwellings_of(community, DAY)
    group = an_area(community)
    by_operator(assign_dwellings, group, dwellings=doors, on=FIRST)
    assert refusal(close_area, group, on=DAY) == "places.area_empty"
    by_operator(withdraw_dwellings, group, dwellings=doors, on=DAY)
    by_operator(close_area, group, on=DAY)
    assert not areas_of(community, DAY).exists()
    assert areas_of(community, BEFORE).get().dwellings == len(doors)
    assert refusal(assign_dwellings, group, dwellings=doors, on=DAY) == "places.area_open"


def test_two_areas_of_one_kind_cannot_share_a_name(community):
    an_area(community)
    assert refusal(open_area, community, kind="residents_group", name="第一居民小组", on=DAY) == (
        "places.area_name_free"
    )
    an_area(community, "第一居民小组", "grid")


def test_dwellings_that_move_to_another_community_leave_its_areas(community):
    other = a_community(2, "东湖社区")
    compound = community.children.get()
    doors = dwellings_of(community, BEFORE)
    by_operator(assign_dwellings, an_area(community), dwellings=doors, on=FIRST)
    by_operator(move_place, compound, parent=other, on=DAY)
    assert areas_of(community, BEFORE).get().dwellings == len(doors)
    assert areas_of(community, DAY).get().dwellings == 0
    assert len(dwellings_outside_groups(other, DAY)) == len(doors)


def test_areas_and_profile_end_with_their_community(community):
    other = a_community(2, "东湖社区")
    doors = dwellings_of(community, BEFORE)
    by_operator(assign_dwellings, an_area(community), dwellings=doors, on=FIRST)
    by_operator(describe_community, community, households=900, on=FIRST)
    by_operator(merge_places, other, absorbed=[community], on=DAY)
    assert not areas_of(community, DAY).exists()
    assert areas_of(community, BEFORE).get().dwellings == len(doors)
    assert profile_of(community, DAY) is None
    assert profile_of(community, BEFORE).households == 900


def test_a_dwelling_that_is_pulled_down_leaves_its_group(community):
    group = an_area(community)
    by_operator(assign_dwellings, group, dwellings=dwellings_of(community, DAY), on=FIRST)
    door = dwellings_under(community).first()
    by_operator(close_place, door, on=DAY)
    assert areas_of(community, DAY).get().dwellings == 11
    assert unmet(community) == set()


def test_nine_hundred_households_are_a_note_and_no_obstacle(community):
    by_operator(
        describe_community,
        community,
        households=900,
        on=FIRST,
        approval="东政批〔2019〕8号",
        types=["old_compound"],
    )
    note = size_note(community, DAY)
    assert not note
    assert note.cites == ("rcl2025.3",)
    by_operator(describe_community, community, households=1260, on=DAY)
    assert size_note(community, DAY).holds
    assert not size_note(community, BEFORE).holds
    assert CommunityProfile.objects.filter(community=community).count() == 2


def test_an_unknown_type_of_community_is_refused(community):
    assert refusal(describe_community, community, households=1, on=DAY, types=["rich"]) == (
        "places.type_known"
    )


def test_facts_tell_the_stocks_at_each_months_end(community):
    by_operator(describe_community, community, households=900, on=date(2026, 2, 10))
    by_operator(describe_community, community, households=950, on=date(2026, 3, 31))
    told = [
        (fact.on, fact.kind, fact.part)
        for fact in rows(community, date(2026, 1, 15), date(2026, 4, 2))
        if fact.kind == "places.households"
    ]
    assert told == [
        (date(2026, 2, 28), "places.households", 900),
        (date(2026, 3, 31), "places.households", 950),
        (date(2026, 4, 2), "places.households", 950),
    ]
    dwellings = [f for f in rows(community, DAY, DAY) if f.kind == "places.dwellings"]
    assert [(f.community, f.part, f.person) for f in dwellings] == [(community.code, 12, None)]


def test_a_query_that_names_no_community_raises(community):
    an_area(community)
    for query in (
        Area.objects.all(),
        Area.objects.filter(kind="grid"),
        Area.objects.exclude(community=community),
        Area.objects.filter(community__isnull=False),
        Area.objects.filter(Q(community=community) | Q(kind="grid")),
    ):
        with pytest.raises(UnscopedQuery):
            list(query)
        with pytest.raises(UnscopedQuery):
            query.count()
        with pytest.raises(UnscopedQuery):
            query.exists()
    with pytest.raises(UnscopedQuery):
        Area.objects.update(name="甲")
    with pytest.raises(UnscopedQuery):
        Area.objects.all().delete()
    with pytest.raises(UnscopedQuery):
        Area.objects.get(name="第一居民小组")
    assert Area.objects.filter(name="甲").across_communities("a test").count() == 0


def test_a_query_of_one_community_and_a_rows_own_relations_are_free(community):
    group = an_area(community)
    by_operator(assign_dwellings, group, dwellings=dwellings_of(community, DAY), on=FIRST)
    assert list(Area.objects.filter(community=community)) == [group]
    assert Area.objects.filter(community__in=[community]).exists()
    assert group.memberships.count() == 12
    assert group.memberships.filter(until=None).first().area == group
    assert group.memberships.exists()
    prefetched = Area.objects.filter(community=community).prefetch_related("memberships__dwelling")
    assert len(prefetched[0].memberships.all()) == 12
