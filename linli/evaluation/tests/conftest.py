"""A community with people who hold posts, and a room whose facts a test makes up."""

from types import SimpleNamespace

import pytest

from linli.core.audit.actor import the_clock
from linli.core.places.actions import describe_community
from linli.core.places.tests.town import a_community, a_town, by_operator
from linli.evaluation import sources
from linli.evaluation.actions import reckon
from linli.evaluation.outcome import reckon_community
from linli.evaluation.periods import plan_span
from linli.evaluation.tests.cast import AT, DAY, Room, make_account


@pytest.fixture
def room(monkeypatch):
    """The only room there is, for one test."""
    made_up = Room()
    monkeypatch.setattr(sources, "sources", lambda: (made_up.as_source(),))
    return made_up


@pytest.fixture
def scene(db, room):
    """A community of a town and its cast; `reckon` has its figures reckoned at once."""
    town = a_town()
    community = a_community(1, town=town)
    by_operator(describe_community, community, households=300, on=DAY.replace(month=1, day=1))

    def reckon_now(place=community, at=AT, on=DAY, **given):
        outcome = reckon_community(place, plan_span(on, **given))
        return reckon(place, by=the_clock(), at=at, outcome=outcome)

    return SimpleNamespace(
        town=town,
        community=community,
        room=room,
        reckon=reckon_now,
        url=f"/c/{community.code}/standards/",
        account=lambda post, place=community: make_account(place, post),
    )
