"""Who may vote on a round: who lives in its area and has reached the age it was published with."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.access.queries import in_term
from linli.core.people.models import Person, Tie
from linli.core.people.queries import search_persons
from linli.core.places.models import Place
from linli.lib.calendar import corresponding_day
from linli.mechanisms.ballot.actions import Entrant
from linli.mechanisms.ballot.models import Elector, Poll

LIVING = (Tie.HUKOU, Tie.RESIDENT, Tie.TENANT)


def entrants(community: Any, area: Place | None, age: int, on: date) -> list[Entrant]:
    """Everybody who may vote, once each, by building: those who live or are registered there and
    are known to be of that age. Of whom it has no birthday, the desk asks and adds them."""
    rows = _ties(community, area, on).filter(
        person__birth_date__lte=corresponding_day(on, -12 * age)
    )
    found: dict[UUID, Entrant] = {}
    for tie in rows:
        if tie.person_id not in found:
            found[tie.person_id] = Entrant(
                name=tie.person.name,
                person=tie.person_id,
                ground=tie.kind,
                group=tie.dwelling.stairs_name,
            )
    return list(found.values())


def lives_in(area: Place | None, person: Person, on: date) -> bool:
    """Whether this person lives or is registered in the round's area."""
    return _ties(person.community_id, area, on).filter(person=person).exists()


def found_to_add(poll: Poll, words: str) -> list[Person]:
    """Who may be meant at the desk, without those on the roll already."""
    there = Elector.objects.filter(
        community=poll.community_id, electorate=poll.electorate_id, struck_at__isnull=True
    )
    people = search_persons(poll.community_id, words)
    return list(people.exclude(pk__in=there.exclude(person=None).values("person"))[:10])


def _ties(community: Any, area: Place | None, on: date) -> "QuerySet[Tie]":
    inside = Q()
    if area is not None:
        inside = Q(dwelling__path__startswith=f"{area.path}/") | Q(dwelling=area)
    return (
        Tie.objects.filter(
            in_term(on),
            inside,
            community=community,
            kind__in=LIVING,
            person__merged_into__isnull=True,
            person__forgotten_at__isnull=True,
            person__died_on__isnull=True,
        )
        .select_related("person", "dwelling")
        .order_by("dwelling__position", "dwelling_id", "person_id", "kind")
    )
