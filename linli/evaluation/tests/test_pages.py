"""What the pages say, to whom, and at what cost."""

import json
import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.core.places.tests.town import a_community
from linli.evaluation.models import Figure
from linli.evaluation.tests.cast import AT, busy_months

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


def text_of(response):
    """The page without its markup and without the data its scripts read."""
    page = re.sub(r"<script.*?</script>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_a_community_that_has_nothing_yet_says_so_and_shows_no_nought(client, scene):
    front = text_of(client.get(scene.url))
    assert "居民自治" in front
    assert "还没有计算过" in front
    pages = [text_of(client.get(f"{scene.url}S{number}/")) for number in range(1, 7)]
    assert sum(page.count("还没有记录") for page in pages) >= 25
    assert not [page for page in (front, *pages) if " 0%" in page]


def test_the_six_standards_show_evidence_figures_and_as_of_when(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    page = text_of(client.get(scene.url))
    assert "2026年11月23日 12:00" in page
    assert "按期答复率 90 %" in page
    assert "297 / 330" in page
    assert "95%区间" in page
    assert "S5.3 垃圾分类" in text_of(client.get(f"{scene.url}S5/"))


def test_every_figure_opens_to_its_definition_formula_source_and_series(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    chapters = [client.get(f"{scene.url}S{number}/").content.decode() for number in range(1, 7)]
    ways = rf'href="({re.escape(scene.url)}[A-Z]{{2}}\d\d/)"'
    addresses = {found for page in chapters for found in re.findall(ways, page)}
    assert len(addresses) >= 10
    for address in addresses:
        page = client.get(address)
        assert page.status_code == 200
        assert "算法" in page.content.decode()
        assert "出处" in page.content.decode()
    page = text_of(client.get(f"{scene.url}MT01/"))
    assert "在承诺期限内答复的诉求 ÷ 答复了的、有承诺期限的诉求" in page
    assert "2026年6月" in page


def test_an_indicator_that_is_not_there_is_not_found(client, scene):
    for name in ("XX99/", "mt01/", "XX99.json", "S0/", "S7/", "group/XX/", "report/1999/"):
        assert client.get(f"{scene.url}{name}").status_code == 404


@pytest.fixture
def few(scene):
    """Nine people reached, nine matters in June and fourteen in July; a hundred in May."""
    for month, times in ((5, 100), (6, 9), (7, 14)):
        scene.room.add(scene.community, date(2026, month, 4), "matters.raised", times=times)
    for each in range(9):
        scene.room.add(scene.community, date(2026, 6, 4), "matters.benefit", person=str(each))
    scene.room.stock(scene.community, "people.residents", 900)
    scene.reckon()
    return scene


def test_nine_are_shown_as_fewer_than_ten_and_ten_as_ten(client, few):
    assert "少于 10" in text_of(client.get(f"{few.url}BS01/"))
    assert "9 / 900" not in text_of(client.get(f"{few.url}BS01/"))
    few.room.add(few.community, date(2026, 6, 4), "matters.benefit", person="tenth")
    few.reckon()
    assert "10 / 900" in text_of(client.get(f"{few.url}BS01/"))


def test_what_is_hidden_is_nowhere_in_the_page_its_charts_or_its_twin(client, few):
    for name in ("", "S2/", "MT05/", "BS01/", "MT05/receipts/", "report/2026/"):
        source = client.get(f"{few.url}{name}").content.decode()
        data = re.findall(r"<script[^>]*json[^>]*>(.*?)</script>", source, re.DOTALL)
        for chart in map(json.loads, data):
            assert 9 not in [value for row in chart["values"] for value in row]
            assert 14 not in [value for row in chart["values"] for value in row]
    told = client.get(f"{few.url}MT05.json").json()
    months = {point["starts"]: point for point in told["series"][0]["points"]}
    for month in ("2026-06-01", "2026-07-01"):  # July, because June could be had back from it
        assert months[month]["state"] == "hidden"
        assert not {"numerator", "denominator", "value", "n"} & set(months[month])
    assert months["2026-05-01"]["numerator"] == 100
    assert client.get(f"{few.url}BS01.json").json()["year"]["state"] == "hidden"
    overview = json.dumps(client.get(f"{few.url[:-1]}.json").json())
    assert '"state": "hidden"' in overview


def test_whoever_answers_for_the_records_sees_the_small_numbers_but_the_twin_stays_public(
    client, few
):
    client.force_login(few.account("supervisor"), "linli.core.access.sign_in.AccountBackend")
    assert "9 / 900" in text_of(client.get(f"{few.url}BS01/"))
    assert client.get(f"{few.url}BS01.json").json()["year"]["state"] == "hidden"
    # The report is printed and hung up, whoever prints it.
    assert "9 / 900" not in text_of(client.get(f"{few.url}report/2026/"))


@pytest.mark.parametrize(
    ("post", "opens"),
    [("worker", True), ("director", True), ("supervisor", True), ("representative", False),
     ("property_manager", False), ("street_officer", False), (None, False)],
)  # fmt: skip
def test_the_records_open_to_those_who_answer_for_them_only(client, few, post, opens):
    if post:
        client.force_login(few.account(post), "linli.core.access.sign_in.AccountBackend")
    page = client.get(f"{few.url}MT05/records/?period=2026-06")
    assert page.status_code == (200 if opens else 404 if post else 302)
    shown = "看背后的记录" in client.get(f"{few.url}MT05/").content.decode()
    assert shown is opens


def test_a_worker_of_the_next_community_opens_no_records_here(client, few):
    other = a_community(2, "东湖社区", town=few.town)
    client.force_login(few.account("worker", other), "linli.core.access.sign_in.AccountBackend")
    assert client.get(f"{few.url}MT05/records/").status_code == 404
    assert "9 / 900" not in text_of(client.get(f"{few.url}BS01/"))
    assert client.post(f"{few.url}reckon/").status_code == 404


def test_the_twin_keeps_numerator_and_denominator(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    told = client.get(f"{scene.url[:-1]}.json").json()
    found = {each["indicator"]: each for each in told["headlines"]}
    assert (found["MT01"]["numerator"], found["MT01"]["denominator"]) == (297, 330)
    assert found["MG05"]["low"] < found["MG05"]["value"] / 100 < found["MG05"]["high"]
    assert [each["standard"] for each in told["standards"]] == ["S1", "S2", "S3", "S4", "S5", "S6"]


def test_two_versions_of_a_definition_are_never_one_line(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    old = Figure.objects.filter(
        community=scene.community, indicator="MT05", period_kind="month", starts__lt="2026-04-01"
    )
    old.update(version=0)
    from linli.evaluation.definitions import catalogue
    from linli.evaluation.presentation import draw

    figures = Figure.objects.filter(
        community=scene.community, indicator="MT05", period_kind="month"
    ).order_by("starts")
    chart = draw(catalogue().version("MT05", 1), list(figures), sees_all=True)
    assert chart.rows[0][0].startswith("2026年4月")


def test_the_report_has_six_chapters_and_judges_nobody(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    page = client.get(f"{scene.url}report/2026/").content.decode()
    assert len(re.findall(r'<h2 id="S[1-6]">', page)) == 6
    assert "不与其他社区比较" in page
    assert client.get(f"{scene.url}report/2026.json").json()["year"] == 2026
    assert "这一年的数还没有计算" in client.get(f"{scene.url}report/2024/").content.decode()


def test_a_worker_has_the_figures_reckoned_at_once(
    client, scene, django_capture_on_commit_callbacks
):
    busy_months(scene.room, scene.community, months=[6])
    client.force_login(scene.account("director"), "linli.core.access.sign_in.AccountBackend")
    assert "重新计算" in client.get(scene.url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"{scene.url}reckon/")
    assert answer.status_code == 302
    assert "/jobs/" in answer["Location"]
    assert Figure.objects.filter(community=scene.community, indicator="MT05").exists()


@pytest.mark.parametrize("name", ["", "S2/", "MT01/", "report/2026/"])
def test_a_page_costs_the_same_however_much_stands_behind_it(client, scene, name):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{scene.url}{name}").status_code == 200
        return len(queries)

    busy_months(scene.room, scene.community, months=[6], a_month=3)
    scene.reckon()
    little = cost()
    busy_months(scene.room, scene.community, a_month=60)
    scene.reckon()
    assert cost() == little <= 12


def test_the_pages_speak_english_where_asked(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    page = client.get(scene.url, headers={"accept-language": "en"}).content.decode()
    assert "Answered in time" in page
    assert "Good public order" in page
