"""The Party secretary enters a library once. It checks in from the list, what it offers meets the
choir's need, and everybody reads it on the pages of both rooms."""

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.partners.organisations.models import Project, ResidentUnit
from linli.partners.party.models import UnitCheckIn
from tests.stories.telling import TWO, faults_of

pytestmark = pytest.mark.story
LIBRARY, HALL, CHOIR = "区图书馆", "周六下午多功能厅", "合唱队周末排练的地方"


def seen(page, house, look, name):
    """Nothing bars anybody's way, and the page is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page):
    with page.expect_navigation():
        page.locator("main form[data-guard] button[type=submit]").click()


def through(page, ending):
    """Through the door on this page whose address ends so."""
    page.locator(f"main a[href$='{ending}']").first.click()


@pytest.mark.parametrize("look", TWO, ids=str)
def test_a_unit_is_typed_once_and_met_on_every_page(own_house, look):
    house, now = own_house, timezone.now()
    house.speak(look)
    here, on = house.setting.community, timezone.localdate(now)
    appoint(
        here, account=house.setting.accounts["representative"], post="party_secretary", since=on,
        by=the_operator(), at=now,
    )  # fmt: skip
    with house.visit(look, "representative") as page:
        units = house.at("desk/party/units/")
        page.goto(units)
        seen(page, house, look, "l1-empty")
        through(page, "/desk/units/new/")
        page.fill("#id_name", LIBRARY)
        page.fill("#id_does", "看书、借书，有多功能厅")
        send(page)
        page.goto(units)
        through(page, "/desk/party/units/new/")
        page.select_option("#id_unit", label=LIBRARY)
        page.fill("#id_office", "机关党委办公室")
        seen(page, house, look, "l2-check-in")
        send(page)
        through(page, f"{UnitCheckIn.objects.get(community=here).pk}/")
        through(page, "/offer/")
        page.select_option("#id_feature", "room")
        page.fill("#id_title", HALL)
        seen(page, house, look, "l3-offer")
        send(page)
        page.goto(units)
        through(page, "/desk/units/needs/new/")
        page.select_option("#id_feature", "room")
        page.fill("#id_title", CHOIR)
        page.fill("#id_wanted_by", f"{on:%Y-%m-%d}")
        send(page)
        through(page, "/match/")
        page.select_option("#id_offer", index=1)
        seen(page, house, look, "l4-match")
        send(page)
        page.goto(units)
        assert HALL in page.content()
        seen(page, house, look, "l5-units")
    project = Project.objects.get(community=here)
    assert (project.done_by, project.need.title) == (LIBRARY, CHOIR)
    unit = ResidentUnit.objects.get(community=here)
    assert UnitCheckIn.objects.get(community=here).unit == unit.pk
    with house.visit(look) as page:
        for name, picture in (("party/together/", "l6-together"), ("units/", "l7-units")):
            page.goto(house.at(name))
            assert HALL in page.content()
            seen(page, house, look, picture)
