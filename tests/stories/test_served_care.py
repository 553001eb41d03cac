"""A visit plan that escalates the same day; a child's case of which the director cannot see that
it exists."""

from datetime import datetime, time

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.lib.calendar import SHANGHAI
from linli.service.casework import due
from linli.service.casework.actions import open_case
from linli.service.casework.models import CareVisit, ChildReport
from linli.web.demo.cast import PASSWORD
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


def send(page, form="[method=post]"):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


def enter(page, house, path):
    """Into a case: what for, and on a browser the house does not know yet, who."""
    page.goto(house.at(path))
    for _again in range(3):
        if "/enter/" in page.url:
            page.locator("main [name=purpose]").first.check()
            page.fill("#id_words", "准备明天上门")
            send(page)
        elif page.locator("input[type=password]").count():
            page.fill("input[type=password]", PASSWORD)
            with page.expect_navigation():
                page.locator("form:has(input[type=password]) button[type=submit]").first.click()
    page.goto(house.at(path))
    assert page.url.endswith(path), page.url


def opened(house, kind, by, second, **more):
    setting, at = house.setting, timezone.now()
    return open_case(
        setting.community,
        kind=kind,
        second=setting.accounts[second],
        by=setting.actor(by, timezone.localdate(at)),
        at=at,
        **more,
    )


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_visit_nobody_entered_is_sought_the_same_day(own_house, look):
    house = own_house
    house.speak(look)
    elder = house.setting.accounts["elder"].person
    case = opened(house, "elder_care", "worker", "director", called=elder.name, person=elder.pk)
    with house.visit(look, "worker") as page:
        enter(page, house, f"desk/cases/{case.pk}/care/")
        page.locator("[name=consented]").check()
        page.locator("[name=how][value=in_person]").check()
        page.locator("[name=tier][value=weekly]").check()
        page.fill("#id_contact_name", "女儿小王")
        page.fill("#id_contact_phone", "0990-5550002")
        seen(page, house, look, "c1-plan")
        send(page)
        assert "女儿小王" in page.content()
        seen(page, house, look, "c2-planned")
        visit = CareVisit.objects.get(community=house.setting.community)
        due.run(datetime.combine(visit.planned_on, time(17), SHANGHAI))
        page.goto(house.at("desk/visits/"))
        seen(page, house, look, "c3-day")
        with page.expect_navigation():
            page.locator(f"main a[href$='/visits/{visit.pk}/']").first.click()
        seen(page, house, look, "c4-sought")
        for step, found in (("second_try", ""), ("phone", ""), ("contact", "well")):
            with page.expect_navigation():
                page.locator(f"main a[href$='/reach/{step}/']").click()
            page.locator(f"[name=found][value='{found}']").check()
            send(page)
        seen(page, house, look, "c5-found")
        visit.refresh_from_db()
        assert (visit.state, visit.found) == ("found", "well")
        page.goto(house.at(f"desk/cases/{case.pk}/care/end/"))
        send(page)
        assert "女儿小王" not in page.content()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_director_cannot_see_that_a_childs_case_exists(own_house, look):
    house, now = own_house, timezone.now()
    house.speak(look)
    setting = house.setting
    appoint(
        setting.community,
        account=setting.accounts["mediator"],
        post="child_protection",
        since=timezone.localdate(now),
        by=the_operator(),
        at=now,
    )
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/children/report/"))
        seen(page, house, look, "c6-report")
        page.locator("[name=authority][value=police]").check()
        send(page)
        report = ChildReport.objects.get(community=setting.community)
        assert report.reported_at is not None
        noticed = timezone.localtime(report.reported_at)
        page.fill("#id_noticed_at", f"{noticed:%Y-%m-%dT%H:%M}")
        page.fill("#id_words", "听见小雨哭")
        send(page)
    case = opened(house, "child", "mediator", "worker", called="小雨")
    with house.visit(look, "mediator") as page:
        page.goto(house.at("desk/children/"))
        with page.expect_navigation():
            page.locator(f"main a[href$='/reports/{report.pk}/']").click()
        page.locator("main [name=case]").first.check()
        send(page, "[action$='/take-up/']")
        seen(page, house, look, "c7-post")
        page.goto(house.at(f"desk/cases/{case.pk}/child/"))
        assert page.url.endswith("/closed/")  # another handler lets it happen first
        page.fill("#id_reason", "准备明天家访")
        send(page)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/cases/{case.pk}/closed/"))
        with page.expect_navigation():
            page.locator("main button[value=yes]").click()
    with house.visit(look, "mediator") as page:
        enter(page, house, f"desk/cases/{case.pk}/child/")
        seen(page, house, look, "c8-file")
    with house.visit(look, "director") as page:
        never = setting.community.pk
        for path in ("desk/cases/{}/", "desk/cases/{}/child/", "desk/cases/{}/closed/"):
            real, none = (page.goto(house.at(path.format(one))) for one in (case.pk, never))
            assert real.status == none.status == 404
        for path in (f"desk/children/reports/{report.pk}/", "desk/children/"):
            assert page.goto(house.at(path)).status == 404
        for path in ("desk/", "desk/cases/", "desk/visits/", "messages/", "desk/people/?q=小雨"):
            page.goto(house.at(path))
            assert "小雨" not in page.content().replace("q=小雨", "").replace('value="小雨"', "")
            assert str(case.pk) not in page.content()
