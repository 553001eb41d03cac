"""The property manager promised three things at the joint meeting. Two were done by their day, one
was not: the desk reads it, the manager on the phone, and every resident on the public page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.partners.organisations.actions import joint_meetings, pledges, units
from linli.partners.organisations.models import JointMeeting, Organisation, Pledge
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]
DAY = timedelta(days=1)
KEPT, ALSO, LATE = "换好七号楼的楼道灯", "清完地下车库的积水", "修好儿童滑梯"


def prepare(house):
    """Forty days ago there was a joint meeting; two of the three promises are written down."""
    setting, now = house.setting, timezone.now()
    then = now - 40 * DAY
    worker = {"by": setting.actor("worker", timezone.localdate(now)), "at": then}
    body = setting.bodies["property"]
    entry = Organisation.objects.create(
        community=setting.community, kind="property_provider", name=body.name, body=body,
        since=timezone.localdate(then),
    )  # fmt: skip
    unit = units.open_unit_file(setting.community, organisation=entry, does="物业服务", **worker)
    meeting = joint_meetings.plan_joint_meeting(
        setting.community, title="第三季度联席会议", venue="居委会会议室", starts_at=then + 9 * DAY,
        agenda=["楼道灯", "车库积水", "儿童滑梯"], asked={unit: "楼道灯、车库和滑梯"}, **worker,
    )  # fmt: skip
    joint_meetings.call_joint_meeting(meeting, **worker)
    joint_meetings.open_joint_meeting(
        meeting, chair="居委会主任", **{**worker, "at": then + 9 * DAY}
    )
    day = timezone.localdate(now)
    held = {**worker, "at": then + 9 * DAY}
    for title, due in ((KEPT, day - 15 * DAY), (ALSO, day)):
        pledges.pledge(unit, title=title, due_on=due, meeting=meeting, **held)
    return unit


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page):
    with page.expect_navigation():
        page.locator(
            "[data-guard] button[type=submit], main form button[type=submit]"
        ).first.click()


def row(house, title):
    return Pledge.objects.get(community=house.setting.community, title=title)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_two_pledges_are_kept_and_one_stays_late(own_house, look):
    house = own_house
    house.speak(look)
    unit = prepare(house)
    day = timezone.localdate()
    meeting = JointMeeting.objects.get(community=house.setting.community)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/joint-meetings/{meeting.pk}/"))
        seen(page, house, look, "j1-meeting")
        page.locator("main a[href$='/pledge/']").first.click()
        page.select_option("#id_unit", str(unit.pk))
        page.fill("#id_title", LATE)
        page.fill("#id_made_on", f"{day - 31 * DAY:%Y-%m-%d}")
        page.fill("#id_due_on", f"{day - 5 * DAY:%Y-%m-%d}")
        seen(page, house, look, "j2-pledge")
        send(page)
        assert LATE in page.content()
    with house.visit(look, "manager") as page:
        page.goto(house.at("units/mine/"))
        seen(page, house, look, "j3-own")
        assert page.locator("a[href$='/deliver/']").count() == 3
        for title, on in ((KEPT, day - 16 * DAY), (ALSO, day)):
            page.locator(f"a[href$='/{row(house, title).pk}/deliver/']").click()
            page.fill("#id_delivered_on", f"{on:%Y-%m-%d}")
            page.fill("#id_delivered_how", "做好了，请核对")
            send(page)
        seen(page, house, look, "j4-said")
    with house.visit(look) as page:
        page.goto(house.at("units/pledges/"))
        assert row(house, LATE).standing(day) == "overdue"
        assert page.locator("main .status.is-late, main .status-late, main .tone-late").count() >= 1
        assert page.locator("main a[href$='/desk/']").count() == 0
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/units/pledges/"))
        seen(page, house, look, "j5-to-check")
        for title in (KEPT, ALSO):
            page.goto(house.at(f"desk/units/entries/{row(house, title).pk}/confirm/"))
            send(page)
    with house.visit(look, "manager") as page:
        page.goto(house.at(f"units/entries/{row(house, LATE).pk}/deliver/"))
        page.fill("#id_delivered_on", f"{day:%Y-%m-%d}")
        page.fill("#id_delivered_how", "换了滑板，重新上了漆")
        send(page)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/units/entries/{row(house, LATE).pk}/confirm/"))
        send(page)
    assert [row(house, title).standing(day) for title in (KEPT, ALSO, LATE)] == [
        "kept", "kept", "late",
    ]  # fmt: skip
    with house.visit(look, "tenant") as page:
        page.goto(house.at("units/pledges/"))
        seen(page, house, look, "j6-public")
        page.locator(f"main a[href$='/{row(house, LATE).pk}/']").click()
        seen(page, house, look, "j7-late")
        page.locator("main a[href$='/rate/'], .page-actions a[href$='/rate/']").first.click()
        page.check("#id_score_0")
        send(page)
        page.goto(house.at(f"units/meetings/{meeting.pk}/"))
        for title in (KEPT, ALSO, LATE):
            assert title in page.content()
        seen(page, house, look, "j8-meeting-told")
        page.goto(house.at("taking-part/"))
        seen(page, house, look, "j9-ladder")
