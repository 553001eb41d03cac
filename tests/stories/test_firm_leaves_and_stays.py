"""A firm will not renew. It says so in time, the list of rooms and papers is drawn up, the day
comes and nobody has taken over, so it stays; when the new firm has signed and everything is handed
over, it may go. Everybody can read who serves meanwhile."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.actions import register_body
from linli.core.audit.actor import the_operator
from linli.governance.property import due
from linli.governance.property.actions import contracts
from linli.governance.property.models import Contract, Estate
from linli.web.demo.property import play_property
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


def send(page, **said):
    for name, value in said.items():
        field = page.locator(f"#id_{name}")
        if field.evaluate("node => node.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_firm_leaves_and_stays_until_taken_over(own_house, look):
    house = own_house
    house.speak(look)
    here, now = house.setting.community, timezone.now()
    play_property(house.setting, now)
    estate = Estate.objects.get(community=here, name="东湖花园")
    contract = Contract.objects.get(community=here, estate=estate)
    contract.ends_on = timezone.localdate() + timedelta(days=90)
    contract.save(update_fields=["ends_on"])
    leaves = contract.ends_on + timedelta(days=1)
    with house.visit(look, "manager") as page:
        page.goto(house.at("estates/mine/"))
        page.locator("main .leaf a").first.click()
        seen(page, house, look, "p0-accounts")
        page.locator("main .leaf a").last.click()
        seen(page, house, look, "p0-meeting")
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/estates/"))
        seen(page, house, look, "p1-desk")
        page.goto(house.at(f"desk/estates/{estate.pk}/"))
        seen(page, house, look, "p2-estate-desk")
        page.goto(house.at(f"desk/estates/contracts/{contract.pk}/notice/"))
        too_soon = {"side": "provider", "reason": "公司收缩"}
        send(page, **too_soon, leaves_on=f"{contract.ends_on:%Y-%m-%d}")
        assert page.locator("[role=alert], .notice").count() >= 1
        seen(page, house, look, "p3-too-soon")
        send(page, leaves_on=f"{leaves:%Y-%m-%d}")
        seen(page, house, look, "p4-notice-given")
    later = now + timedelta(days=92)
    due.run(later)
    contract.refresh_from_db()
    assert contract.state == "staying"
    with house.visit(look) as page:
        page.goto(house.at("estates/"))
        seen(page, house, look, "p5-list")
        page.goto(house.at(f"estates/{estate.pk}/"))
        assert page.get_by_text(contract.body.name).count() >= 1
        seen(page, house, look, "p6-stays")
        page.goto(house.at("estates/rights/"))
        seen(page, house, look, "p7-rights")
    worker = house.setting.actor("worker", timezone.localdate())
    for item in list(contract.handover.all())[1:]:
        contracts.take_over_item(item, on=timezone.localdate(), by=worker, at=timezone.now())
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/estates/contracts/{contract.pk}/"))
        page.locator("main td a.btn").first.click()
        send(page, note="齐全")
        page.goto(house.at(f"desk/estates/contracts/{contract.pk}/finish/"))
        send(page)
        seen(page, house, look, "p8-nobody-takes-over")
        assert Contract.objects.get(community=here, pk=contract.pk).state == "staying"
        new = register_body(
            here, name="新湖物业", kind="property_provider", place=house.setting.new,
            by=the_operator(), at=timezone.now(),
        )  # fmt: skip
        page.goto(house.at(f"desk/estates/{estate.pk}/contract/"))
        since, until = timezone.localdate(), leaves + timedelta(days=1000)
        send(page, body=str(new.pk), since=f"{since:%Y-%m-%d}", ends_on=f"{until:%Y-%m-%d}")
        page.goto(house.at(f"desk/estates/contracts/{contract.pk}/finish/"))
        send(page)
        seen(page, house, look, "p9-gone")
    assert Contract.objects.get(community=here, pk=contract.pk).state == "handed_over"
    with house.visit(look, "manager") as page:
        page.goto(house.at(f"estates/{estate.pk}/"))
        assert page.locator("main").inner_text().count("新湖物业") >= 1
