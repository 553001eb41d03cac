"""A round led through its phases by real acts, in a community with an account for everybody."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from linli.governance.budgeting.tests.playing import Play
from linli.lib.calendar import SHANGHAI
from linli.web.demo.cast import gather
from tests.remembered import remember


@pytest.fixture
def at():
    """A morning in spring."""
    return datetime(2026, 4, 8, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture
def setting(db, at):
    return remember(at, lambda: gather(at))


@pytest.fixture
def play(setting, at):
    return Play(setting, at)


@pytest.fixture
def days(at):
    return lambda number: date(2026, 4, 8) + timedelta(days=number)


@pytest.fixture
def on(at):
    return timezone.localdate(at)
