"""A child's wish is met by a neighbour and nobody learns whose it was; and while the time exchange
is off, residents read why, until the director types in what residents decided."""

import pytest
from django.utils import timezone

from linli.service.volunteering.models import TimeMember, Wish
from tests.stories.telling import TWO, faults_of

pytestmark = pytest.mark.story


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page):
    with page.expect_navigation():
        page.locator("main form[data-guard] button[type=submit]").click()


@pytest.mark.parametrize("look", TWO, ids=str)
def test_a_childs_wish_is_met_by_a_neighbour_and_time_is_for_residents_to_decide(own_house, look):
    house = own_house
    house.speak(look)
    with house.visit(look, "tenant") as page:
        page.goto(house.at("micro-wishes/"))
        page.locator(".page-actions a[href$='/micro-wishes/new/']").click()
        page.select_option("#id_whose", "child")
        page.select_option("#id_sort", "thing")
        page.fill("#id_words", "小宇想看《海底两万里》")
        seen(page, house, look, "n1-wish")
        send(page)  # the guardian has not agreed
        assert page.locator("#id_guardian_agrees").count() == 1
        page.check("#id_guardian_agrees")
        send(page)
        seen(page, house, look, "n2-mine")
    wish = Wish.objects.get(community=house.setting.community)
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/micro-wishes/"))
        page.locator("main .leaf-title").first.click()
        seen(page, house, look, "n3-desk")
        page.locator("main a[href$='/publish/']").click()
        page.fill("#id_title", "想要一本《海底两万里》")
        send(page)
    with house.visit(look, "elder") as page:
        page.goto(house.at("micro-wishes/"))
        seen(page, house, look, "n4-wishes")
        assert "小宇" not in page.content()
        page.locator(f"main a[href$='/{wish.pk}/']").first.click()
        page.locator(".page-actions a[href$='/claim/']").click()
        page.fill("#id_contact", "送到居委会")
        send(page)
        seen(page, house, look, "n5-claimed")
        page.locator("main a[href$='/meet/']").click()
        page.fill("#id_told", "一位邻居送来一本")
        send(page)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/micro-wishes/{wish.pk}/"))
        page.locator("main a[href$='/words/']").click()
        assert page.input_value("#id_told") == "一位邻居送来一本"
        send(page)
        seen(page, house, look, "n5-words")
    with house.visit(look) as page:
        page.goto(house.at(f"micro-wishes/{wish.pk}/"))
        assert "一位邻居送来一本" in page.content()
        assert "王秀兰" not in page.content()
        page.goto(house.at("time/"))
        assert page.locator("#off").count() == 1
        seen(page, house, look, "n6-time-off")
    with house.visit(look, "director") as page:
        page.goto(house.at("desk/time/"))
        page.locator("main a[href$='/time/on/']").click()
        page.fill("#id_reference", "居民代表会议第3号决议")
        page.fill("#id_decided_on", f"{timezone.localdate():%F}")
        send(page)
        seen(page, house, look, "n7-time-desk")
    with house.visit(look, "elder") as page:
        page.goto(house.at("time/"))
        assert "第3号决议" in page.content()
        page.locator(".page-actions a[href$='/time/join/']").click()
        page.check("#id_agrees")
        send(page)
        page.goto(house.at("time/mine/"))
        seen(page, house, look, "n8-time-mine")
    assert TimeMember.objects.filter(community=house.setting.community).count() == 1
