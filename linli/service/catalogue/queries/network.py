"""Whom each door may turn to: the nearest named contact and a stand-in, or whoever holds a post."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.access.models import Account, Holding
from linli.core.access.queries import bodies_of, in_term
from linli.core.places.models import Place
from linli.service.catalogue.models import NetworkContact

ORDER = ("worker", "committee_member", "deputy_director", "director")
"""Where nobody is named for a place: who holds these posts, in this order."""


@dataclass(frozen=True, slots=True)
class Channel:
    """Who is asked first and who stands in, by the name they go by at the desk; the office number
    under which both are reached. `named_for`: the place they are named for, None where it is
    their post. Either may be missing only where nobody holds any post."""

    contact: Account | None
    stand_in: Account | None
    named_for: Place | None
    phone: str

    def __bool__(self) -> bool:
        return self.contact is not None


def contacts_in(community: Any, on: date) -> "QuerySet[NetworkContact]":
    """Who is named for which place that day."""
    rows: QuerySet[NetworkContact] = NetworkContact.objects.filter(
        in_term(on), community=community, contact__is_active=True, stand_in__is_active=True
    )
    return rows.select_related("place", "contact", "stand_in").order_by("place__path")


def channel_of(dwelling: Place, on: date) -> Channel:
    """Whom one dwelling turns to."""
    return channels_of(dwelling.community_id, [dwelling], on)[dwelling.pk]


def channels_of(community: Any, dwellings: Iterable[Place], on: date) -> dict[UUID, Channel]:
    """The same for many, in as many queries as for one: the nearest place above decides."""
    named = {row.place.path: row for row in contacts_in(community, on)}
    posts = _post_holders(community, on)
    phone = committee_phone(community, on)
    return {home.pk: _channel(home, named, posts, phone) for home in dwellings}


def committee_phone(community: Any, on: date) -> str:
    """The committee's own number."""
    committee = bodies_of(community, on).filter(kind="residents_committee").first()
    return committee.office_phone if committee else ""


@dataclass(frozen=True, slots=True)
class Liaison:
    """Whom disabled residents may turn to: who holds the post, and their association."""

    accounts: tuple[Account, ...]
    association: str
    phone: str

    def __bool__(self) -> bool:
        return bool(self.accounts or self.association)


def disability_liaison(community: Any, on: date) -> Liaison:
    """The liaison and the association of disabled persons, where the community has them."""
    held = tuple(dict.fromkeys(_holders(community, on, ("disability_liaison",))))
    body = bodies_of(community, on).filter(kind="disabled_association").first()
    return Liaison(held, body.name if body else "", body.office_phone if body else "")


def staff_choices(community: Any, on: date) -> list[Account]:
    """Who can be named: those who hold a post of the committee, and representatives."""
    return list(dict.fromkeys(_holders(community, on, (*ORDER, "representative"))))


def _channel(
    home: Place, named: dict[str, NetworkContact], posts: list[Account], phone: str
) -> Channel:
    path = home.path
    while path:
        if path in named:
            row = named[path]
            return Channel(row.contact, row.stand_in, row.place, phone)
        path = path.rpartition("/")[0]
    first = posts[0] if posts else None
    second = posts[1] if len(posts) > 1 else None
    return Channel(first, second, None, phone)


def _post_holders(community: Any, on: date) -> list[Account]:
    return list(dict.fromkeys(_holders(community, on, ORDER)))


def _holders(community: Any, on: date, posts: tuple[str, ...]) -> list[Account]:
    key = getattr(community, "pk", community)
    rows = Holding.objects.filter(
        in_term(on), Q(place__community_id=key), post__in=posts, account__is_active=True
    ).select_related("account")
    ordered = sorted(rows, key=lambda row: (posts.index(row.post), row.since, str(row.pk)))
    return [row.account for row in ordered]
