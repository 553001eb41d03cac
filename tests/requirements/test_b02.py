"""B02: each sub-criterion of the six standards shows how many records speak for it and the latest
day, or that there are none yet; the yearly report has six chapters."""

import pytest

from linli.evaluation.tests.cast import busy_months
from linli.evaluation.tests.conftest import room, scene
from linli.evaluation.tests.test_yearly import words_of

ROW, ROOM, PAGES = "B02", "evaluation", ("evaluation:standard", "evaluation:report")
pytestmark = pytest.mark.django_db


def test_b02_a_sub_criterion_shows_its_records_and_latest_day_or_says_there_are_none(client, scene):
    busy_months(scene.room, scene.community, months=[6, 9])
    scene.reckon()
    page = client.get(f"{scene.url}S2/").content.decode()
    assert "60" in page
    assert "2026年9月22日" in page
    assert "还没有记录" in client.get(f"{scene.url}S6/").content.decode()


def test_b02_the_yearly_report_has_six_chapters(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    words = words_of(client.get(f"{scene.url}report/2026/word/").content)
    assert all(f"S{number} " in words for number in range(1, 7))
    assert "由记录数出来" in words
