"""The cast around an opening and a card: who keeps what, and an opening that is up."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.access.tests.browsers import know_browsers
from linli.core.audit.actor import the_operator
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.models import JobCard

BACKEND = "linli.core.access.sign_in.AccountBackend"
EMPLOYER = {
    "title": "湖滨早餐店",
    "title_en": "",
    "kind": "employer",
    "credit_code": "91310000MA1FL5XU4N",
    "phone": "0990-5550040",
    "agreed_on": None,
    "where": "湖滨路 3 号",
}
OPENING = {
    "kind": "job",
    "title": "早餐店帮工",
    "title_en": "",
    "duties": "做饭、包包子、打扫",
    "asks": "手脚干净",
    "place": None,
    "where": "翠湖新村南门",
    "times": "part",
    "hours": "每天 5:00—9:00",
    "pay_fen": 200_000,
    "pay_most_fen": 240_000,
    "pay_per": "month",
    "nothing_asked": True,
    "phone": "0990-5550041",
    "agreed_on": None,
    "wanted": 2,
}
CARD = {
    "reach": "phone",
    "phone": "19900000003",
    "wish": "做饭",
    "hours": ["part"],
    "near": "翠湖新村",
    "can": "食堂做过十年",
    "learn": "",
    "pay": "",
}


@pytest.fixture
def at():
    """This morning, so that pages drawn now see it."""
    return timezone.localtime(timezone.now()).replace(hour=0, minute=1)


@pytest.fixture
def later(at):
    """So many days after it."""
    return lambda days: at + timedelta(days=days)


@pytest.fixture
def cast(setting, at):
    """The mediator holds the employment post too; the worker does not."""
    appoint(
        setting.community,
        account=setting.accounts["mediator"],
        post="employment",
        since=local_day(at) - timedelta(days=30),
        by=the_operator(),
        at=at,
    )
    return setting


@pytest.fixture
def actor(cast, at):
    return lambda key: cast.actor(key, local_day(at))


@pytest.fixture
def elder(cast):
    return Person.objects.get(community=cast.community, pk=cast.accounts["elder"].person_id)


@pytest.fixture
def drafted(cast, actor, at):
    """A draft of an employer somebody rang: `drafted(pay_fen=None)`."""
    made = {}

    def draft(**more):
        by = {"by": actor("worker"), "at": at}
        if not made:
            made["employer"] = actions.enter_employer(
                cast.community, given=EMPLOYER, how="phone", number="0990-5550040", **by
            )
        given = {**OPENING, **made, **more}
        return actions.draft_opening(cast.community, given=given, **by)

    return draft


@pytest.fixture
def up(drafted, actor, at):
    """One that is up for so many days."""

    def put_up(days=30, **more):
        row = drafted(**more)
        expires_on = timezone.localdate(at) + timedelta(days=days)
        return actions.publish_opening(
            row, expires_on=expires_on, looked=False, seen=row.version, by=actor("worker"), at=at
        )

    return put_up


@pytest.fixture
def card(cast, actor, at):
    """The elder's card, written by herself."""
    return actions.write_card(cast.community, given=CARD, by=actor("elder"), at=at)


@pytest.fixture
def known(monkeypatch):
    """Every browser is one its account has proved itself with."""
    know_browsers(monkeypatch)


@pytest.fixture
def visit(cast):
    """Somebody's browser."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(cast.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(cast):
    def address(page, /, **parts):
        here = {"community_code": cast.community.code, **parts}
        return reverse(f"catalogue:{page}", kwargs=here)

    return address


def fresh(row):
    """The row as it is loaded."""
    rows = type(row).objects.filter(community=row.community_id)
    join = ("community", "person") if isinstance(row, JobCard) else ("community",)
    return rows.select_related(*join).get(pk=row.pk)


def refused(rule, act, *given, **more):
    """The act is refused, with that finding."""
    with pytest.raises(Refused) as why:
        act(*given, **more)
    assert why.value.finding.rule == rule
    return why.value.finding
