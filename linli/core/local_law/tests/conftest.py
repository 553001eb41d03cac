"""A community with a director and somebody who supervises, and what they enter."""

from dataclasses import replace
from datetime import date

import pytest

from linli.core.clocks.tests.cast import at, make_community, make_holder
from linli.core.local_law.actions import Given
from linli.lib.law import own_place

TODAY = date(2026, 11, 9)
NOW = at(11, 9)


@pytest.fixture
def community(db):
    return make_community("370102001001", "翠湖社区")


@pytest.fixture
def next_door(db):
    return make_community("370102001002", "望江社区")


@pytest.fixture
def director(community):
    return make_holder(community, "director", "陈建国")


@pytest.fixture
def supervisor(community):
    return make_holder(community, "supervisor", "王丽")


@pytest.fixture
def weekend(community):
    """The province's rule of weekends, as this community's director enters it."""
    return Given(
        jurisdiction=own_place(community.pk),
        issuer="cn-37",
        rule="calendar.weekend_rolls",
        value=False,
        in_force_from=TODAY,
        in_force_to=None,
        status="verified",
        source="某省期限计算规定",
        article="7",
        signed="陈建国",
        declares=True,
    )


@pytest.fixture
def forward(weekend):
    """The community's own promise for what is forwarded: eight working days."""
    return replace(
        weekend,
        issuer=weekend.jurisdiction,
        rule="matters.forward",
        value=8,
        status="promise",
        source="居民代表会议决定",
        article="",
    )
