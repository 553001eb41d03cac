"""Who lives, owns or is registered where, on any day."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.people.models import Household, Person, Tie
from linli.core.places.models import Place


def in_term(on: date) -> Q:
    """Holds on the day `on`: begun, and not ended (`until` is the first day without it)."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))


def _ties(community: Any) -> QuerySet[Tie]:
    return Tie.objects.filter(
        community=community, person__merged_into__isnull=True, person__forgotten_at__isnull=True
    )


def living_at(dwelling: Place, on: date) -> QuerySet[Tie]:
    """The ties to a dwelling on that day, with their persons, household by household."""
    return (
        _ties(dwelling.community_id)
        .filter(in_term(on), dwelling=dwelling)
        .select_related("person", "household")
        .order_by("household_id", "person__birth_date", "person_id", "kind")
    )


def ties_of(person: Person, on: date | None = None) -> QuerySet[Tie]:
    """All ties of one person, the latest first; only those that hold on a day, where one is
    given."""
    ties = Tie.objects.filter(community=person.community_id, person=person)
    if on is not None:
        ties = ties.filter(in_term(on))
    return ties.select_related("dwelling", "household").order_by("-since", "kind")


NEAREST = (Tie.RESIDENT, Tie.TENANT, Tie.HUKOU, Tie.OWNER)
"""The kinds of tie by how near they bring one to the person."""


def dwelling_of(person: Person, on: date) -> Place | None:
    """Where the person is to be found: where they live, else rent, are registered, or own."""
    return dwellings_of(person.community_id, [person.pk], on).get(person.pk)


def dwellings_of(community: Any, persons: Iterable[UUID], on: date) -> dict[UUID, Place]:
    """The same for many at once, in one query."""
    found: dict[UUID, tuple[int, Place]] = {}
    ties = _ties(community).filter(in_term(on), person__in=list(persons))
    for tie in ties.select_related("dwelling"):
        rank = NEAREST.index(tie.kind)
        if tie.person_id not in found or rank < found[tie.person_id][0]:
            found[tie.person_id] = (rank, tie.dwelling)
    return {person: dwelling for person, (_rank, dwelling) in found.items()}


def households_at(dwelling: Place, on: date) -> QuerySet[Household]:
    """The households of one dwelling on that day."""
    return (
        Household.objects.filter(in_term(on), community=dwelling.community_id, dwelling=dwelling)
        .select_related("representative")
        .order_by("since", "pk")
    )


def members_of(household: Household, on: date) -> QuerySet[Tie]:
    """Those who belong to a household on that day."""
    return (
        _ties(household.community_id)
        .filter(in_term(on), household=household)
        .select_related("person")
        .order_by("person__birth_date", "person_id")
    )


def count_households(place: Place, on: date) -> int:
    """How many households there are on that day in a community, or in a part of it."""
    assert place.community_id, "above a community, counts are added up by the evaluation"
    counted = Household.objects.filter(in_term(on), community=place.community_id)
    if place.pk != place.community_id:
        counted = counted.filter(
            Q(dwelling=place)
            | Q(dwelling__path__gte=f"{place.path}/", dwelling__path__lt=f"{place.path}0")
        )
    return counted.count()
