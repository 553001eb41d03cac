"""The worker enters who keeps order in the compound from today on; a resident who was troubled last
year asks who it was then, and finds whom to ring now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.partners.organisations.models import Office
from linli.web.demo.organisations import play_organisations
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page, form="[data-guard]"):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_vacant_office_is_filled_and_the_past_is_answered(own_house, look):
    house = own_house
    house.speak(look)
    now = timezone.now()
    play_organisations(house.setting, now)
    on = timezone.localdate(now)
    office = Office.objects.get(community=house.setting.community, title="老妇儿主任")
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/organisations/"))
        seen(page, house, look, "or1-register")
        page.goto(house.at(f"desk/offices/{office.pk}/term/"))
        page.fill("#id_name", "白示范")
        page.fill("#id_since", on.isoformat())
        page.fill("#id_paper", "居民委员会会议纪要")
        send(page)  # nobody was asked about kin: refused, with what was typed
        assert "1045" in page.content() or page.input_value("#id_name") == "白示范"
        seen(page, house, look, "or2-term")
        page.check("#id_asked_kin")
        send(page)
        assert "白示范" in page.content()
        seen(page, house, look, "or3-body")
    with house.visit(look, "director") as page:
        page.goto(house.at("desk/staff/"))
        seen(page, house, look, "or4-staff")
        page.locator("main table a").first.click()
        seen(page, house, look, "or5-file")
    with house.visit(look) as page:
        page.goto(house.at("organisations/"))
        seen(page, house, look, "or6-list")
        page.fill("#id_office", "治保主任")
        page.locator("form[action$='/who/'] input[name=on]").fill(
            (on - timedelta(days=300)).isoformat()
        )
        with page.expect_navigation():
            page.locator("form[action$='/who/'] button[type=submit]").click()
        assert "许示范" in page.content()
        seen(page, house, look, "or7-who")
        page.goto(house.at("organisations/directory/?q=停水"))
        assert "0990-5550003" in page.content()
        seen(page, house, look, "or8-directory")
        page.goto(house.at(f"organisations/{office.organisation_id}/"))
        seen(page, house, look, "or9-body")
