"""A community with a frozen roll of twelve, an open poll, and the steps as acts."""

import pytest

from linli.core.audit.actor import Actor
from linli.core.clocks.tests.cast import make_account, make_community
from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.models import Station
from linli.mechanisms.ballot.tests.votes import as_actor, elector, make_poll, make_roll, stepping


@pytest.fixture
def take():
    with stepping() as door:
        yield door


@pytest.fixture
def community(db):
    return make_community("110101001001", "翠湖社区")


@pytest.fixture
def roll(take, community):
    return make_roll(take, community, 12)


@pytest.fixture
def poll(take, roll):
    return make_poll(take, roll)


@pytest.fixture
def voter(roll):
    """Somebody on the roll by number, as an actor."""
    return lambda number: as_actor(elector(roll, number))


@pytest.fixture
def counted_station(take, roll):
    """A closed poll on paper whose one station has three papers in the box, its three tellers,
    and the steps: `(station, teller("first"), take)`."""
    poll = make_poll(take, roll, on_paper=True, on_screen=False)
    station = take(actions.add_station, poll, name="一号站")
    accounts = {part: make_account(part) for part in ("first", "second", "witness")}
    for part, account in accounts.items():
        take(actions.name_teller, station, part=part, account=account.pk)
    take(actions.open_station, station)
    for number in (1, 2, 3, 4):
        take(actions.hand_out, station, elector(roll, number))
    take(actions.spoil, station)
    take(actions.close_station, station)
    take(actions.close_poll, poll)
    station = Station.objects.select_related("poll").get(community=roll.community_id, pk=station.pk)
    take(actions.record_counts, station, returned=3, unreturned=1)
    return station, lambda part: Actor(account=accounts[part].pk), take
