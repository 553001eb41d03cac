"""A secretary beside the cast, a branch with its group, a unit that checked in."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.partners.party.actions import branches, units
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


@pytest.fixture
def unit(setting, secretary, at, today):
    return units.check_in_unit(
        setting.community, name="区图书馆", office="机关党委办公室", since=today,
        credit_code="91350100M000100Y43", living_here=30, by=secretary, at=at,
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
