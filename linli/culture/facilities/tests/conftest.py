"""A room open all day, a moment that is always before noon of its day, and the cast."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from linli.core.audit import door
from linli.culture.facilities import actions
from linli.lib.calendar import SHANGHAI

BACKEND = "linli.core.access.sign_in.AccountBackend"
ALL_DAY = dict.fromkeys(range(7), ((480, 1320),))


@pytest.fixture
def at():
    """Seven in the morning of today, so that the day lies ahead at whatever hour this runs."""
    return timezone.now().astimezone(SHANGHAI).replace(hour=7, minute=0, second=0, microsecond=0)


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def add(setting, actor, at):
    """A facility of the register; every part can be said otherwise."""

    def added(name="书画室", kind="room", whole=None, weekly=ALL_DAY, **more):
        given = {"name": name, "kind": kind, "functions": ["culture"], **more}
        return actions.add(
            setting.community, given=given, whole=whole, weekly=weekly, by=actor("worker"), at=at
        )

    return added


@pytest.fixture
def room(add):
    return add(people_most=30)


@pytest.fixture
def span(at):
    """From which hour until which, on which day from today."""

    def made(start, end, days=0):
        midnight = at.replace(hour=0) + timedelta(days=days)
        return midnight + timedelta(hours=start), midnight + timedelta(hours=end)

    return made


@pytest.fixture
def book(actor, at):
    def booked(room, span, by="elder", when=None, **more):
        given = {"starts": span[0], "ends": span[1], "purpose": "练字", **more}
        return actions.book(room, **given, by=actor(by), at=when or at)

    return booked


@pytest.fixture
def told(monkeypatch):
    """The kinds of message acts told, as they told them."""
    kinds = []
    monkeypatch.setattr(
        door, "_deliverers", [lambda tellings: kinds.extend(each.kind for each in tellings)]
    )
    return kinds


@pytest.fixture
def pages(setting):
    """The community's pages, as somebody of the cast (or nobody) opens them."""

    def opened(key=None):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], backend=BACKEND)
        base = f"/c/{setting.community.code}/"

        class Pages:
            def get(self, path, **more):
                return client.get(base + path, more)

            def post(self, path, **given):
                return client.post(base + path, given)

        return Pages()

    return opened
