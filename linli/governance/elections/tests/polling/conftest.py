"""An election on its day, and the cast's browsers."""

import pytest
from django.test import Client
from django.utils import timezone

from linli.governance.elections.tests.polling.election_day import make_election

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def day(setting, at):
    """An election whose candidates were posted, on the day of the vote."""
    return make_election(setting, at)


@pytest.fixture
def ready(day):
    """The paper made, one station with its tellers."""
    day.prepare()
    day.set_up("一号站")
    return day


@pytest.fixture
def visit(setting):
    """Somebody's browser: `visit("worker")`, or `visit("visitor")` for who has not signed in."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser
