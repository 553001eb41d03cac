"""The round turns once: a broken stair light, from the stair to the six standards."""

# ruff: noqa: F401, F811 (fixtures are asked for by their names)

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from linli.core.audit.actor import the_clock
from linli.evaluation.models import Evidence
from linli.evaluation.reckoning import reckon_at_once
from linli.service.matters.models import Matter
from linli.service.matters.queries import kinds_of
from tests.stories.telling import DESK, PHONE, Look, browser_type_launch_args, house

pytestmark = pytest.mark.story

LOOKS = [
    Look(PHONE, "zh-CN"),
    Look(PHONE, "zh-CN", scripts=False),
    Look(DESK, "en-GB"),
    Look(DESK, "en-GB", scripts=False),
]
NAME, PHONE_NUMBER = "王秀兰", "13812345678"
TITLE = "三楼的灯坏了好几天"


def raise_by_tag(house, look):
    """The elder scans the code on the stair, turns the type large, and says what is broken."""
    kind = kinds_of(house.setting.community).get(code="stair_light")
    with house.visit(look) as page:
        page.goto(house.at(f"/q/{house.setting.tag.code}/"))
        page.locator("button[name=size][value=large]").first.click()
        expect(page.locator("html")).to_have_attribute("data-size", "large")
        assert page.input_value("#id_place") == str(house.setting.stair.pk)
        page.select_option("#id_kind", str(kind.pk))
        page.fill("#id_text", f"{TITLE}，晚上看不清台阶。我的电话 {PHONE_NUMBER}")
        house.picture(page, look, "1-form")
        page.locator("main form button.btn-primary").first.click()
        page.wait_for_selector("form[action$='/check/']")
        assert PHONE_NUMBER not in page.locator("blockquote").inner_text()
        house.picture(page, look, "2-check")
        page.locator("form[action$='/check/'] button.btn-primary").click()
        page.wait_for_url(re.compile(r"/matters/receipt/"))
        house.picture(page, look, "3-receipt")
        return page.locator(".receipt").first.inner_text().strip()


def step(page, name, fill):
    """Takes one step on a matter's page: opens its form (in place or as a page), fills, sends."""
    page.locator(f"#moves a[href$='/{name}/']").click()
    form = page.locator(f"form[action$='/{name}/']")
    form.wait_for()
    fill(form)
    form.locator("button.btn-primary").click()
    page.wait_for_selector("#moves, .timeline")


def open_matter(house, page, title=TITLE):
    page.goto(house.at("desk/matters/"))
    page.locator("a.row-link", has_text=title).first.click()
    page.wait_for_selector(".timeline")


def rate(house, look, receipt, score):
    with house.visit(look) as page:
        page.goto(house.at(f"matters/receipt/{receipt}/"))
        page.check(f"form[action$='/rate/'] input[value={score}]")
        house.picture(page, look, f"5-rate-{score}")
        page.locator("form[action$='/rate/'] button[type=submit]").click()
        page.wait_for_selector(".timeline")


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_a_broken_light_is_reported_answered_reopened_mended_and_counted(house, look):
    receipt = raise_by_tag(house, look)
    matter = Matter.objects.get(community=house.setting.community)
    assert (matter.receipt, matter.place) == (receipt, house.setting.stair)

    with house.visit(look) as page:  # found again however the receipt is typed
        page.goto(house.at("matters/receipt/"))
        page.fill("[name=receipt]", receipt.replace("-", " ").lower())
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(re.compile(re.escape(receipt)))

    with house.visit(look, "worker") as page:
        house.picture(page, look, "4-home")
        page.goto(house.at("desk/"))
        house.picture(page, look, "4-today")
        open_matter(house, page)
        house.picture(page, look, "4-matter")
        step(page, "accept", lambda form: None)
        body = str(house.setting.bodies["property"].pk)

        def send_on(form):
            form.locator("[name=body]").select_option(body)
            form.locator("[name=purpose]").fill("请更换灯具")
            form.locator("[name=fields_sent][value=text]").uncheck()

        step(page, "forward", send_on)

    with house.visit(look, "manager") as page:
        open_matter(house, page)
        seen = page.locator("main").inner_text()
        assert PHONE_NUMBER not in seen
        assert receipt not in page.content()
        house.picture(page, look, "4-manager")
        step(page, "answer", lambda form: form.locator("[name=text]").fill("已换灯泡"))

    rate(house, look, receipt, "poor")
    matter.refresh_from_db()
    assert (matter.state, matter.reopened) == ("in_hand", 1)

    with house.visit(look, "worker") as page:
        open_matter(house, page)
        mended = "查明线路老化，已换线，当晚和住户一起看过，能亮了。"
        step(page, "answer", lambda form: form.locator("[name=text]").fill(mended))
        page.locator("a[href$='/look/']").click()
        page.wait_for_selector("[name=title]")
        house.picture(page, look, "6-look")
        page.locator("main form button.btn-primary").first.click()
        page.wait_for_selector(".timeline")

    with house.visit(look) as page:  # anybody may read it, and nobody's number
        page.goto(house.at("matters/"))
        house.picture(page, look, "7-public")
        page.locator(".leaf-title", has_text=TITLE).click()
        expect(page.locator("main")).to_contain_text(mended)
        everything = page.content()
        assert PHONE_NUMBER not in everything
        assert NAME not in everything
        assert receipt not in everything

    rate(house, look, receipt, "good")
    matter.refresh_from_db()
    assert matter.state == "closed"

    reckon_at_once(house.setting.community, by=the_clock(), at=timezone.now())
    assert Evidence.objects.filter(
        community=house.setting.community, criterion="S3.1", records__gt=0
    ).exists()
    with house.visit(look, "director") as page:
        page.goto(house.at("standards/"))
        expect(page.locator("main")).to_contain_text("S3.1")
        house.picture(page, look, "8-standards")

    with house.visit(look, "street") as page:
        page.goto(house.at(f"/street/{house.setting.street.code}/"))
        expect(page.locator("main")).to_contain_text(house.setting.community.name)
        everything = page.content()
        for private in (NAME, PHONE_NUMBER, receipt, TITLE):
            assert private not in everything
        house.picture(page, look, "9-street")
        assert page.goto(house.at("desk/matters/")).status == 404

    with house.visit(look, "outsider") as page:
        for path in ("desk/", "desk/matters/", f"desk/matters/{matter.pk}/", "desk/people/"):
            assert page.goto(house.at(path)).status == 404, path


def test_words_of_danger_stop_the_form_and_show_whom_to_call(house):
    look = Look(PHONE, scripts=False)
    kind = kinds_of(house.setting.community).get(code="hazard")
    with house.visit(look) as page:
        page.goto(house.at(f"matters/new/?tag={house.setting.tag.code}"))
        page.select_option("#id_kind", str(kind.pk))
        page.fill("#id_text", "楼道里有煤气味，闻着头晕")
        page.locator("main form button.btn-primary").first.click()
        page.wait_for_selector("a[href='tel:119']")
        page.locator("form[action$='/check/'] button.btn-primary").click()
        page.wait_for_selector("a[href='tel:119']")
        assert not Matter.objects.filter(community=house.setting.community).exists()
        page.check("[name=not_emergency]")
        page.locator("form[action$='/check/'] button.btn-primary").click()
        page.wait_for_url(re.compile(r"/matters/receipt/"))
    assert Matter.objects.filter(community=house.setting.community).count() == 1


def test_the_desk_is_worked_with_the_keyboard(house):
    look = Look(DESK)
    receipt = raise_by_tag(house, look)
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/"))
        page.keyboard.press("g")
        page.keyboard.press("m")
        page.wait_for_url(re.compile(r"/desk/matters/$"))
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_selector(".timeline")
        assert receipt in page.content()
        page.keyboard.press("/")
        expect(page.locator("[data-search]")).to_be_focused()
