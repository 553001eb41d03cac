"""Who may act for whom, and what was agreed to."""

from datetime import date

from django.db.models import QuerySet

from linli.core.people.models import Agency, Consent, Person
from linli.core.people.queries.dwellings import in_term


def agents_of(person: Person, on: date) -> QuerySet[Agency]:
    """Who may act for this person on that day."""
    return (
        Agency.objects.filter(in_term(on), community=person.community_id, principal=person)
        .select_related("agent")
        .order_by("-since")
    )


def principals_of(person: Person, on: date) -> QuerySet[Agency]:
    """For whom this person may act on that day."""
    return (
        Agency.objects.filter(in_term(on), community=person.community_id, agent=person)
        .select_related("principal")
        .order_by("-since")
    )


def may_act_for(agent: Person, principal: Person, scope: str, on: date) -> bool:
    """Whether the agent may do this kind of thing (`Agency.SCOPES`) for the principal that day."""
    return agents_of(principal, on).filter(agent=agent, scope__in=("everything", scope)).exists()


def consents_of(person: Person) -> QuerySet[Consent]:
    """Everything the person ever agreed to, taken back or not."""
    return Consent.objects.filter(community=person.community_id, person=person).order_by(
        "-given_at", "purpose"
    )


def has_consent(person: Person, purpose: str) -> bool:
    """Whether the person agrees to `purpose`, as things stand."""
    return consents_of(person).filter(purpose=purpose, withdrawn_at__isnull=True).exists()
