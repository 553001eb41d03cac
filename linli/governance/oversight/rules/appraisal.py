"""The yearly appraisal by secret ballot: what a grade takes, and what two bad ones do (art. 37)."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from linli.governance.oversight.rules.supervision_law import SupervisionLaw
from linli.lib.law import Finding
from linli.lib.numbers import FLOOR, at_least, over

EXCELLENT, COMPETENT, BASIC, NOT_COMPETENT = "excellent", "competent", "basic", "not_competent"
GRADES = (EXCELLENT, COMPETENT, BASIC, NOT_COMPETENT)
"""优秀, 称职, 基本称职, 不称职: the best first, as they stand on the paper."""

Counts = Mapping[str, int]


def grade_of(counts: Counts, *, law: SupervisionLaw) -> str:
    """The grade that the valid papers give: not competent, or excellent, where more than the share
    say so; competent where the two best together do; else basically competent. Nothing where no
    paper is valid."""
    valid = sum(counts.get(grade, 0) for grade in GRADES)
    needed = law.appraisal_over
    best, good = counts.get(EXCELLENT, 0), counts.get(COMPETENT, 0)
    if valid == 0:
        return ""
    if over(counts.get(NOT_COMPETENT, 0), valid, needed):
        return NOT_COMPETENT
    if over(best, valid, needed):
        return EXCELLENT
    return COMPETENT if over(best + good, valid, needed) else BASIC


def appraised_competent(results: Sequence[str]) -> Finding:
    """Two findings of incompetence one after the other end the post (art. 37). `results` are all
    appraisals of the member in their order; a better one in between breaks the row."""
    twice = any(one == two == NOT_COMPETENT for one, two in itertools.pairwise(results))
    return Finding(
        not twice,
        "oversight.appraised_competent",
        cites=("rcl2025.37",),
        numbers={"appraisals": len(results)},
    )


def appraised_in_year(year: int, held: int, on: date) -> Finding:
    """Once a year at least, so until 31 December. Before December it is not late."""
    last = date(year, 12, 31)
    return Finding(
        held > 0,
        "oversight.appraised_in_year",
        cites=("rcl2025.37",),
        numbers={"year": str(year), "last_day": last, "left": (last - on).days},
    )


def enough_judges(present: int, base: int, *, law: SupervisionLaw) -> Finding:
    """As many take part as the representatives' meeting needs (art. 29): the share included."""
    return Finding(
        present <= base and at_least(present, base, law.meeting_quorum),
        "oversight.enough_judges",
        cites=law.ground("rcl2025.37", "meeting_quorum"),
        numbers={"present": present, "base": base},
    )


def judges_others(themselves: int) -> Finding:
    """Nobody appraises themselves."""
    return Finding(
        themselves == 0,
        "oversight.judges_others",
        cites=("rcl2025.37",),
        numbers={"themselves": themselves},
    )


def somebody_appraised(number: int) -> Finding:
    """There is somebody to appraise."""
    return Finding(number > 0, "oversight.somebody_appraised")


def in_state(state: str, wanted: str) -> Finding:
    """The appraisal has come to that step, and not past it."""
    return Finding(state == wanted, "oversight.appraisal_at_step")


def counts_fit(counts: Sequence[Sequence[int]], returned: int) -> Finding:
    """Of nobody are more papers read out than were returned."""
    most = max((sum(each) for each in counts), default=0)
    return Finding(
        most <= returned,
        "oversight.counts_fit",
        numbers={"most": most, "returned": returned},
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What everybody may read of the counts: nothing where so few papers would tell who marked
    what."""

    papers: int
    counts: Counts | None


def shown_counts(papers: int, counts: Counts) -> Shown:
    """The counts for everybody: hidden under ten papers, since few papers give away their hands.
    How many there were the law has told anyway."""
    return Shown(papers, dict(counts) if papers >= FLOOR else None)


Papers = list[tuple[dict[str, object], int]]
"""Patterns of marks, each with how many papers bear it."""


def papers_of(counts: Sequence[Sequence[int]], returned: int) -> Papers:
    """Papers that come to what was read out, by name and then by grade: how the marks lay together
    on one paper was not read, and is nobody's business."""
    lines = [
        [place for place, number in enumerate(each, 1) for _one in range(number)] for each in counts
    ]
    papers: Papers = []
    for paper in range(returned):
        marks: dict[str, object] = {
            str(position): {"marks": {str(line[paper]): "for"}}
            for position, line in enumerate(lines, 1)
            if paper < len(line)
        }
        papers.append((marks, 1))
    return papers
