"""The cast with their posts, their browsers and the addresses of pages, for every row's check."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.lib.law import Refused

BACKEND = "linli.core.access.sign_in.AccountBackend"


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
    """The address of a page of the community: `url("matters:public")`."""

    def address(name, **parts):
        return reverse(name, kwargs={"community_code": setting.community.code, **parts})

    return address


@pytest.fixture
def refused():
    """That an act is refused, by which rule: `refused("funds.reason_given", act, …)`."""

    def by_rule(rule, act, *given, **named):
        with pytest.raises(Refused) as told:
            act(*given, **named)
        assert told.value.finding.rule == rule

    return by_rule
