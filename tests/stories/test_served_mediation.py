"""A leak between two floors. The tenant below asks on the phone, without scripts; the mediator
settles it at the desk; the file passes its musts; the neighbour above reads what she has to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.people.models import Person
from linli.safety.mediation import actions
from linli.safety.mediation.models import Mediation
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

PHONE, DESK = Device(390, scripts=False), Device(1440)


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page):
    with page.expect_navigation():
        page.locator("main form[data-guard] button[type=submit]").click()


def case_of(house):
    rows = Mediation.objects.filter(community=house.setting.community)
    return rows.select_related("community", "agreement").get()


def ask(house):
    with house.visit(PHONE, "tenant") as page:
        page.goto(house.at("mediation/"))
        seen(page, house, PHONE, "m1-about")
        with page.expect_navigation():
            page.locator("main a[href$='/mediation/ask/']").click()
        page.select_option("#id_kind", "neighbour")
        page.fill("#id_other_name", "王秀兰")
        page.fill("#id_facts", "楼上卫生间漏水，顶棚发霉")
        seen(page, house, PHONE, "m2-ask")
        send(page)
        assert "正在安排调解员" in page.content()


def take_on(house):
    with house.visit(DESK, "mediator") as page:
        page.goto(house.at("desk/mediation/?show=new"))
        assert "漏水" not in page.content()
        with page.expect_navigation():
            page.locator("main a.row-link").first.click()
        assert "刘洋" in page.content()
        assert "漏水" not in page.content()
        with page.expect_navigation():
            page.locator("main a[href$='/take/']").click()
        page.check("#id_apart")
        send(page)
        assert "漏水" in page.content()
        seen(page, house, DESK, "m3-case")


def prepare(house):
    """Both sides are asked and told; the talk is held. At the desk, by the same acts."""
    setting, at = house.setting, timezone.now()
    on, case = timezone.localdate(at), case_of(house)
    mine = {"by": setting.actor("mediator", on), "at": at}
    elder = Person.objects.get(community=setting.community, pk=setting.accounts["elder"].person_id)
    for side in case.sides:
        known = actions.PartyGiven(
            side.role,
            side.name,
            person=elder if side.role == "other" else None,
            address="翠湖新村1号楼2单元",
            identity_seen="身份证原件",
        )
        actions.change_party(case, party=side, given=known, **mine)
    for side in case.sides:
        actions.tell_side(case, party=side, **mine)
        actions.tell_rights(case, party=side, **mine)
    actions.begin(case, **mine)
    when = at - timedelta(hours=1)
    record = actions.fix_session(case, when=when, where="调解室", **mine)
    said = {"present": "双方", "text": "谈妥", "result": "agreed"}
    actions.write_session(case, record=record, **said, **mine)


def agree(house):
    on, case = timezone.localdate(), case_of(house)
    with house.visit(DESK, "mediator") as page:
        page.goto(house.at(f"desk/mediation/{case.pk}/agree/"))
        page.fill("#id_reached_on", on.isoformat())
        for name in ("issue", "responsibility", "content", "manner", "limit"):
            page.fill(f"#id_{name}", "楼上十日内修好防水")
        page.select_option("#id_who1", str(case.sides[1].pk))
        page.fill("#id_what1", "修好防水")
        page.fill("#id_by1", (on + timedelta(days=10)).isoformat())
        seen(page, house, DESK, "m4-agree")
        send(page)
        page.goto(house.at(f"desk/mediation/{case.pk}/sign/"))
        for field in page.locator("main input[type=date]").all():
            field.fill(on.isoformat())
        send(page)
        assert "协议生效" in page.content()
        page.goto(house.at(f"desk/mediation/{case.pk}/papers/"))
        assert "没有签名或者按指印" in page.content()
        seen(page, house, DESK, "m5-papers")
        for paper in ("application", "rights", "record"):
            page.goto(house.at(f"desk/mediation/{case.pk}/mark/"))
            page.select_option("#id_paper", paper)
            page.fill("#id_signed_on", on.isoformat())
            send(page)
        page.goto(house.at(f"desk/mediation/{case.pk}/close/"))
        send(page)
        page.goto(house.at(f"desk/mediation/{case.pk}/papers/"))
        assert "卷宗该有的材料、签名和印章都齐了" in page.content()
        with page.expect_download() as file:
            page.locator("main a[href$='file.docx']").click()
        assert file.value.path().stat().st_size > 1000
        page.goto(house.at(f"desk/mediation/{case.pk}/"))
        seen(page, house, DESK, "m6-in-force")


def test_a_leak_is_settled_and_its_file_passes(own_house):
    house = own_house
    house.speak(PHONE)
    ask(house)
    take_on(house)
    prepare(house)
    agree(house)
    with house.visit(PHONE, "elder") as page:
        page.goto(house.at("mediation/mine/"))
        with page.expect_navigation():
            page.locator("main a.leaf-title").click()
        assert "修好防水" in page.content()
        assert "谈妥" not in page.content()
        seen(page, house, PHONE, "m7-own")
    with house.visit(DESK, "director") as page:
        page.goto(house.at("desk/mediation/counts/"))
        assert "不满 10 件" in page.content()
        assert page.goto(house.at(f"desk/mediation/{case_of(house).pk}/")).status == 404
        seen(page, house, DESK, "m8-counts")
