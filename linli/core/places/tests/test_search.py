"""Places are found by name, pinyin, initials or code, each with its path."""

import pytest

from linli.core.places.kinds import DWELLING
from linli.core.places.queries import search_places
from linli.core.places.tests.town import a_community, a_compound

pytestmark = pytest.mark.django_db


@pytest.fixture
def community():
    return a_community(1, "翠湖社区")


def full_names(*given, **more):
    return [place.full_name for place in search_places(*given, **more)]


@pytest.mark.parametrize("text", ["翠湖社区", "湖社", "cuihushequ", "chsq", "CHSQ", "990101001001"])
def test_a_community_is_found_by_what_people_type(community, text):
    assert community in search_places(text)


def test_the_exact_name_comes_first_and_the_path_tells_namesakes_apart(community):
    a_community(2, "大翠湖社区")
    assert full_names("翠湖社区") == [
        "云州 › 云州市 › 东湖区 › 翠湖街道 › 翠湖社区",
        "云州 › 云州市 › 东湖区 › 翠湖街道 › 大翠湖社区",
    ]


def test_words_before_the_last_name_wider_places(community):
    assert search_places("东湖区 翠湖社区") == [community]
    assert search_places("donghu chsq") == [community]
    assert search_places("西湖区 翠湖社区") == []


@pytest.mark.parametrize("text", ["", "   ", "%", "_", "没有这里", "'; drop table"])
def test_nothing_and_nonsense_find_nothing(community, text):
    assert search_places(text) == []


def test_premises_are_searched_inside_their_community_but_never_a_door(community):
    a_compound(community, buildings=11)
    assert full_names("1号楼", community) == [
        "翠湖社区 › 翠湖一期 › 1号楼",
        "翠湖社区 › 翠湖一期 › 11号楼",
    ]
    assert full_names("2号楼 1单元", community) == ["翠湖社区 › 翠湖一期 › 2号楼 › 1单元"]
    assert search_places("101", community) == []
    assert len(search_places("101", community, deepest=DWELLING)) == 22
    assert search_places("1号楼") == []
    assert full_names("翠湖一期") == ["翠湖社区 › 翠湖一期"]


def test_the_list_ends_at_the_limit(community):
    a_compound(community, buildings=5)
    assert len(search_places("号楼", community, 3)) == 3
