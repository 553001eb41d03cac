"""Petitions: what everybody may read, and who may sign as what."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404

from linli.core.people.models import Household, Person
from linli.governance.assemblies.models import Petition, Signature
from linli.governance.assemblies.queries.figures import adults_of, household_of
from linli.governance.assemblies.queries.representatives import representatives_on


def open_petitions(community: Any) -> QuerySet[Petition]:
    """All petitions with their `signers`, those under way first."""
    return (
        Petition.objects.filter(community=community)
        .select_related("base", "community")
        .annotate(signers=Coalesce(F("signed"), Count("signatures")))
        .order_by("-started_at", "pk")
    )


def petition_in(community: Any, key: UUID) -> Petition:
    """One petition with its `signers` (Http404)."""
    found = open_petitions(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


public_petition = petition_in
"""Petitions are public from the first signature on; the signatures are not."""


def signatures_on(petition: Petition) -> int:
    """How many have signed."""
    if petition.signed is not None:
        return petition.signed
    return Signature.objects.filter(community=petition.community_id, petition=petition).count()


def has_signed(petition: Petition, person: Any) -> bool:
    """Whether this person has signed."""
    return Signature.objects.filter(
        community=petition.community_id, petition=petition, person=person
    ).exists()


def capacity_to_sign(
    petition: Petition, person: Person, on: date, age: int
) -> tuple[bool, Household | None]:
    """Whether this person is in the base the petition counts against; and for which household,
    where households sign."""
    community = petition.community_id
    if petition.signed_by == "representatives":
        return representatives_on(community, on).filter(person=person).exists(), None
    if petition.signed_by == "households":
        household = household_of(community, person, on)
        return household is not None, household
    return adults_of(community, on, age).filter(person=person).exists(), None
