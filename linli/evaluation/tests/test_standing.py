"""The community's page and what is beneath: scores, what changed and why, which records did it,
what anybody may open."""

import re
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.evaluation.definitions import Catalogue
from linli.evaluation.models import Figure
from linli.evaluation.tests.graded import AT, go_by, graded, lay, lay_two_years
from linli.evaluation.words import NO_WORDS
from linli.lib.facts import FactKind
from linli.lib.identity.ids import new_id

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def place(scene, monkeypatch):
    go_by(monkeypatch)
    lay_two_years(scene.community)
    return scene


def text_of(response):
    assert response.status_code == 200
    page = re.sub(r"<script.*?</script>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_a_resident_reads_in_a_minute_how_the_community_stands(client, place):
    with CaptureQueriesContext(connection) as queries:
        page = text_of(client.get(place.url))
    assert len(queries) <= 12
    assert "社区服务工作 良好 62" in page  # 50, 75 and 60; the fourth waits for its source
    assert "有分，还不够" in page or "还没有评分的指标" in page
    assert "4 项中 3 项有分" in page
    assert "和2025年比，1 项变好，1 项变差，0 项差不多。" in page
    assert "变差最多的是“答复”：从 90 分到 50 分。" in page
    assert "变好最多的是“重办”：从 50 分到 75 分。" in page
    assert "巡查”" not in page  # defined otherwise since: not said to have changed
    assert "有分的组不到三分之二，不合成一个数" in page
    assert "排名" not in page.split("紧急情况")[0]
    told = client.get(f"{place.url[:-1]}.json").json()["scores"]
    assert told["groups"]["SV"]["band"] == "good"
    assert (
        told["groups"]["SV"]["low"] < told["groups"]["SV"]["score"] < told["groups"]["SV"]["high"]
    )
    assert (told["groups"]["SF"]["score"], told["overall"]["geometric"]) == (50, None)
    before = client.get(f"{place.url[:-1]}.json?year=2025").json()["scores"]
    assert before["groups"]["SV"]["score"] is None  # two of four are less than two thirds


def test_a_group_shows_each_figure_what_waits_and_the_context_beside_it(client, place):
    page = text_of(client.get(f"{place.url}group/SV/"))
    assert "400 / 800" in page
    assert "95%区间 50–70%" in page
    assert "问卷抽样" in page
    assert "还没有来源" in page
    assert "等“探访”" in page
    assert "背景，从不评分" in page
    assert "180 / 900" in page
    safety = text_of(client.get(f"{place.url}group/SF/"))
    assert "50% 50% 新" in safety  # the year of another version is marked
    assert "这些数不评分" in text_of(client.get(f"{place.url}group/CX/"))
    told = client.get(f"{place.url}group/SV.json").json()
    assert [each["score"] for each in told["indicators"]] == [50, 75, 60]
    assert told["waiting"][0]["indicator"] == "AA05"
    assert "等“探访”" in text_of(client.get(f"{place.url}waiting/"))
    assert "等“探访”" in text_of(client.get(f"{place.url}AA05/"))
    assert "系统自动计算" not in text_of(client.get(f"{place.url}AA05/"))
    assert client.get(f"{place.url}S2.json").json()["score"]["asked"] == 5


def test_a_hidden_value_cannot_be_had_back_from_any_score(client, place, monkeypatch):
    """The group's score is the same whatever the hidden value is, for whoever reads."""
    rows = [replace(row, awaits=NO_WORDS) for row in graded().rows]
    go_by(monkeypatch, Catalogue(rows))
    hidden = lay(place.community, "AA05", "2026", 7, 40, suppressed=True)
    seen = []
    for top in (1, 9):
        type(hidden).objects.filter(community=place.community, pk=hidden.pk).update(numerator=top)
        for post in (None, "director"):
            if post:
                client.force_login(place.account(post), BACKEND)
            seen.append(client.get(f"{place.url}group/SV.json").content)
            assert "不显示，不算分" in text_of(client.get(f"{place.url}group/SV/"))
            told = client.get(f"{place.url}AA05.json").json()
            assert told["score"] is None
            assert "numerator" not in told["year"]
        client.logout()
    assert len(set(seen)) == 1
    assert client.get(f"{place.url}group/SV.json").json()["score"]["present"] == 3


def test_an_indicator_says_exactly_why_it_changed(client, place):
    page = text_of(client.get(f"{place.url}AA01/"))
    assert "变差了" in page
    assert "这个时段还没有过完" in page
    assert "90 → 50" in page
    assert "−40：因分子 −62.5，因分母 +22.5" in page
    assert "−500：总数变了带来 −180，比率变了带来 −320" in page
    assert "落在标尺的哪里" in page
    assert "为什么变了" not in text_of(client.get(f"{place.url}AA04/"))  # another version
    change = client.get(f"{place.url}AA01.json").json()["change"]
    assert (change["period"], change["earlier"], change["better"]) == ("2026", "2025", False)


@pytest.fixture
def months(scene, monkeypatch):
    """October all in time; in November forty late of which one was late in October already."""
    go_by(monkeypatch)
    again = new_id()
    scene.room.add(scene.community, date(2026, 10, 5), "matters.answered", 1, 1, times=59)
    scene.room.add(scene.community, date(2026, 10, 6), "matters.answered", 0, 1, record=again)
    scene.room.add(scene.community, date(2026, 11, 6), "matters.answered", 0, 1, record=again)
    scene.room.add(scene.community, date(2026, 11, 5), "matters.answered", 0, 1, times=40)
    scene.room.add(scene.community, date(2026, 11, 4), "matters.answered", 1, 1, times=20)
    lay(scene.community, "AA01", "2026-10", 59, 60)
    lay(scene.community, "AA01", "2026-11", 20, 61)
    lay(scene.community, "AA07", "2026-11", 3, 61, suppressed=True)
    return scene


def test_the_director_sees_which_forty_records_did_it_and_a_resident_does_not(client, months):
    assert client.get(f"{months.url}AA01/against/").status_code == 302
    client.force_login(months.account("representative"), BACKEND)
    assert client.get(f"{months.url}AA01/against/").status_code == 404
    client.force_login(months.account("director"), BACKEND)
    assert "是哪些记录" in text_of(client.get(f"{months.url}AA01/"))
    page = client.get(f"{months.url}AA01/against/?period=2026-11")
    assert "40 条记录" in text_of(page)
    assert page.content.decode().count("0 / 1") == 40
    assert "98.3 → 32.8" in text_of(page)
    assert "0 条记录" in text_of(client.get(f"{months.url}AA01/against/?period=2026-09"))


def test_a_resident_walks_to_the_receipts_and_closed_or_hidden_ones_say_why(
    client, months, monkeypatch
):
    page = text_of(client.get(f"{months.url}AA01/receipts/?period=2026-11"))
    assert "答复的诉求 61" in page
    assert "这个时段没有公开的记录" in page
    assert "0 / 1" not in page
    monkeypatch.setattr("linli.evaluation.receipts.READ", 30)
    lay(months.community, "AA01", "2026", 79, 121)
    cut = text_of(client.get(f"{months.url}AA01/receipts/?period=2026"))
    assert "记录太多" in cut
    assert "答复的诉求 61" not in cut
    monkeypatch.undo()
    go_by(monkeypatch)
    hidden = text_of(client.get(f"{months.url}AA07/receipts/?period=2026-11"))
    assert "不足 10" in hidden
    assert "61" not in hidden.split("可以打开的凭据")[-1]
    Figure.objects.filter(indicator="AA01", community=months.community).update(numerator=0)
    alike = text_of(client.get(f"{months.url}AA01/receipts/?period=2026-11"))
    assert "每一条都算作没做到" in alike
    assert "可以打开的 " not in alike.split("怎么查")[-1]
    closed = FactKind("matters.answered", "答复的诉求", held_back=True)
    for module in ("receipts", "presentation"):
        monkeypatch.setattr(
            f"linli.evaluation.{module}.kinds_declared", lambda: {"matters.answered": closed}
        )
    page = text_of(client.get(f"{months.url}AA01/receipts/?period=2026-11"))
    assert "不公开的登记" in page
    assert "太少的月份对谁都不写" in page
    assert "可以打开的 " not in page.split("怎么查")[-1]
