"""Served: a worker picks a shop's place on the map without a background, and a resident finds how
far it is; nothing is fetched from anywhere else. Without scripts the same map is a drawing.
"""

from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from linli.core.places.actions import add_buildings, state_datum
from linli.core.places.actions.premises import BuildingPlan
from linli.service.catalogue.models import Provider
from linli.web.demo.guides import play_guides
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

WORKER, RESIDENT = Device(1440, "en", theme="dark"), Device(390, scripts=False)


@pytest.fixture
def around(own_house):
    """The demo's services, and some more buildings than the small cast has."""
    setting, at = own_house.setting, timezone.now()
    by = setting.actor("director", timezone.localdate(at))
    for compound, last in ((setting.old, 9), (setting.new, 13)):
        plans = [BuildingPlan(f"{number}号楼") for number in range(2, last)]
        add_buildings(compound, buildings=plans, by=by, at=at)
    play_guides(setting, at)
    state_datum(setting.community, datum="wgs84", by=by, at=at)
    return setting.community


def test_a_place_is_picked_on_the_map_and_nothing_comes_from_elsewhere(own_house, around):
    house = own_house
    house.speak(WORKER)
    shop = Provider.objects.get(community=around, title="暖阳为老服务社")
    asked = set()
    with house.visit(WORKER, "worker") as page:
        page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
        page.goto(house.at("desk/map/"))
        house.picture(page, WORKER, "map-desk")
        page.goto(house.at(f"desk/map/provider/{shop.pk}/"))
        page.locator(".near-live").click(position={"x": 300, "y": 200})
        assert page.locator("#id_lon").input_value().startswith("113.")
        assert page.locator("input[name=how][value=point]").is_checked()
        page.select_option("#id_basic", "elders_day")
        house.picture(page, WORKER, "map-pick")
        with page.expect_navigation():
            page.locator("main form button.btn-primary").click()
        page.goto(house.at("map/"))
        with page.expect_response(lambda answer: "start=" in answer.url):
            page.select_option("#id_start", index=1)
        page.locator(".near-live .near-chosen").wait_for()
        house.picture(page, WORKER, "map")
        assert not faults_of(page)
    assert asked == {urlsplit(house.url).netloc}
    shop.refresh_from_db()
    assert shop.own_point is not None

    with house.visit(RESIDENT) as page:
        page.goto(house.at("map/"))
        page.select_option("#id_start", index=2)
        with page.expect_navigation():
            page.locator(".filter-form button").click()
        text = page.locator("main").inner_text()
        assert "直线约" in text
        assert "暖阳为老服务社" in text
        assert page.locator(".near-drawing .near-chosen").count() == 1
        house.picture(page, RESIDENT, "map")
        page.goto(house.at("service-days/"))
        house.picture(page, RESIDENT, "service-days")
        page.goto(house.at("map/sheet/"))
        house.picture(page, RESIDENT, "map-sheet")
