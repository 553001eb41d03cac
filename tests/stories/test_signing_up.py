"""A class with six places: one comes by telephone page, one rings, some join a chain, one cannot
come, and on the day everybody is ticked on one page."""

from datetime import timedelta

import pytest
import rules as permissions
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import holds
from linli.core.audit.door import Act
from linli.mechanisms.signup import actions
from linli.mechanisms.signup.kinds import SheetKind, register_sheets
from linli.mechanisms.signup.models import Occasion, SignUp
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]
CHAIN = "#接龙\n剪纸课报名\n1. 王小二 2人\n2. 赵大姐 3栋2单元\n3. 3栋101"


@pytest.fixture
def sheet(own_house):
    permissions.add_perm("tests.keep_class", holds("director", "worker"))
    register_sheets({"tests.class": SheetKind("课程", keeps="tests.keep_class")})
    setting, now = own_house.setting, timezone.now()
    act = Act(
        "tests.act", setting.actor("director", timezone.localdate(now)), now, setting.community
    )
    with transaction.atomic():
        laid = actions.lay_out(
            act, setting.community, kind="tests.class", title="剪纸课", seats=6, most_each=3
        )
        first = now + timedelta(days=5)
        spans = [
            (first + timedelta(weeks=n), first + timedelta(weeks=n, hours=2)) for n in range(10)
        ]
        actions.add_occasions(act, laid, spans, venue="活动室")
        laid = actions.open_up(act, laid)
    yield laid
    permissions.remove_perm("tests.keep_class")


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def go(page, selector):
    with page.expect_navigation():
        page.locator(selector).first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_way_leads_onto_one_sheet_and_off_it_again(own_house, sheet, look):
    house, code = own_house, own_house.setting.community.code

    def at(name, **parts):
        address = reverse(f"signup:{name}", kwargs={"community_code": code, **parts})
        return house.at(address.removeprefix(f"/c/{code}/"))

    house.speak(look)
    with house.visit(look) as page:
        page.goto(at("sheet", sheet_id=sheet.pk))
        seen(page, house, look, "s1-sheet")
        page.fill("#id_name", "张三丰")
        page.fill("#id_phone", "13800000001")
        page.fill("#id_seats", "3")
        go(page, "#sign-up form button[type=submit]")
        house.picture(page, look, "s2-in")
        entry = page.url
        page.goto(at("slip", sheet_id=sheet.pk))
        house.picture(page, look, "s3-slip")
    with house.visit(look, "worker") as page:
        page.goto(at("add", sheet_id=sheet.pk))
        page.fill("#id_name", "李大爷")
        page.fill("#id_phone", "13800000002")
        house.picture(page, look, "s4-add")
        go(page, "form[data-guard] button[type=submit]")
        page.goto(at("paste", sheet_id=sheet.pk))
        page.fill("#id_text", CHAIN)
        go(page, "main form button[type=submit]")
        seen(page, house, look, "s5-chain")
        go(page, "button[name=go]")
        page.goto(at("desk", sheet_id=sheet.pk) + "?part=waiting")
        house.picture(page, look, "s6-waiting")
    with house.visit(look) as page:
        page.goto(entry)
        go(page, "button[value=leave]")
        house.picture(page, look, "s7-left")
    with house.visit(look, "worker") as page:
        page.goto(at("calls"))
        house.picture(page, look, "s8-calls")
        go(page, "button[value=takes]")
        page.goto(at("desk", sheet_id=sheet.pk))
        seen(page, house, look, "s9-desk")
        now = timezone.now()
        date = Occasion.objects.get(community=sheet.community_id, sheet=sheet, number=1)
        date.starts_at, date.ends_at = now - timedelta(hours=2), now
        date.save()
        page.goto(at("attendance", occasion_id=date.pk))
        seen(page, house, look, "s10-day")
        go(page, "button[name=all_present]")
        page.goto(at("late", occasion_id=date.pk))
        page.fill("#id_names", "钱阿姨 13800000003\n孙叔叔")
        go(page, "form[method=post] .btn-primary")
        house.picture(page, look, "s11-marked")
        page.goto(at("print", occasion_id=date.pk))
        house.picture(page, look, "s12-list")
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet).order_by("number")
    assert [(each.name, each.state) for each in rows] == [
        ("张三丰", "left"),
        ("李大爷", "in"),
        ("王小二", "in"),
        ("赵大姐", "in"),
        ("钱阿姨", "came"),
        ("孙叔叔", "came"),
    ]
