"""A secretary beside the cast, a branch with its group, a unit that checked in."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.partners.party import lists
from linli.partners.party.actions import branches, units
from linli.partners.party.lists import Door, Line, Lists, Unit, Work
from linli.web.demo.cast import PASSWORD

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def secretary(setting, at, today):
    """The actor of the Party secretary, one more account beside the cast."""
    if "party" not in setting.accounts:
        account = open_account(label="书记", login="+8619900000091", password=PASSWORD, at=at)
        appoint(
            setting.community, account=account, post="party_secretary", since=today,
            by=the_operator(), at=at,
        )  # fmt: skip
        setting.accounts["party"] = account
    return setting.actor("party", today)


@pytest.fixture
def actor(setting, today):
    return lambda key: setting.actor(key, today)


@pytest.fixture
def branch(setting, secretary, at):
    return branches.found_branch(
        setting.community, kind="branch", name="东湖第一党支部", place=setting.new,
        has_committee=True, counted_from=date(2026, 1, 1), office="支部书记，周三下午，党群服务站",
        by=secretary, at=at,
    )  # fmt: skip


LIBRARY = Unit(UUID(int=1), "区图书馆")
CHOIR = Line(UUID(int=2), "排练场地", "社区 · 场地", "等人来对接", "open")
HALL = Line(UUID(int=3), "周六多功能厅", "区图书馆 · 场地")


class Room:
    """The room that keeps units and lists, as a crossing tells it."""

    def __init__(self):
        self.known, self.work, self.open = [LIBRARY], Work(), True

    def units(self, community):
        return self.known

    def lists(self, community, on):
        return Lists(needs=(CHOIR,), offers=(HALL,))

    def lists_of(self, community, unit, on):
        return Lists(offers=(HALL,))

    def work_of(self, community, unit, starts, ends):
        return self.work

    def doors(self, actor, community):
        return [Door("登记一项需求", "/needs/new/")] if self.open else []

    def doors_of(self, actor, community, unit):
        return [Door("登记一项资源", "/offer/")] if self.open else []


@pytest.fixture
def room(monkeypatch):
    found = Room()
    monkeypatch.setattr(lists, "_KEEPERS", [found])
    return found


@pytest.fixture
def unit(setting, secretary, room, at, today):
    return units.check_in_unit(
        setting.community, unit=LIBRARY.id, office="机关党委办公室", since=today, living_here=30,
        by=secretary, at=at,
    )  # fmt: skip


@pytest.fixture
def visit(setting, secretary):
    def browser(key=""):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    return lambda name, *parts: reverse(f"party:{name}", args=[setting.community.code, *parts])
