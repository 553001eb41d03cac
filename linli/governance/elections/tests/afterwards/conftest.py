"""Electors by the hundred, a committee that sits, and the cast as actors and visitors."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.places.queries import dwellings_under
from linli.governance.elections.actions.sitting import enter_member

BACKEND = "linli.core.access.sign_in.AccountBackend"
# Names nobody bears: two signs after a common surname, invented in order.
GIVEN = "一二三四五六七八九十"


def invented(number):
    """A name that tells one invented resident from the next."""
    return f"试{GIVEN[number // 10 % 10]}{GIVEN[number % 10]}{number // 100 or ''}"


@pytest.fixture
def at():
    """The moment of an act."""
    return timezone.now()


@pytest.fixture
def on(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, on):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, on)


@pytest.fixture
def residents(setting, at, on):
    """Registers so many grown-up residents with a home here."""
    homes = list(dwellings_under(setting.community))
    founded = at - timedelta(days=300)

    def registered(number, born=date(1980, 1, 1)):
        found = []
        for each in range(number):
            person = register_person(
                setting.community, name=invented(each), birth_date=born, by=the_operator(),
                at=founded,
            )  # fmt: skip
            move_in(
                person, dwelling=homes[each % len(homes)], kind="hukou_here",
                since=on - timedelta(days=300), by=the_operator(), at=founded,
            )  # fmt: skip
            found.append(person)
        return found

    return registered


@pytest.fixture
def seat(setting, actor, at, on, residents):
    """A member of the committee who sat before the register was kept here."""
    [person] = residents(1)
    return enter_member(
        setting.community, person=person, office="committee_member",
        since=on - timedelta(days=200), term_ends=on + timedelta(days=900), paper="当选公告",
        by=actor("director"), at=at,
    )  # fmt: skip


@pytest.fixture
def visit(setting):
    """Somebody's browser: `visit("worker")`, or `visit("visitor")` for who has not signed in."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    """The address of a page of 选举 in the community."""

    def address(name, community=None, **parts):
        place = community or setting.community
        return reverse(f"elections:{name}", kwargs={"community_code": place.code, **parts})

    return address


@pytest.fixture
def run_by(setting, on):
    """Somebody of the election committee, who has a post for it: the mediator's account."""
    from linli.core.access.models import Holding

    Holding.objects.create(
        account=setting.accounts["mediator"], post="election_committee",
        place=setting.community, since=on - timedelta(days=60),
    )  # fmt: skip
    return "mediator"


@pytest.fixture
def held(setting, at, on, residents, run_by):
    """An election that has been voted in and counted: `held(papers)`, one question an office."""
    from linli.governance.elections.tests.afterwards.holding import Standing, stage

    def counted(papers, **given):
        return stage(
            setting.community, Standing(residents(given.pop("people", 30))), papers, at=at, on=on,
            **given,
        )  # fmt: skip

    return counted
