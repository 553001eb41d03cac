"""B01: every dwelling lies in exactly one residents' group and at most one property area; after a
merger yesterday's tree can still be read; 900 households are a note that cites RCL 3."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.places.actions import (
    assign_dwellings,
    describe_community,
    merge_places,
    open_area,
)
from linli.core.places.models import AreaDwelling
from linli.core.places.queries import check_areas, dwellings_of, show, size_note
from linli.core.places.tests.town import AT, a_community, a_compound, by_operator

ROW, ROOM, PAGES = "B01", "core/places", ("places:search", "places:place")
pytestmark = pytest.mark.django_db
DAY = AT.date()
YEAR_AGO = DAY - timedelta(days=365)


def test_b01_a_dwelling_is_in_one_group_and_in_no_second_property_area():
    community = a_community(1)
    a_compound(community, buildings=1)
    doors = dwellings_of(community, DAY)
    assert "places.residents_group_covers" in {f.rule for f in check_areas(community, DAY) if not f}
    for kind, name in (("residents_group", "第一居民小组"), ("property_area", "一期")):
        area = by_operator(open_area, community, kind=kind, name=name, on=DAY)
        by_operator(assign_dwellings, area, dwellings=doors, on=DAY)
        other = by_operator(open_area, community, kind=kind, name=f"{name}之二", on=DAY)
        with pytest.raises(IntegrityError), transaction.atomic():
            AreaDwelling.objects.create(
                community=community, area=other, dwelling_id=doors[0], kind=kind, since=DAY
            )
    assert all(check_areas(community, DAY))


def test_b01_after_a_merger_the_old_tree_is_read_as_of_its_day():
    one, two = a_community(1, "翠湖社区", on=YEAR_AGO), a_community(2, "东湖社区", on=YEAR_AGO)
    a_compound(two, "东湖苑", on=YEAR_AGO)
    before = DAY - timedelta(days=1)
    by_operator(merge_places, one, absorbed=[two], on=DAY)
    assert [each.name for each in show(two.code, before).children] == ["东湖苑"]
    assert [each.name for each in show(one.code, DAY).children] == ["东湖苑"]
    assert dwellings_of(two, before) == dwellings_of(one, DAY)


def test_b01_nine_hundred_households_are_a_note_that_cites_the_law():
    community = a_community(1)
    by_operator(describe_community, community, households=900, on=DAY)
    note = size_note(community, DAY)
    assert not note
    assert note.cites == ("rcl2025.3",)
