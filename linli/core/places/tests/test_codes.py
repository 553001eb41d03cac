"""What twelve digits say, and the sizes and cuts of a community."""

from uuid import UUID

import pytest

from linli.core.places.rules.codes import committee_of, is_residents_committee, kind_of_level
from linli.core.places.rules.naming import full_name, natural_order
from linli.core.places.rules.partition import check_partitions, cut
from linli.core.places.rules.size import check_size


@pytest.mark.parametrize(
    ("code", "committee"),
    [
        ("110101001001", "residents"),
        ("110101001199", "residents"),
        ("110105021200", "villagers"),
        ("110105021399", "villagers"),
        ("110115403498", "like_residents"),
        ("310151402598", "like_villagers"),
        ("110101001000", None),
        ("110101001600", None),
        ("11010100100", None),
        ("１１０１０１００１００１", None),
    ],
)
def test_the_last_three_digits_tell_the_committee(code, committee):
    assert committee_of(code) == committee
    assert is_residents_committee(code) is (committee == "residents")


def test_a_level_is_known_by_the_words_tables_use():
    assert kind_of_level("village") == kind_of_level(" 社区 ") == kind_of_level("Community")
    assert kind_of_level("街道") == "town"
    assert kind_of_level("星球") is None


@pytest.mark.parametrize(
    ("households", "within"), [(999, False), (1000, True), (3000, True), (3001, False)]
)
def test_the_size_guideline_includes_its_bounds(households, within):
    assert check_size(households).holds is within


def test_nine_hundred_households_are_noted_with_the_article():
    note = check_size(900)
    assert not note
    assert note.cites == ("rcl2025.3",)
    assert note.numbers["households"] == 900


A, B, C = (UUID(int=number) for number in (1, 2, 3))
GROUP, OTHER = UUID(int=10), UUID(int=11)


def test_a_partition_tells_who_is_left_out_and_who_is_in_twice():
    found = cut("residents_group", [A, B, C], [(A, GROUP), (A, OTHER), (B, GROUP), (B, GROUP)])
    assert found.without == (C,)
    assert found.twice == (A,)


def test_every_dwelling_needs_a_residents_group_but_not_a_property_area():
    findings = {
        finding.rule: finding.holds
        for finding in check_partitions([A, B], {"residents_group": [(A, GROUP)]})
    }
    assert findings == {
        "places.residents_group_covers": False,
        "places.residents_group_once": True,
        "places.grid_once": True,
        "places.property_area_once": True,
    }


def test_two_property_areas_over_one_dwelling_are_found():
    findings = check_partitions([A], {"property_area": [(A, GROUP), (A, OTHER)]})
    assert [f.rule for f in findings if not f and f.rule.startswith("places.property")] == [
        "places.property_area_once"
    ]


def test_names_carry_their_path_without_the_country_and_start_anew_in_a_community():
    assert full_name("province", "云州", ("country", "中国", "中国")) == "云州"
    assert full_name("city", "云州市", ("province", "云州", "云州")) == "云州 › 云州市"
    assert (
        full_name("compound", "一期", ("community", "翠湖社区", "云州 › 翠湖社区"))
        == "翠湖社区 › 一期"
    )


def test_the_second_building_comes_before_the_tenth():
    assert sorted(["10号楼", "2号楼", "1号楼"], key=natural_order) == ["1号楼", "2号楼", "10号楼"]
