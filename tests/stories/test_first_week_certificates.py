"""The first week at the certificates counter: a kind no, and a paper that proves itself.

The resident comes on a phone without scripts, in Chinese; the desk works in English on a screen.
"""

from datetime import date

import pytest
from django.utils import timezone

from linli.service.catalogue import actions
from linli.service.catalogue.actions import Line
from linli.service.catalogue.models import AskedNotOurs, Certificate
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

RESIDENT, WORKER = Device(390, scripts=False), Device(1440, "en")


@pytest.fixture
def kept(own_house):
    """What the place lets the committee issue."""
    house, at = own_house, timezone.now()
    line = Line(
        listed="kept",
        title="居住情况证明",
        title_en="Where I live",
        words=["我住这里"],
        basis="local",
        basis_text="示范市社区出具证明保留清单",
        document="示政办发〔2026〕8号",
        in_force_from=date(2026, 1, 1),
        template="兹证明{姓名}自{起始日期}起住在{住址}。",
    )
    director = house.setting.actor("director", timezone.localdate(at))
    return actions.enter_line(house.setting.community, line=line, by=director, at=at)


def press(page, button):
    """Presses a button and waits for the page it leads to."""
    with page.expect_navigation():
        page.locator(button).first.click()


def test_a_kind_no_with_a_slip_and_a_paper_that_proves_itself(own_house, kept):
    house = own_house
    with house.visit(RESIDENT) as page:
        page.goto(house.at("certificates/"))
        page.fill("[name=q]", "我没有犯罪记录")
        press(page, "main form[role=search] button")
        house.picture(page, RESIDENT, "certificates-found")
        press(page, "#found .leaf-title")
        assert "派出所" in page.locator("main").inner_text()
        house.picture(page, RESIDENT, "certificates-not-ours")
        press(page, "main form[action$='/take-slip/'] button")
        assert "第 5 项" in page.locator(".way-slip").inner_text()
        house.picture(page, RESIDENT, "certificates-slip")

    for key in ("worker", "director"):
        house.setting.accounts[key].language = "en"
        house.setting.accounts[key].save(update_fields=["language"])
    with house.visit(WORKER, "worker") as page:
        page.goto(house.at("desk/certificates/"))
        page.fill("[name=q]", "criminal record")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert not faults_of(page)
        house.picture(page, WORKER, "certificates-counter")
        press(page, "form[action$='/no_criminal_record/slip/'] button")
        assert "12345" in page.locator(".way-slip").inner_text()
        house.picture(page, WORKER, "certificates-slip")
        # On the keep-list: search, person, draft.
        page.goto(house.at("desk/certificates/"))
        page.fill("[name=q]", "wozhuzheli")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        press(page, f"a[href$='/{kept.pk}/']")
        page.fill("[name=who]", "wangxiulan")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        house.picture(page, WORKER, "certificates-choose")
        press(page, "main .leaf form button")
        page.fill("[name=purpose]", "办图书馆借书证")
        page.fill("[name=for_office]", "示范市图书馆")
        assert not faults_of(page)
        house.picture(page, WORKER, "certificates-draft")
        press(page, "main form[data-guard] button[type=submit]")
        assert page.locator("#moves a[href$='/seal/']").count() == 0
        made = page.url
    asked = AskedNotOurs.objects.get(community=house.setting.community, item="no_criminal_record")
    assert (asked.at_desk, asked.on_portal) == (1, 1)

    with house.visit(WORKER, "director") as page:
        page.goto(made)
        page.locator("#moves a[href$='/seal/']").click()
        page.locator("form[action$='/seal/']").wait_for()
        house.picture(page, WORKER, "certificates-seal")
        press(page, "form[action$='/seal/'] button[type=submit]")
        assert not faults_of(page)
        house.picture(page, WORKER, "certificates-sealed")
        page.goto(f"{made}paper/")
        house.picture(page, WORKER, "certificates-paper")
        page.goto(house.at("desk/certificates/register/"))
        assert not faults_of(page)
        house.picture(page, WORKER, "certificates-register")

    certificate = Certificate.objects.get(community=house.setting.community)
    with house.visit(RESIDENT) as page:  # whoever was handed the paper
        page.goto(house.at(f"certificates/check/{certificate.code}/"))
        said = page.locator("main").inner_text()
        house.picture(page, RESIDENT, "certificates-checked")
    assert certificate.number in said
    assert "王**" in said
    assert "王秀兰" not in said
    assert "图书馆" not in said
