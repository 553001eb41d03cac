"""The month's report writes itself: the worker asks for it, opens a figure to its records, and
takes the document away; the director finishes last month's."""

from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from docx import Document
from playwright.sync_api import expect

from linli.core.audit.actor import NOBODY
from linli.service.matters import actions
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story
# On a screen with scripts it is told in the whole week (test_first_week).
LOOKS = [Device(390, scripts=False)]
WORDS = "下月把楼道灯的报修交给物业直接派单。"


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_months_report_writes_itself(own_house, look):
    house = own_house
    house.speak(look)
    community, now = house.setting.community, timezone.now()
    light = kinds_of(community).get(code="stair_light")
    for number in range(12):
        raised = Raised(
            kind=light,
            title="灯不亮",
            text=f"第{number}盏灯不亮",
            channel="web",
            place=house.setting.old,
        )
        actions.raise_matter(community, raised=raised, by=NOBODY, at=now)
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/reports/"))
        page.select_option("[name=period]", f"{timezone.localdate(now):%Y-%m}")
        page.locator("main form button[type=submit]").first.click()
        page.goto(house.at("desk/reports/"))
        page.locator("a.row-link").first.click()
        expect(page.locator("#chapter-S2")).to_be_visible()
        row = page.locator("tr", has=page.locator("a[href*='of=matters.raised']"))
        expect(row).to_contain_text("12")
        assert not (look.scripts and faults_of(page))
        house.picture(page, look, "work-report")
        page.fill("[name=outlook]", WORDS)
        page.locator("form[action$='/words/'] button").click()
        expect(page.locator("section[aria-labelledby=chapter-outlook]")).to_contain_text(WORDS)
        with page.expect_download() as waited:
            page.locator("a[href*='/word/']").click()
        document = Document(BytesIO(Path(waited.value.path()).read_bytes()))
        assert WORDS in "\n".join(each.text for each in document.paragraphs)
        page.locator("a[href*='of=matters.raised']").click()
        expect(page.locator("tbody tr")).to_have_count(12)
        page.locator("tbody a.row-link").first.click()
        expect(page.locator("main")).to_contain_text("灯不亮")
