"""A street with three communities on this instance, and its officer."""

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
def scene(db, monkeypatch, client):
    room = Room()
    monkeypatch.setattr(sources, "sources", lambda: (room.as_source(),))
    town = a_town()
    communities = []
    for number, name in enumerate(("湖东社区", "湖西社区", "北门社区"), 1):
        community = a_community(number, name, town=town)
        by_operator(describe_community, community, households=300, on=DAY.replace(month=1))
        communities.append(community)
    a_community(9, "不在此处社区", town=town)

    def reckon_all():
        for community in communities:
            outcome = reckon_community(community, plan_span(DAY))
            reckon(community, by=the_clock(), at=AT, outcome=outcome)

    def sign_in(post="street_officer", place=town):
        account = make_account(place, post)
        client.force_login(account, "linli.core.access.sign_in.AccountBackend")

    return SimpleNamespace(
        room=room,
        town=town,
        communities=communities,
        reckon=reckon_all,
        sign_in=sign_in,
        url=f"/street/{town.code}/",
    )
