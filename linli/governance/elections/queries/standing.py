"""Where one person stands towards an election: by the roster, by registration, on the roll."""

from datetime import date
from typing import Any
from uuid import UUID

from linli.core.people.models import Household, Person, Tie
from linli.core.people.queries import ties_of
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import Candidate, Election, Registration
from linli.mechanisms.ballot.models import Elector


def ground_by_roster(person: Person, on: date) -> str | None:
    """On which ground the roster itself bears out that the person may register: hukou here, or
    living here without it. None where somebody has to look (an owner who may live elsewhere, a
    community worker from outside)."""
    kinds = {tie.kind for tie in ties_of(person, on)}
    if Tie.HUKOU in kinds:
        return "hukou"
    if kinds & {Tie.RESIDENT, Tie.TENANT}:
        return "resident"
    return None


def registration_of(election: Election, person: UUID | None) -> Registration | None:
    """The person's registration for this election, whatever became of it."""
    if person is None:
        return None
    return Registration.objects.filter(
        community=election.community_id, election=election, person=person
    ).first()


def household_of(election: Election, person: Person) -> Household | None:
    """The household the person would speak for, where households vote."""
    if election.mode != "households":
        return None
    ties = ties_of(person, election.day).filter(household__isnull=False)
    tie = ties.first()
    return tie.household if tie else None


def is_registered_elsewhere(election: Election, person: Person) -> bool:
    """Whether somebody with this ID number is registered for an election that is under way in
    another community of this instance. Of a person without a number nothing can be said."""
    if person.id_index is None:
        return False
    under_way = Registration.objects.across_communities(
        "nobody stands on two rolls (art. 16); only whether, never where"
    )
    return (
        under_way.filter(
            person__id_index=person.id_index,
            state__in=("applied", "registered"),
            election__state__in=[s for s in ELECTION.open_states if s != "handed_over"],
        )
        .exclude(community=election.community_id)
        .exists()
    )


def elector_of(election: Election, person: UUID | None) -> Elector | None:
    """The person's line on the roll, where they stand on it."""
    if person is None or election.electorate_id is None:
        return None
    return Elector.objects.filter(
        community=election.community_id,
        electorate=election.electorate_id,
        person=person,
        struck_at__isnull=True,
    ).first()


def is_candidate(election: Election, person: Any) -> bool:
    """Whether the person stands in the present round."""
    return Candidate.objects.filter(
        community=election.community_id, election=election, person=person, withdrew_on__isnull=True
    ).exists()
