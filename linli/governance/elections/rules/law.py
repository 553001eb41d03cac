"""What the law of a day and place asks of an election, as one plain value the rules are given.

Every number is a dated parameter of `linli/lib/law/packs`; what only some places lay down is None
or False elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import ClassVar

from linli.lib.law import Measures, Packs, measures

ELECTORS, HOUSEHOLDS, REPRESENTATIVES = "electors", "households", "representatives"
MODES = (ELECTORS, HOUSEHOLDS, REPRESENTATIVES)
"""All residents with the vote, one for each household, or residents' representatives (art. 14)."""

DIRECTOR, DEPUTY, MEMBER = "director", "deputy_director", "member"
OFFICES = (DIRECTOR, DEPUTY, MEMBER)
"""The offices of a committee, the highest first."""


@dataclass(frozen=True, kw_only=True)
class ElectionLaw(Measures):
    """The parameters `elections.*` of one day and place. Shares are exact, days calendar days."""

    PREFIX: ClassVar[str] = "elections"

    members_least: int
    members_most: int
    women_least: int
    term: int
    """Years."""
    age: int
    worker_months: int
    roll_posted_before: int
    objection_within: int
    objection_decided_within: int
    nominators_least: int
    surplus_least: int
    turnout_over: Fraction
    representatives_turnout_over: Fraction
    elected_over: Fraction
    runoff_at_least: Fraction
    proxies_most: int
    recall_petition: Fraction
    recall_petition_of_representatives: Fraction
    recall_passed_over: Fraction
    handover_within: int
    void_papers_count: bool
    overmark_voids_paper: bool
    surplus_papers_void: bool
    runoff_needs_turnout: bool
    runoff_surplus: int
    runoff_keeps_surplus: bool
    woman_first: bool
    higher_office_stays: bool
    step_down_if_willing: bool
    weekend_rolls: bool = field(metadata={"rule": "calendar.weekend_rolls"})
    committee_least: int | None = None
    committee_most: int | None = None
    committee_without_kin: bool = False
    committee_absences: int | None = None
    roll_rechecked_after: int | None = None
    leader_surplus_most: int | None = None
    member_surplus_most: int | None = None
    proposed_within_seats: bool = False
    nominees_posted_before: int | None = None
    candidates_posted_before: int | None = None
    station_staff_least: int | None = None
    station_scrutineers_least: int | None = None
    runoff_within: int | None = None
    vacant_from: int | None = None
    groups_within: int | None = None
    recall_voted_within: int | None = None
    """Months."""
    recall_again_after: int | None = None
    """Months."""
    idle_months: int | None = None
    by_election_within: int | None = None
    """Months."""


def election_law(
    on: date, jurisdictions: Sequence[str] = (), *, packs: Packs | None = None
) -> ElectionLaw:
    """The law of an election held on that day, in the nearest of the places (`("cn-51",)`).

    Raises NotInForce before 2026-01-01, when the law of 2025 did not hold yet.
    """
    return measures(ElectionLaw, on, jurisdictions, packs=packs)
