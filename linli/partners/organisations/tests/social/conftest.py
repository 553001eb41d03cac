"""The cast, a choir that wants to be an organisation, and the pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.partners.organisations.actions import social
from linli.partners.organisations.actions.social import Proposed

BACKEND = "linli.core.access.sign_in.AccountBackend"
CHOIR = {
    "name": "东湖社区合唱队",
    "category": "culture_sport",
    "about": "每周三晚上一起唱歌，过节给邻里演出",
    "initiators": 3,
    "members": 24,
    "leader": "王秀英",
    "phone": "19900000077",
    "venue": "社区活动室",
    "charter": "自愿来，自愿走；钱记账，每季度公布；晚上九点前散。",
    "plan": "每周三排练，重阳节和春节各演一次。",
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
def propose(setting, actor, at):
    """A choir as the tenant proposes it; every part can be said otherwise."""

    def proposed(by="tenant", when=None, **more):
        said = Proposed(**{**CHOIR, **more})
        return social.propose_social(setting.community, said=said, by=actor(by), at=when or at)

    return proposed


@pytest.fixture
def file(propose, actor, at):
    """A choir on record, filed thirty days ago."""

    def filed(when=None, **more):
        moment = when or at - timedelta(days=30)
        row = propose(when=moment, **more)
        social.hand_in_social(row, by=actor("tenant"), at=moment)
        return social.file_social(row, filed_with="street", by=actor("director"), at=moment)

    return filed


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
        code = setting.community.code
        return reverse(f"organisations:{name}", kwargs={"community_code": code, **parts})

    return address
