"""A boy of fifteen who wishes to help; lunch for twelve elders on the day their volunteer falls
ill; an employer who is shown a certificate of hours."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from linli.core.access.actions import open_account
from linli.core.people.actions import move_in, register_person
from linli.core.places.queries import dwellings_under
from linli.lib.calendar import SHANGHAI
from linli.lib.calendar.series import Series
from linli.service.volunteering.actions import calling, registering, rounds, substitutes
from linli.service.volunteering.actions.registering import Offered
from linli.service.volunteering.models import HoursCertificate, RoundStop, Volunteer
from linli.web.demo.cast import PASSWORD
from tests.stories.telling import TWO, faults_of

pytestmark = pytest.mark.story

LUNCH = {
    "title": "助餐送餐",
    "kind": "meal",
    "content": "中午从社区食堂把饭送到走不动的老人家里，敲门、递到手上、问一声好。",
    "venue": "社区食堂",
    "when_told": "每个工作日 10:30 到 12:00",
    "served": "elders",
    "hazard": "要爬楼梯，最高六层，没有电梯；饭盒烫手。",
    "contact": "社区服务岗",
    "contact_phone": "021-00000000",
    "minors": True,
}
NAMES = "任桂芳 贺长根 卫淑珍 邵福来 戚月琴 庄有才 柏玉兰 路长顺 苗翠英 水根宝 项金凤 骆兆祥"


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page, selector):
    with page.expect_navigation():
        page.locator(selector).first.click()


def planned(house, call, begins, minutes, *, needed=1):
    """A shift from that moment on, laid out some hours before."""
    local = begins.astimezone(SHANGHAI)
    series = Series(local.date(), local.time().replace(microsecond=0), minutes)
    worker = house.setting.actor("worker", timezone.localdate())
    given = calling.Planned(series, needed)
    return calling.plan_shifts(call, planned=given, by=worker, at=begins - timedelta(hours=2))[0]


def lunch(house, at):
    """The call, with twelve elders who wished it."""
    setting, by = house.setting, house.setting.actor("worker", timezone.localdate())
    call = calling.draft_call(setting.community, said=LUNCH, by=by, at=at)
    calling.publish_call(call, by=by, at=at)
    homes = list(dwellings_under(setting.new)[3:15])
    for name, home in zip(NAMES.split(), homes, strict=True):
        person = register_person(setting.community, name=name, by=by, at=at)
        since = timezone.localdate(at)
        move_in(person, dwelling=home, kind="usual_resident", since=since, by=by, at=at)
        rounds.add_receiver(
            call, person=person, note="敲门后等两分钟", consent_way="spoken", by=by, at=at
        )
    return call


def enrol(house, key, at, **offered):
    """One of the cast registers, and is met by a worker: they may go to people's doors."""
    by = house.setting.actor(key, timezone.localdate())
    line = registering.register(house.setting.community, offered=Offered(**offered), by=by, at=at)
    worker = house.setting.actor("worker", timezone.localdate())
    return registering.know_for_rounds(line, known=True, by=worker, at=at)


def tell_the_boy(house, look, shift):
    """He registers, is told why not and what to do, and joins once his father was asked."""
    setting, now = house.setting, timezone.now()
    by = setting.actor("worker", timezone.localdate())
    born = date(timezone.localdate().year - 15, 1, 1)
    person = register_person(setting.community, name="陆小川", birth_date=born, by=by, at=now)
    account = open_account(label="小川", login="+8619900000078", password=PASSWORD, at=now)
    account.person = person
    account.language = "en" if look.language == "en" else "zh-hans"
    account.save()
    setting.accounts["boy"] = account
    with house.visit(look, "boy") as page:
        page.goto(house.at("volunteering/"))
        seen(page, house, look, "v1-calls")
        page.locator(".page-actions a[href$='/register/']").first.click()
        page.fill("#id_guardian", "陆大川")
        page.fill("#id_guardian_phone", "19900000079")
        seen(page, house, look, "v2-register")
        send(page, "main form[data-guard] button[type=submit]")
        page.goto(house.at(f"volunteering/shifts/{shift.pk}/"))
        assert page.locator(".finding-unmet").count() == 1
        assert page.locator(".finding-way").count() == 1
        assert page.locator("form[action$='/join/']").count() == 0
        seen(page, house, look, "v3-refused")
    line = Volunteer.objects.get(community=setting.community, person=person)
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/volunteering/volunteers/?show=guardian"))
        page.locator("main .leaf-title").first.click()
        page.locator(".page-actions a[href$='/guardian/']").click()
        page.check("input[name=way][value=spoken]")
        send(page, "main form[data-guard] button[type=submit]")
        seen(page, house, look, "v4-volunteer")
    with house.visit(look, "boy") as page:
        page.goto(house.at(f"volunteering/shifts/{shift.pk}/"))
        send(page, "form[action$='/join/'] button")
        assert page.locator("form[action$='/leave/']").count() == 1
        seen(page, house, look, "v5-on-it")
    assert line.guardian == "陆大川"


def tell_of_lunch(house, look, shift):
    """Ill at nine: in one tap the place is free, the fit are asked, the first who says yes goes."""
    with house.visit(look, "tenant") as page:
        page.goto(house.at(f"volunteering/shifts/{shift.pk}/"))
        send(page, "form[action$='/leave/'] button")
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/volunteering/shifts/{shift.pk}/"))
        assert page.locator(".notice").count() >= 1
        seen(page, house, look, "v6-gap")
        page.goto(house.at("desk/volunteering/"))
        seen(page, house, look, "v7-rota")
    with house.visit(look, "supervisor") as page:
        page.goto(house.at(f"volunteering/shifts/{shift.pk}/"))
        send(page, "form[action$='/join/'] button")
        page.locator("main a[href$='/round/']").click()
        assert page.locator("main .card").count() == 12
        seen(page, house, look, "v8-round")
        send(page, "main .card >> nth=0 >> button[value=done]")
        send(page, "main .card >> nth=1 >> button[value=nobody]")
    with house.visit(look, "representative") as page:  # on no shift: sees no door
        assert page.goto(house.at(f"volunteering/shifts/{shift.pk}/round/")).status == 403
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/volunteering/day/"))
        assert "贺长根" in page.content()
        seen(page, house, look, "v9-day")
        page.locator("main a[href*='/missed/']").click()
        page.fill("#id_said", "打通电话，在女儿家，饭不用送了")
        send(page, "main form[data-guard] button[type=submit]")
    stops = RoundStop.objects.filter(community=house.setting.community)
    assert sorted(stops.values_list("state", flat=True)) == ["done", "nobody"]
    assert not stops.filter(state="nobody", settled_at__isnull=True).exists()


def tell_of_the_employer(house, look, shift):
    """Hours confirmed on one page, a certificate asked for and given, checked by an outsider."""
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/volunteering/shifts/{shift.pk}/confirm/"))
        seen(page, house, look, "v10-confirm")
        send(page, "main form[data-guard] button[type=submit]")
    with house.visit(look, "tenant") as page:
        page.goto(house.at("volunteering/mine/"))
        seen(page, house, look, "v11-mine")
        page.locator(".page-actions a[href$='/certificate/']").click()
        send(page, "main form[data-guard] button[type=submit]")
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/volunteering/certificates/"))
        page.locator("main a[href$='/issue/']").first.click()
        page.fill("#id_responsible", "居委会主任")
        send(page, "main form[data-guard] button[type=submit]")
        seen(page, house, look, "v12-certificate")
    paper = HoursCertificate.objects.get(community=house.setting.community)
    with house.visit(look) as page:
        page.goto(house.at("volunteering/check/"))
        page.fill("#id_number", paper.number)
        page.fill("#id_code", paper.code)
        send(page, "main form button[type=submit]")
        assert "刘*" in page.content()
        assert "刘洋" not in page.content()
        seen(page, house, look, "v13-checked")


@pytest.mark.parametrize("look", TWO, ids=str)
def test_who_helps_is_asked_replaced_thanked_and_believed(own_house, look):
    house, now = own_house, timezone.now()
    house.speak(look)
    call = lunch(house, now - timedelta(hours=6))
    for key in ("tenant", "supervisor"):
        enrol(house, key, now - timedelta(hours=6))
    over = planned(house, call, now - timedelta(hours=3), 60)
    today = planned(house, call, now - timedelta(minutes=30), 180)
    tomorrow = timezone.localtime(now).replace(hour=10, minute=0) + timedelta(days=1)
    daytime = planned(house, call, tomorrow, 120)
    tenant = house.setting.actor("tenant", timezone.localdate())
    for shift, hours in ((over, 4), (today, 2)):
        substitutes.step_in(shift, by=tenant, at=now - timedelta(hours=hours))
    tell_the_boy(house, look, daytime)
    tell_of_lunch(house, look, today)
    tell_of_the_employer(house, look, over)
