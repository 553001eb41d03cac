"""A resident reads who opened her file; somebody with a worker's password is noticed, and finds
nothing but what is that worker's."""

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.core.audit.models import ClosedEntry
from linli.service.casework.actions import open_case
from linli.web.demo.cast import PASSWORD
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOK = Device(390)
WORDS = "看看上次说好的事办到哪一步"


def seen(page, house, look, name):
    assert faults_of(page) == [], name
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"), name
    house.picture(page, look, name)


def send(page, form="[method=post]"):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


def opened(house, by, second, person):
    at = timezone.now()
    return open_case(
        house.setting.community,
        kind="social_work",
        second=house.setting.accounts[second],
        called=person.name,
        person=person.pk,
        by=house.setting.actor(by, timezone.localdate(at)),
        at=at,
    )


def test_who_opened_her_file_is_hers_to_read_and_a_stolen_password_is_noticed(own_house):
    house = own_house
    house.speak(LOOK)
    elder, now = house.setting.accounts["elder"].person, timezone.now()
    appoint(
        house.setting.community,
        account=house.setting.accounts["mediator"],
        post="committee_member",
        since=timezone.localdate(now),
        by=the_operator(),
        at=now,
    )
    case = opened(house, "worker", "director", elder)
    others = opened(house, "mediator", "director", house.setting.accounts["tenant"].person)

    # A browser the house has not seen: no names in the list, nothing of anybody else's.
    with house.visit(LOOK, "worker", known=False) as page:
        page.goto(house.at("desk/cases/"))
        assert elder.name not in page.content()
        assert page.locator(f"main a[href$='/{case.pk}/']").count() == 1
        assert str(others.pk) not in page.content()
        seen(page, house, LOOK, "w1-list")
        never = page.goto(house.at(f"desk/cases/{house.setting.community.pk}/")).status
        assert page.goto(house.at(f"desk/cases/{others.pk}/")).status == never == 404
        page.goto(house.at(f"desk/cases/{case.pk}/"))
        page.locator("main [name=purpose]").first.check()
        page.fill("#id_words", WORDS)
        seen(page, house, LOOK, "w2-what-for")
        send(page)
        assert page.locator("input[type=password]").count() == 1, "asked who they are"
        assert elder.name not in page.content()
        suspected = ClosedEntry.objects.filter(subject=case.pk, action="casework.suspect")
        assert suspected.count() == 1

        # It was she: she proves it, and says what for.
        page.fill("input[type=password]", PASSWORD)
        with page.expect_navigation():
            page.locator("form:has(input[type=password]) button[type=submit]").first.click()
        page.locator("main [name=purpose]").first.check()
        page.fill("#id_words", WORDS)
        send(page)
        assert elder.name in page.content()
        seen(page, house, LOOK, "w3-case")

    # The other handler was told at once, in words that say nothing.
    with house.visit(LOOK, "director") as page:
        page.goto(house.at("/inbox/"))
        assert elder.name not in page.content()
        page.locator("main a[href*='/desk/cases/'], main form button").first.wait_for()
        seen(page, house, LOOK, "w4-told")

    with house.visit(LOOK, "elder") as page:
        page.goto(house.at(f"my-cases/{case.pk}/"))
        assert WORDS in page.content()
        seen(page, house, LOOK, "w5-who-looked")
        page.goto(house.at("/me/record/looks/?show=closed"))
        assert "社区工作者" in page.locator("main").inner_text()
        seen(page, house, LOOK, "w6-looks")
    with house.visit(LOOK, "tenant") as page:
        assert page.goto(house.at(f"my-cases/{case.pk}/")).status == 404
