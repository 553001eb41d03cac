"""The law to be read: each article with what stands on it, and two places side by side."""

import pytest

pytestmark = pytest.mark.django_db


def read(response):
    assert response.status_code == 200
    return response.content.decode()


def test_every_law_and_number_is_found_and_sought_without_a_script(client):
    whole = read(client.get("/law/"))
    assert 'href="/law/rcl2025/"' in whole
    assert 'action="/law/"' in whole
    assert 'id="rcl2025.34"' in read(client.get("/law/rcl2025/"))
    assert "/law/numbers/elections.turnout_over/" not in whole, "an index is not everything"
    about = client.get("/law/?about=elections")
    assert "/law/numbers/elections.turnout_over/" in read(about)
    found = read(client.get("/law/?q=十五日"))
    assert 'id="rcl2025.34"' in found
    assert 'id="rcl2025.19"' not in found
    assert "没有找到" in read(client.get("/law/?q=没有这个词"))


def test_an_article_tells_what_stands_on_it(client):
    page = read(client.get("/law/rcl2025.17/"))
    assert "选民名单在选举日前多少天公布" in page, "the number"
    assert "步骤" in page
    assert "公告" in page
    assert "已对照原文" in page
    unread = read(client.get("/law/mca136.1/"))
    assert "还没有人对照过原文" in unread
    data = client.get("/law/rcl2025.17.json").json()
    assert {"rule", "posting", "move"} <= {each["kind"] for each in data["stands_on_it"]}
    assert "elections.roll_posted_before" in {row["rule"] for row in data["numbers"]}


def test_a_law_a_number_and_what_is_not_there(client):
    assert "第三十四条" in read(client.get("/law/rcl2025/"))
    number = read(client.get("/law/numbers/elections.woman_first/"))
    assert "四川省" in number
    assert "全国" in number
    assert "选举" in number
    for nowhere in ("/law/nothing/", "/law/rcl2025.999/", "/law/local.00/", "/law/numbers/a.b/"):
        assert client.get(nowhere).status_code == 404
    assert client.get("/law/rcl2025.8%3F/").status_code == 404


def test_both_ways_as_data(client):
    told = client.get("/law.json").json()
    assert "rcl2025.17" in told["rules"]["elections.roll_posted_in_time"]
    by_key = {each["key"]: each for each in told["citations"]}
    assert by_key["rcl2025.17"]["stands_on_it"]


def test_two_places_and_two_days_side_by_side(client):
    page = read(client.get("/law/compare/?one=cn-51&two=cn&on_one=2026-11-28&on_two=2026-11-28"))
    assert "不一样" in page
    data = client.get("/law/compare.json?one=cn-51&two=cn&differ=on").json()["numbers"]
    lines = {each["rule"]: each for each in data}
    assert all(each["differs"] for each in data)
    assert lines["elections.woman_first"]["one"]["value"] is True
    assert lines["elections.woman_first"]["two"]["value"] is False
    assert lines["elections.committee_most"]["two"] is None
    assert "elections.turnout_over" not in lines
    before = client.get("/law/compare.json?one=cn&two=cn&on_one=2025-12-31").json()["numbers"]
    then = {each["rule"]: each for each in before}
    assert then["elections.turnout_over"]["one"] is None, "the law of 2025 did not hold yet"
    assert "各项都一样" in read(client.get("/law/compare/"))
    assert client.get("/law/compare/?one=nowhere&on_two=perhaps").status_code == 200


def test_examples_are_no_places_law(client):
    assert "示例" in read(client.get("/law/numbers/matters.forward/"))


def test_a_provinces_count_nobody_has_checked_bears_its_mark(client, setting):
    from linli.core.places.models import Place

    Place.objects.filter(pk=setting.community.pk).update(code="440101001001")
    page = read(client.get("/c/440101001001/certificates/"))
    assert "本省清单比这里多" in page
    after = page.partition("本省清单比这里多")[2]
    assert "待核对" in after[:300]
