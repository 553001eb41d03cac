"""A compound of a few units, and a moment of today."""

import pytest
from django.utils import timezone

from linli.governance.property.tests.votes.voting import Compound
from linli.lib.calendar import SHANGHAI


@pytest.fixture
def at():
    """Nine in the morning of today, at whatever hour this runs."""
    return timezone.now().astimezone(SHANGHAI).replace(hour=9, minute=0, second=0, microsecond=0)


@pytest.fixture
def small(setting, at):
    """Twelve units; one buyer has three: ten heads."""
    return Compound(setting, at, units=12, investor=3)
