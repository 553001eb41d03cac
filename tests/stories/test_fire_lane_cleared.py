"""The worker scans the code at a fire lane: it is blocked. The property manager must clear it
within a day and does; another hand looks, and everybody reads where it was, how long, before and
after."""

import base64
from datetime import timedelta

import pytest
from django.utils import timezone

from linli.lib.calendar import local_day
from linli.safety.hazards.actions import points, rounds
from linli.safety.hazards.actions.points import Pointed
from linli.safety.hazards.actions.rounds import Planned
from linli.safety.hazards.models import Hazard
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg=="
)
FILE = {"name": "lane.png", "mimeType": "image/png", "buffer": PICTURE}


def prepare(house):
    """A lane with its code, and a round that is due today."""
    setting, now = house.setting, timezone.now()
    on = local_day(now)
    given = {"by": setting.actor("worker", on), "at": now}
    pointed = Pointed("fire_lane", "北门消防通道", setting.new, "北门进来右手")
    lane = points.add_point(setting.community, pointed=pointed, **given)
    planned = Planned("消防通道周巡查", "week", on, on + timedelta(days=6), "worker", [lane])
    rounds.plan_rounds(setting.community, planned=planned, **given)
    return lane


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page, form=""):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_blocked_fire_lane_is_cleared_and_everybody_reads_it(own_house, look):
    house = own_house
    house.speak(look)
    lane = prepare(house)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"hazards/at/{lane.tag}/"))
        seen(page, house, look, "h1-scanned")
        page.locator("main a[href$='/check/']").click()
        page.check("input[name=result][value=hazard]")
        page.uncheck("#id_item_0")
        page.fill("#id_what", "堆了三包装修垃圾，车进不来")
        page.set_input_files("#id_photos", FILE)
        assert page.locator("#id_clear").count() == 0  # on a round nobody publishes
        seen(page, house, look, "h2-check")
        send(page, "[data-guard]")
        page.goto(house.at("desk/hazards/rounds/"))
        seen(page, house, look, "h3-rounds")
        page.goto(house.at("desk/hazards/"))
        seen(page, house, look, "h4-desk")
        page.locator("main .leaf-title").first.click()
        page.locator("main a[href$='/assign/']").click()
        body = house.setting.accounts["manager"].holdings.get().body_id
        page.select_option("#id_owner", str(body))
        page.check("#id_tell")
        send(page, "[data-guard]")
        seen(page, house, look, "h5-owed")
    hazard = Hazard.objects.get(community=house.setting.community)
    with house.visit(look, "manager") as page:
        page.goto(house.at("desk/hazards/owed/"))
        page.locator("main .leaf-title").first.click()
        page.locator("main a[href$='/mend/']").click()
        page.fill("#id_how", "装修垃圾清走了，划了禁停线")
        page.set_input_files("#id_photos", FILE)
        assert page.locator("#id_clear").count() == 0
        seen(page, house, look, "h6-mend")
        send(page, "[data-guard]")
        assert page.locator("form[action$='/press/pass/']").count() == 0
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/hazards/{hazard.pk}/"))
        seen(page, house, look, "h7-to-look-again")
        with page.expect_navigation():
            page.locator("form[action$='/photos/show/'] button").last.click()
        send(page, "[action$='/press/pass/']")
    with house.visit(look) as page:
        page.goto(house.at("hazards/"))
        assert "堆了三包装修垃圾" in page.content()
        seen(page, house, look, "h8-public")
        page.locator("main .leaf-title").first.click()
        assert page.locator("main .photos img").count() == 2
        seen(page, house, look, "h9-before-and-after")
        page.goto(house.at("hazards/situation/"))
        seen(page, house, look, "h10-situation")
        for name in ("fire", "police", "found"):
            page.goto(house.at(f"hazards/{name}/"))
            seen(page, house, look, f"h11-{name}")
