"""Help to apply, in eighteen working days as Wuhan counts them: asked for on the portal, taken up
without a name, a pause for papers told once, refused with reasons, and the way on printed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.clocks.models import Clock
from linli.core.local_law.actions import Given, confirm, enter
from linli.core.places.queries import jurisdictions_of
from linli.service.catalogue.applications.models import ApplicationHelp
from tests.stories.steps import fill, send
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


def lay_down_eighteen_days(house):
    """The community counts as its city does: entered by one, confirmed by another."""
    place, now = house.setting.community, timezone.now()
    on = timezone.localdate(now)
    own, _county, city, *_wider = jurisdictions_of(place)
    given = Given(
        jurisdiction=own, issuer=city, rule="assistance.decide_within", value=18,
        in_force_from=on, in_force_to=None, status="verified", source="武汉市的办理期限",
        article="1", signed="周明华", declares=True,
    )  # fmt: skip
    kept = enter(place, given=given, by=house.setting.actor("director", on), at=now)
    confirm(place, value=kept, by=house.setting.actor("supervisor", on), at=now)


def take(page, house, row, name, **given):
    """One step of the handler."""
    page.goto(house.at(f"desk/help/{row.pk}/{name}/"))
    for field, value in given.items():
        for each in value if isinstance(value, list) else [value]:
            fill(page, field, each)
    send(page, "main form[method=post] button[type=submit]")
    row.refresh_from_db()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_helped_to_apply_refused_and_shown_the_way_on(own_house, look):
    house, today = own_house, timezone.localdate().isoformat()
    house.speak(look)
    place = house.setting.community
    lay_down_eighteen_days(house)
    with house.visit(look, "elder") as page:
        page.goto(house.at("help/"))
        with page.expect_navigation():
            page.locator("a[href$='/help/minimum_living/']").first.click()
        assert "18" in page.locator("main").inner_text()
        seen(page, house, look, "h1-scheme")
        with page.expect_navigation():
            page.locator("a[href$='/ask/']").first.click()
        fill(page, "kin", "no")
        page.locator("[name=consented]").check()
        seen(page, house, look, "h2-ask")
        send(page, "main form[method=post] button[type=submit]")
        row = ApplicationHelp.objects.get(community=place)
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/help/"))
        assert "王秀兰" not in page.locator("main").inner_text()
        seen(page, house, look, "h3-queue")
        with page.expect_navigation():
            page.locator(f"a[href$='/{row.pk}/take/']").click()
        send(page, "main form[method=post] button[type=submit]")
        assert "王秀兰" in page.locator("main").inner_text()
        papers = ["id_card", "application_form", "declaration", "consent", "bank_card"]
        take(page, house, row, "receive", kinds=papers)
        page.goto(house.at(f"desk/help/{row.pk}/forward/"))
        page.locator("[name=insists]").check()
        fill(page, "consent", "signed")
        send(page, "main form[method=post] button[type=submit]")
        take(page, house, row, "accepted", on=today, who="窗口小何")
        clock = Clock.objects.get(community=place, owner=row.pk, name="decide")
        assert clock.length == 18
        take(
            page, house, row, "pass-on", kinds="income_statement",
            office_paper="补正通知3号", office_asked_on=today,
        )  # fmt: skip
        clock.refresh_from_db()
        assert clock.state == "paused"
        seen(page, house, look, "h4-paused")
    with house.visit(look, "elder") as page:
        page.goto(house.at(f"help/mine/{row.pk}/paper/missing/"))
        seen(page, house, look, "h5-list")
    with house.visit(look, "worker") as page:
        take(page, house, row, "bring")
        clock.refresh_from_db()
        assert clock.last_day > timezone.localdate() + timedelta(days=17)
        take(page, house, row, "refused", on=today, paper="不予告知书5号", reasons="收入高于标准。")
    with house.visit(look, "elder") as page:
        page.goto(house.at(f"help/mine/{row.pk}/"))
        assert "收入高于标准" in page.locator("main").inner_text()
        seen(page, house, look, "h6-refused")
        with page.expect_navigation():
            page.locator(f"a[href$='/{row.pk}/objection/']").click()
        fill(page, "words", "儿子的工资算了两次。")
        send(page, "main form[method=post] button[type=submit]")
        page.goto(house.at(f"help/mine/{row.pk}/paper/objection/"))
        assert "算了两次" in page.locator("main").inner_text()
        seen(page, house, look, "h7-objection")
    with house.visit(look, "director") as page:
        assert page.goto(house.at(f"desk/help/{row.pk}/")).status == 404
