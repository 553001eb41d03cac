"""How a post ends before its term, and how it is filled again (arts. 21-24, 37)."""

from datetime import date

from linli.governance.elections.rules.law import ElectionLaw
from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding

APPROVING = ("assembly", "representatives_meeting")


def resignation_approved(approved_by: str | None, approved_on: date | None, on: date) -> Finding:
    """A resignation works from the day on which the assembly or the representatives' meeting
    approves it, not from the day it was given in (art. 21)."""
    return Finding(
        approved_by in APPROVING and approved_on is not None and approved_on <= on,
        "elections.resignation_approved",
        cites=("rcl2025.21",),
        numbers={"approved_by": approved_by or "", "approved_on": approved_on},
    )


def post_goes_on(*, incapable: bool, sentenced: bool) -> Finding:
    """A post ends of itself on loss of capacity or a criminal sentence (art. 23)."""
    return Finding(
        not (incapable or sentenced),
        "elections.post_goes_on",
        cites=("rcl2025.23",),
        numbers={"incapable": incapable, "sentenced": sentenced},
    )


def idle_no_longer_than(months_idle: int, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: so many months without doing the duties may be found to be a
    resignation, by a meeting and by nobody else."""
    most = law.idle_months
    return Finding(
        most is None or months_idle < most,
        "elections.idle_no_longer_than",
        cites=law.ground("rcl2025.21", "idle_months"),
        numbers={"months": months_idle, "most": most},
    )


def elected_by_fair_means(*, found_unfair: bool) -> Finding:
    """Whoever was elected by force, threat, deceit, bribery, forged papers or a false count was
    not elected (art. 22). `found_unfair` is what the subdistrict or the government has found."""
    return Finding(not found_unfair, "elections.elected_by_fair_means", cites=("rcl2025.22",))


def committee_complete_enough(members: int, *, law: ElectionLaw) -> Finding:
    """With fewer than five members a by-election is called for (arts. 8 and 24)."""
    return Finding(
        members >= law.members_least,
        "elections.committee_complete_enough",
        cites=law.ground("rcl2025.24", "members_least", "by_election_within"),
        numbers={
            "members": members,
            "least": law.members_least,
            "months": law.by_election_within,
        },
    )


def by_election_in_time(vacant_on: date, vote_on: date, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: within so many months of the vacancy that left too few."""
    months = law.by_election_within
    last = None if months is None else corresponding_day(vacant_on, months)
    return Finding(
        last is None or vote_on <= last,
        "elections.by_election_in_time",
        cites=law.ground("rcl2025.24", "by_election_within"),
        numbers={"vacant_on": vacant_on, "vote_on": vote_on, "last_day": last},
    )
