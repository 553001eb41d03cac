"""Units, offers, needs and projects are typed once: the council reads the units' room's lists."""

from datetime import timedelta

import pytest
from django.urls import reverse

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.lib.law import Refused
from linli.partners.organisations import facts
from linli.partners.organisations.actions import register, unit_lists, units as files
from linli.partners.organisations.models import Need, Offer
from linli.partners.organisations.tests.units_house import at, house, read  # noqa: F401
from linli.partners.party.actions import branches, units
from linli.partners.party.models import UnitCheckIn
from linli.web.demo.cast import PASSWORD

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def secretary(house):  # noqa: F811
    account = open_account(
        label="书记", login="+8619900000091", password=PASSWORD, at=house.at_moment
    )
    appoint(
        house.here, account=account, post="party_secretary", since=house.today,
        by=the_operator(), at=house.at_moment,
    )  # fmt: skip
    house.setting.accounts["party"] = account
    return account


def page(house, name, *parts):  # noqa: F811
    return reverse(f"party:{name}", args=[house.here.code, *parts])


def check_in(house, **more):  # noqa: F811
    said = {"unit": house.school.pk, "office": "校办公室", "since": house.today, **more}
    return units.check_in_unit(house.here, **said, **house.by("party"))


def test_the_secretary_enters_needs_and_offers_on_the_one_list(house, secretary):  # noqa: F811
    desk = house.browser("party")
    form = desk.get(page(house, "check_in_unit")).context["form"]
    assert {name for _key, name in form.fields["unit"].choices[1:]} == {
        house.school.name, house.property.name,
    }  # fmt: skip
    house.fill(
        desk, page(house, "check_in_unit"), unit=str(house.school.pk), office="校办公室",
        since=f"{house.today:%Y-%m-%d}",
    )  # fmt: skip
    row = UnitCheckIn.objects.get(community=house.here)
    assert (row.unit, row.name) == (house.school.pk, "湖滨小学")
    shown = read(desk.get(page(house, "units")))
    need, offer = house.url("enter_need"), house.url("offer", house.school.pk)
    assert need in shown
    assert offer in read(desk.get(page(house, "unit", row.pk)))
    house.fill(desk, need, feature="room", title="合唱队排练的地方")
    house.fill(desk, offer, feature="room", title="周六的报告厅")
    assert Need.objects.get(community=house.here).shown_on == house.today
    assert Offer.objects.get(community=house.here).shown_on == house.today
    for browser in (desk, house.browser()):
        together = read(browser.get(page(house, "together")))
        assert "合唱队排练的地方" in together
        assert "周六的报告厅" in together
    assert need not in read(house.browser().get(page(house, "together")))
    tabs = read(desk.get(house.url("lists_desk")))
    assert house.url("joint_desk") not in tabs  # not the secretary's
    assert desk.get(house.url("joint_desk")).status_code == 404


def test_a_branch_takes_a_need_on_by_its_name_and_one_alone(house, secretary):  # noqa: F811
    by = house.by("party")
    branches.found_branch(
        house.here, kind="branch", name="东湖党支部", counted_from=house.today, **by
    )
    offer = unit_lists.offer(house.school, feature="room", title="报告厅", **by)
    need = unit_lists.enter_community_need(
        house.here, feature="people", title="清一次车棚", wanted_by=house.today + DAY, **by
    )
    for given in (
        {"offer": offer, "taken_by": "东湖党支部"}, {"taken_by": "别处的支部"}, {},
    ):  # fmt: skip
        with pytest.raises(Refused, match=r"organisations.one_meets_it"):
            unit_lists.match(need, title="清车棚", **given, **by)
    desk, match = house.browser("party"), house.url("match", need.pk)
    house.fill(desk, match, 422, title="清车棚")
    house.fill(desk, match, title="清车棚", taken_by="东湖党支部")
    assert "东湖党支部 →" in read(house.browser().get(house.url("needs")))
    assert "东湖党支部 → 社区" in read(house.browser().get(page(house, "together")))
    project = need.projects.get()
    house.fill(
        desk, house.url("end_project", project.pk), came_true="yes", outcome="清出了十二辆旧车"
    )
    told = [
        (fact.on, fact.part, fact.whole)
        for fact in facts.rows(house.here, house.today, house.today + DAY)
        if fact.kind == "organisations.need"
    ]
    assert told == [(house.today + DAY, 1, 1)]


def test_a_letter_counts_what_the_unit_did_on_the_list(house, secretary):  # noqa: F811
    row, by = check_in(house), house.by("party")
    offer = unit_lists.offer(house.school, feature="room", title="操场", **by)
    for title, wanted in (("太极", house.today), ("合唱", house.today + DAY)):
        need = unit_lists.enter_community_need(
            house.here, feature="room", title=title, wanted_by=wanted, **by
        )
        project = unit_lists.match(need, offer=offer, title=title, **by)
        later = house.by("party", house.at_moment + DAY)
        unit_lists.end_project(project, came_true=True, outcome="每周两次", **later)
    need = unit_lists.enter_community_need(house.here, feature="room", title="棋", **by)
    told = unit_lists.match(need, offer=offer, title="棋", **by)
    unit_lists.end_project(  # on the unit's own word: the desk has not looked
        told, came_true=True, outcome="每天", **house.by("teacher", house.at_moment + DAY)
    )
    letter = units.write_letter(
        row, starts=house.today, ends=house.today + DAY,
        **house.by("party", house.at_moment + 2 * DAY),
    )  # fmt: skip
    assert (letter.taken, letter.met, letter.in_time) == (3, 2, 1)
    early = units.write_letter(
        row, starts=house.today - DAY, ends=house.today,
        **house.by("party", house.at_moment + 2 * DAY),
    )  # fmt: skip
    assert (early.taken, early.met) == (3, 0)


def test_a_check_in_follows_the_register(house, secretary):  # noqa: F811
    row = check_in(house)
    body = house.school.organisation
    given = {"name": "湖滨实验小学"}
    register.alter(body, given=given, seen=body.version, **house.by("worker"))
    row.refresh_from_db()
    assert row.name == "湖滨实验小学"
    files.end_unit_file(house.school, **house.by("worker"))
    row.refresh_from_db()
    assert row.until == house.today
    with pytest.raises(Refused, match=r"party.unit_known"):
        check_in(house)


def test_with_a_body_its_offers_and_its_check_in_end(house, secretary):  # noqa: F811
    row = check_in(house)
    offer = unit_lists.offer(house.school, feature="room", title="操场", **house.by("party"))
    then = house.by("worker", house.at_moment + DAY)
    register.end(
        house.school.organisation, until=house.today + DAY, reason="并入湖滨实验小学", **then
    )
    for each in (row, offer, house.school):
        each.refresh_from_db()
    gone = house.today + DAY
    assert (row.until, offer.withdrawn_on, house.school.ended_on) == (gone, gone, gone)
    assert "操场" not in read(house.browser().get(page(house, "together")))
