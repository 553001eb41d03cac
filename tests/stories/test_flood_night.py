"""A flood night, from the first alert to the destroyed list, with the network cut: whatever the
browser asks of another host is refused, and it asks for nothing."""

from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from linli.safety.emergencies.actions import contacts, places
from linli.safety.emergencies.actions.contacts import Listed
from linli.safety.emergencies.models import Certificate, Door, HelpCard, Incident
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKED_AT = {"1", "4", "5", "6", "10", "12"}
LOOKS = [Device(390, scripts=False), Device(1440, "en")]


def prepare(house):
    """A tree, a shelter and a risk place, from before the season."""
    setting, now = house.setting, timezone.now()
    worker = setting.actor("worker", timezone.localdate(now))
    officer = contacts.list_contact(
        setting.community,
        listed=Listed("officer", "信息员", "陈晓", "19900000002", "010-12345678", told=True),
        by=worker,
        at=now,
    )
    shelter = {"title": "社区礼堂", "where": "居委会一楼", "capacity": 120, "step_free": True,
               "opened_by": officer, "lon": "116.391200", "lat": "39.906100"}  # fmt: skip
    places.list_shelter(setting.community, given=shelter, by=worker, at=now)
    risk = {"kind": "flood", "title": "地下车库入口", "advice": "早挪车，不要下去抢车。",
            "lon": "116.392000", "lat": "39.905600"}  # fmt: skip
    places.mark_risk(setting.community, given=risk, by=worker, at=now)


def cut(page, house, tried):
    """The cable is out: nothing but this house answers."""
    own = urlsplit(house.url).netloc

    def only_here(route):
        if urlsplit(route.request.url).netloc in (own, ""):
            return route.continue_()
        tried.append(route.request.url)
        return route.abort()

    page.context.route("**/*", only_here)


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts and name[1:].split("-")[0] in LOOKED_AT:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page, form="[data-guard]"):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_flood_night_from_the_first_alert_to_the_destroyed_list(own_house, look):
    house, tried = own_house, []
    house.speak(look)
    prepare(house)
    here = house.setting.community
    with house.visit(look, "elder") as page:
        cut(page, house, tried)
        page.goto(house.at("emergencies/mine/new/"))
        page.fill("#id_name", "老王")
        home = house.setting.actor("elder", timezone.localdate()).dwellings[0]
        page.select_option("#id_dwelling", str(home))
        page.check("input[name=needs][value=carry]")
        page.check("#id_agreed")
        seen(page, house, look, "f1-card")
        send(page)
        seen(page, house, look, "f2-own")
    with house.visit(look, "director") as page:
        cut(page, house, tried)
        page.goto(house.at("desk/emergencies/begin/"))
        page.select_option("#id_kind", "flood")
        page.select_option("#id_level", "red")
        page.fill("#id_title", "暴雨内涝")
        page.fill("#id_ground", "市气象台红色预警")
        page.check(f"input[name=places][value='{house.setting.old.pk}']")
        seen(page, house, look, "f3-begin")
        send(page)
        night = Incident.objects.get(community=here)
        one = f"desk/emergencies/incidents/{night.pk}/"
        assert "老王" in page.content()
        seen(page, house, look, "f4-screen")
        page.goto(house.at(f"{one}add/notice/"))
        page.fill("#id_title", "请往高处走")
        page.fill("#id_words", "地下车库不要去。社区礼堂开门。")
        send(page)
        page.goto(house.at(f"{one}pack/"))
        assert "老王" in page.content()
        seen(page, house, look, "f5-pack")
    with house.visit(look) as page:
        cut(page, house, tried)
        page.goto(house.at("emergencies/"))
        assert "请往高处走" in page.content()
        assert "老王" not in page.content()
        seen(page, house, look, "f6-public")
    with house.visit(look, "worker") as page:
        cut(page, house, tried)
        page.goto(house.at(one))
        page.locator("#buildings a.leaf-title[href*='/doors/']").first.click()
        page.check("input[name=state][value=shelter]")
        page.locator("#id_shelter").select_option(index=1)
        seen(page, house, look, "f7-tick")
        send(page)
        page.goto(house.at(f"{one}paper/"))
        seen(page, house, look, "f8-paper")
        page.goto(house.at(one))
        page.locator("main a[href$='/sure/end/']").click()
        seen(page, house, look, "f12-sure")
        send(page)
        seen(page, house, look, "f9-over")
        page.goto(house.at(f"{one}paper/"))
        page.locator("main form select").first.select_option("moved")
        send(page)
        page.goto(house.at(one))
        send(page, "[action$='/press/ask_destroy/']")
    with house.visit(look, "director") as page:
        cut(page, house, tried)
        page.goto(house.at(one))
        page.locator("main a[href$='/sure/destroy/']").click()
        send(page)
        assert Certificate.objects.get(community=here).sha256 in page.content()
        seen(page, house, look, "f10-certificate")
    assert not Door.objects.filter(community=here).exists()
    with house.visit(look, "elder") as page:
        cut(page, house, tried)
        page.goto(house.at("emergencies/mine/"))
        # That she was on that list is destroyed with it; her own card stands.
        assert not HelpCard.objects.get(community=here).looks.exists()
        seen(page, house, look, "f11-own")
    assert tried == []
