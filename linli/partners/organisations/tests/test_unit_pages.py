"""Units as everybody, a delegate and the desk meet them on the pages; others' are not there."""

from datetime import timedelta

import pytest

from linli.core.access.models import Body
from linli.lib.law import Refused
from linli.partners.organisations.actions import unit_lists, units as unit_acts
from linli.partners.organisations.models import (
    JointMeeting,
    Need,
    Offer,
    Organisation,
    Pledge,
    Project,
    ResidentUnit,
)
from linli.partners.organisations.queries import units as listed
from linli.partners.organisations.queries.units import lists_of
from linli.partners.organisations.tests.units_house import at, house, read  # noqa: F401
from linli.partners.organisations.unit_words import FEATURES

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_three_lists_from_the_phone_to_an_outcome_and_back(house):  # noqa: F811
    teacher, worker, anyone = house.browser("teacher"), house.browser("worker"), house.browser()
    school = house.school
    offer = house.url("offer", school.pk)
    said = {"feature": "room", "title": "周末操场"}
    house.fill(teacher, offer, 422, **{**said, "about": "找张三 13800138000"})
    house.fill(teacher, offer, **said, times="周六上午")
    row = Offer.objects.get(community=house.here)
    assert "周末操场" not in read(anyone.get(house.url("units")))
    assert "周末操场" in read(worker.get(house.url("units_desk")))
    house.fill(worker, house.url("show_entry", row.pk, "offer"))
    assert "周末操场" in read(anyone.get(house.url("units") + "?feature=room"))
    assert "周末操场" not in read(anyone.get(house.url("units") + "?feature=people"))
    house.fill(worker, house.url("enter_need"), feature="room", title="太极队要个场地")
    need = Need.objects.get(community=house.here)
    assert "太极队要个场地" in read(anyone.get(house.url("needs")))
    page = house.url("match", need.pk)
    house.fill(worker, page, offer=str(row.pk), title="太极队周六在操场")
    project = Project.objects.get(community=house.here)
    need.refresh_from_db()
    assert need.state == "matched"
    assert "对接上" in read(worker.post(page, {"offer": str(row.pk), "title": "再来", "seen": 1,
                          "once": "01920000-0000-7000-8000-000000000001"}))  # fmt: skip
    assert "太极队周六在操场" in read(teacher.get(house.url("own_units")))
    ended = house.url("end_project", project.pk)
    house.fill(teacher, ended, 422, came_true="yes", outcome="")
    house.fill(teacher, ended, came_true="no", outcome="下雨太多，换成室内")
    need.refresh_from_db()
    assert need.state == "open"
    house.fill(worker, house.url("show_entry", project.pk, "project"))
    assert "换成室内" in read(anyone.get(house.url("needs")))
    house.fill(teacher, house.url("withdraw_offer", row.pk))
    assert "周末操场" not in read(anyone.get(house.url("units")))
    house.fill(worker, page, 422, offer=str(row.pk), title="再借一次")


def test_a_delegate_sees_the_own_unit_and_no_other(house):  # noqa: F811
    teacher, manager, tenant = (house.browser(k) for k in ("teacher", "manager", "tenant"))
    mine = unit_lists.offer(house.school, feature="room", title="学校的教室", **house.by("worker"))
    theirs = unit_lists.offer(
        house.property, feature="things", title="物业的梯子", **house.by("manager")
    )
    for client, sees, hides in (
        (teacher, "学校的教室", "物业的梯子"),
        (manager, "物业的梯子", "学校的教室"),
    ):
        page = read(client.get(house.url("own_units")))
        assert sees in page
        assert hides not in page
    for client, unit, entry in ((teacher, house.property, theirs), (manager, house.school, mine)):
        for name in ("offer", "unit_need", "make_pledge", "unit_does"):
            assert client.get(house.url(name, unit.pk)).status_code == 404
        assert client.get(house.url("withdraw_offer", entry.pk)).status_code == 404
        assert client.get(house.url("units_desk")).status_code == 404
        assert client.get(house.url("unit_desk", unit.pk)).status_code == 404
        assert client.get(house.url("show_entry", entry.pk, "offer")).status_code == 404
    assert tenant.get(house.url("own_units")).status_code == 404
    assert tenant.get(house.url("withdraw_offer", mine.pk)).status_code == 404
    outsider = house.browser("outsider")
    assert outsider.get(house.url("unit_desk", house.school.pk)).status_code == 404
    away = house.url("unit_desk", house.school.pk, place=house.setting.neighbour)
    assert outsider.get(away).status_code == 404


def test_a_joint_meeting_from_what_is_open_to_the_pledges(house):  # noqa: F811
    worker, director, teacher, manager, anyone = (
        house.browser(key) for key in ("worker", "director", "teacher", "manager", "")
    )
    unit_lists.enter_community_need(
        house.here, feature="people", title="雨棚要清一清", **house.by("worker")
    )
    plan = house.url("plan_joint")
    form = worker.get(plan).context["form"]
    assert "雨棚要清一清" in form["agenda"].value()
    said = {
        "title": "第四季度联席会议", "venue": "居委会会议室", "hour": "14:30",
        "day": f"{house.today + 9 * DAY:%Y-%m-%d}", "agenda": form["agenda"].value(),
    }  # fmt: skip
    house.fill(worker, plan, **said)
    meeting = JointMeeting.objects.get(community=house.here)
    told, desk = house.url("joint_told", meeting.pk), house.url("joint_meeting", meeting.pk)
    assert anyone.get(told).status_code == 404
    assert "不参加居委会" in read(worker.get(plan))
    refused = house.fill(worker, house.url("call_joint", meeting.pk), 409)
    assert "46" in read(refused) or "单位" in read(refused)
    asked = {f"unit_{house.property.pk.hex}": "雨棚清理"}
    house.fill(worker, house.url("change_joint", meeting.pk), **said, **asked)
    house.fill(worker, house.url("call_joint", meeting.pk))
    assert "雨棚清理" in read(anyone.get(told))
    assert "雨棚清理" in read(manager.get(house.url("own_units")))
    assert "雨棚清理" not in read(teacher.get(house.url("own_units")))
    house.fill(worker, house.url("open_joint", meeting.pk), chair="主任")
    due = f"{house.today + 20 * DAY:%Y-%m-%d}"
    pledge = house.url("joint_pledge", meeting.pk)
    house.fill(director, pledge, unit=str(house.property.pk), title="清完雨棚", due_on=due)
    house.fill(worker, house.url("close_joint", meeting.pk))
    row = Pledge.objects.get(community=house.here)
    assert (row.meeting_id, row.unit_id) == (meeting.pk, house.property.pk)
    for page in (told, house.url("pledges"), house.url("pledge", row.pk)):
        assert "清完雨棚" in read(anyone.get(page))
    assert worker.get(desk).status_code == 200
    assert worker.get(house.url("joint_meeting_of", meeting.gathering_id)).url == desk
    for name in ("joint_desk", "pledges_desk", "lists_desk", "units_desk"):
        assert worker.get(house.url(name)).status_code == 200
    assert "第四季度联席会议" in read(anyone.get(house.url("joint_meetings")))
    house.fill(manager, house.url("deliver_pledge", row.pk), delivered_how="雨棚清完",
               delivered_on=f"{house.today:%Y-%m-%d}")  # fmt: skip
    assert "等核对" in read(anyone.get(house.url("pledge", row.pk)))
    house.fill(worker, house.url("confirm_delivery", row.pk))
    house.fill(house.browser("tenant"), house.url("rate_pledge", row.pk), score="good")
    assert "不显示" in read(anyone.get(house.url("pledge", row.pk)))


def test_a_file_is_opened_from_the_register_or_by_name_and_ended(house):  # noqa: F811
    worker = house.browser("worker")
    new = house.url("open_unit_file")
    house.fill(worker, new, 422, does="菜场")
    house.fill(worker, new, name="东湖菜场", does="菜场", agreement_since=f"{house.today:%Y-%m-%d}")
    unit = ResidentUnit.objects.get(community=house.here, organisation__name="东湖菜场")
    assert unit.body.kind == "resident_unit"
    assert unit.is_partner(house.today)
    entry = Organisation.objects.create(
        community=house.here, kind="resident_unit", name="湖滨银行", since=house.today
    )
    house.fill(worker, new, organisation=str(entry.pk), does="银行网点")
    house.fill(worker, house.url("unit_agreement", unit.pk), 409,
               agreement_until=f"{house.today:%Y-%m-%d}")  # fmt: skip
    house.fill(worker, house.url("end_unit_file", unit.pk))
    assert "东湖菜场" not in read(house.browser().get(house.url("units")))
    assert worker.get(house.url("unit_desk", unit.pk)).status_code == 200


def test_a_name_of_the_register_gets_its_delegates_and_no_office_for_a_unit(house):  # noqa: F811
    by = house.by("worker")
    known = Organisation.objects.create(
        community=house.here, kind="resident_unit", name="东湖医院", since=house.today
    )
    unit = unit_acts.open_unit_file(house.here, name="东湖医院", does="看病", **by)
    assert unit.organisation_id == known.pk
    assert unit.body is not None
    other = Body.objects.create(
        community=house.here, kind="resident_unit", name="别的", place=house.here,
        since=house.today,
    )  # fmt: skip
    Organisation.objects.create(
        community=house.here, kind="resident_unit", name="粮店", body=unit.body, since=house.today
    )
    with pytest.raises(Refused, match=r"organisations.unit_one_body"):
        unit_acts.open_unit_file(house.here, name="粮店", does="卖粮", body=other, **by)
    Body.objects.create(
        community=house.here, kind="department", name="民政所", place=house.here,
        since=house.today,
    )  # fmt: skip
    with pytest.raises(Refused, match=r"organisations.unit_without_file"):
        unit_acts.open_unit_file(house.here, name="民政所", does="办事", **by)


def test_the_other_unit_reads_of_the_end_after_the_look(house):  # noqa: F811
    by = house.by("worker")
    offer = unit_lists.offer(house.school, feature="room", title="操场", **by)
    need = unit_lists.enter_unit_need(house.property, feature="room", title="要个场地", **by)
    project = unit_lists.match(need, offer=offer, title="周六在操场", **by)
    assert project in lists_of(house.property)["projects"]
    project.refresh_from_db()
    unit_lists.end_project(project, came_true=False, outcome="下雨", **house.by("teacher"))
    assert project not in lists_of(house.property)["projects"]
    assert project in lists_of(house.school)["projects"]


def test_whoever_looks_at_a_promise_reads_its_days_and_how_it_was_kept(house):  # noqa: F811
    teacher, worker = house.browser("teacher"), house.browser("worker")
    house.fill(teacher, house.url("make_pledge", house.school.pk), title="操场开到九点",
               due_on="2099-12-05")  # fmt: skip
    row = Pledge.objects.get(community=house.here)
    look = house.url("show_entry", row.pk, "pledge")
    assert "2099年12月5日" in worker.get(look).context["note"]
    house.fill(teacher, house.url("deliver_pledge", row.pk), delivered_how="门口贴了时间",
               delivered_on=f"{house.today:%Y-%m-%d}")  # fmt: skip
    day = f"{house.today.year}年{house.today.month}月{house.today.day}日"
    for page in (look, house.url("confirm_delivery", row.pk)):
        note = worker.get(page).context["note"]
        assert day in note
        assert "门口贴了时间" in note


def test_every_kind_of_offer_is_one_of_the_ways_through_the_list(house):  # noqa: F811
    kinds = house.browser().get(house.url("units")).context["kinds"]
    assert len(kinds) == len(FEATURES) + 1
    assert [tab.title for tab in kinds if tab.current] == ["全部"]
    chosen = house.browser().get(house.url("units") + "?feature=skill").context["kinds"]
    assert [tab.title for tab in chosen if tab.current] == [dict(FEATURES)["skill"]]
    assert chosen[0].url == house.url("units")


def test_what_is_under_way_has_its_step_as_a_button(house):  # noqa: F811
    by = house.by("worker")
    offer = unit_lists.offer(house.school, feature="room", title="操场", **by)
    need = unit_lists.enter_community_need(house.here, feature="room", title="要个场地", **by)
    project = unit_lists.match(need, offer=offer, title="周六在操场", **by)
    page = read(house.browser("worker").get(house.url("lists_desk")))
    assert f'<a class="btn" href="{house.url("end_project", project.pk)}">记下结果' in page


def test_units_are_read_page_by_page(house, monkeypatch):  # noqa: F811
    for number in range(5):
        unit_acts.open_unit_file(
            house.here, name=f"商户{number}", does="铺子", **house.by("worker")
        )
    every = [unit.name for unit in listed.units_of(house.here)]
    monkeypatch.setattr(listed, "PAGE", 3)
    for page, client in (("units", house.browser()), ("units_desk", house.browser("worker"))):
        seen, address = [], house.url(page)
        while address:
            shown = client.get(address)
            assert len(shown.context["units"]) <= 3
            seen += [unit.name for unit, _partner in shown.context["units"]]
            more = shown.context["more"]
            address = f"{house.url(page)}?units={more}" if more else ""
            assert not more or f'href="?units={more}#units"' in read(shown)
        assert seen == every
        nonsense = client.get(house.url(page) + "?units=0")
        assert [unit.name for unit, _partner in nonsense.context["units"]] == every[:3]
