"""A department wants an app installed. The worker writes it down, the director says no with a
letter that names the rule, and a resident reads what the committee does not do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.actions import register_body
from linli.partners.intake import actions
from linli.partners.intake.models import Letter, Request
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

# On a screen with scripts it is told in the whole week (test_first_week).
LOOKS = [Device(390, scripts=False)]


def prepare(house):
    """A department, and two lines on the list: one whole, one without its money."""
    setting, now = house.setting, timezone.now()
    on, place = timezone.localdate(now), house.setting.community
    director = setting.actor("director", on)
    office = register_body(
        place, name="示范区统计局", kind="department", place=place, by=director, at=now
    )
    given = {"since": on - timedelta(days=90), "by": director, "at": now}
    paid = {"money": "amount", "fen": 600_000, "per": "year", "payer": "示范区民政局"}
    actions.take_over(place, code="aid", **paid, **given)
    actions.take_over(place, code="fire", **given)
    return office


def walk(page, house, look, path, name):
    """Opens a page; nothing on it bars anybody's way, and it is no wider than the screen."""
    page.goto(house.at(path))
    seen(page, house, look, name)


def seen(page, house, look, name):
    if look.scripts:  # what is looked at with a script cannot be where none run
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page):
    with page.expect_navigation():
        page.locator("main form[data-guard] button[type=submit]").click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_request_off_the_list_is_kindly_refused(own_house, look):
    house = own_house
    house.speak(look)
    office = prepare(house)
    with house.visit(look, "worker") as page:
        walk(page, house, look, "desk/intake/new/", "i1-new")
        page.select_option("#id_body", str(office.pk))
        page.select_option("#id_kind", "app")
        page.fill("#id_title", "每日打卡应用")
        page.fill("#id_minutes_estimated", "600")
        send(page)
        page.wait_for_url(lambda url: "/new/" not in url)
        seen(page, house, look, "i2-recorded")
        assert page.locator("main a[href$='/refuse/']").count() == 0  # not the worker's to say
    request = Request.objects.get(community=house.setting.community)
    assert request.state == "waiting"
    with house.visit(look, "director") as page:
        walk(page, house, look, "desk/intake/", "i3-queue")
        page.locator("a.row-link").click()
        page.locator("main a[href$='/refuse/']").click()
        page.wait_for_selector("#id_words")
        seen(page, house, look, "i4-refuse")
        page.fill("#id_words", "需要居民知道的，我们帮忙贴通知。")
        send(page)
        page.wait_for_selector(".letter")
        seen(page, house, look, "i5-letter")
        assert "需要居民知道的" in page.locator("#letter-text").input_value()
        walk(page, house, look, "desk/intake/list/", "i6-list")
        walk(page, house, look, "desk/intake/burden/", "i7-burden")
    assert Letter.objects.filter(community=house.setting.community, kind="refusal").count() == 1
    with house.visit(look) as page:
        walk(page, house, look, "work-list/", "i8-public")
        assert page.locator("#not .leaf").count() >= 6
        assert page.locator(".finding-unmet").count() == 1  # the line without money stands flagged
