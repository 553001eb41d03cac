"""The first week: a roster with faults comes back marked, is mended and taken in; a chain list from
the group becomes a sheet for the stairs."""

from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.core.people.models import Batch
from linli.core.people.queries import persons_in
from linli.core.people.tests.conftest import an_id
from linli.lib.tables.marking.styles import RED
from linli.service.chains.models import Chain, Line
from tests.stories.steps import send
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

# With scripts, on a screen, the roster is told in the whole week (test_first_week).
PHONE, SCREEN = Device(390, scripts=False), Device(1440, "en")
HEADING = ("姓名", "性别", "出生日期", "身份证号", "住址")
WANG, LI = (
    an_id(date(1953, 7, 8), serial=12, division="990101"),
    an_id(date(1980, 2, 29), serial=31, division="990101"),
)
CHAIN = """#接龙
周六团鸡蛋
1. 1-2-101 王阿姨 2盘
2. 1-1-101 李姐 1盘
3. 99-1-101 赵 3盘
4. 1-2-101 王阿姨 3盘
"""


def a_roster(sheets: list[str]) -> bytes:
    """One sheet a compound, four faults: a lost number, a wrong check digit, a birth date that
    the number contradicts, a door that is not there."""
    rows = (
        [
            ("试王秀英", "女", "53年7月", int(WANG[:15] + "000"), "1-1-101"),
            ("试李建国", "男", "1980.2.29", LI, "1-1-102"),
        ],
        [
            ("试赵德柱", "", "1990-01-01", an_id(date(1991, 1, 1), serial=3), "1-1-101"),
            ("试钱小梅", "女", "19920303", "", "1-1-9999"),
        ],
    )
    book = Workbook()
    book.remove(book.active)
    for title, people in zip(sheets, rows, strict=True):
        sheet = book.create_sheet(title)
        for row in (HEADING, *people):
            sheet.append(row)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def mended(content: bytes, sheets: list[str]) -> bytes:
    """What the worker does at her desk, cell by red cell."""
    book = load_workbook(BytesIO(content))
    first, second = (book[title] for title in sheets)
    assert {cell.coordinate for row in first for cell in row if cell.fill.fgColor.rgb == RED} == {
        "D2"
    }
    first["D2"] = WANG
    second["C2"], second["E3"] = "1991-01-01", "1-1-102"
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def bring(page, house, content):
    page.goto(house.at("desk/people/imports/"))
    page.set_input_files(
        "[name=table]",
        {"name": "名册.xlsx", "mimeType": "application/octet-stream", "buffer": content},
    )
    send(page, "main form[enctype] button[type=submit]")


def test_a_roster_is_mended_and_taken_in(own_house):
    house, look = own_house, PHONE
    setting, at = house.setting, timezone.now()
    worker = setting.accounts["worker"]
    appoint(
        setting.community,
        account=worker,
        post="registrar",
        since=timezone.localdate(at),
        by=the_operator(),
        at=at,
    )
    sheets = [setting.old.name, setting.new.name]
    before = persons_in(setting.community).count()
    with house.visit(look, "worker") as page:
        bring(page, house, a_roster(sheets))
        for title in sheets:
            expect(page.locator("main")).to_contain_text(title)
        house.picture(page, look, "roster-faults")
        assert Batch.objects.get(community=setting.community).counts["refused"] == 3
        marked = page.request.get(house.at(href(page, "marked.xlsx"))).body()

        bring(page, house, mended(marked, sheets))
        house.picture(page, look, "roster-mended")
        send(page, "form[action$='/take-in/'] button[type=submit]")
        house.picture(page, look, "roster-job")
        batch = Batch.objects.filter(community=setting.community, state=Batch.COMMITTED).get()
        assert (batch.counts["new"], batch.counts["refused"]) == (4, 0)
        assert persons_in(setting.community).count() == before + 4


def test_a_chain_list_becomes_a_sheet_for_the_stairs(own_house):
    house, look = own_house, SCREEN
    house.speak(look)
    setting = house.setting

    def sound(page, name):
        assert not faults_of(page), name
        house.picture(page, look, name)

    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/chains/"))
        page.fill("[name=text]", CHAIN)
        page.fill("[name=where]", setting.old.name)
        send(page, "main form button[type=submit]")
        expect(page.locator("main")).to_contain_text("王阿姨")
        sound(page, "chain")
        chain = Chain.objects.get(community=setting.community)
        third = Line.objects.get(community=setting.community, chain=chain, position=3)
        assert third.dwelling is None
        send(page, f"a[href$='/lines/{third.pk}/']")
        page.fill("[name=address]", f"{setting.old.name}1-1-102")
        sound(page, "chain-line")
        send(page, "main form button[type=submit]")
        send(page, "main a[href$='/message/']")
        sound(page, "chain-message")
        assert page.locator("#text").input_value().endswith("4. ")
        page.goto(house.at(f"desk/chains/{chain.pk}/sheet/"))
        expect(page.locator(".tick-box")).to_have_count(3)
        sound(page, "chain-sheet")
        page.goto(house.at(f"desk/chains/{chain.pk}/"))
        send(page, "form[action$='/close/'] button[type=submit]")
        house.picture(page, look, "chain-closed")
    chain.refresh_from_db()
    assert chain.state == "closed"


def href(page, ending):
    return page.locator(f"main a[href$='{ending}']").first.get_attribute("href")
