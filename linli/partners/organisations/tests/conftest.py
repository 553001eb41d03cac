"""A register with a few bodies, a moment before noon, and the cast."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.lib.calendar import SHANGHAI
from linli.partners.organisations import actions

BACKEND = "linli.core.access.sign_in.AccountBackend"
FOUNDED = date(2020, 1, 1)


@pytest.fixture
def at():
    """Seven in the morning of today, at whatever hour this runs."""
    return timezone.now().astimezone(SHANGHAI).replace(hour=7, minute=0, second=0, microsecond=0)


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, today):
    return lambda key: setting.actor(key, today)


@pytest.fixture
def add(setting, actor, at):
    """A body of the register; every part can be said otherwise."""

    def added(name="治安保卫委员会", kind="subcommittee", **more):
        given = {"name": name, "kind": kind, "since": FOUNDED, **more}
        return actions.add(setting.community, given=given, by=actor("worker"), at=at)

    return added


@pytest.fixture
def office(actor, at):
    """An office of a body."""

    def made(body, title="治保主任", seats=1, **more):
        given = {"title": title, "chosen": "recommended", "seats": seats, "since": FOUNDED, **more}
        return actions.add_office(body, given=given, by=actor("worker"), at=at)

    return made


@pytest.fixture
def seat(actor, at, today):
    """Somebody comes to an office."""

    def seated(office, name, since=None, **more):
        given = actions.Chosen(
            office, name, since or today - timedelta(days=400), "recommended", "推选会议纪要",
            **{"asked_kin": True, **more},
        )  # fmt: skip
        return actions.begin_term(office, given=given, by=actor("worker"), at=at)

    return seated


@pytest.fixture
def take_on(setting, actor, at, today):
    """The file of somebody who works here."""

    def taken(name="陈示范", key=None, **more):
        given = {
            "name": name, "post": "一般工作人员", "worked_since": today - timedelta(days=3 * 366),
            "since": today - timedelta(days=300), "account": setting.accounts[key] if key else None,
            **more,
        }  # fmt: skip
        return actions.take_on(setting.community, given=given, by=actor("director"), at=at)

    return taken


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(
        f"organisations:{name}", args=[setting.community.code, *args]
    )


@pytest.fixture
def visit(setting):
    """Somebody's browser; without a name, of who has not signed in."""

    def browser(key=""):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser
