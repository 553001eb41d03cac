"""The elderly resident joins a calligraphy class from the waiting list, by a telephone call which
the worker types in; and a hundred dates fall out in one act, of which everybody hears once."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from linli.core.messages.models import Message
from linli.culture.activities import actions
from linli.culture.activities.plans import Plan
from linli.mechanisms.signup.actions import leave, sign_up
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Call, Occasion, SignUp
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]


def prepare(house, *, seats, times, every="week"):
    """A course everybody can read of, with one name on it."""
    now = timezone.now()
    today = timezone.localdate(now)
    worker = house.setting.actor("worker", today)
    told = {
        "kind": "course", "topic": "elder_school", "audience": "elders", "title": "书法班",
        "about": "从握笔、运笔讲起，学期末每人写一幅给家里。", "bring": "旧报纸",
        "organiser": "东湖社区居委会", "ask_at": "居委会窗口", "venue": "老年学校教室",
        "first": today + timedelta(days=2), "starts": time(9),
        "minutes": 90, "every": every, "times": times, "through_holidays": True,
        "step_free": True,
    }  # fmt: skip
    plan = Plan(told, {"seats": seats})
    draft = actions.draft(house.setting.community, plan=plan, by=worker, at=now)
    activity = actions.announce(draft, by=worker, at=now)
    first = sign_up(
        activity.sheet, who=Applicant("邻居甲", phone="19900000077"), via="desk", by=worker, at=now
    )
    return activity, first, worker


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page, form="form[method=post]"):
    with page.expect_navigation():
        page.locator(f"main {form} button[type=submit]").first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_she_joins_the_class_from_the_waiting_list_by_telephone(own_house, look):
    house = own_house
    house.speak(look)
    activity, first, worker = prepare(house, seats=1, times=8)
    with house.visit(look) as page:
        page.goto(house.at("activities/"))
        seen(page, house, look, "c1-programme")
        page.locator(f"main a[href$='/activities/{activity.pk}/']").first.click()
        assert page.locator(f"a[href$='/signup/{activity.sheet_id}/']").count() == 1
        seen(page, house, look, "c2-course")
        page.goto(house.at(f"activities/months/{timezone.localdate():%Y/%-m}/"))
        seen(page, house, look, "c3-month")
        page.goto(house.at(f"activities/{activity.pk}/poster/"))
        seen(page, house, look, "c4-poster")
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/activities/"))
        seen(page, house, look, "c5-desk")
        page.goto(house.at(f"desk/activities/{activity.pk}/"))
        seen(page, house, look, "c6-plan")
        page.locator(f"main a[href$='/desk/signup/{activity.sheet_id}/']").first.click()
        page.locator("main a[href$='/add/']").click()
        page.fill("main form[method=post] [name=name]", "王秀兰")
        page.fill("[name=phone]", "19900000003")
        send(page)
        seen(page, house, look, "c7-waits")
    hers = SignUp.objects.get(community=house.setting.community, sheet=activity.sheet_id, number=2)
    assert (hers.state, hers.via) == ("waiting", "phone")
    leave(first, by=worker, at=timezone.now())
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/activities/"))
        page.locator("main a[href$='/desk/signup/calls/']").click()
        seen(page, house, look, "c8-calls")
        with page.expect_navigation():
            page.locator("main button[value=takes]").click()
    hers.refresh_from_db()
    assert hers.state == "in"
    with house.visit(look) as page:
        page.goto(house.at(f"signup/entry/{hers.code}/"))
        seen(page, house, look, "c9-hers")


@pytest.mark.parametrize("look", LOOKS[1:], ids=str)
def test_a_hundred_dates_fall_out_in_one_act_and_everybody_hears_once(own_house, look):
    house = own_house
    house.speak(look)
    activity, _first, _worker = prepare(house, seats=20, times=100, every="day")
    elder = house.setting.accounts["elder"]
    by = house.setting.actor("elder", timezone.localdate())
    sign_up(activity.sheet, who=Applicant("王秀兰", account=elder), by=by, at=timezone.now())
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/activities/{activity.pk}/steps/call_off_dates/"))
        page.fill("[name=reason]", "教室漏水，要修三个月")
        page.fill("[name=since]", f"{timezone.localdate():%Y-%m-%d}")
        seen(page, house, look, "d1-call-off")
        send(page)
        seen(page, house, look, "d2-called-off")
    rows = Occasion.objects.filter(community=house.setting.community, sheet=activity.sheet_id)
    assert rows.filter(state="called_off").count() == rows.count() == 100
    calls = Call.objects.filter(community=house.setting.community, about="called_off")
    assert calls.count() == 1
    told = Message.objects.filter(community=house.setting.community, kind="signup.called_off")
    assert told.count() == 1
    with house.visit(look, "elder") as page:
        page.goto(house.at("/inbox/"))
        assert "书法班" in page.content()
        page.goto(house.at(f"activities/{activity.pk}/"))
        assert "教室漏水" in page.content()
        seen(page, house, look, "d3-told")
