"""The year's report on paper holds what its page holds, and no small count."""

from io import BytesIO

import pytest
import time_machine

from linli.core.pages.paper import can_draw
from linli.evaluation.tests.cast import AT, KINDS, busy_months
from linli.lib.facts import FactKind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


def words_of(content):
    from docx import Document

    page = Document(BytesIO(content))
    told = [each.text for each in page.paragraphs]
    told += [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    return "\n".join(told)


def test_the_document_has_six_chapters_evidence_figures_and_their_ground(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    got = client.get(f"{scene.url}report/2026/word/")
    assert got.status_code == 200
    words = words_of(got.content)
    assert all(f"S{number} " in words for number in range(1, 7))
    assert "按期答复率" in words
    assert "90 %" in words
    assert "297 / 330" in words
    assert "由记录数出来" in words
    assert "S6.4 遵纪守法\n还没有记录" in words


def test_a_year_nobody_knows_and_a_year_to_come_are_not_found(client, scene):
    for year in (1999, 2027):
        assert client.get(f"{scene.url}report/{year}/word/").status_code == 404


def test_a_small_count_stands_in_no_document(client, scene):
    for month in (5, 6):
        scene.room.add(scene.community, AT.date().replace(month=month), "matters.raised", times=4)
    scene.reckon()
    words = words_of(client.get(f"{scene.url}report/2026/word/").content)
    assert "收到的诉求\n不显示" in words


def test_a_kind_of_few_beside_all_kinds_together_is_not_told(client, scene, monkeypatch):
    kinds = {each.kind: each for each in KINDS} | {
        "matters.rated": FactKind("matters.rated", "评价", standard=("S2.2",))
    }
    monkeypatch.setattr("linli.evaluation.outcome.kinds_declared", lambda: kinds)
    scene.room.add(scene.community, AT.date(), "matters.raised", times=40)
    scene.room.add(scene.community, AT.date(), "matters.rated", times=3)
    scene.reckon()
    page = client.get(f"{scene.url}S2/").content.decode()
    assert '"><span>43</span>' in page
    assert "收到的诉求 40" not in page


@pytest.mark.skipif(not can_draw(), reason="this machine has no Pango")
def test_the_pdf_is_drawn_with_scales(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    got = client.get(f"{scene.url}report/2026/pdf/")
    assert got["Content-Type"] == "application/pdf"
    assert got.content.startswith(b"%PDF")
