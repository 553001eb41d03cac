"""A choir gets its slot of the season by the printed rule; a broken treadmill stands out of use, on
the map, in one step."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from linli.culture.facilities import actions
from linli.culture.facilities.actions import devices, season as seasons
from linli.culture.facilities.actions.devices import Installed
from linli.culture.facilities.actions.season import Drafted, Wanted
from linli.culture.facilities.models import Season
from tests.stories.telling import TWO, faults_of

pytestmark = pytest.mark.story


def prepare(house):
    """A hall with two slots a week, open for wishes; a dance group has wished; a site."""
    setting, at = house.setting, timezone.now()
    on = timezone.localdate(at)
    worker = {"by": setting.actor("worker", on), "at": at}
    weekly = dict.fromkeys(range(7), ((480, 1320),))
    hall, site = (
        actions.add(setting.community, given=given, weekly=weekly, **worker)
        for given in (
            {"name": "多功能厅", "kind": "hall", "functions": ["culture"], "people_most": 40},
            {"name": "中心花园健身点", "kind": "fitness_site", "functions": ["sport"]},
        )
    )
    drafted = Drafted("春季", on + timedelta(days=9), on + timedelta(days=40), on, slots_most=1)
    row = seasons.draft_season(setting.community, drafted=drafted, **worker)
    row = seasons.put_slots(
        row, facility=hall, weekdays=[1, 3], starts=time(14), ends=time(16), **worker
    )
    seasons.publish_season(row, **worker)
    wanted = Wanted("舞蹈队", "排舞", 12, [row.slots.get(number=2).pk], by_desk=True, name="示范")
    seasons.wish_slots(row, wanted=wanted, **worker)
    devices.put_device(site, installed=Installed("treadmill", "漫步机 1 号"), **worker)
    return row, site


def seen(page, house, look, name):
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page, form="[data-guard]"):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


@pytest.mark.parametrize("look", TWO, ids=str)
def test_a_choir_gets_its_slot_and_a_broken_treadmill_stands_out_at_once(own_house, look):
    house = own_house
    house.speak(look)
    row, site = prepare(house)
    with house.visit(look, "elder") as page:
        page.goto(house.at(f"seasons/{row.pk}/"))
        seen(page, house, look, "k1-rule")
        page.locator(".page-actions a[href$='/wish/']").click()
        page.fill("#id_group_name", "合唱队")
        page.check("#id_named")
        page.fill("#id_purpose", "排练")
        page.fill("#id_size", "24")
        page.select_option("#id_wish_1", index=1)
        seen(page, house, look, "k2-wish")
        send(page)
    Season.objects.filter(community=row.community_id).update(
        wishes_until=row.wishes_until - timedelta(days=1)
    )
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/seasons/{row.pk}/draw/"))
        page.fill("#id_called", "36")
        send(page)
        seen(page, house, look, "k3-drawn")
        page.goto(house.at(f"desk/rooms/{site.pk}/broken/"))
        page.select_option("#id_device", index=1)
        page.fill("#id_what", "踏板断裂")
        send(page)
        seen(page, house, look, "k4-out-of-use")
    with house.visit(look) as page:
        page.goto(house.at(f"seasons/{row.pk}/"))
        assert "合唱队" in page.locator("#outcomes").inner_text()
        assert "舞蹈队" not in page.content()
        seen(page, house, look, "k5-outcomes")
        page.goto(house.at(f"rooms/{site.pk}/condition/"))
        assert "踏板断裂" in page.content()
        seen(page, house, look, "k6-condition")
        page.goto(house.at("map/"))
        assert page.locator("a[href$='/out-of-use/']").count()
