"""The term, and the handover from one committee to the next (arts. 14 and 25)."""

from datetime import date, timedelta

from linli.governance.elections.rules.law import ElectionLaw
from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding


def term_ends(began_on: date, *, law: ElectionLaw) -> date:
    """The day on which a term of five years is over; whoever fills a vacancy serves until it."""
    return corresponding_day(began_on, 12 * law.term)


def term_runs(began_on: date, on: date, *, law: ElectionLaw) -> Finding:
    """Whether the committee's term still runs; once it is over the change of term is due."""
    ends = term_ends(began_on, law=law)
    return Finding(
        on < ends,
        "elections.term_runs",
        cites=law.ground("rcl2025.14", "term"),
        numbers={"began_on": began_on, "ends_on": ends, "years": law.term},
    )


def last_handover_day(elected_on: date, *, law: ElectionLaw) -> date:
    """Ten days after the new committee came about; that day is not counted (CC 201)."""
    return elected_on + timedelta(days=law.handover_within)


def handed_over_in_time(elected_on: date, done_on: date, *, law: ElectionLaw) -> Finding:
    """Complete within ten days, run by the election committee, watched by the subdistrict."""
    last = last_handover_day(elected_on, law=law)
    return Finding(
        done_on <= last,
        "elections.handed_over_in_time",
        cites=law.ground("rcl2025.25", "handover_within"),
        numbers={"done_on": done_on, "last_day": last, "days": law.handover_within},
    )


def handover_witnessed(*, by_election_committee: bool, watched: bool) -> Finding:
    """The election committee runs the handover and the subdistrict watches it (art. 25)."""
    return Finding(
        by_election_committee and watched,
        "elections.handover_witnessed",
        cites=("rcl2025.25",),
        numbers={"by_election_committee": by_election_committee, "watched": watched},
    )


def groups_chosen_in_time(elected_on: date, done_on: date, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: group leaders and supervisors chosen within so many days."""
    last = None if law.groups_within is None else elected_on + timedelta(days=law.groups_within)
    return Finding(
        last is None or done_on <= last,
        "elections.groups_chosen_in_time",
        cites=(*law.ground("rcl2025.13", "groups_within"), "rcl2025.36"),
        numbers={"done_on": done_on, "last_day": last},
    )


def runoff_in_time(first_vote_on: date, runoff_on: date, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: the run-off is on election day or within so many days."""
    days = law.runoff_within
    last = None if days is None else first_vote_on + timedelta(days=days)
    return Finding(
        first_vote_on <= runoff_on and (last is None or runoff_on <= last),
        "elections.runoff_in_time",
        cites=law.ground("rcl2025.19", "runoff_within"),
        numbers={"runoff_on": runoff_on, "last_day": last},
    )
