"""Demands for a recall: what all may read, what residents may sign, what the desk judges."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from linli.core.access.models import Account, Holding
from linli.core.access.queries import in_term
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.people.models import Household, Person, Tie
from linli.core.people.queries import persons_in
from linli.core.people.rules import age_on
from linli.governance.elections.models import Membership, Recall, RecallSignature
from linli.governance.elections.rules.signing import serves_impartially_at_recall
from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.publication.models import Posting

PUBLIC = ("accepted", "polling", "carried", "failed")
"""What everybody may read: a demand that was found to have enough signatures, and its outcome."""

LIVING_HERE = (Tie.HUKOU, Tie.RESIDENT, Tie.TENANT)
"""Who only owns a flat here and lives elsewhere is no resident (arts. 16 and 20)."""


def recalls_of(seat: Membership) -> QuerySet[Recall]:
    """Every demand against one seat, the latest first."""
    return Recall.objects.filter(community=seat.community_id, membership=seat).order_by(
        "-asked_on", "-id"
    )


def recalls_for(actor: Actor, community: Any) -> QuerySet[Recall]:
    """The demands this reader may know of: everybody the accepted ones, residents also those that
    collect signatures, the desk all."""
    found = Recall.objects.filter(community=community).select_related("membership")
    if not may("elections.see_desk", actor, community):
        wanted = Q(state__in=PUBLIC)
        if resident(actor, community) is not None:
            wanted |= Q(state__in=("collecting", "submitted"))
            wanted |= Q(asked_by=actor.person)
        found = found.filter(wanted)
    return found.order_by("-asked_on", "-id")


def recall_for(actor: Actor, community: Any, recall_id: UUID) -> Recall:
    """One demand, where this reader may know of it; otherwise there is none (Http404)."""
    found: Recall | None = (
        recalls_for(actor, community)
        .filter(pk=recall_id)
        .select_related(
            "membership__round__election", "membership__person", "community", "electorate", "poll"
        )
        .first()
    )
    if found is None:
        raise Http404
    return found


def resident(actor: Actor, community: Any) -> Person | None:
    """The record of whoever acts, where they belong to this community."""
    if actor.person is None:
        return None
    found: Person | None = persons_in(community).filter(pk=actor.person).first()
    return found


def notices_of(recalls: Sequence[Recall]) -> dict[UUID, Posting]:
    """The notices that are up of these demands, by demand, in one query."""
    if not recalls:
        return {}
    found = Posting.objects.filter(
        community=recalls[0].community_id,
        owner__in=[recall.pk for recall in recalls],
        state__in=Posting.SHOWN,
    )
    return {posting.owner: posting for posting in found.defer("snapshot")}


def signatures_of(recall: Recall) -> QuerySet[RecallSignature]:
    """Those who joined and have not withdrawn."""
    return RecallSignature.objects.filter(
        community=recall.community_id, recall=recall, withdrawn_on__isnull=True
    ).select_related("person")


def signed(recall: Recall, person: Person | None) -> bool:
    """Whether this person has joined."""
    return person is not None and signatures_of(recall).filter(person=person).exists()


def lives_here(person: Person, on: date) -> bool:
    """Whether the person is registered, lives or rents in the community that day."""
    return Tie.objects.filter(
        in_term(on), community=person.community_id, person=person, kind__in=LIVING_HERE
    ).exists()


def serves_at_recall(poll: Poll, account: Account) -> Finding:
    """Whether somebody may help or count at the vote on a recall: not the member concerned."""
    concerned = (
        account.person_id is not None
        and Recall.objects.filter(
            community=poll.community_id, poll=poll, membership__person=account.person_id
        ).exists()
    )
    return serves_impartially_at_recall(concerned)


def household_of(person: Person, on: date) -> Household | None:
    """The household for which this person may sign: the one that named them, or the one they
    belong to while it has named nobody."""
    named: Household | None = (
        Household.objects.filter(in_term(on), community=person.community_id, representative=person)
        .order_by("since", "pk")
        .first()
    )
    if named is not None:
        return named
    tie = (
        Tie.objects.filter(
            in_term(on),
            community=person.community_id,
            person=person,
            household__representative__isnull=True,
            household__until__isnull=True,
        )
        .exclude(household__isnull=True)
        .select_related("household")
        .order_by("since", "pk")
        .first()
    )
    return tie.household if tie else None


def represents_residents(person: Person, on: date) -> bool:
    """Whether the person is a residents' representative that day."""
    return Holding.objects.filter(
        in_term(on),
        post="representative",
        account__person=person,
        place__community=person.community_id,
    ).exists()


def representatives(community: Any, on: date) -> list[Account]:
    """The residents' representatives of that day, each person once, by name. One whose account is
    joined to nobody of the register is among them all the same."""
    held = Holding.objects.filter(in_term(on), post="representative", place__community=community)
    accounts = Account.objects.filter(pk__in=held.values("account")).select_related("person")
    found = {each.person_id or each.pk: each for each in accounts}
    return sorted(
        found.values(),
        key=lambda each: (each.person.name_keys if each.person else each.label, each.pk),
    )


def age_of(person: Person, on: date) -> int | None:
    """In whole years; None where the day of birth is not known."""
    return age_on(person.birth_date, on) if person.birth_date else None


def base_now(community: Any, base: str, on: date, *, age: int) -> int:
    """How many there are to count signatures against, as the registers have it today. Whoever
    checks the demand may know better, and says from where."""
    if base == "representatives":
        return (
            Holding.objects.filter(
                in_term(on), post="representative", place__community=community
            ).aggregate(number=Count("account", distinct=True))["number"]
            or 0
        )
    if base == "households":
        # Those who may speak for a household: it has one, where somebody of age lives in it.
        voting = Tie.objects.filter(
            in_term(on),
            household=OuterRef("pk"),
            person__in=adults(community, on, age=age).values("pk"),
        )
        return Household.objects.filter(in_term(on), Exists(voting), community=community).count()
    return adults(community, on, age=age).count()


def adults(community: Any, on: date, *, age: int) -> QuerySet[Person]:
    """Those of age who are registered, live or rent here that day, by name."""
    last = corresponding_day(on, -12 * age)
    ties = Tie.objects.filter(in_term(on), community=community, kind__in=LIVING_HERE)
    return (
        persons_in(community)
        .filter(birth_date__lte=last, died_on__isnull=True, pk__in=ties.values("person"))
        .order_by("name_keys", "pk")
    )
