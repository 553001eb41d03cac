"""Changes told of, and for whom one may tell."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from linli.core.people.models import Declaration, Person, Tie
from linli.core.people.queries.agreements import may_act_for, principals_of
from linli.core.people.queries.dwellings import in_term


def waiting_declarations(community: Any) -> QuerySet[Declaration]:
    """What waits for the desk, the oldest first."""
    return (
        Declaration.objects.filter(community=community, decided_at__isnull=True)
        .select_related("about", "declared_by", "dwelling")
        .order_by("declared_at", "pk")
    )


def declared_by(person: Person) -> QuerySet[Declaration]:
    """What one person told of, the latest first."""
    return (
        Declaration.objects.filter(community=person.community_id, declared_by=person)
        .select_related("about", "dwelling")
        .order_by("-declared_at", "-pk")
    )


def household_members(person: Person, on: date) -> list[Person]:
    """Those who form a household with a person on that day, without the person."""
    mine = Tie.objects.filter(
        in_term(on), community=person.community_id, person=person, household__isnull=False
    )
    together = Person.objects.filter(
        community=person.community_id,
        merged_into__isnull=True,
        forgotten_at__isnull=True,
        pk__in=Tie.objects.filter(
            in_term(on), community=person.community_id, household__in=mine.values("household")
        ).values("person"),
    ).exclude(pk=person.pk)
    return list(together.order_by("birth_date", "pk"))


def spoken_for_by(person: Person, on: date) -> list[Person]:
    """For whom somebody may tell of a change: themselves first, their household, and those they
    act for in what concerns the record."""
    found: dict[UUID, Person] = {person.pk: person}
    for member in household_members(person, on):
        found.setdefault(member.pk, member)
    for agency in principals_of(person, on).filter(scope__in=("everything", "record")):
        found.setdefault(agency.principal_id, agency.principal)
    return list(found.values())


def may_be_spoken_for(person: Person, about: Person, on: date) -> bool:
    """Whether `person` may tell of a change of `about`."""
    if may_act_for(person, about, "record", on):
        return True
    return any(member.pk == about.pk for member in household_members(person, on))
