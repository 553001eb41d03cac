"""The thirteen papers of a mediation file, in their order, and which of them must be there.

What a file is sent back for is a paper that is not there, a signature, a thumb print or a seal
that is missing; so each of these is named before anything is printed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linli.lib.law import Finding, Findings

LAW = "people_mediation"
APPLICATION, RIGHTS, IDENTITY, MANDATE = "application", "rights", "identity", "mandate"
INVESTIGATION, EVIDENCE, RECORD, AGREEMENT = "investigation", "evidence", "record", "agreement"
PERFORMANCE, VISIT, CONFIRMATION = "performance", "visit", "confirmation"
NOTE, BACK = "note", "back"
PAPERS = (
    APPLICATION, RIGHTS, IDENTITY, MANDATE, INVESTIGATION, EVIDENCE, RECORD, AGREEMENT,
    PERFORMANCE, VISIT, CONFIRMATION, NOTE, BACK,
)  # fmt: skip
ALWAYS = frozenset({APPLICATION, RIGHTS, IDENTITY, RECORD, AGREEMENT, BACK})
"""The musts of a file whose quarrel ended in an agreement."""
BY_HAND = frozenset({APPLICATION, RIGHTS, MANDATE, RECORD, AGREEMENT})
"""Papers that want a signature or a thumb print."""
WITH_SEAL = frozenset({AGREEMENT})


@dataclass(frozen=True, slots=True)
class Standing:
    """How one paper stands."""

    paper: str
    present: bool
    signed: bool = False
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """What bears on which papers must be there. `talked`: it came to a mediation."""

    agreed: bool = True
    oral: bool = False
    talked: bool = True
    by_agent: bool = False


def number_of(paper: str) -> int:
    """Its number in the order of the file, from 1."""
    return PAPERS.index(paper) + 1


def musts(course: Course) -> frozenset[str]:
    """The papers that must be there: without an agreement none of it, without talks no record;
    with an agent also the mandate."""
    wanted = set(ALWAYS)
    if not course.agreed:
        wanted.discard(AGREEMENT)
    if not course.talked:
        wanted -= {RIGHTS, IDENTITY, RECORD}
    if course.by_agent:
        wanted.add(MANDATE)
    return frozenset(wanted)


def lacks(standing: Standing, *, oral: bool) -> tuple[str, ...]:
    """What a paper lacks: `paper` itself, else `signature` and `seal`. A spoken agreement has a
    register page, which the mediator signs and nobody seals."""
    if not standing.present:
        return ("paper",)
    missing = []
    if standing.paper in BY_HAND and not standing.signed:
        missing.append("signature")
    if standing.paper in WITH_SEAL and not oral and not standing.sealed:
        missing.append("seal")
    return tuple(missing)


def check(standings: Sequence[Standing], course: Course, titles: Mapping[str, str]) -> Findings:
    """One finding for each paper that must be there, in order. `titles`: of the papers, and of
    what they may lack."""
    found = {standing.paper: standing for standing in standings}
    wanted = musts(course)
    return Findings(
        tuple(
            _paper_whole(found.get(paper, Standing(paper, False)), course, titles)
            for paper in PAPERS
            if paper in wanted
        )
    )


def missing_of(findings: Findings) -> tuple[str, ...]:
    """What is missing in all, each with its paper, for one sentence."""
    return tuple(
        f"{one.numbers['number']} {one.numbers['paper']}" for one in findings if not one.holds
    )


def file_whole(findings: Findings) -> Finding:
    """Whether the whole file may be printed as complete."""
    missing = missing_of(findings)
    return Finding(not missing, "mediation.file_whole", (f"{LAW}.27",), {"missing": missing})


def copy_kept(asked_by: str) -> Finding:
    """A copy of an identity card is kept only where a rule asks for it, which is named; else it
    is enough to have seen it (PIPL 6)."""
    return Finding(bool(asked_by.strip()), "mediation.copy_asked_for", ("pipl.6",))


def _paper_whole(standing: Standing, course: Course, titles: Mapping[str, str]) -> Finding:
    missing = lacks(standing, oral=course.oral)
    return Finding(
        not missing,
        "mediation.paper_whole",
        (f"{LAW}.27",),
        {
            "number": number_of(standing.paper),
            "paper": titles.get(standing.paper, standing.paper),
            "lacks": tuple(titles.get(each, each) for each in missing),
        },
    )
