"""The round turns once: a broken stair light, from the stair to the six standards."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from linli.core.audit.actor import the_clock
from linli.evaluation.models import Evidence
from linli.evaluation.reckoning import reckon_at_once
from linli.service.matters.models import Matter
from linli.service.matters.queries import kinds_of
from tests.stories.steps import enlarge, fill, receipt_on, send, take_step
from tests.stories.telling import Device

pytestmark = pytest.mark.story

DEVICES = [
    Device(390),
    Device(390, scripts=False),
    Device(1440, "en"),
    Device(1440, "en", scripts=False),
]
NAME, PHONE_NUMBER = "王秀兰", "13812345678"


def title_on(device):
    """What she says first; every device tells of a light of its own in the one house."""
    return f"三楼的灯坏了好几天（{str(device).replace(' ', '')}）"


def raise_by_tag(people, shoot):
    """The elder scans the code on the stair, turns the type large, and says what is broken."""
    house, page = people.house, people.page("visitor")
    kind = kinds_of(house.setting.community).get(code="stair_light")
    page.goto(f"{house.url}/q/{house.setting.tag.code}/")
    enlarge(page)
    assert page.input_value("#id_place") == str(house.setting.stair.pk)
    fill(page, "kind", str(kind.pk))
    fill(page, "text", f"{title_on(people.device)}，晚上看不清台阶。我的电话 {PHONE_NUMBER}")
    shoot(page, "1-form")
    page.locator("main form button.btn-primary").first.click()
    page.wait_for_selector("form[action$='/check/']")
    assert PHONE_NUMBER not in page.locator("blockquote").inner_text()
    shoot(page, "2-check")
    page.locator("form[action$='/check/'] button.btn-primary").click()
    page.wait_for_url(re.compile(r"/matters/receipt/"))
    shoot(page, "3-receipt")
    return receipt_on(page)


def rate(people, shoot, receipt, score):
    page = people.page("visitor")
    page.goto(f"{people.house.community}matters/receipt/{receipt}/")
    page.check(f"form[action$='/rate/'] input[value={score}]")
    shoot(page, f"5-rate-{score}")
    page.locator("form[action$='/rate/'] button[type=submit]").click()
    page.wait_for_selector(".timeline")


@pytest.mark.parametrize("people", DEVICES, indirect=True, ids=str)
def test_a_broken_light_is_reported_answered_reopened_mended_and_counted(people, shoot):
    house, title = people.house, title_on(people.device)
    desk = f"{house.community}desk/"
    receipt = raise_by_tag(people, shoot)
    matter = Matter.objects.get(community=house.setting.community, receipt=receipt)
    assert matter.place == house.setting.stair

    elder = people.page("visitor")  # found again however the receipt is typed
    elder.goto(f"{house.community}matters/receipt/")
    fill(elder, "receipt", receipt.replace("-", " ").lower())
    elder.locator("main form button[type=submit]").first.click()
    elder.wait_for_url(re.compile(re.escape(receipt)))

    worker = people.page("worker")
    worker.goto(desk)
    shoot(worker, "4-today")
    worker.goto(f"{desk}matters/")
    worker.locator("a.row-link", has_text=title).first.click()
    worker.wait_for_selector(".timeline")
    shoot(worker, "4-matter")
    take_step(worker, "accept")
    worker.locator("#moves a[href$='/forward/']").click()
    form = worker.locator("form[action$='/forward/']")
    form.locator("[name=body]").select_option(str(house.setting.bodies["property"].pk))
    form.locator("[name=purpose]").fill("请更换灯具")
    form.locator("[name=fields_sent][value=text]").uncheck()
    send(worker, "form[action$='/forward/'] button.btn-primary")

    manager = people.page("manager")
    manager.goto(f"{desk}matters/")
    manager.locator("a.row-link", has_text=title).first.click()
    manager.wait_for_selector(".timeline")
    assert PHONE_NUMBER not in manager.locator("main").inner_text()
    assert receipt not in manager.content()
    shoot(manager, "4-manager")
    take_step(manager, "answer", text="已换灯泡")

    rate(people, shoot, receipt, "poor")
    matter.refresh_from_db()
    assert (matter.state, matter.reopened) == ("in_hand", 1)

    mended = "查明线路老化，已换线，当晚和住户一起看过，能亮了。"
    worker.goto(f"{desk}matters/{matter.pk}/")
    take_step(worker, "answer", text=mended)
    worker.locator("a[href$='/look/']").click()
    worker.wait_for_selector("[name=title]")
    shoot(worker, "6-look")
    send(worker, "main form button.btn-primary")

    elder.goto(f"{house.community}matters/")  # anybody may read it, and nobody's number
    shoot(elder, "7-public")
    elder.locator(".leaf-title", has_text=title).click()
    expect(elder.locator("main")).to_contain_text(mended)
    everything = elder.content()
    for private in (PHONE_NUMBER, NAME, receipt):
        assert private not in everything

    rate(people, shoot, receipt, "good")
    matter.refresh_from_db()
    assert matter.state == "closed"

    reckon_at_once(house.setting.community, by=the_clock(), at=timezone.now())
    assert Evidence.objects.filter(
        community=house.setting.community, criterion="S3.1", records__gt=0
    ).exists()
    director = people.page("director")
    director.goto(f"{house.community}standards/")
    shoot(director, "8-standards")
    director.locator("main a[href*='/standards/S3/']").first.click()
    expect(director.locator("main")).to_contain_text("S3.1")
    shoot(director, "8-standard")

    street = people.page("street")
    street.goto(f"{house.url}/street/{house.setting.street.code}/")
    expect(street.locator("main")).to_contain_text(house.setting.community.name)
    everything = street.content()
    for private in (NAME, PHONE_NUMBER, receipt, title):
        assert private not in everything
    shoot(street, "9-street")
    assert street.goto(f"{desk}matters/").status == 404

    outsider = people.page("outsider")
    for path in ("", "matters/", f"matters/{matter.pk}/", "people/"):
        assert outsider.goto(f"{desk}{path}").status == 404, path


@pytest.mark.parametrize("people", [Device(390, scripts=False)], indirect=True, ids=str)
def test_words_of_danger_stop_the_form_and_show_whom_to_call(people):
    house, page = people.house, people.page("visitor")
    said = "楼道里有煤气味，闻着头晕"
    raised = Matter.objects.filter(community=house.setting.community, text__contains=said)
    kind = kinds_of(house.setting.community).get(code="hazard")
    page.goto(f"{house.community}matters/new/?tag={house.setting.tag.code}")
    fill(page, "kind", str(kind.pk))
    fill(page, "text", said)
    page.locator("main form button.btn-primary").first.click()
    page.wait_for_selector("a[href='tel:119']")
    page.locator("form[action$='/check/'] button.btn-primary").click()
    page.wait_for_selector("a[href='tel:119']")
    assert not raised.exists()
    page.check("[name=not_emergency]")
    page.locator("form[action$='/check/'] button.btn-primary").click()
    page.wait_for_url(re.compile(r"/matters/receipt/"))
    assert raised.count() == 1


def test_the_desk_is_worked_with_the_keyboard(people, shoot):
    raise_by_tag(people, shoot)
    page = people.page("worker")
    page.goto(f"{people.house.community}desk/")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url(re.compile(r"/desk/matters/$"))
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector(".timeline")
    page.keyboard.press("/")
    expect(page.locator("[data-search]")).to_be_focused()
