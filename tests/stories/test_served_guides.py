"""Served: an old resident finds, on her phone, the repair day that is open now and has no step; the
worker empties the list of stale entries in one round by telephone.

The resident comes on a phone without scripts, in Chinese; the desk works in English on a screen.
"""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from linli.service.catalogue.actions import guides, providers
from linli.service.catalogue.models import Provider
from linli.service.catalogue.queries.providers import to_ring
from linli.service.catalogue.rules.openings import Hours, Opening
from linli.service.catalogue.tests.guiding import LOCAL, PROVIDER
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

RESIDENT, WORKER = Device(390, scripts=False), Device(1440, "en")
ALWAYS = Hours(
    (Opening("weekly", time(0), time(23, 59), (1, 2, 3, 4, 5, 6, 7), holidays_too=True),)
)


@pytest.fixture
def catalogue(own_house):
    """Two guides, one of them with steps and without hours; three entries nobody has asked for
    over half a year."""
    house, at = own_house, timezone.now()
    community = house.setting.community
    worker = house.setting.actor("worker", timezone.localdate(at))
    for key, hours, more in (
        ("repair_day", ALWAYS, {"where": "翠湖新村中心花园"}),
        ("legal_aid", Hours(), {"step_free": "no"}),
    ):
        given = {**LOCAL, **more}
        made = guides.draft_guide(community, key=key, given=given, hours=hours, by=worker, at=at)
        guides.publish_guide(made, seen=made.stamp, by=worker, at=at)
    for number in range(3):
        then = at - timedelta(days=200 + number)
        by = house.setting.actor("worker", timezone.localdate(then))
        given = {**PROVIDER, "title": f"邻家家政{number + 1}店"}
        providers.enter_provider(community, given=given, hours=ALWAYS, by=by, at=then)
    return community


def press(page, button):
    """Presses a button and waits for the page it leads to."""
    with page.expect_navigation():
        page.locator(button).first.click()


def test_a_step_free_repair_day_is_found_and_the_stale_list_empties_in_one_round(
    own_house, catalogue
):
    house = own_house
    with house.visit(RESIDENT) as page:
        page.goto(house.at("guides/"))
        page.check("[name=step_free]")
        page.check("[name=open_now]")
        press(page, ".filter-form button")
        found = page.locator("#found .leaf-title").all_inner_texts()
        assert found == ["便民服务日（修理、理发、磨刀）"]
        house.picture(page, RESIDENT, "guides-found")
        press(page, "#found .leaf-title")
        text = page.locator("main").inner_text()
        for said in ("翠湖新村中心花园", "现在开着", "无台阶", "不收钱", "不用手机也行"):
            assert said in text
        house.picture(page, RESIDENT, "guides-one")

    house.setting.accounts["worker"].language = "en"
    house.setting.accounts["worker"].save(update_fields=["language"])
    with house.visit(WORKER, "worker") as page:
        page.goto(house.at("desk/providers/"))
        assert page.locator("tbody tr").count() == 3
        press(page, ".page-actions a[href$='/round/']")
        house.picture(page, WORKER, "guides-call")
        assert not faults_of(page)
        # The longest unasked first. Nothing changed: the button has the focus, one key is enough.
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.fill("[name=phone]", "0990-5550099")
        press(page, "button[value=changed]")
        press(page, "button[value=not_reached]")
        assert "The round is done" in page.locator("main").inner_text()
        house.picture(page, WORKER, "guides-rung")
    assert to_ring(catalogue, timezone.now()) == []
    changed = Provider.objects.get(community=catalogue, title="邻家家政2店")
    assert changed.phone == "0990-5550099"
