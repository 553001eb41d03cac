"""The cast as volunteers, a call with shifts, a boy of fifteen, and the addresses of the pages."""

from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import open_account
from linli.core.people.actions import register_person
from linli.lib.calendar import SHANGHAI
from linli.lib.calendar.series import Series
from linli.service.volunteering.actions import calling, registering
from linli.service.volunteering.actions.registering import Offered
from linli.web.demo.cast import PASSWORD

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    """The moment of an act: whenever the test runs."""
    return timezone.now()


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, today):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, today)


@pytest.fixture
def call(setting, actor, at):
    """A call of the worker; every part can be said otherwise. Published unless told not to."""

    def called(publish=True, **more):
        said = {
            "title": "助餐送餐",
            "kind": "meal",
            "content": "中午从食堂把饭送到走不动的老人家里，放下就走。",
            "venue": "社区食堂",
            "when_told": "每个工作日 10:30 到 12:00",
            "served": "elders",
            "hazard": "要爬楼梯，最高六层，没有电梯。",
            "contact": "社区服务岗",
            "contact_phone": "021-00000000",
            "minors": True,
            **more,
        }
        row = calling.draft_call(setting.community, said=said, by=actor("worker"), at=at)
        return calling.publish_call(row, by=actor("worker"), at=at) if publish else row

    return called


@pytest.fixture
def plan(actor, at, today):
    """Shifts of a call, from ten in the morning for two hours; by default one, tomorrow."""

    def planned(row, needed=1, days=1, starts=time(10), minutes=120, **more):
        series = Series(today + timedelta(days=days), starts, minutes, **more)
        given = calling.Planned(series, needed)
        return calling.plan_shifts(row, planned=given, by=actor("worker"), at=at)

    return planned


@pytest.fixture
def volunteer(setting, actor, at):
    """One of the cast registers by themselves."""

    def registered(key, **offered):
        return registering.register(
            setting.community, offered=Offered(**offered), by=actor(key), at=at
        )

    return registered


@pytest.fixture
def boy(setting, at, today):
    """A boy of fifteen with an account."""
    born = date(today.year - 15, 1, 1)
    person = register_person(
        setting.community, name="陆小川", birth_date=born, by=setting.actor("worker", today), at=at
    )
    account = open_account(label="小川", login="+8619900000077", password=PASSWORD, at=at)
    account.person = person
    account.save(update_fields=["person"])
    setting.accounts["boy"] = account
    return person


@pytest.fixture
def later():
    """So many hours after a shift has begun."""

    def after(shift, hours=0.0):
        return shift.occasion.starts_at + timedelta(hours=hours)

    return after


def moment(on, hour, minute=0):
    return datetime.combine(on, time(hour, minute), tzinfo=SHANGHAI)


@pytest.fixture
def visit(setting):
    """Somebody's browser: `visit("worker")`, or `visit()` for who has not signed in."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    """The address of a page of this room in the community."""

    def address(name, **parts):
        code = setting.community.code
        return reverse(f"volunteering:{name}", kwargs={"community_code": code, **parts})

    return address
