"""What time does to persons' records: forgets those whose year after leaving is over, and ends
what was kept for a while only."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from linli.core.audit.actor import the_clock
from linli.core.people.actions import expire, forget_person
from linli.core.people.actions.expiring import (
    ended_agencies,
    kept_since,
    settled_changes,
    settled_declarations,
    stale_previews,
    stopped_imports,
)
from linli.core.people.models import Agency, Person, Tie
from linli.core.places.models import Place
from linli.core.places.scope import CommunityQuerySet
from linli.lib.calendar.periods import local_day

EVERYWHERE = "what time does, everywhere"
AT_ONCE = 200
"""Persons forgotten in one turn, so that a minute's work stays short; the rest the next minute."""


def run(at: datetime) -> None:
    """Does what is due; safe to run twice."""
    for community in _communities_with_leftovers(at):
        expire(community, by=the_clock(), at=at)
    on = local_day(at)
    persons = [*persons_who_left(on)[:AT_ONCE]]
    if at.minute == 0:  # looks at everybody, so not every minute
        persons += persons_never_tied(on)[:AT_ONCE]
    for person in persons:
        forget_person(person, by=the_clock(), at=at)


def persons_who_left(on: date) -> QuerySet[Person]:
    """Those for whom the promised year since they left is over: everything that tied them here,
    and every mandate, ended that long ago."""
    limit = kept_since(on)
    left = Tie.objects.across_communities(EVERYWHERE).filter(until__lte=limit)
    return _forgettable(limit).filter(pk__in=left.values("person"))


def persons_never_tied(on: date) -> QuerySet[Person]:
    """Those registered that long ago who never lived, owned or acted for anybody here."""
    limit = kept_since(on)
    ties = Tie.objects.across_communities(EVERYWHERE).filter(person=OuterRef("pk"))
    return _forgettable(limit).filter(~Exists(ties), registered_at__date__lte=limit)


def _forgettable(limit: date) -> QuerySet[Person]:
    still = Q(until__isnull=True) | Q(until__gt=limit)
    tied = Tie.objects.across_communities(EVERYWHERE).filter(still, person=OuterRef("pk"))
    acting = Agency.objects.across_communities(EVERYWHERE).filter(
        still, Q(agent=OuterRef("pk")) | Q(principal=OuterRef("pk"))
    )
    return (
        Person.objects.across_communities(EVERYWHERE)
        .filter(~Exists(tied), ~Exists(acting), merged_into__isnull=True, forgotten_at__isnull=True)
        .order_by("registered_at", "pk")
    )


def _communities_with_leftovers(at: datetime) -> Iterator[Place]:
    found = set()
    ended = (
        stale_previews(at), stopped_imports(at), settled_changes(at), ended_agencies(at),
        settled_declarations(at),
    )  # fmt: skip
    for leftovers in ended:
        rows: CommunityQuerySet[Any] = leftovers.across_communities(EVERYWHERE)
        found.update(rows.values_list("community", flat=True).distinct())
    yield from Place.objects.filter(pk__in=found).order_by("pk")
