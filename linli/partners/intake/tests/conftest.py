"""The cast, a department that asks, a line of the list, and the addresses of the pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import register_body
from linli.partners.intake import actions
from linli.partners.intake.actions import Asked

BACKEND = "linli.core.access.sign_in.AccountBackend"
PAPER = {
    "paper": "关于开展专项排查的通知",
    "paper_number": "示民发〔2026〕8号",
    "money": "amount",
    "fen": 120_000,
    "per": "year",
    "payer": "示范区民政局",
}


@pytest.fixture
def at():
    """The moment of an act."""
    return timezone.now()


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, today):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, today)


@pytest.fixture
def bureau(setting, actor, at):
    """A department that asks for things."""
    return register_body(
        setting.community,
        name="示范区民政局",
        kind="department",
        place=setting.community,
        by=actor("director"),
        at=at,
    )


@pytest.fixture
def other(setting, actor, at):
    """Another department."""
    return register_body(
        setting.community,
        name="示范区统计局",
        kind="department",
        place=setting.community,
        by=actor("director"),
        at=at,
    )


@pytest.fixture
def item(setting, actor, at, today, bureau):
    """Help with social assistance, on the list since a year, with its money line."""
    return actions.take_over(
        setting.community,
        code="aid",
        body=bureau,
        since=today - timedelta(days=365),
        money="amount",
        fen=600_000,
        per="year",
        payer="示范区民政局",
        by=actor("director"),
        at=at,
    )


@pytest.fixture
def ask(setting, actor, at, today, bureau):
    """Records a request; every part can be said otherwise."""

    def asked(item=None, *, by="worker", when=None, **said):
        given = {
            "body": bureau,
            "kind": "form",
            "title": "困难家庭统计表",
            "received_on": timezone.localdate(when or at),
            **said,
        }
        return actions.record_request(
            setting.community, asked=Asked(**given), item=item, by=actor(by), at=when or at
        )

    return asked


@pytest.fixture
def grounded(today):
    """A basis and a money line, as an office states them."""
    return {**PAPER, "paper_date": today - timedelta(days=20)}


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
        return reverse(f"intake:{name}", kwargs={"community_code": setting.community.code, **parts})

    return address
