"""Satisfaction fell: the director sees why, and which records did it. A resident who wonders
whether the figure is made up walks from it to what everybody can open."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import the_clock
from linli.evaluation.reckoning import reckon_at_once
from linli.service.matters.actions import accept, answer, publish, raise_matter, rate
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]
A_MONTH, POOR = 32, 20


def live(setting):
    """Last month thirty-two were content; this month twenty of them are not. Some of this month's
    matters are public, content or not."""
    now = timezone.now()
    before = now.replace(day=1) - timedelta(days=3)
    for at, poor in ((before, 0), (now - timedelta(minutes=1), POOR)):
        on = timezone.localdate(at)
        elder, worker = setting.actor("elder", on), setting.actor("worker", on)
        for number in range(A_MONTH):
            raised = Raised(
                kind=kinds_of(setting.community).get(code="stair_light"),
                title="楼道灯坏了",
                text=f"第 {number + 1} 盏灯不亮",
                channel="web",
                place=setting.stair,
                sender=setting.accounts["elder"],
            )
            matter = raise_matter(setting.community, raised=raised, by=elder, at=at)
            matter = accept(matter, by=worker, at=at)
            matter = answer(matter, text="已经报修", by=worker, at=at)
            if poor and number % 8 == 0:
                publish(matter, title="楼道灯报修", text="楼道里的灯不亮。", by=worker, at=at)
            rate(matter, score="poor" if number < poor else "good", by=elder, at=at)
    reckon_at_once(setting.community, by=the_clock(), at=now)


def fits(house, page, look, name):
    """Keeps a picture; asks axe where scripts run. Returns how tall the page is."""
    house.picture(page, look, name)
    if look.scripts:  # what is looked at with a script cannot be where none run
        assert faults_of(page) == [], name
    return page.locator("body").bounding_box()["height"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_from_a_falling_figure_to_the_records_and_the_receipts(own_house, look):
    setting = own_house.setting
    live(setting)
    own_house.speak(look)
    with own_house.visit(look, "director") as page:
        page.goto(own_house.at("standards/"))
        assert fits(own_house, page, look, "standing") <= 3500
        page.goto(own_house.at("standards/MG05/"))
        fits(own_house, page, look, "standing-why")
        page.locator("a[href*='/against/']").first.click()
        page.wait_for_url("**/against/**")
        fits(own_house, page, look, "standing-records")
        assert str(POOR) in page.locator("#did").inner_text()
        page.locator("table a.row-link").first.click()
        page.wait_for_url("**/desk/matters/**")
    with own_house.visit(look) as page:
        page.goto(own_house.at("standards/MG05/"))
        page.locator("a[href*='/receipts/']").first.click()
        page.wait_for_url("**/receipts/**")
        fits(own_house, page, look, "standing-receipts")
        assert page.locator("a[href*='/notices/']").count() >= 3
        assert page.locator("a[href*='/desk/']").count() == 0
        page.locator(".leaves a[href*='/notices/']").first.click()
        page.wait_for_url("**/notices/**")
        assert page.locator("h1").count() == 1
