"""The director looks up how the province counts a limit that ends on a Saturday, and how long ahead
offices must ask. She enters both, sees what would change, and somebody who supervises confirms.
From then on a finding on the page cites the text she entered, and everybody can read it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.actions import register_body
from linli.core.local_law.models import LocalValue
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import parameter
from linli.partners.intake import actions
from linli.partners.intake.actions import Asked
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

CHANGE = "section[aria-labelledby=change]"
LOOKS = [Device(390, scripts=False), Device(1440, "en")]


def seen(page, house, look, name):
    if look.scripts:  # what is looked at with a script cannot be where none run
        assert faults_of(page) == [], name
    wide = look.scripts and page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    assert not wide, name
    house.picture(page, look, name)


def enter(page, house, look, rule, value, article):
    """From the list of what is left to places, through the preview, to what waits."""
    page.goto(house.at("desk/law/new/"))
    seen(page, house, look, f"law-1-choose-{value}")
    page.locator(f"main a[href$='/desk/law/new/{rule}/']").click()
    field = page.locator("[name=value]").first
    if field.get_attribute("type") == "radio":
        page.locator(f"[name=value][value={value}]").check()
    else:
        field.fill(value)
    page.select_option("[name=issuer]", index=3)
    page.locator("[name=status][value=verified]").check()
    page.fill("[name=source]", "《示范省社区工作规定》")
    page.fill("[name=article]", article)
    page.locator("[name=declares]").check()
    page.fill("[name=signed]", "周明华")
    seen(page, house, look, f"law-2-enter-{value}")
    page.locator("main form .btn-primary").click()
    page.wait_for_selector("#change")
    assert page.locator(f"{CHANGE} .finding").count() == 2
    assert page.locator(f"{CHANGE} .finding-unmet").count() == 1
    seen(page, house, look, f"law-3-preview-{value}")
    page.locator("main button[name=sure]").click()
    page.wait_for_url("**/desk/law/*-*/")
    assert page.locator("main button[value=confirm]").count() == 0, "nobody confirms their own"
    return page.url


def asked_late(house):
    """An office asks for work that is to begin in five weeks, which the house's advice allows."""
    setting, now = house.setting, timezone.now()
    on, place = timezone.localdate(now), house.setting.community
    director = setting.actor("director", on)
    office = register_body(
        place, name="示范区统计局", kind="department", place=place, by=director, at=now
    )
    asked = Asked(
        body=office,
        kind="app",
        title="专项排查",
        received_on=on,
        starts_on=on + timedelta(days=60),
    )
    return actions.record_request(place, asked=asked, by=setting.actor("worker", on), at=now)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_place_lays_down_its_rule_and_a_finding_cites_it(own_house, look):
    house = own_house
    house.speak(look)
    community, today = house.setting.community, timezone.localdate()
    with house.visit(look, "director") as page:
        weekend = enter(page, house, look, "calendar.weekend_rolls", "false", "7")
        ahead = enter(page, house, look, "intake.asked_ahead", "90", "9")
    places = jurisdictions_of(community)
    assert parameter("intake.asked_ahead", today, places).value == 30
    with house.visit(look, "supervisor") as page:
        for url in (weekend, ahead):
            page.goto(url)
            page.locator("main button[value=confirm]").click()
            page.wait_for_url(url)
        seen(page, house, look, "law-4-confirmed")
    assert parameter("intake.asked_ahead", today, places).value == 90
    assert parameter("calendar.weekend_rolls", today, places).value is False
    request = asked_late(house)
    with house.visit(look, "director") as page:
        page.goto(house.at(f"desk/intake/{request.pk}/"))
        value = LocalValue.objects.get(rule="intake.asked_ahead")
        page.locator(f".finding-unmet a[href='/law/{value.cite_key}/']").click()
        page.wait_for_url(f"**/law/{value.cite_key}/")
        assert "示范省社区工作规定" in page.locator("h1").inner_text()
        seen(page, house, look, "law-5-article")
    with house.visit(look) as page:
        page.goto(house.at(f"/law/compare/?one={community.code}&two=cn&differ=on"))
        assert page.locator("tbody tr").count() == 2
        seen(page, house, look, "law-6-compare")
