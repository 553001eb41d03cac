"""Where one person stands towards an election: by the roster, by registration, on the roll."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from linli.core.clocks.queries import work_calendar
from linli.core.people.models import Household, Person, Tie
from linli.core.people.queries import ties_of
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import Candidate, Election, Registration
from linli.governance.elections.rules.roll import objection_in_time
from linli.governance.elections.yardsticks import law_of
from linli.mechanisms.ballot.models import Elector, Mark, Proxy


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


def objections_open(election: Election, on: date) -> bool:
    """Whether the days still run in which the posted roll may be objected to (art. 17)."""
    if election.roll_posted_on is None or not election.current.open:
        return False
    calendar = work_calendar(election.community_id)
    law = law_of(election, on)
    return objection_in_time(election.roll_posted_on, on, calendar, law=law).holds


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


def mandate_used(proxy: Proxy) -> bool:
    """Whether a paper was cast with one's own mandate: then it cannot be taken back."""
    return Mark.objects.filter(
        community=proxy.community_id, elector=proxy.principal_id, by_proxy=True
    ).exists()


def is_candidate(election: Election, person: Any) -> bool:
    """Whether the person stands in the present round; who was elected in an earlier one, or is
    not in the field of this one, is a candidate no more."""
    rows = Candidate.objects.filter(community=election.community_id, election=election)
    latest = rows.aggregate(latest=Max("round"))["latest"]
    return rows.filter(round=latest, person=person, withdrew_on__isnull=True).exists()
