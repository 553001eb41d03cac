"""The two compounds of the cast as estates, a firm under contract, and owners of one entrance."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.places.queries import dwellings_under
from linli.governance.property.actions import contracts, estates
from linli.governance.property.models import Owner, Ownership, Unit
from linli.lib.calendar import local_day

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def today(at):
    return local_day(at)


@pytest.fixture
def actor(setting, today):
    return lambda key: setting.actor(key, today)


@pytest.fixture
def worker(actor, at):
    return {"by": actor("worker"), "at": at}


@pytest.fixture
def estate(setting, worker, today):
    given = {
        "regime": "provider", "developer": "示范置业", "delivered_on": today - timedelta(days=2000),
        "land": 4_000_000, "green": 1_200_000, "buildings": 23, "on_sewer": 20,
    }  # fmt: skip
    return estates.enter_estate(
        setting.community, name="东湖花园", place=setting.new, given=given,
        since=today - timedelta(days=900), **worker,
    )  # fmt: skip


@pytest.fixture
def old_estate(setting, worker, today):
    given = {"regime": "none", "old": True, "delivered_on": today - timedelta(days=9000)}
    return estates.enter_estate(
        setting.community, name="翠湖新村", place=setting.old, given=given,
        since=today - timedelta(days=900), **worker,
    )  # fmt: skip


@pytest.fixture
def sign(setting, worker, today):
    """A contract of the cast's firm, ending in so many days."""

    def signed(estate, ends_in=400, body=None, **more):
        given = {
            "since": today - timedelta(days=330), "ends_on": today + timedelta(days=ends_in),
            "fee": 185, "staff": 12, "scope": "保洁、秩序、绿化、维修", "standard": "二级",
        }  # fmt: skip
        firm = body or setting.bodies["property"]
        return contracts.enter_contract(estate, body=firm, given=given, **more, **worker)

    return signed


@pytest.fixture
def owners(setting, old_estate, today):
    """Every dwelling of the stair, each with an owner; two of the cast own theirs."""
    known = {
        setting.accounts[key].residences.get().dwelling_id: setting.accounts[key].person
        for key in ("elder", "representative")
    }
    made = []
    for home in dwellings_under(setting.stair):
        unit = Unit.objects.create(
            community=setting.community, estate=old_estate, label=home.name, area=6000,
            area_from="register", dwelling=home,
        )  # fmt: skip
        owner = Owner.objects.create(
            community=setting.community, estate=old_estate, name="业主", added_on=today,
            person=known.get(home.pk),
        )  # fmt: skip
        Ownership.objects.create(community=setting.community, unit=unit, owner=owner, since=today)
        made.append(owner)
    return made


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(f"property:{name}", args=[setting.community.code, *args])


@pytest.fixture
def visit(setting):
    """Somebody's browser; without a name, of who has not signed in."""

    def browser(key=""):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser
