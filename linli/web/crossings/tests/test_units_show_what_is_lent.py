"""What a unit put on the list of things lent is read beside the units' own list, typed once."""

import pytest
from django.urls import reverse

from linli.culture.facilities.actions import offers
from linli.culture.facilities.actions.offers import Offered
from linli.partners.organisations.lent import lent_on
from linli.partners.organisations.tests.units_house import at, house, read  # noqa: F401

pytestmark = pytest.mark.django_db


def test_offers_of_units_are_told_and_residents_are_not(house):  # noqa: F811
    by = house.by("worker")
    for who, unit, title in (
        ("school", "湖滨小学", "报告厅"), ("unit", "东湖银行", "会议室"), ("resident", "", "电钻"),
    ):  # fmt: skip
        given = Offered(
            kind="room", title=title, by=who, unit_name=unit, name="某人", phone="0990-5550100",
            by_desk=True,
        )  # fmt: skip
        offers.offer(house.here, offered=given, **by)
    told = lent_on(house.here, house.today)
    assert {each.title for each in told} == {"报告厅", "会议室"}
    page = reverse("facilities:offers", args=[house.here.code])
    for shown in (
        read(house.browser().get(house.url("units"))),
        read(house.browser("worker").get(house.url("units_desk"))),
    ):
        assert "东湖银行" in shown
        assert page in shown
        assert "0990-5550100" not in shown
    entered = read(house.browser("worker").get(house.url("offer", house.school.pk)))
    assert "资源对接" in entered
    lending = reverse("facilities:offer_for", args=[house.here.code])
    assert "驻社区单位" in read(house.browser("worker").get(lending))
    row = next(each for each in told if each.title == "会议室")
    assert (row.unit, row.url) == ("东湖银行", page)
