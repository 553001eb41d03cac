"""For whom somebody may put a name down besides themselves."""

from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.actor import Actor
from linli.core.people.models import Person
from linli.core.people.queries import own_record, principals_of
from linli.core.people.queries.declarations import household_members

SCOPES = ("everything", "activities")


def family_of(actor: Actor, community: Any, on: date) -> list[Person]:
    """Whom the actor may put down in this community: the household, and those they act for."""
    own = own_record(actor)
    if own is None or own.community_id != community.pk:
        return []
    found: dict[UUID, Person] = {each.pk: each for each in household_members(own, on)}
    for agency in principals_of(own, on).filter(scope__in=SCOPES):
        found.setdefault(agency.principal_id, agency.principal)
    return list(found.values())


def acts_for(actor: Actor, person: Person, on: date) -> bool:
    """Whether this person gave the actor the power to put them down."""
    own = own_record(actor)
    if own is None or own.community_id != person.community_id:
        return False
    return principals_of(own, on).filter(principal=person, scope__in=SCOPES).exists()


def speaks_for(actor: Actor, person: Person, on: date) -> bool:
    """Whether the actor may put this person down: not themselves, which is another way."""
    return any(each.pk == person.pk for each in family_of(actor, person.community, on))
