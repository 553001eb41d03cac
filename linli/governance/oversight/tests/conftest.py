"""The cast, their browsers, and a moment."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

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
    """The address of a page of this room in the community."""

    def address(name, *parts):
        return reverse(f"oversight:{name}", args=[setting.community.code, *parts])

    return address
