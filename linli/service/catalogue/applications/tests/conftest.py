"""The cast around an application: who asks, who helps, and the days."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.tests.browsers import know_browsers
from linli.core.clocks.models import Clock
from linli.core.messages.models import Message
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.catalogue.applications import actions
from linli.service.catalogue.applications.actions import Parcel, Told, Wanted
from linli.service.catalogue.applications.models import ApplicationHelp

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture(autouse=True)
def usual(monkeypatch):
    """Nobody comes with a browser they have not proved themselves with."""
    know_browsers(monkeypatch)


@pytest.fixture
def at():
    """The moment things begin: a morning some weeks ago, so that much can follow up to today."""
    began = timezone.localtime(timezone.now()) - timedelta(days=70)
    return began.replace(hour=10, minute=0, second=0, microsecond=0)


@pytest.fixture
def later(at):
    """So many days after it."""
    return lambda days: at + timedelta(days=days)


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, local_day(at))


@pytest.fixture
def elder(setting):
    return Person.objects.get(community=setting.community, pk=setting.accounts["elder"].person_id)


@pytest.fixture
def asked(setting, actor, at):
    """The elder asks on the portal: `asked()`."""

    def ask(key="elder", when=None, **more):
        wanted = Wanted(**{"scheme": "minimum_living", "kin": "no", **more})
        return actions.ask_for_help(
            setting.community, wanted=wanted, consented=True, by=actor(key), at=when or at
        )

    return ask


@pytest.fixture
def taken(asked, actor, at):
    """Taken up by the worker."""
    return lambda **more: actions.take_up(fresh(asked(**more)), by=actor("worker"), at=at)


@pytest.fixture
def forwarded(taken, actor, at):
    """With all papers handed over and forwarded."""

    def send(when=None, **more):
        row, by = taken(**more), actor("worker")
        actions.receive_papers(row, kinds=row.path.papers, by=by, at=at)
        return actions.forward_application(row, parcel=parcel(row), by=by, at=when or at)

    return send


@pytest.fixture
def accepted(forwarded, actor, at):
    """The office says that it has accepted."""

    def accept(told=None, **more):
        row = forwarded(**more)
        told = told or Told(local_day(at), who="办事员")
        return actions.record_accepted(row, told=told, by=actor("worker"), at=at)

    return accept


@pytest.fixture
def called(setting, django_capture_on_commit_callbacks):
    """Who hears of it: `called(lambda: …)`, by their key in the cast."""
    keys = {account.pk: key for key, account in setting.accounts.items()}

    def hear(act):
        rows = Message.objects.across_communities("whoever was told")
        before = set(rows.values_list("pk", flat=True))
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return [keys.get(each.account_id, "another") for each in rows.exclude(pk__in=before)]

    return hear


@pytest.fixture
def visit(setting):
    """Somebody's browser."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    def address(page, /, **parts):
        here = {"community_code": setting.community.code, **parts}
        return reverse(f"catalogue:{page}", kwargs=here)

    return address


def clock(row, name):
    """The latest of its clocks of that name."""
    rows = Clock.objects.filter(community=row.community_id, owner=row.pk, name=name)
    return rows.order_by("-started_at").first()


def fresh(row):
    """The row as it is loaded."""
    rows = ApplicationHelp.objects.filter(community=row.community_id)
    return rows.select_related("community", "person", "handler").get(pk=row.pk)


def parcel(row, **more):
    """What goes to the office."""
    given = {
        "office": "湖滨街道办事处",
        "purpose": "申请救助",
        "fields": ["name", "home"],
        "papers": list(row.path.papers),
        "consent": "signed",
        **more,
    }
    return Parcel(**given)


def refused(rule, act, *given, **more):
    """The act is refused, with that finding."""
    with pytest.raises(Refused) as why:
        act(*given, **more)
    assert why.value.finding.rule == rule
