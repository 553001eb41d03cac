"""Who may be a candidate, how many there are, and when their names hang out (art. 18)."""

from collections.abc import Collection
from datetime import date, timedelta

from linli.governance.elections.rules.law import MEMBER, ElectionLaw
from linli.lib.law import Finding

EXCLUSIONS = ("expelled", "penalty", "gang", "illegal_religion")
"""Expelled from the Party; a criminal penalty; illegal acts through gangs or dark forces; illegal
religious or cult activity (art. 18). Confirmed by the competent organs, never guessed."""


def nominated(*, by_party: bool, nominators: int, law: ElectionLaw) -> Finding:
    """By the community Party organisation, or by ten electors or more together."""
    return Finding(
        by_party or nominators >= law.nominators_least,
        "elections.nominated",
        cites=law.ground("rcl2025.18", "nominators_least"),
        numbers={"by_party": by_party, "nominators": nominators, "least": law.nominators_least},
    )


def proposed_within_seats(proposed: int, seats: int, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: one proposer names no more persons than there are seats."""
    return Finding(
        not law.proposed_within_seats or proposed <= seats,
        "elections.proposed_within_seats",
        cites=law.ground("rcl2025.18", "proposed_within_seats"),
        numbers={"proposed": proposed, "seats": seats},
    )


def may_stand(*, answered: bool, exclusions: Collection[str] = ()) -> Finding:
    """The competent organs have answered, and confirm none of the exclusions.

    Raises ValueError for an exclusion the law does not know.
    """
    if unknown := set(exclusions) - set(EXCLUSIONS):
        raise ValueError(f"no such exclusion: {', '.join(sorted(unknown))}")
    return Finding(
        answered and not exclusions,
        "elections.may_stand",
        cites=("rcl2025.18",),
        numbers={"answered": answered, "exclusions": len(exclusions)},
    )


def more_candidates_than_seats(
    candidates: int, seats: int, *, office: str = MEMBER, law: ElectionLaw
) -> Finding:
    """Candidates outnumber the seats, and by no more than the place allows for the office."""
    surplus = candidates - seats
    name = "member_surplus_most" if office == MEMBER else "leader_surplus_most"
    most: int | None = getattr(law, name)
    return Finding(
        surplus >= law.surplus_least and (most is None or surplus <= most),
        "elections.more_candidates_than_seats",
        cites=law.ground("rcl2025.18", "surplus_least", name),
        numbers={
            "candidates": candidates,
            "seats": seats,
            "surplus": surplus,
            "least": law.surplus_least,
            "most": most,
        },
    )


def one_office(nominations: int, *, confirmed: bool) -> Finding:
    """Whoever is named for two offices or more has said in writing for which they stand."""
    return Finding(
        nominations <= 1 or confirmed,
        "elections.one_office",
        cites=("rcl2025.18",),
        numbers={"nominations": nominations},
    )


def nominees_posted_in_time(posted_on: date, election_day: date, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: those nominated are posted so many days before."""
    return _posted(posted_on, election_day, "nominees_posted_before", law)


def candidates_posted_in_time(posted_on: date, election_day: date, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: the list of candidates is posted so many days before."""
    return _posted(posted_on, election_day, "candidates_posted_before", law)


def _posted(posted_on: date, election_day: date, name: str, law: ElectionLaw) -> Finding:
    days: int | None = getattr(law, name)
    last = election_day - timedelta(days=days or 0)
    return Finding(
        posted_on <= last,
        f"elections.{name.replace('_before', '_in_time')}",
        cites=law.ground("rcl2025.18", name),
        numbers={"posted_on": posted_on, "last_day": last, "election_day": election_day},
    )


def candidates_met(met_on: date | None, election_day: date) -> Finding:
    """Candidates have met residents and answered them before the vote."""
    return Finding(
        met_on is not None and met_on <= election_day,
        "elections.candidates_met",
        cites=("rcl2025.18",),
        numbers={"met_on": met_on, "election_day": election_day},
    )
