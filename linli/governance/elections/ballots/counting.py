"""From the ballots of a file to the outcome of the vote."""

from collections.abc import Collection
from dataclasses import dataclass

from linli.governance.elections.ballots.found import Ballots
from linli.governance.elections.rules import (
    MEMBER,
    Count,
    ElectionLaw,
    Office,
    OfficeCount,
    Outcome,
    Papers,
    count_papers,
    declare,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The papers and what they come to."""

    papers: Papers
    outcome: Outcome


def count_ballots(
    ballots: Ballots,
    *,
    seats: int,
    electors: int,
    mode: str,
    law: ElectionLaw,
    office: str = MEMBER,
    runoff: bool = False,
    field: Collection[str] = (),
    issued: int | None = None,
) -> Counted:
    """Counts and declares in one step. `field`: who stands in a run-off, where not everybody on
    the ballot does. Raises ValueError for ballots with problems, or as `declare` does."""
    if ballots.problems:
        raise ValueError("ballots with problems are not counted")
    papers = count_papers(
        (((pattern,), times) for pattern, times in ballots.patterns.items()),
        (Office(office, seats),),
        law=law,
    )
    found = papers.offices[0]
    candidates = ballots.candidates if not field else tuple(dict.fromkeys(field))
    count = Count(
        mode=mode,
        electors=electors,
        cast=papers.cast,
        issued=issued,
        runoff=runoff,
        offices=(OfficeCount(found.votes, seats, office, candidates, found.void),),
    )
    return Counted(papers, declare(count, law=law))
