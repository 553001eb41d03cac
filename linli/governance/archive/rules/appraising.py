"""Appraisal and destruction (鉴定销毁): who judges, what may go, who watches.

A group of two or more with a residents' representative among them looks at every item whose term
is over; the director approves, and not whoever wrote the list; two people watch it go.
"""

from collections.abc import Sequence
from datetime import date

from linli.lib.law import Finding

GROUP = ("rcl2025.39", "community_archives.3")
DESTROY = ("rcl2025.39", "community_archives.4")
REPRESENTATIVE, SUPERVISOR = "representative", "supervisor"


def group_complete(capacities: Sequence[str], least: int) -> Finding:
    """At least `least` people, and at least one residents' representative among them."""
    representatives = sum(1 for each in capacities if each == REPRESENTATIVE)
    return Finding(
        len(capacities) >= least and representatives >= 1,
        "archive.group_complete",
        cites=GROUP,
        numbers={
            "present": len(capacities),
            "least": least,
            "representatives": representatives,
        },
    )


def all_judged(judged: int, items: int) -> Finding:
    """There is something on the list, and each line has its judgement."""
    return Finding(
        items > 0 and judged == items,
        "archive.all_judged",
        cites=GROUP,
        numbers={"judged": judged, "items": items, "open": max(items - judged, 0)},
    )


def judged_with_reason(verdict: str, reason: str, term: str) -> Finding:
    """What is kept longer says why and how long; what is to go needs no more than the term."""
    fine = verdict == "destroy" or (verdict == "extend" and bool(reason.strip()) and bool(term))
    return Finding(fine, "archive.judged_with_reason", cites=GROUP)


def held_on_in_the_group(present_on: date, opened_on: date, on: date) -> Finding:
    """The group met after the list was drawn up, and not in the future."""
    return Finding(
        opened_on <= present_on <= on,
        "archive.group_met",
        cites=GROUP,
        numbers={"met": present_on, "opened": opened_on},
    )


def not_held(reasons: Sequence[str]) -> Finding:
    """Nothing bars it from going: no quarrel, no clock, no loan, no request for a copy."""
    return Finding(
        not reasons, "archive.not_held", cites=DESTROY, numbers={"reasons": tuple(reasons)}
    )


def not_in_own_cause(approves: object, judged: object) -> Finding:
    """Whoever wrote the judgements down does not approve them."""
    return Finding(approves is not None and approves != judged, "archive.four_eyes", cites=DESTROY)


def watched(capacities: Sequence[str], people: int) -> Finding:
    """Two different people watch, one of them for the residents: a representative, or a member
    of the supervisory committee."""
    ours = sum(1 for each in capacities if each in (REPRESENTATIVE, SUPERVISOR))
    return Finding(
        len(capacities) >= 2 and people == len(capacities) and ours >= 1,
        "archive.watched",
        cites=DESTROY,
        numbers={"watching": people, "for_residents": ours},
    )


def longer(until: date | None, new: date | None) -> Finding:
    """An extension ends later than the term did."""
    return Finding(
        new is None or (until is not None and new > until),
        "archive.longer",
        cites=GROUP,
        numbers={"until": until, "new": new},
    )
