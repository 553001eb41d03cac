"""The supervisory committee: who may sit on it, how it is chosen, how long it serves (art. 36).

Whether somebody sits on the residents' committee, or is known to be near kin of one who does, is
asked by `core/access` whenever the post is given; here is what whoever is entered has stated.
"""

from datetime import date
from fractions import Fraction

from linli.lib.law import Finding
from linli.lib.law.kin import NEAR_RELATIVES
from linli.lib.numbers import over

BODIES = ("assembly", "representatives_meeting")
HALF = Fraction(1, 2)


def no_near_relative(relation: str) -> Finding:
    """Near relatives of the committee's members do not watch over it; in-laws are none (CC 1045).
    `relation`: what they are to a member, as they said; empty for nothing."""
    return Finding(
        relation not in NEAR_RELATIVES,
        "oversight.no_near_relative",
        cites=("rcl2025.36", "civil_code.1045"),
    )


def chosen(body: str, votes_for: int, present: int) -> Finding:
    """Chosen by the assembly or the representatives' meeting, which decide by more than half of
    those present (arts. 27, 29, 36)."""
    return Finding(
        body in BODIES and votes_for <= present and over(votes_for, present, HALF),
        "oversight.chosen",
        cites=("rcl2025.36", "rcl2025.27", "rcl2025.29"),
        numbers={"votes_for": votes_for, "present": present},
    )


def term_of_committee(since: date, ends: date, committee_ends: date | None) -> Finding:
    """It serves for the residents' committee's term, and no longer. Where that is not on record,
    the day given stands."""
    return Finding(
        since < ends and committee_ends in (None, ends),
        "oversight.term_of_committee",
        cites=("rcl2025.36", "rcl2025.14"),
        numbers={"since": since, "ends": ends, "committee_ends": committee_ends},
    )


def has_happened(day: date, on: date) -> Finding:
    """What is recorded as done lies on no day still to come."""
    return Finding(day <= on, "oversight.has_happened", numbers={"day": day, "on": on})


def still_serves(ended_on: date | None) -> Finding:
    """A seat ends once."""
    return Finding(ended_on is None, "oversight.still_serves", numbers={"ended_on": ended_on})


def ended_with_paper(reason: str, paper: str) -> Finding:
    """Those who are watched over record the end of a seat, so the ground of it is on paper: the
    resignation, or the decision of the meeting. A term that is over needs none."""
    return Finding(
        reason == "term" or bool(paper.strip()),
        "oversight.ended_with_paper",
        cites=("rcl2025.36",),
    )


def serves_once(already: bool) -> Finding:
    """Nobody sits twice."""
    return Finding(not already, "oversight.serves_once", cites=("rcl2025.36",))


def one_chair(chairs: int) -> Finding:
    """One of them leads."""
    return Finding(chairs == 0, "oversight.one_chair")


def not_recorded_yet(recorded: bool) -> Finding:
    """Whether somebody sat in is said once."""
    return Finding(not recorded, "oversight.not_recorded_yet")
