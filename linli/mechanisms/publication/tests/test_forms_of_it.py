"""The other forms of a notice, and whether what one holds is what was posted."""

import hashlib
import json
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from linli.core.clocks.tests.cast import at, make_community
from linli.core.pages.paper import can_draw
from linli.mechanisms.publication.face import Cell, Face, Section
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries.verifying import recognise
from linli.mechanisms.publication.renditions import screens_of
from linli.mechanisms.publication.renditions.hall import ROWS, SCREENS
from linli.mechanisms.publication.rules import read_number, short_code, text_digest
from linli.mechanisms.publication.tests.notices import AID


def _face(*sections, **more):
    given = {
        "id": 1,
        "number": "2026-0001",
        "template": "tests.x",
        "heading": "标题",
        "heading_key": "",
        "title": "公告",
        "category": "affairs",
        "category_title": "居务",
        "issuer": "居委会",
        "locale": "zh-hans",
        "sections": sections,
        "posted_at": at(3, 2),
        "comes_down_at": None,
        "objections_until": None,
        "sha256": "ab" * 32,
        "hidden_from_search": False,
    }
    return Face(**{**given, **more})


def test_a_long_notice_is_cut_into_screens_and_says_that_there_is_more():
    prose = Section("body", "内容", Cell("prose", "字" * 400))
    rows = tuple((Cell("text", f"第{n}行"),) for n in range(ROWS * 2 + 1))
    table = Section("rows", "明细", Cell("rows", len(rows)), ("项目",), rows)
    screens = screens_of([_face(prose, table)])
    assert len(screens) > 3
    assert not screens[-1].cut
    told = "".join(part.words for screen in screens for part in screen.parts)
    assert told.replace("\n", "") == "字" * 400
    short = Section("when", "时间", Cell("text", "下周二 9:00—12:00"))
    (screen,) = screens_of([_face(short, Section("body", "内容", Cell("prose", "字" * 60)))])
    assert [part.short for part in screen.parts] == [True, False]
    shown = [row for screen in screens for part in screen.parts for row in part.rows]
    assert len(shown) == len(rows)
    longest = screens_of([_face(Section("body", "内容", Cell("prose", "字" * 9000)))])
    assert len(longest) == SCREENS
    assert longest[-1].cut
    (names,) = screens_of([_face(prose, names_persons=True)])
    assert names.parts == ()


def test_a_text_is_known_again_however_a_group_has_broken_its_lines():
    posted = "【居务】楼道灯修好了\n正文：已换新。\nhttps://a.example/c/1/"
    assert text_digest(posted) == text_digest("【居务】 楼道灯修好了 正文:已换新。")
    assert text_digest(posted) != text_digest(posted.replace("已换新", "没换"))
    code = short_code("3f2a9c4107be" + "0" * 52)
    assert code == "3f2a 9c41 07be"
    assert read_number(f"2026-0017 {code}") == ("2026-0017", "3f2a9c4107be")
    assert read_number("2026-0017") == ("2026-0017", "")
    assert read_number("2026-0017 的公告") is None


@pytest.fixture
def notice(posted):
    return posted(at(3, 2))


@pytest.fixture
def named(publish, owner, worker, director):
    fields = {"name": "张三丰", "members": 3, "amount": 120000}
    draft = publish.draft(owner, by=worker, at=at(3, 2), template=AID, fields=fields)
    return publish.release(draft, by=director, at=at(3, 2), on=date(2026, 3, 2))


@pytest.mark.django_db
def test_what_one_holds_is_known_by_text_file_digest_and_sheet(
    publish, notice, named, client, community, worker
):
    def ask(given, moment=None):
        return recognise(community, given, moment or at(3, 3))

    def url(name, row):
        return reverse(f"publication:{name}", args=[community.code, row.pk])

    with time_machine.travel(at(3, 3), tick=False):
        text = client.get(url("text", notice)).content.decode()
        original = client.get(url("original", notice)).content
    assert hashlib.sha256(original).hexdigest() == notice.sha256
    for given in (text, original.decode(), notice.sha256, f"2026-0001 {short_code(notice.sha256)}"):
        found = ask(given)
        assert (found.notice, found.outcome, found.current) == (notice.pk, "same", True)
    assert ask(text.replace("全部换新", "没有换")) is None
    assert ask(json.dumps({**json.loads(original), "issuer": "别人"})) is None
    assert ask("2026-0001").by_number
    assert ask("2026-0001 0000 0000 0000").outcome == "other"
    assert ask("2026-0099") is None
    elsewhere = make_community("110101001002", "望江社区")
    assert recognise(elsewhere, notice.sha256, at(3, 3)) is None
    fields = {"title": "楼道灯修好了", "body": "5号楼也换了。"}
    publish.correct(notice, by=worker, at=at(3, 4), fields=fields, reason="漏写了")
    assert not ask(text, at(3, 5)).current
    assert not ask(text, at(5, 1)).up
    # What names persons answers only while it is up.
    assert ask(named.sha256).notice == named.pk
    assert ask(named.sha256, at(3, 10, 0)) is None
    assert ask(named.number, at(3, 10, 0)) is None


@pytest.mark.django_db
def test_anybody_asks_on_the_page_and_nothing_of_it_is_kept(notice, client, community):
    url = reverse("publication:verify", args=[community.code])
    with time_machine.travel(at(3, 3), tick=False):
        assert client.post(url, {"text": ""}).status_code == 422
        page = client.post(url, {"text": notice.sha256})
        assert "一字不差" in page.content.decode()
        assert page["Cache-Control"] == "no-store"
        assert "没有对上" in client.post(url, {"text": "编出来的公告"}).content.decode()


@pytest.mark.django_db
def test_an_original_that_is_no_longer_what_was_hashed_is_not_given_out(notice, client, community):
    url = reverse("publication:original", args=[community.code, notice.pk])
    rows = Posting.objects.filter(community=community, pk=notice.pk)
    with time_machine.travel(at(3, 3), tick=False):
        assert client.get(url).status_code == 200
        rows.update(snapshot={**notice.snapshot, "issuer": "别人"})
        assert client.get(url).status_code == 404


@pytest.mark.django_db
def test_the_hall_screen_goes_round_by_itself_and_can_be_held(notice, named, client, community):
    url = reverse("publication:hall", args=[community.code])
    with time_machine.travel(at(3, 3), tick=False) as travel:
        first, second = (client.get(f"{url}?screen={n}").content.decode() for n in (0, 1))
        both = first + second
        assert 'http-equiv="refresh" content="20;url=?screen=1"' in first
        assert 'url=?screen=0"' in second
        assert "楼道灯修好了" in both
        assert "张三丰" not in both
        assert "refresh" not in client.get(f"{url}?screen=1&pause=1").content.decode()
        assert client.get(f"{url}?screen=x").status_code == 200
        travel.move_to(at(5, 1))
        assert "现在没有正在公示的内容" in client.get(url).content.decode()


@pytest.mark.django_db
def test_feeds_tell_ordinary_notices_and_only_the_sort_of_what_names_persons(
    notice, named, client, community
):
    with time_machine.travel(at(3, 3), tick=False):
        for name in ("atom", "rss"):
            response = client.get(reverse(f"publication:{name}", args=[community.code]))
            told = response.content.decode()
            assert "已全部换新" in told, name
            assert "最低生活保障申请公示" in told, name
            assert "张三丰" not in told, name
            for posting in (notice, named):
                assert f"urn:uuid:{posting.pk}" in told, name


@pytest.mark.django_db
def test_the_sheet_is_drawn_as_a_pdf_and_the_code_as_a_picture(notice, client, community):
    sheet = reverse("publication:sheet_file", args=[community.code, notice.pk])
    code = reverse("publication:code", args=[community.code, notice.pk])
    with time_machine.travel(at(3, 3), tick=False):
        assert client.get(code).content.startswith(b"\x89PNG")
        response = client.get(f"{sheet}?size=A3")
        if not can_draw():
            assert response.status_code == 404
            return
        assert response.content.startswith(b"%PDF")
        assert response["Content-Type"] == "application/pdf"
