"""Reports of work: read from records, told inside and outside, written to, finished."""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from types import SimpleNamespace
from uuid import UUID
from zipfile import ZipFile

import pytest
import time_machine
from docx import Document
from openpyxl import load_workbook

from linli.core.access.queries import actor_for
from linli.core.audit.actor import the_clock
from linli.evaluation import actions
from linli.evaluation.models import Report
from linli.evaluation.periods import Period, period_of, plan_span
from linli.evaluation.reports.reading import read_work, span_of_report
from linli.evaluation.reports.telling import tell
from linli.evaluation.tests.cast import busy_months
from linli.lib.calendar import local_day
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
OCTOBER = period_of("month", date(2026, 10, 1))


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def desk(scene, client):
    """The desk of a director and a worker; `made` asks for a report and has it filled."""
    accounts = {post: scene.account(post) for post in ("director", "worker", "supervisor")}
    actors = {post: actor_for(account, date(2026, 11, 23)) for post, account in accounts.items()}

    def made(period=OCTOBER, at=NOW):
        report = actions.ask_report(scene.community, period=period, by=actors["worker"], at=at)
        content = read_work(scene.community, span_of_report(report, local_day(at)))
        return actions.fill_report(report, content=content, by=the_clock(), at=at)

    return SimpleNamespace(
        scene=scene,
        client=client,
        accounts=accounts,
        actors=actors,
        made=made,
        url=f"/c/{scene.community.code}/desk/reports/",
    )


def line_of(told, kind):
    return next(
        line for chapter in told.chapters for line in chapter.lines if line.kind.kind == kind
    )


def test_a_month_is_told_from_its_records_beside_the_month_before(desk):
    scene = desk.scene
    busy_months(scene.room, scene.community)
    scene.room.add(scene.community, date(2026, 10, 30), "matters.raised", times=4)
    told = tell(desk.made(), outside=True)
    raised = line_of(told, "matters.raised")
    assert (raised.n, raised.before) == (34, 30)
    answered = line_of(told, "matters.answered")
    assert (answered.n, answered.part) == (30, None)  # three were late: too few to be told
    inside = line_of(tell(desk.made(), outside=False), "matters.answered")
    assert (inside.n, inside.part, inside.whole) == (30, 27, 30)
    assert not told.partial


def test_a_stock_is_told_as_it_stood_at_the_end_and_never_added_up(desk):
    desk.scene.room.stock(desk.scene.community, "people.residents", 900)
    quarter = period_of("quarter", date(2026, 8, 1))
    assert line_of(tell(desk.made(quarter), outside=True), "people.residents").n == 900


def test_a_small_month_cannot_be_had_back_from_its_quarter(desk):
    scene = desk.scene
    for month, times in ((7, 20), (8, 20), (9, 4)):
        scene.room.add(scene.community, date(2026, month, 4), "matters.raised", times=times)
    quarter = period_of("quarter", date(2026, 8, 1))
    report = desk.made(quarter)
    assert line_of(tell(report, outside=True), "matters.raised").n is None
    assert line_of(tell(report, outside=False), "matters.raised").n == 44


@pytest.mark.parametrize(("times", "shown"), [(9, None), (10, 10), (11, 11)])
def test_counts_under_ten_are_not_told_outside(desk, times, shown):
    desk.scene.room.add(desk.scene.community, date(2026, 10, 4), "matters.raised", times=times)
    assert line_of(tell(desk.made(), outside=True), "matters.raised").n == shown


def test_what_was_never_recorded_is_no_nought(desk):
    desk.scene.room.add(desk.scene.community, date(2026, 10, 4), "matters.raised", times=12)
    told = tell(desk.made(), outside=True)
    assert not line_of(told, "matters.raised").before_known
    assert {line.kind.kind for chapter in told.chapters for line in chapter.lines} == {
        "matters.raised"
    }


def test_a_month_of_work_agrees_with_the_public_pages(desk):
    scene = desk.scene
    busy_months(scene.room, scene.community)
    scene.reckon()
    told = tell(desk.made(), outside=False)
    figure = next(
        each.now
        for chapter in told.chapters
        for each in chapter.figures
        if each.now.indicator.id == "MT01"
    )
    assert (figure.numerator, figure.denominator) == (27, 30)


def test_a_period_to_come_has_no_report(desk):
    with pytest.raises(Refused) as refused:
        desk.made(period_of("month", date(2026, 12, 1)))
    assert refused.value.finding.rule == "evaluation.period_begun"


def test_asked_for_again_the_draft_is_read_anew_and_its_words_stay(desk):
    report = desk.made()
    worker = desk.actors["worker"]
    actions.write_words(report, words={"S1": "开了一次会。"}, seen=0, by=worker, at=NOW)
    desk.scene.room.add(desk.scene.community, date(2026, 10, 4), "matters.raised", times=12)
    again = desk.made()
    assert again.pk == report.pk
    assert again.words == {"S1": "开了一次会。"}
    assert line_of(tell(again, outside=True), "matters.raised").n == 12
    assert Report.objects.filter(community=desk.scene.community).count() == 1


def test_of_two_who_write_at_once_the_later_is_told(desk):
    report = desk.made()
    worker, director = desk.actors["worker"], desk.actors["director"]
    actions.write_words(report, words={"S1": "一"}, seen=0, by=worker, at=NOW)
    with pytest.raises(Refused) as refused:
        actions.write_words(report, words={"S1": "二"}, seen=0, by=director, at=NOW)
    assert refused.value.finding.rule == "evaluation.report_unchanged"
    report.refresh_from_db()
    assert report.words == {"S1": "一"}


def test_finished_it_does_not_change_any_more_and_another_edition_begins(desk):
    report = desk.made()
    director = desk.actors["director"]
    finished = actions.finish_report(report, seen=0, by=director, at=NOW)
    assert re.fullmatch(r"[0-9a-f]{64}", finished.digest)
    for act in (
        lambda: actions.write_words(report, words={}, seen=0, by=director, at=NOW),
        lambda: actions.drop_report(report, by=director, at=NOW),
        lambda: actions.fill_report(report, content={"lines": []}, by=the_clock(), at=NOW),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.finding.rule == "evaluation.report_open"
    assert desk.made().edition == 2


@pytest.mark.parametrize(
    ("day", "may"), [(30, False), (31, False)], ids=["before its end", "on its last day"]
)
def test_a_report_is_not_finished_before_its_period_is_over(desk, day, may):
    at = datetime(2026, 10, day, 4, 0, tzinfo=UTC)
    report = desk.made(at=at)
    with pytest.raises(Refused) as refused:
        actions.finish_report(report, seen=0, by=desk.actors["director"], at=at)
    assert refused.value.finding.rule == "evaluation.period_over"
    # Nor with figures read before the end, however late it is by now.
    with pytest.raises(Refused):
        actions.finish_report(report, seen=0, by=desk.actors["director"], at=NOW)


def test_only_the_director_finishes_and_residents_see_no_report(desk):
    report = desk.made()
    client = desk.client
    assert client.get(desk.url).status_code == 302
    client.force_login(desk.accounts["worker"])
    assert client.post(f"{desk.url}{report.pk}/finish/", {"seen": 0}).status_code == 404
    client.force_login(desk.accounts["supervisor"])
    assert client.get(f"{desk.url}{report.pk}/").status_code == 200
    assert client.post(f"{desk.url}ask/", {"period": "2026-10"}).status_code == 404
    client.force_login(desk.accounts["director"])
    client.post(f"{desk.url}{report.pk}/finish/", {"seen": 0})
    report.refresh_from_db()
    assert report.is_finished


def test_from_asking_to_the_files_nothing_is_typed(desk, django_capture_on_commit_callbacks):
    scene, client = desk.scene, desk.client
    busy_months(scene.room, scene.community)
    client.force_login(desk.accounts["worker"])
    assert "2026年10月" in client.get(desk.url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{desk.url}ask/", {"period": "2026-10"})
    report = Report.objects.get(community=scene.community)
    assert report.state == "draft", report.job.trouble
    page = f"{desk.url}{report.pk}/"
    assert "收到的诉求" in client.get(page).content.decode()
    rows = client.get(f"{page}rows/?of=matters.raised").content.decode()
    assert rows.count("<tr><td>") == 30
    word = Document(BytesIO(client.get(f"{page}word/?outside=1").content))
    told = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    assert ["收到的诉求", "30", "30"] in told
    links = [part.target_ref for part in word.part.rels.values() if part.is_external]
    assert any("of=matters.raised" in link for link in links)
    folder = ZipFile(BytesIO(client.get(f"{page}folder/").content))
    table = next(name for name in folder.namelist() if "收到的诉求" in name)
    book = load_workbook(BytesIO(folder.read(table)))
    assert book.active.max_row == 31
    assert folder.testzip() is None


def test_the_folder_tells_no_more_than_the_report_it_holds(desk):
    scene, client = desk.scene, desk.client
    busy_months(scene.room, scene.community)  # of thirty answers a month three are late
    client.force_login(desk.accounts["director"])
    address = f"{desk.url}{desk.made().pk}/folder/"
    inside = ZipFile(BytesIO(client.get(address).content))
    outside = ZipFile(BytesIO(client.get(f"{address}?outside=1").content))

    def parts_in(folder, title):
        name = next(name for name in folder.namelist() if title in name)
        rows = load_workbook(BytesIO(folder.read(name))).active.iter_rows(min_row=2)
        return [row[2].value for row in rows]

    assert 0 in parts_in(inside, "答复的诉求")
    assert parts_in(outside, "答复的诉求") == [None] * 30


def test_a_count_that_is_not_told_has_no_table_in_the_folder(desk):
    scene, client = desk.scene, desk.client
    scene.room.add(scene.community, date(2026, 10, 4), "matters.raised", times=4)
    client.force_login(desk.accounts["director"])
    address = f"{desk.url}{desk.made().pk}/folder/"
    named = lambda query: [  # noqa: E731
        name
        for name in ZipFile(BytesIO(client.get(f"{address}{query}").content)).namelist()
        if "收到的诉求" in name
    ]
    assert named("")
    assert not named("?outside=1")


def test_words_refused_are_told_and_nothing_is_lost(desk):
    report = desk.made()
    desk.client.force_login(desk.accounts["worker"])
    page = f"{desk.url}{report.pk}/"
    text = "居民议事会讨论了停车的事。"
    actions.write_words(report, words={"S1": "甲"}, seen=0, by=desk.actors["director"], at=NOW)
    response = desk.client.post(f"{page}words/", {"seen": 0, "S2": text})
    assert response.status_code == 409
    assert text in response.content.decode()


def test_numbers_typed_by_hand_are_said_to_be_so(desk):
    report = desk.made()
    words = {"S1": "开了12次会，来了三十人。"}
    actions.write_words(report, words=words, seen=0, by=desk.actors["worker"], at=NOW)
    report.refresh_from_db()
    assert tell(report, outside=True).typed_numbers == 2


def test_another_communitys_report_does_not_exist(desk):
    desk.client.force_login(desk.accounts["worker"])
    assert desk.client.get(f"{desk.url}{UUID(int=7)}/").status_code == 404


def test_the_span_reads_a_year_back_and_stops_today():
    report = Report(period_kind="month", starts=date(2026, 11, 1), ends=date(2026, 11, 30))
    span = span_of_report(report, date(2026, 11, 23))
    assert (span.since, span.until) == (date(2025, 11, 1), date(2026, 11, 23))
    assert [period.key for period in span.periods] == ["2026-10", "2026-11"]
    assert Period(date(2026, 11, 1), date(2026, 11, 30), "month") in plan_span(span.until).periods
