"""After every change the old tree can still be read, and the new one is the tree of today."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import Http404

from linli.core.audit.models import Entry
from linli.core.places.actions import (
    Part,
    add_place,
    build_compound,
    close_place,
    merge_places,
    move_place,
    recode_place,
    rename_place,
    split_place,
)
from linli.core.places.models import Place, PlaceVersion, Succession
from linli.core.places.models.fields import below
from linli.core.places.queries import (
    NoSuchCode,
    community_by_code,
    dwellings_of,
    find_by_code,
    show,
    tree_on,
)
from linli.core.places.tests.town import CODES, a_community, a_compound, a_town, by_operator
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

DAY = date(2026, 6, 1)
BEFORE = DAY - timedelta(days=1)


def names(nodes):
    return [node.name for node in nodes]


def children_on(on, code=CODES["town"]):
    return names(show(code, on).children)


def refusal(act, subject, **given):
    with pytest.raises(Refused) as caught:
        by_operator(act, subject, **given)
    return caught.value.finding.rule


def check_versions():
    """Every place has versions that follow one another without a gap; the last is the truth."""
    for place in Place.objects.all():
        versions = list(place.versions.order_by("since"))
        versions.sort(key=lambda each: each.since or date.min)
        for earlier, later in pairwise(versions):
            assert earlier.until == later.since
        last = versions[-1]
        assert last.until == place.until
        for field in ("parent_id", "community_id", "path", "code", "name", "level", "kind"):
            if place.until is None:
                assert getattr(last, field) == getattr(place, field)
        if place.until is None and place.parent_id:
            assert place.path.startswith(f"{place.parent.path}/")


def test_a_merger_leaves_the_old_tree_readable_and_moves_what_lay_there():
    one, two = a_community(1, "翠湖社区"), a_community(2, "东湖社区")
    compound = a_compound(two, "东湖苑")
    doors = dwellings_of(two, BEFORE)
    by_operator(merge_places, one, absorbed=[two], on=DAY, basis="东政发〔2026〕3号")
    assert children_on(BEFORE) == ["翠湖社区", "东湖社区"]
    assert children_on(DAY) == ["翠湖社区"]
    assert names(show(two.code, BEFORE).children) == ["东湖苑"]
    assert names(show(one.code, DAY).children) == ["东湖苑"]
    assert dwellings_of(two, BEFORE) == dwellings_of(one, DAY) == doors
    assert dwellings_of(two, DAY) == dwellings_of(one, BEFORE) == []
    compound.refresh_from_db()
    assert compound.community_id == one.id
    assert compound.full_name == "翠湖社区 › 东湖苑"
    assert Place.objects.filter(community=one, kind="dwelling").count() == len(doors) == 24
    with pytest.raises(NoSuchCode) as gone:
        show(two.code, DAY)
    assert [each.name for each in gone.value.versions] == ["东湖社区"]
    check_versions()


def test_a_merged_community_is_found_by_its_old_code_and_flagged_as_moved():
    one, two = a_community(1), a_community(2, "东湖社区")
    by_operator(merge_places, one, absorbed=[two], on=DAY)
    found = find_by_code(two.code)
    assert found.moved
    assert found.places == (one,)
    assert community_by_code(two.code, DAY) == one


def test_a_chain_of_mergers_leads_to_the_last():
    one, two, three = (a_community(n, f"第{n}社区") for n in (1, 2, 3))
    by_operator(merge_places, two, absorbed=[one], on=DAY)
    by_operator(merge_places, three, absorbed=[two], on=DAY + timedelta(days=30))
    assert community_by_code(one.code, DAY) == three
    assert children_on(DAY) == ["第2社区", "第3社区"]


def test_a_merger_refuses_itself_other_kinds_and_names_that_would_clash():
    one, two = a_community(1), a_community(2, "东湖社区")
    assert refusal(merge_places, one, absorbed=[one], on=DAY) == "places.merge_alike"
    assert refusal(merge_places, one, absorbed=[one.parent], on=DAY) == "places.merge_alike"
    assert refusal(merge_places, one, absorbed=[], on=DAY) == "places.something_absorbed"
    a_compound(one, "一期")
    a_compound(two, "一期")
    assert refusal(merge_places, one, absorbed=[two], on=DAY) == "places.name_free"
    two.refresh_from_db()
    assert two.until is None


def test_a_split_gives_each_part_what_goes_with_it():
    old = a_community(1, "大湖社区")
    north, south = a_compound(old, "北苑"), a_compound(old, "南苑", buildings=1)
    parts = [
        Part("北湖社区", "990101001011", [north.id]),
        Part("南湖社区", "990101001012", [south.id]),
    ]
    made = by_operator(split_place, old, parts=parts, on=DAY, ends=True, basis="批文")
    assert children_on(BEFORE) == ["大湖社区"]
    assert children_on(DAY) == ["北湖社区", "南湖社区"]
    assert [len(dwellings_of(each, DAY)) for each in made] == [24, 12]
    assert len(dwellings_of(old, BEFORE)) == 36
    found = find_by_code(old.code)
    assert found.moved
    assert list(found.places) == made
    with pytest.raises(Http404):
        community_by_code(old.code, DAY)
    check_versions()


def test_a_split_may_leave_the_old_community_standing():
    old = a_community(1, "大湖社区")
    north, _south = a_compound(old, "北苑"), a_compound(old, "南苑")
    part = Part("北湖社区", "990101001011", [north.id])
    by_operator(split_place, old, parts=[part], on=DAY, ends=False)
    assert children_on(DAY) == ["大湖社区", "北湖社区"]
    assert names(show(old.code, DAY).children) == ["南苑"]
    assert not find_by_code(old.code).moved


def test_a_split_that_ends_must_give_everything_away_and_only_its_own():
    old, other = a_community(1), a_community(2, "东湖社区")
    a_compound(old)
    foreign = a_compound(other, "别处")
    part = Part("新社区", "990101001011")
    assert refusal(split_place, old, parts=[part], on=DAY, ends=True) == "places.all_given"
    stranger = Part("新社区", "990101001011", [foreign.id])
    assert (
        refusal(split_place, old, parts=[stranger], on=DAY, ends=False)
        == "places.parts_are_its_own"
    )
    assert not Place.objects.filter(name="新社区").exists()


def test_a_new_name_holds_from_its_day_and_reaches_the_doors():
    community = a_community(1, "翠湖社区")
    compound = a_compound(community)
    by_operator(rename_place, community, name="翠湖东社区", on=DAY, basis="批文")
    assert children_on(BEFORE) == ["翠湖社区"]
    assert children_on(DAY) == ["翠湖东社区"]
    door = Place.objects.filter(community=community, kind="dwelling").order_by("position").first()
    assert door.full_name == "翠湖东社区 › 翠湖一期 › 1号楼 › 1单元 › 101"
    assert door.name_without_door == "翠湖东社区 › 翠湖一期 › 1号楼 › 1单元"
    assert door.name_inside == "翠湖一期 › 1号楼 › 1单元 › 101"
    assert compound.versions.count() == 1
    check_versions()


def test_a_wider_new_name_reaches_its_communities():
    community = a_community(1, "翠湖社区")
    county = Place.objects.get(code=CODES["county"])
    by_operator(rename_place, county, name="西湖区", on=DAY)
    community.refresh_from_db()
    assert community.full_name == "云州 › 云州市 › 西湖区 › 翠湖街道 › 翠湖社区"
    assert show(community.code, BEFORE).full_name == "云州 › 云州市 › 东湖区 › 翠湖街道 › 翠湖社区"


def test_a_new_code_is_the_code_and_the_old_one_still_finds_the_place():
    community = a_community(1)
    old = community.code
    by_operator(recode_place, community, code="990101001099", on=DAY)
    assert show(old, BEFORE).node.id == show("990101001099", DAY).node.id == community.id
    with pytest.raises(NoSuchCode):
        show(old, DAY)
    found = find_by_code(old)
    assert found.moved
    assert found.places == (community,)
    assert community_by_code(old, DAY).code == "990101001099"
    check_versions()


def test_a_code_handed_out_again_leads_to_its_new_bearer():
    first = a_community(1, "老社区")
    old = first.code
    by_operator(recode_place, first, code="990101001099", on=DAY)
    second = by_operator(add_place, first.parent, kind="community", name="新社区", code=old, on=DAY)
    assert find_by_code(old).places == (second,)
    assert show(old, BEFORE).node.name == "老社区"
    assert show(old, DAY).node.name == "新社区"


def test_a_moved_street_takes_its_whole_subtree_along():
    community = a_community(1, "翠湖社区")
    a_compound(community)
    city = Place.objects.get(code=CODES["city"])
    other = by_operator(add_place, city, kind="county", name="西湖区", code="990102000000")
    street = Place.objects.get(code=CODES["town"])
    by_operator(move_place, street, parent=other, on=DAY, basis="国函〔2026〕1号")
    assert names(tree_on(BEFORE, other)) == ["西湖区"]
    assert names(tree_on(DAY, other)) == ["西湖区", "翠湖街道", "翠湖社区"]
    assert names(tree_on(BEFORE, street)) == ["翠湖街道", "翠湖社区"]
    community.refresh_from_db()
    assert community.full_name == "云州 › 云州市 › 西湖区 › 翠湖街道 › 翠湖社区"
    assert len(dwellings_of(community, BEFORE)) == len(dwellings_of(community, DAY)) == 24
    check_versions()


def test_a_place_cannot_be_put_into_itself_or_under_something_narrower():
    community = a_community(1)
    compound = a_compound(community)
    assert refusal(move_place, community, parent=compound, on=DAY) == "places.level_under_parent"
    assert refusal(move_place, compound, parent=a_town(), on=DAY) == "places.level_under_parent"


def test_two_changes_on_one_day_leave_one_version_for_that_day():
    community = a_community(1, "甲社区")
    by_operator(rename_place, community, name="乙社区", on=DAY)
    by_operator(rename_place, community, name="丙社区", on=DAY)
    assert children_on(BEFORE) == ["甲社区"]
    assert children_on(DAY) == ["丙社区"]
    assert community.versions.count() == 2
    check_versions()


def test_a_change_before_the_last_one_or_in_the_future_is_refused():
    community = a_community(1)
    by_operator(rename_place, community, name="乙社区", on=DAY)
    assert refusal(rename_place, community, name="丙", on=BEFORE) == "places.after_last_change"
    future = date(2026, 11, 24)
    assert refusal(rename_place, community, name="丙", on=future) == "places.not_in_future"
    community.refresh_from_db()
    assert community.name == "乙社区"


def test_only_an_empty_place_is_closed_and_then_nothing_more_happens_to_it():
    community = a_community(1)
    compound = a_compound(community, buildings=0)
    assert refusal(close_place, community, on=DAY) == "places.empty"
    by_operator(close_place, compound, on=DAY)
    by_operator(close_place, community, on=DAY)
    assert children_on(BEFORE) == ["翠湖社区"]
    assert children_on(DAY) == []
    assert refusal(rename_place, community, name="甲", on=DAY) == "places.still_there"
    assert find_by_code(community.code).places == ()
    check_versions()


def test_a_place_renamed_and_closed_on_one_day_ends_under_its_old_name():
    community = a_community(1, "甲社区")
    by_operator(rename_place, community, name="乙社区", on=DAY)
    by_operator(close_place, community, on=DAY)
    assert children_on(BEFORE) == ["甲社区"]
    assert children_on(DAY) == []
    assert community.versions.filter(until=DAY).count() == 1


def test_a_place_that_began_today_cannot_end_today():
    community = a_community(1, on=DAY)
    assert refusal(close_place, community, on=DAY) == "places.lasted_a_day"


def test_what_is_built_in_a_young_community_is_no_older_than_it():
    community = a_community(1, on=DAY)
    compound = a_compound(community)
    assert compound.since == DAY
    assert names(show(community.code, DAY).children) == ["翠湖一期"]


@pytest.mark.parametrize("code", ["99010100100", "990101001000", "abc", ""])
def test_a_community_needs_a_code_of_a_community(code):
    town = a_town()
    assert refusal(add_place, town, kind="community", name="甲", code=code) == "places.code_form"


def test_a_code_in_use_is_refused_with_its_bearer():
    community = a_community(1)
    with pytest.raises(Refused) as caught:
        by_operator(add_place, community.parent, kind="community", name="乙", code=community.code)
    assert caught.value.finding.rule == "places.code_free"
    assert caught.value.finding.numbers["holder"] == community.full_name


def test_two_compounds_of_one_name_are_refused_in_one_community_only():
    one, two = a_community(1), a_community(2, "东湖社区")
    a_compound(one, "一期", buildings=0)
    a_compound(two, "一期", buildings=0)
    assert refusal(build_compound, one, name=" 一期 ") == "places.name_free"


def test_the_database_itself_refuses_a_second_current_version():
    community = a_community(1)
    version = community.versions.get()
    version.pk = None
    twin = PlaceVersion(
        place=community, path=version.path, kind="community", level=5, name="乙", since=DAY
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_the_database_itself_refuses_a_term_that_ends_before_it_begins():
    community = a_community(1)
    with pytest.raises(IntegrityError), transaction.atomic():
        community.versions.update(since=DAY, until=DAY)


def test_paths_are_ordered_byte_by_byte_also_where_the_database_follows_a_language():
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT table_name, collation_name FROM information_schema.columns "
                "WHERE column_name = 'path' AND table_name LIKE 'places_%'"
            )
            assert set(cursor.fetchall()) == {("places_place", "C"), ("places_placeversion", "C")}
    community = a_community(1)
    a_compound(community, buildings=3)
    under = Place.objects.filter(below(community.path))
    assert under.count() == Place.objects.filter(community=community).count() - 1


def test_each_change_is_in_the_book_with_its_basis():
    community = a_community(1)
    by_operator(rename_place, community, name="乙社区", on=DAY, basis="批文一号")
    assert Succession.objects.get().basis == "批文一号"
    entry = Entry.objects.get(action="places.rename")
    assert entry.subject == entry.community == community.id
    assert entry.note["name"] == "乙社区"
