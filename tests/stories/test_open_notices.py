"""A notice of assistance from the office's paper to the eighth day, and an objection on the way.

The desk works on a screen; the resident comes on a phone without scripts.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.mechanisms.publication.models import Objection, Posting
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

RESIDENT, DESK = Device(390, scripts=False), Device(1440)


def press(page, button):
    """Presses a button and waits for the page it leads to."""
    with page.expect_navigation():
        page.locator(button).first.click()


def test_a_notice_of_assistance_is_drafted_released_objected_to_and_gone(own_house):
    house = own_house
    with house.visit(DESK, "worker") as page:
        page.goto(house.at("desk/assistance/new/"))
        page.fill("[name=office]", "湖滨街道办事处")
        page.fill("[name=paper]", "湖街民〔2026〕3号")
        page.fill("[name=received_on]", timezone.localdate().isoformat())
        page.fill("[name=name_1]", "高淑华，尿毒症")
        page.fill("[name=members_1]", "1")
        page.fill("[name=amount_1]", "860")
        press(page, "main form[data-guard] button[type=submit]")
        assert "姓名一栏只能写姓名" in page.locator("main").inner_text()
        page.fill("[name=name_1]", "高淑华")
        press(page, "main form[data-guard] button[type=submit]")
        assert not faults_of(page)
        draft = page.url
        assert page.locator("form[action$='/release/']").count() == 0  # not by the same hand
        house.picture(page, DESK, "assistance-draft")
    with house.visit(DESK, "director") as page:
        page.goto(f"{draft}?as=sheet")
        assert "高*华" in page.locator("#preview").inner_text()
        page.goto(f"{draft}?as=text")
        assert "高" not in page.locator(".preview-text").inner_text()
        press(page, "form[action$='/release/'] button")
        assert not faults_of(page)
        house.picture(page, DESK, "assistance-up")

    posting = Posting.objects.get(community=house.setting.community)
    with house.visit(RESIDENT) as page:
        page.goto(house.at("notices/"))
        assert "高" not in page.locator("#notices").inner_text()
        press(page, "#notices .leaf-title")
        said = page.content()
        assert "高*华" in said
        assert "尿毒症" not in said
        press(page, "a[href$='/object/']")
        page.fill("[name=words]", "她家现在是两口人。")
        press(page, "main form button[type=submit]")
        own = page.url
        house.picture(page, RESIDENT, "objection-receipt")
    objection = Objection.objects.get(community=house.setting.community)
    with house.visit(DESK, "worker") as page:
        page.goto(house.at(f"desk/notices/objections/{objection.pk}/"))
        assert page.locator("form[action$='/answer/']").count() == 0  # the office decides
        page.fill("[name=office]", "湖滨街道办事处")
        press(page, "form[action$='/pass-on/'] button")
        page.check("[name=outcome][value=not_upheld]")
        page.fill("[name=answer]", "街道复核过，一口人属实。")
        press(page, "form[action$='/answer/'] button")
        assert not faults_of(page)
    # Eight days later; nobody has noted that its time is over.
    Posting.objects.filter(community=house.setting.community).update(
        posted_at=posting.posted_at - timedelta(days=9),
        listed_at=posting.listed_at - timedelta(days=9),
        comes_down_at=posting.comes_down_at - timedelta(days=9),
    )
    with house.visit(RESIDENT) as page:
        page.goto(own)
        assert "一口人属实" in page.locator("main").inner_text()
        page.goto(house.at(f"notices/{posting.pk}/"))
        assert "高" not in page.content()
        page.goto(house.at("notices/hall/"))
        assert "社会救助公示" not in page.content()
