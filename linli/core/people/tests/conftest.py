"""A community with dwellings, those who work in it, and a neighbour community."""

from datetime import UTC, date, datetime
from itertools import count

import pytest

from linli.core.audit.actor import Actor, HeldPost, the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.places.models import Place
from linli.core.places.tests.town import a_community, a_compound
from linli.lib.identity.ids import new_id

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
ON = date(2026, 11, 23)
_weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_serial = count(1)


def an_id(born: date, *, serial: int, division: str = "110101") -> str:
    """An invented number that holds together; odd serials are male."""
    body = f"{division}{born:%Y%m%d}{serial:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _weights, strict=True))
    return body + "10X98765432"[total % 11]


def post_of(name: str, community: Place, person=None) -> Actor:
    """Somebody who holds a post in the community."""
    held = HeldPost(post=name, path=community.path, community=community.pk)
    return Actor(account=new_id(), person=person, posts=(held,), channel="desk")


@pytest.fixture
def community(db) -> Place:
    place = a_community()
    a_compound(place)
    return place


@pytest.fixture
def next_door(community) -> Place:
    place = a_community(2, "青禾社区")
    a_compound(place, "青禾苑", buildings=1)
    return place


@pytest.fixture
def dwelling(community):
    """`dwelling("1号楼", "1单元", "101")`."""

    def found(building="1号楼", entrance="1单元", door="101", within=community) -> Place:
        return Place.objects.get(
            community=within, name=door, parent__name=entrance, parent__parent__name=building
        )

    return found


@pytest.fixture
def worker(community) -> Actor:
    return post_of("worker", community)


@pytest.fixture
def director(community) -> Actor:
    return post_of("director", community)


@pytest.fixture
def registrar(community) -> Actor:
    return post_of("registrar", community)


@pytest.fixture
def outsider(next_door) -> Actor:
    return post_of("director", next_door)


@pytest.fixture
def resident(community):
    """Makes a person: `resident("王秀英", phone="13812345678")`."""

    def made(name="王秀英", within=None, at=AT, home=None, kind="usual_resident", **given):
        consents = {"contact": "signed"} if given.get("phone") else {}
        if given.get("needs") or given.get("language"):
            consents["service_needs"] = "signed"
        person = register_person(
            within or community,
            by=the_operator(),
            at=at,
            name=name,
            consents={**consents, **given.pop("consents", {})},
            **given,
        )
        if home is not None:
            since = given.get("since", date(2020, 1, 1))
            move_in(person, by=the_operator(), at=at, dwelling=home, kind=kind, since=since)
        return person

    return made


def as_themself(person) -> Actor:
    """The person, signed in to an account of their own."""
    return Actor(account=new_id(), person=person.pk)
