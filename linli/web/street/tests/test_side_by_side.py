"""The street's page: counts of communities, none ranked, nobody to be recognised."""

import csv
import io
import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.core.places.tests.town import add_place, by_operator
from linli.evaluation.tests.cast import AT, busy_months, make_account

pytestmark = pytest.mark.django_db
JUNE = date(2026, 6, 4)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


def raise_matters(scene, *counts, on=JUNE):
    for community, times in zip(scene.communities, counts, strict=True):
        scene.room.add(community, on, "matters.raised", times=times)
    scene.reckon()


def column(client, scene, name, query=""):
    told = client.get(f"{scene.url}table.json{query}").json()
    place = [each["id"] for each in told["columns"]].index(name)
    cells = {each["name"]: each["cells"][place] for each in told["communities"]}
    return cells, told["total"][place]


def test_the_communities_stand_in_the_order_of_their_names(client, scene):
    raise_matters(scene, 20, 90, 40)
    scene.sign_in()
    page = client.get(scene.url).content.decode()
    names = re.findall(r"[北湖][门东西]社区", page)
    assert names == sorted(names) == ["北门社区", "湖东社区", "湖西社区"]
    assert "不在此处社区" not in page
    assert "sort" not in page


def test_totals_are_sums_over_sums_and_not_means_of_shares(client, scene):
    for community, in_time, answered in zip(
        scene.communities, (20, 10, 90), (20, 40, 100), strict=True
    ):
        for each in range(answered):
            scene.room.add(community, JUNE, "matters.raised")
            scene.room.add(community, JUNE, "matters.answered", int(each < in_time), 1)
    scene.reckon()
    scene.sign_in()
    cells, total = column(client, scene, "MT01")
    assert [cells[name]["value"] for name in ("湖东社区", "湖西社区", "北门社区")] == [100, 25, 90]
    assert (total["value"], total["n"]) == (75, 160)


def test_nine_are_hidden_and_cannot_be_had_back_from_the_total(client, scene):
    raise_matters(scene, 9, 50, 41)
    scene.sign_in()
    cells, total = column(client, scene, "MT05")
    assert cells["湖东社区"] == {"state": "hidden"}
    assert cells["湖西社区"]["value"] == 50
    assert total == {"state": "hidden"}
    source = client.get(scene.url).content.decode()
    assert "不显示" in source
    assert not re.search(r">\s*(9|100)\s*<", source)


def test_a_total_stands_where_the_hidden_shelter_each_other(client, scene):
    raise_matters(scene, 9, 8, 50)
    scene.sign_in()
    cells, total = column(client, scene, "MT05")
    assert [cells[name]["state"] for name in ("湖东社区", "湖西社区", "北门社区")] == [
        "hidden", "hidden", "shown",
    ]  # fmt: skip
    assert total["value"] == 67


def test_the_overdue_are_hidden_here_too_where_they_are_few(client, scene):
    raise_matters(scene, 20, 20, 20)
    for community, late in zip(scene.communities, (1, 30, 40), strict=True):
        scene.room.stock(community, "matters.overdue", late)
    scene.reckon()
    scene.sign_in()
    cells, total = column(client, scene, "MT04")
    assert (cells["湖东社区"]["state"], total["state"]) == ("hidden", "hidden")
    assert cells["湖西社区"]["value"] == 30


def test_nothing_recorded_is_a_dash_and_not_a_nought(client, scene):
    raise_matters(scene, 20, 20, 0)
    scene.sign_in()
    cells, total = column(client, scene, "MT05")
    assert cells["北门社区"] == {"state": "missing"}
    assert total["value"] == 40


def test_the_downloads_hide_what_the_page_hides(client, scene):
    raise_matters(scene, 9, 50, 41)
    scene.sign_in()
    answer = client.get(f"{scene.url}table.csv")
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    place = next(at for at, title in enumerate(rows[0]) if title.startswith("收到的诉求"))
    assert [row[0] for row in rows[1:]] == ["北门社区", "湖东社区", "湖西社区", "合计"]
    assert [row[place] for row in rows[1:]] == ["41", "不显示", "50", "不显示"]


def test_a_month_can_be_looked_at(client, scene):
    raise_matters(scene, 20, 30, 40)
    scene.sign_in()
    _cells, total = column(client, scene, "MT05", "?period=2026-06")
    assert total["value"] == 90
    told = client.get(f"{scene.url}table.json?period=2026-06").json()
    assert "BS01" not in [each["id"] for each in told["columns"]]  # reckoned for years only
    assert client.get(f"{scene.url}?period=nonsense").status_code == 200


def test_nobody_can_be_recognised_on_the_page_or_reached_from_it(client, scene):
    for community in scene.communities:
        busy_months(scene.room, community)
        make_account(community, "worker", "李秀英")
    scene.reckon()
    scene.sign_in()
    for name in ("", "table.csv", "table.json"):
        source = client.get(f"{scene.url}{name}").content.decode()
        assert "李秀英" not in source
        assert not re.search(r"person\d", source)
        for fact in scene.room.facts:
            assert str(fact.record) not in source
        links = re.findall(r'href="(/c/[^"]*)"', source)
        assert all(link.endswith("/standards/") for link in links)


@pytest.mark.parametrize("post", ["director", "worker", "representative", "supervisor"])
def test_only_the_street_office_sees_it(client, scene, post):
    scene.sign_in(post, scene.communities[0])
    for name in ("", "table.csv", "table.json"):
        assert client.get(f"{scene.url}{name}").status_code == 404


def test_the_officer_of_the_next_street_sees_nothing_here(client, scene):
    next_street = by_operator(
        add_place, scene.town.parent, kind="town", name="清河街道", code="990101002000"
    )
    scene.sign_in(place=next_street)
    assert client.get(scene.url).status_code == 404
    assert client.get(f"/street/{next_street.code}/").status_code == 200


def test_strangers_are_shown_the_way_in_and_wrong_codes_lead_nowhere(client, scene):
    answer = client.get(scene.url)
    assert answer.status_code == 302
    assert "next=" in answer["Location"]
    scene.sign_in()
    assert client.get("/street/990101009000/").status_code == 404
    assert client.get(f"/street/{scene.communities[0].code}/").status_code == 404


def test_the_page_costs_the_same_for_more_communities(client, scene):
    scene.sign_in()

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(scene.url).status_code == 200
        return len(queries)

    empty = cost()
    for community in scene.communities:
        busy_months(scene.room, community, months=[5, 6])
    scene.reckon()
    assert cost() == empty <= 15
