"""The public pages and their JSON twins; what they never show."""

from datetime import date

import pytest
from django.urls import reverse

from linli.core.places import offers
from linli.core.places.actions import (
    assign_dwellings,
    describe_community,
    issue_tag,
    merge_places,
    open_area,
    recode_place,
    revoke_tag,
)
from linli.core.places.models import Place
from linli.core.places.queries import dwellings_of
from linli.core.places.tests.town import CODES, a_community, a_compound, by_operator

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


@pytest.fixture
def community():
    community = a_community(1, "翠湖社区")
    a_compound(community, "一期", buildings=1)
    return community


def text(response):
    return response.content.decode()


def test_search_works_without_scripts_and_as_a_fragment(client, community):
    page = client.get("/places/", {"q": "chsq"})
    assert page.status_code == 200
    assert "翠湖社区" in text(page)
    assert "云州 › 云州市 › 东湖区 › 翠湖街道" in text(page)
    assert "<html" in text(page)
    part = client.get("/places/", {"q": "chsq"}, headers={"HX-Request": "true"})
    assert "翠湖社区" in text(part)
    assert "<html" not in text(part)


def test_search_has_a_twin_and_finds_no_doors(client, community):
    data = client.get("/places.json", {"q": "翠湖社区"}).json()
    assert [place["code"] for place in data["places"]] == [community.code]
    assert data["places"][0]["committee"] == "residents"
    within = {"q": "101", "within": community.code}
    assert client.get("/places.json", within).json()["places"] == []


def test_nothing_typed_shows_where_to_begin_and_nothing_found_the_way_on(client, community):
    assert "云州" in text(client.get("/places/"))
    assert "没有找到" in text(client.get("/places/", {"q": "没有这里"}))


def test_words_typed_are_shown_as_words(client):
    page = text(client.get("/places/", {"q": "<script>alert(1)</script>"}))
    assert "<script>alert" not in page


def test_the_page_of_a_street_shows_what_lies_in_it(client, community):
    page = text(client.get(f"/places/{CODES['town']}/"))
    assert reverse("places:place", args=[community.code]) in page
    data = client.get(f"/places/{CODES['town']}.json").json()
    assert data["children"] == [{"code": community.code, "name": "翠湖社区"}]
    assert data["counts"] == {"community": 1}
    assert data["path"] == ["云州", "云州市", "东湖区", "翠湖街道"]


def test_the_page_of_a_community_shows_counts_areas_and_the_note_but_no_door(client, community):
    by_operator(
        describe_community, community, households=900, on=DAY, approval="批文八号", types=["mixed"]
    )
    group = by_operator(open_area, community, kind="residents_group", name="一组", on=DAY)
    by_operator(assign_dwellings, group, dwellings=dwellings_of(community, DAY)[:5], on=DAY)
    page = text(client.get(f"/places/{community.code}/"))
    assert "批文八号" in page
    assert "900" in page
    assert "有 7 套没有编入居民小组" in page
    assert "101" not in page.replace(community.code, "").replace(CODES["town"], "").replace(
        CODES["county"], ""
    )
    data = client.get(f"/places/{community.code}.json").json()
    assert data["areas"]["residents_group"] == {"areas": 1, "dwellings": 5}
    assert data["counts"] == {"compound": 1, "building": 1, "entrance": 2, "dwelling": 12}
    assert data["households"] == 900
    assert {finding["rule"] for finding in data["findings"] if not finding["holds"]} == {
        "places.community_size",
        "places.residents_group_covers",
    }


def test_a_day_in_the_past_shows_the_old_tree(client, community):
    other = a_community(2, "东湖社区")
    by_operator(merge_places, other, absorbed=[community], on=DAY, basis="批文")
    page = client.get(f"/places/{CODES['town']}/", {"on": "2026-05-31"})
    assert "翠湖社区" in text(page)
    data = client.get(f"/places/{CODES['town']}.json", {"on": "2026-05-31"}).json()
    assert [child["name"] for child in data["children"]] == ["翠湖社区", "东湖社区"]
    assert "翠湖社区" in text(client.get(f"/places/{other.code}/"))
    late = client.get(f"/places/{community.code}/", {"on": "2026-06-02"})
    assert late.status_code == 404
    assert "翠湖社区" in text(late)


def test_a_former_code_leads_on(client, community):
    old = community.code
    by_operator(recode_place, community, code="990101001099", on=DAY)
    response = client.get(f"/places/{old}/")
    assert response.status_code == 302
    assert response["Location"] == "/places/990101001099/"
    data = client.get(f"/places/{old}.json").json()
    assert data["moved"] is True
    assert [place["code"] for place in data["places"]] == ["990101001099"]


@pytest.mark.parametrize("code", ["990101001555", "abc", "9" * 40])
def test_a_code_nobody_ever_had_is_not_found(client, community, code):
    assert client.get(f"/places/{code}/").status_code == 404
    assert client.get(f"/places/{code}/", {"on": "2020-01-01"}).status_code == 404


def test_a_tag_says_where_one_stands_and_never_a_door(client, community, monkeypatch):
    monkeypatch.setattr(offers, "_OFFERS", {})
    door = Place.objects.filter(community=community, kind="dwelling").order_by("position").first()
    tag = by_operator(issue_tag, door)
    page = text(client.get(f"/q/{tag.code}/"))
    assert "翠湖社区 › 一期 › 1号楼 › 1单元" in page
    assert "› 101" not in page
    by_operator(revoke_tag, tag)
    gone = client.get(f"/q/{tag.code}/")
    assert gone.status_code == 404
    assert "二维码" in text(gone)


def test_the_one_thing_that_can_be_done_at_a_tag_is_opened_at_once(client, community, monkeypatch):
    monkeypatch.setattr(offers, "_OFFERS", {})
    offers.offer_at_places(offers.Offer("mend", "报修", lambda place, tag: f"/mend/?tag={tag}"))
    offers.offer_at_places(offers.Offer("none", "别的", lambda place, tag: ""))
    tag = by_operator(issue_tag, community)
    response = client.get(f"/q/{tag.code}/")
    assert (response.status_code, response["Location"]) == (302, f"/mend/?tag={tag.code}")
    offers.offer_at_places(offers.Offer("join", "活动", lambda place, tag: "/join/"))
    assert "报修" in text(client.get(f"/q/{tag.code}/"))


def test_a_page_costs_the_same_number_of_queries_however_much_lies_in_it(
    client, community, django_assert_max_num_queries
):
    for number in range(2, 12):
        a_community(number, f"第{number}社区")
    with django_assert_max_num_queries(8):
        client.get(f"/places/{CODES['town']}/")
    with django_assert_max_num_queries(4):
        client.get("/places/", {"q": "社区"})
    with django_assert_max_num_queries(14):
        client.get(f"/places/{community.code}/")
