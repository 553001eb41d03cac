"""Elections as everybody, and as the desk, may see them."""

from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.places.models import Place
from linli.governance.elections.models import (
    Candidate,
    CandidateMeeting,
    CommitteeSeat,
    Election,
    Kinship,
    Nomination,
    Objection,
    Registration,
)
from linli.governance.elections.postings import ELECTIONS
from linli.mechanisms.publication.models import Posting

NEEDED = ("community", "electorate")


def elections_of(community: Place) -> "QuerySet[Election]":
    """All elections of a community, the latest first: that they are held is public."""
    return (
        Election.objects.filter(community=community)
        .select_related("community")
        .order_by("-day", "-id")
    )


def public_election(community: Place, election: UUID) -> Election:
    """One election, for everybody. Raises Http404 where there is none."""
    found = (
        Election.objects.filter(community=community, pk=election).select_related(*NEEDED).first()
    )
    if found is None:
        raise Http404
    return found


def election_at_desk(actor: Actor, community: Place, election: UUID) -> Election:
    """The election, for those who run it, help, or watch; for others there is none (Http404)."""
    found = public_election(community, election)
    if not may("elections.see_desk", actor, found):
        raise Http404
    return found


def under_way(community: Place) -> Election | None:
    """The election that is being held now, for the community's first pages."""
    return (
        elections_of(community)
        .filter(state__in=Election.flow.open_states)
        .exclude(state="handed_over")
        .first()
    )


def committee_of(election: Election) -> "QuerySet[CommitteeSeat]":
    """Everybody of the earlier result, in its order: members, substitutes, those who left."""
    return (
        CommitteeSeat.objects.filter(community=election.community_id, election=election)
        .select_related("person")
        .order_by("place")
    )


def kinships_of(election: Election) -> "QuerySet[Kinship]":
    """The near relatives declared for this election; for those who run it and nobody else."""
    return (
        Kinship.objects.filter(community=election.community_id, election=election)
        .select_related("one", "other")
        .order_by("declared_on", "pk")
    )


def registration_counts(election: Election) -> dict[str, int]:
    """How many registrations there are in each state."""
    rows = Registration.objects.filter(community=election.community_id, election=election)
    return dict(rows.order_by().values_list("state").annotate(Count("id")))


def registrations_waiting(election: Election) -> "QuerySet[Registration]":
    """The applications the committee has to look at, the oldest first."""
    return (
        Registration.objects.filter(
            community=election.community_id, election=election, state="applied"
        )
        .select_related("person", "household")
        .order_by("registered_at", "pk")
    )


def registered(election: Election, *, after: UUID | None = None, limit: int = 50) -> Any:
    """Those who are registered, a page at a time, in the order in which they were."""
    rows = Registration.objects.filter(
        community=election.community_id, election=election, state="registered"
    ).select_related("person")
    if after is not None:
        rows = rows.filter(pk__gt=after)
    return rows.order_by("pk")[:limit]


def registration_in(election: Election, registration: UUID) -> Registration:
    """One registration of this election. Raises Http404."""
    found = (
        Registration.objects.filter(
            community=election.community_id, election=election, pk=registration
        )
        .select_related("person", "household")
        .first()
    )
    if found is None:
        raise Http404
    return found


def objections_to(election: Election) -> "QuerySet[Objection]":
    """The objections to the roll, those undecided first."""
    rows = Objection.objects.filter(community=election.community_id, election=election)
    return rows.select_related("person", "elector", "by").order_by("decided_at", "lodged_at")


def objection_in(election: Election, objection: UUID) -> Objection:
    """One objection of this election. Raises Http404."""
    found = (
        Objection.objects.filter(community=election.community_id, election=election, pk=objection)
        .select_related("election", "community", "person", "elector", "by")
        .first()
    )
    if found is None:
        raise Http404
    found.election = election
    return found


def nominations_of(election: Election) -> "QuerySet[Nomination]":
    """The nominations with the number of electors who joined, by office."""
    return (
        Nomination.objects.filter(community=election.community_id, election=election)
        .select_related("person", "office")
        .annotate(joined=Coalesce(F("joined_then"), Count("nominators")))
        .order_by("office__position", "nominated_on", "pk")
    )


def nomination_in(election: Election, nomination: UUID) -> Nomination:
    """One nomination of this election. Raises Http404."""
    found = nominations_of(election).filter(pk=nomination).first()
    if found is None:
        raise Http404
    found.election = election
    return found


def candidates_of(election: Election, round_number: int = 1) -> "QuerySet[Candidate]":
    """The candidates of a round as they stand on the list, those who withdrew too."""
    return (
        Candidate.objects.filter(
            community=election.community_id, election=election, round=round_number
        )
        .select_related("office", "person")
        .order_by("office__position", "position")
    )


def meetings_of(election: Election) -> "QuerySet[CandidateMeeting]":
    """The meetings of candidates with residents, in order."""
    return CandidateMeeting.objects.filter(
        community=election.community_id, election=election
    ).order_by("held_at")


def notices_of(election: Election) -> "QuerySet[Posting]":
    """Every notice of the election that is up, the latest first."""
    mine = Objection.objects.filter(community=election.community_id, election=election).values("pk")
    return (
        Posting.objects.filter(
            Q(owner=election.pk) | Q(owner__in=mine),
            community=election.community_id,
            category=ELECTIONS.name,
            state__in=Posting.SHOWN,
        )
        .defer("snapshot", "fields")
        .annotate(heading=KT("fields__title"))
        .order_by("-posted_at", "-id")
    )
