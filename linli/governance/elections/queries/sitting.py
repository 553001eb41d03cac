"""Who sits on the residents' committee, who sat on it, and which seats are empty."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Max, Min, Q, QuerySet, Value, When
from django.http import Http404

from linli.core.access.models import Holding
from linli.core.access.queries import in_term
from linli.core.access.seats import Seat
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.people.models import Tie
from linli.governance.elections.models import OFFICES, Election, Kinship, Membership
from linli.governance.elections.rules.composition import may_supervise
from linli.lib.law import Finding

PAGE = 50
WORKERS = ("worker", "registrar", "mediator")
RANK = Case(
    *(When(office=office, then=Value(rank)) for rank, (office, _title) in enumerate(OFFICES)),
    default=Value(len(OFFICES)),
    output_field=IntegerField(),
)


def committee_on(community: Any, on: date) -> QuerySet[Membership]:
    """Who sits on the committee on that day, the director first. Public: they hold an office."""
    return (
        Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)
        .filter(community=community)
        .select_related("round__election")
        .order_by(RANK, "since", "id")
    )


def former_members(community: Any, on: date, *, most: int = PAGE) -> QuerySet[Membership]:
    """Who sat on it before, the latest first."""
    return (
        Membership.objects.filter(community=community, until__lte=on)
        .select_related("round__election")
        .order_by("-until", RANK, "id")[:most]
    )


def membership_for(actor: Actor, community: Any, membership_id: UUID) -> Membership:
    """One seat at the desk, for those who see it; otherwise there is none (Http404)."""
    found: Membership | None = (
        Membership.objects.filter(community=community, pk=membership_id)
        .select_related("round__election", "person", "community", "holding")
        .first()
    )
    if found is None or not may("elections.see_desk", actor, found):
        raise Http404
    return found


def sits_now(community: Any, person: UUID) -> bool:
    """Whether a person holds an office on the committee."""
    return Membership.objects.filter(
        community=community, person_id=person, until__isnull=True
    ).exists()


def may_supervise_here(community: Any, person: UUID, on: date) -> Finding:
    """Whether somebody may be a member of the supervisory committee, by what is on record: who
    sits on the committee, and the near kin declared for an election (art. 36)."""
    members = list(
        Membership.objects.filter(
            Q(until__isnull=True) | Q(until__gt=on), community=community
        ).values_list("person_id", flat=True)
    )
    kin = Kinship.objects.filter(
        Q(one=person, other__in=members) | Q(other=person, one__in=members), community=community
    )
    return may_supervise(
        on_committee=person in members,
        kin_on_committee=kin.exists(),
        here=_belongs_here(community, person, on),
    )


def supervises(community: Any, person: UUID, on: date) -> bool:
    """Whether the person is a member of the supervisory committee that day."""
    return Holding.objects.filter(
        in_term(on), account__person=person, post="supervisor", place=community
    ).exists()


def _belongs_here(community: Any, person: UUID, on: date) -> bool:
    """A resident, or somebody who works for the community."""
    lives = Tie.objects.filter(in_term(on), community=community, person=person)
    works = Holding.objects.filter(
        in_term(on), account__person=person, post__in=WORKERS, place=community
    )
    return lives.exists() or works.exists()


def vacancies(community: Any, on: date) -> dict[str, int]:
    """How many seats of each office came free before the present term was over and are not filled:
    those who left, less those chosen in a by-election for the rest of it (art. 24)."""
    running = list(
        Membership.objects.filter(
            community=community, term_ends__gt=on, since__lte=on
        ).select_related("round__election")
    )
    last = max((seat.term_ends for seat in running if seat.term_ends), default=None)
    free: Counter[str] = Counter()
    for seat in running:
        if seat.term_ends == last:
            left = seat.until is not None and seat.until <= on
            filled = seat.round is not None and seat.round.election.kind == "by_election"
            free[seat.office] += int(left) - int(filled)
    return {office: free[office] for office, _title in OFFICES if free[office] > 0}


@dataclass(frozen=True, slots=True)
class Vacated:
    """Since when the first of some seats has been empty, and when the term they belong to ends."""

    since: date
    ends: date


def vacated(community: Any, offices: Sequence[str], on: date) -> Vacated:
    """Of those who left one of the offices before the present term was over; there is one."""
    leaving = Membership.objects.filter(
        community=community, until__lte=on, term_ends__gt=on, office__in=offices
    )
    found = leaving.aggregate(since=Min("until"), ends=Max("term_ends"))
    return Vacated(found["since"], found["ends"])


def seats_told(community: Any, on: date) -> list[Seat]:
    """The register of members, as the registers below may know it (`core/access/seats`)."""
    sitting, former = committee_on(community, on), former_members(community, on)
    return [
        Seat(
            id=seat.pk,
            person=seat.person_id,
            name=seat.name,
            office=seat.office,
            title=seat.get_office_display(),
            since=seat.since,
            until=seat.until,
            term_ends=seat.term_ends,
        )
        for seat in (*sitting, *former)
    ]


def directors_to_account(election: Any, on: date) -> list[Membership]:
    """Whoever leaves the director's office before this election is held: who sits as director, and
    who did since the last one was declared (art. 38). None where it fills no such office."""
    community = election.community_id
    if not election.offices.filter(office="director").exists():
        return []
    before = Election.objects.filter(
        community=community, declared_at__isnull=False, offices__office="director"
    ).exclude(pk=election.pk)
    last = before.aggregate(day=Max("day"))["day"] or date.min
    return list(
        Membership.objects.filter(
            Q(until__isnull=True) | Q(until__gt=last), community=community, office="director"
        )
        .filter(since__lte=on)
        .exclude(round__election=election)
        .order_by("since", "id")
    )


def left_by_appraisal(community: Any, offices: Sequence[str]) -> list[Membership]:
    """The seats of these offices that ended with an appraisal."""
    ended = Membership.objects.filter(community=community, ended_for="appraisal")
    return list(ended.filter(office__in=offices))
