"""A neighbour is named. Without her consent nothing can be shown, and the page says why; with it
the representatives look, everybody may object, and one day it is gone by itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.culture.activities import due
from linli.culture.activities.actions import recognition as acts
from linli.culture.activities.actions.recognition import Called
from linli.culture.activities.models.recognition import Nomination
from linli.web.demo.learning import play_learning
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


def send(page):
    with page.expect_navigation():
        page.locator("main form[method=post] button[type=submit]").first.click()


def prepare(house):
    """A round is open, and a tenant has named a neighbour."""
    setting, now = house.setting, timezone.now()
    today = timezone.localdate(now)
    worker = setting.actor("worker", today)
    called = Called(
        "好邻居", "good_neighbour", ["帮过邻居的忙"], today, today + timedelta(days=9), 12
    )
    call = acts.call_for_nominations(setting.community, called=called, by=worker, at=now)
    tenant = setting.actor("tenant", today)
    return acts.nominate(call, name="三号楼的一位邻居", deed="常帮邻居取药", by=tenant, at=now)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_is_shown_without_consent_and_what_is_shown_ends(own_house, look):
    house = own_house
    house.speak(look)
    row = prepare(house)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/recognition/{row.call_id}/"))
        seen(page, house, look, "t1-named")
        page.locator(f"main a[href$='/one/{row.pk}/show/']").click()
        send(page)
        assert page.locator("[role=alert] .finding").count() == 1  # refused, with the reason
        seen(page, house, look, "t2-refused")
        page.goto(house.at(f"desk/recognition/slip/{row.pk}/"))
        assert row.code in page.content()
        seen(page, house, look, "t3-slip")
    with house.visit(look) as page:  # she has no account
        page.goto(house.at(f"recognition/slip/{row.code}/"))
        seen(page, house, look, "t4-hers-to-decide")
        page.locator("main a[href$='/agree/']").click()
        page.fill("[name=shown_name]", "三号楼的一位邻居")
        send(page)
    for key in ("representative", "supervisor"):
        with house.visit(look, key) as page:
            page.goto(house.at("recognition/look/"))
            page.locator(f"main a[href$='/look/{row.pk}/']").click()
            page.check("[name=says][value=supports]")
            send(page)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/recognition/one/{row.pk}/show/"))
        send(page)
    with house.visit(look) as page:
        page.goto(house.at("recognition/"))
        assert "三号楼的一位邻居" in page.content()
        seen(page, house, look, "t5-shown")
    now = timezone.now()
    row.refresh_from_db()
    given = now + timedelta(days=8)
    director = house.setting.actor("director", timezone.localdate(now))
    acts.award_honour(row, by=director, at=given)
    due.run(given + timedelta(days=366))
    row = Nomination.objects.get(community=house.setting.community, pk=row.pk)
    assert (row.ended_for, row.shown_name) == ("expired", "")
    with house.visit(look) as page:
        page.goto(house.at("recognition/"))
        assert "三号楼的一位邻居" not in page.content()


PAGES = ("learning/", "clubs/", "learning/teachers/", "recognition/", "brought/")
DESK = ("desk/learning/", "desk/clubs/", "desk/teachers/", "desk/recognition/", "desk/brought/")


def test_the_pages_of_learning_on_a_telephone(own_house):
    house, look = own_house, Device(390)
    house.speak(look)
    play_learning(house.setting, timezone.now())
    with house.visit(look, "elder") as page:
        for path in PAGES:
            page.goto(house.at(path))
            seen(page, house, look, f"l-{path.strip('/').replace('/', '-')}")
        page.goto(house.at("clubs/"))
        page.locator("main .card-title a").first.click()
        seen(page, house, look, "l-group")


def test_the_desk_of_learning_on_a_wide_screen(own_house):
    house, look = own_house, Device(1440, "en")
    house.speak(look)
    play_learning(house.setting, timezone.now())
    with house.visit(look, "worker") as page:
        for path in DESK:
            page.goto(house.at(path))
            seen(page, house, look, f"l-{path.strip('/').replace('/', '-')}")
