"""The cast around a reminder: who wishes it, who rings, somebody without an account."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.tests.browsers import know_browsers
from linli.core.people.actions import move_in, register_person
from linli.core.people.models import Person
from linli.core.people.queries import dwelling_of
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.catalogue.reminders import actions
from linli.service.catalogue.reminders.actions import Wanted
from linli.service.catalogue.reminders.models import Reminder, ServiceCard

BACKEND = "linli.core.access.sign_in.AccountBackend"
PHONE = "19900000088"


@pytest.fixture(autouse=True)
def usual(monkeypatch):
    """Nobody comes with a browser they have not proved themselves with."""
    know_browsers(monkeypatch)


@pytest.fixture
def at():
    """A morning some months ago, so that a year can pass up to today's posts."""
    began = timezone.localtime(timezone.now()) - timedelta(days=300)
    return began.replace(hour=10, minute=0, second=0, microsecond=0)


@pytest.fixture
def on(at):
    return local_day(at)


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, local_day(at))


@pytest.fixture
def elder(setting):
    return Person.objects.get(community=setting.community, pk=setting.accounts["elder"].person_id)


@pytest.fixture
def aunt(setting, actor, elder, at):
    """A neighbour who has no account."""
    by = actor("worker")
    person = register_person(setting.community, name="吴桂芳", by=by, at=at)
    home = dwelling_of(elder, local_day(at))
    since = local_day(at) - timedelta(days=30)
    move_in(person, dwelling=home, kind="usual_resident", since=since, by=by, at=at)
    return person


@pytest.fixture
def wished(setting, actor, at, on):
    """The elder sets one on the phone: `wished("pension")`."""

    def wish(kind="pension", day=None, key="elder", when=None, **more):
        wanted = Wanted(kind, day or on - timedelta(days=300), **more)
        return actions.set_reminder(setting.community, wanted=wanted, by=actor(key), at=when or at)

    return wish


@pytest.fixture
def for_aunt(setting, actor, at, on, aunt):
    """The worker sets one for the neighbour, who is on the telephone."""

    def wish(kind="residence_permit", day=None, **more):
        wanted = Wanted(
            kind, day or on - timedelta(days=350), **{"call": True, "phone": PHONE, **more}
        )
        return actions.set_reminder_for(
            setting.community, person=aunt, wanted=wanted, agreed="phone", by=actor("worker"), at=at
        )

    return wish


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


def fresh(row):
    """The row as it is loaded; None where it was destroyed."""
    model = Reminder if isinstance(row, Reminder) else ServiceCard
    rows = model.objects.filter(community=row.community_id)
    return rows.select_related("community", "person").filter(pk=row.pk).first()


def refused(rule, act, *given, **more):
    """The act is refused, with that finding."""
    with pytest.raises(Refused) as why:
        act(*given, **more)
    assert why.value.finding.rule == rule
