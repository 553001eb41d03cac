"""The cast, a moment of today, cards, and a night."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from linli.core.audit import door
from linli.core.places.models import Place
from linli.core.places.queries import dwellings_under
from linli.lib.calendar import SHANGHAI
from linli.safety.emergencies.actions import cards, incident
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.incident import Begun

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    """Half past seven in the morning of today, or a little later."""
    return timezone.now().astimezone(SHANGHAI).replace(hour=7, minute=30, second=0, microsecond=0)


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def home(setting, actor):
    """The dwelling of one of the cast."""
    return lambda key: Place.objects.get(pk=actor(key).dwellings[0])


@pytest.fixture
def put(setting, actor, home, at):
    """A card one of the cast puts down."""

    def made(who="elder", when=None, **more):
        given = {
            "dwelling": home("elder" if who == "worker" else who),
            "name": "老王",
            "needs": ["carry", "power"],
            "phone": "19900000003",
            "agreed": True,
            **more,
        }
        return cards.put_card(
            setting.community, carded=Carded(**given), by=actor(who), at=when or at
        )  # fmt: skip

    return made


@pytest.fixture
def flood(setting, actor, at):
    """A flood in the old compound."""

    def begun(who="director", places=None, when=None):
        given = Begun("flood", "orange", "暴雨内涝", "区气象台橙色预警", places or [setting.old])
        return incident.begin(setting.community, begun=given, by=actor(who), at=when or at)

    return begun


@pytest.fixture
def other_home(setting, home):
    """A dwelling nobody of the cast put down."""
    rows = dwellings_under(setting.old).exclude(pk=home("elder").pk)
    return rows[0]


@pytest.fixture
def later(at):
    return lambda **more: at + timedelta(**more)


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


@pytest.fixture
def told(monkeypatch):
    """What was told so far: of each telling its kind, and the post, or the account or person."""
    heard = []
    monkeypatch.setattr(door, "_deliverers", [*door._deliverers, heard.extend])
    return lambda kind: [each.post or each.account or each.person for each in heard
                         if each.kind == kind]  # fmt: skip
