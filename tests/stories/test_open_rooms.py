"""Two doors, one room: she books it at home, the desk wants it in the same hour and is told what is
free instead. Who booked stands nowhere; when she cancels, whoever waited has it."""

import pytest
from django.utils import timezone

from linli.culture.facilities import actions
from linli.culture.facilities.models import Booking
from linli.lib.calendar import SHANGHAI
from linli.web.demo.facilities import play_facilities
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
    wide = look.scripts and page.evaluate(
        "document.documentElement.scrollWidth > window.innerWidth + 1"
    )
    assert not wide, name
    house.picture(page, look, name)


def send(page, form):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_two_doors_one_room(own_house, look):
    house = own_house
    house.speak(look)
    here, now = house.setting.community, timezone.now()
    play_facilities(house.setting, now)
    with house.visit(look) as page:
        page.goto(house.at("rooms/"))
        seen(page, house, look, "r1-rooms")
        page.locator("main a", has_text="乒乓球室").first.click()
        seen(page, house, look, "r2-room")
    with house.visit(look, "elder") as page:
        page.goto(house.at("rooms/"))
        page.locator("main .card-title a", has_text="书画室").click()
        # Of the last day shown, the first free span: it lies ahead at whatever hour this runs.
        page.locator(".room-day").last.locator(".room-piece a").first.click()
        page.fill("#id_purpose", "教孙女写字")
        seen(page, house, look, "r3-book")
        send(page, "[data-guard]")
        assert "教孙女写字" in page.content()
    booking = Booking.objects.get(community=here, purpose="教孙女写字")
    day = booking.starts_at.astimezone(SHANGHAI)
    span = {"day": f"{day:%Y-%m-%d}", "begins": f"{day:%H:%M}", "stops": f"{day:%H}:45"}
    if day.minute >= 45:
        span["stops"] = f"{booking.ends_at.astimezone(SHANGHAI):%H:%M}"
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/rooms/?day={day:%Y-%m-%d}"))
        seen(page, house, look, "r5-desk")
        page.goto(house.at(f"desk/rooms/{booking.facility_id}/book/"))
        for name, value in {**span, "purpose": "街道开会", "name": "何", "phone": "0990-1"}.items():
            page.fill(f"#id_{name}", value)
        send(page, "[data-guard]")
        assert page.locator("[data-error-summary]").count() == 1
        assert Booking.objects.filter(community=here, purpose="街道开会").count() == 0
        seen(page, house, look, "r6-refused")
    tenant = house.setting.actor("tenant", timezone.localdate())
    wish = actions.wait(
        booking.facility, starts=booking.starts_at, ends=booking.ends_at, purpose="画国画",
        by=tenant, at=timezone.now(),
    )  # fmt: skip
    with house.visit(look) as page:
        page.goto(house.at(f"rooms/{booking.facility_id}/"))
        told = page.locator("main").inner_text()
        assert "教孙女写字" not in told
        assert house.setting.accounts["elder"].label not in told
        page.goto(house.at(f"rooms/door/{booking.facility.tag}/"))
        seen(page, house, look, "r7-door")
    with house.visit(look, "elder") as page:
        page.goto(house.at("rooms/mine/"))
        page.locator(f"main a[href$='{booking.pk}/cancel/']").click()
        send(page, "[data-guard]")
    with house.visit(look, "tenant") as page:
        page.goto(house.at("rooms/mine/"))
        seen(page, house, look, "r8-offered")
        with page.expect_navigation():
            page.locator(f"main form[action$='{wish.pk}/'] button[name=take]").click()
    assert Booking.objects.get(community=here, purpose="画国画").state == "booked"
    if not look.scripts:
        return
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/rooms/{booking.facility_id}/"))
        seen(page, house, look, "r9-facility")
        page.goto(house.at(f"desk/rooms/{booking.facility_id}/sheet/"))
        seen(page, house, look, "r10-sheet")
