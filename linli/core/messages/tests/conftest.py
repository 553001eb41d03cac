"""A community, people who hold posts in it, and a kind of message."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from linli.core.access.models import Account, Body, Holding
from linli.core.audit.door import Telling
from linli.core.messages.channels import CHANNELS
from linli.core.messages.kinds import KINDS, Kind
from linli.core.messages.mail import EmailChannel
from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def make_account(label, **given):
    account = Account(label=label, created_at=AT, **given)
    account.username = account.pk.hex
    account.save(force_insert=True)
    return account


def make_community(code, name):
    place = Place(
        kind="community", level=COMMUNITY, code=code, name=name, full_name=name, path=code
    )
    place.community_id = place.pk
    place.save(force_insert=True)
    return place


def hold(account, post, community, body=None, until=None):
    Holding.objects.create(
        account=account,
        post=post,
        place=community,
        body=body,
        since=AT.date() - timedelta(days=30),
        until=until,
    )


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    monkeypatch.setitem(KINDS, "test.answered", Kind("诉求“{label}”有了答复", "请在 {by} 前看。"))
    monkeypatch.setitem(KINDS, "test.opens", Kind("看看", opens="jobs:show"))
    monkeypatch.setitem(KINDS, "test.lists", Kind("看看", opens="jobs:list"))


@pytest.fixture
def scene(db):
    community = make_community("110101001001", "翠湖社区")
    body = Body.objects.create(
        community=community, name="物业", kind="property_provider", place=community, since=AT.date()
    )
    director, worker, manager, former = (make_account(name) for name in "主工物前")
    resident = make_account("李阿姨", email="li@example.org")
    hold(director, "director", community)
    hold(worker, "worker", community)
    hold(manager, "property_manager", community, body)
    hold(former, "worker", community, until=AT.date())

    def tell(kind="test.answered", at=AT, **whom_and_values):
        values = {
            name: whom_and_values.pop(name)
            for name in list(whom_and_values)
            if name not in ("account", "person", "post", "body", "subject")
        }
        return Telling(
            kind=kind,
            community=community.pk,
            at=at,
            values=values or {"label": "灯不亮", "by": AT.date()},
            **whom_and_values,
        )

    return SimpleNamespace(
        community=community,
        body=body,
        director=director,
        worker=worker,
        manager=manager,
        former=former,
        resident=resident,
        tell=tell,
    )


class Flaky:
    """A channel that fails as often as it is told to."""

    name = "flaky"

    def __init__(self):
        self.failures, self.sent, self.asked = 0, [], 0

    def can_reach(self, recipient):
        return True

    def send(self, notice):
        self.asked += 1
        if self.failures:
            self.failures -= 1
            raise ConnectionError("mail.example.org refused li@example.org")
        self.sent.append(notice)


@pytest.fixture
def flaky():
    channel = Flaky()
    kept = dict(CHANNELS)
    CHANNELS.clear()
    CHANNELS[channel.name] = channel
    yield channel
    CHANNELS.clear()
    CHANNELS.update(kept)


@pytest.fixture
def email_only():
    kept = dict(CHANNELS)
    CHANNELS.clear()
    CHANNELS["email"] = EmailChannel()
    yield
    CHANNELS.clear()
    CHANNELS.update(kept)
