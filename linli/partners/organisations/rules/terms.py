"""Whether somebody may come to an office, and what a body still wants (RCL 8, 9, 36; CC 1045)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from linli.lib.identity.credit_code import is_credit_code
from linli.lib.law import Finding, Findings, Measures, measures
from linli.lib.law.composition import committee_composed, may_supervise
from linli.lib.law.kin import NEAR_RELATIVES

COMMITTEE, SUPERVISORS = "residents_committee", "supervisory_committee"
WITHOUT_KIN = (COMMITTEE,)
"""Bodies whose members may not be near kin of each other by law; elsewhere a place may say so."""
APART = {SUPERVISORS: COMMITTEE}
"""By law neither members nor their near kin of the one hold an office in the other."""

NAMED = (
    COMMITTEE, "subcommittee", SUPERVISORS, "residents_group", "mediation_committee", "owners_body"
)  # fmt: skip
"""Bodies whose holders are told to everybody by name, since residents or owners chose them or they
act for the committee (RCL 9, 34). Of a choir, a branch of the Party, a firm the office is told, and
the name only where they agreed."""


def names_told(kind: str, *, agreed: bool) -> bool:
    """Whether everybody reads who holds an office in a body of this kind."""
    return kind in NAMED or agreed


@dataclass(frozen=True, kw_only=True)
class CommitteeNumbers(Measures):
    """How many the committee has (RCL 8)."""

    PREFIX: ClassVar[str] = "elections"

    members_least: int
    members_most: int
    women_least: int


def committee_numbers(on: date, jurisdictions: Sequence[str] = ()) -> CommitteeNumbers:
    """The law of that day and place."""
    return measures(CommitteeNumbers, on, jurisdictions)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is to hold an office. `woman`: as stated for this judgement, and not kept."""

    name: str
    office: str
    woman: bool = False


def term_composed(
    kind: str,
    named: Sequence[Named],
    kin: Collection[tuple[str, str]] = (),
    *,
    law: CommitteeNumbers,
    overlapping: int = 0,
    kin_overlapping: int = 0,
) -> Findings:
    """A body's whole term as it is entered. `kin`: pairs of names who are near kin of each other;
    `overlapping`: how many hold an office in the body it is kept apart from, `kin_overlapping`:
    how many have near kin there."""
    if kind == COMMITTEE:
        return committee_composed(len(named), sum(each.woman for each in named), len(kin), law=law)
    steps = [each_named_once([each.name for each in named])]
    if kind == SUPERVISORS:
        apart = may_supervise(on_committee=overlapping > 0, kin_on_committee=kin_overlapping > 0)
        steps.append(apart)
    elif overlapping or kin_overlapping:
        steps.append(kept_apart(overlapping > 0, kin_overlapping > 0))
    return Findings(tuple(steps))


def each_named_once(names: Sequence[str]) -> Finding:
    """Nobody is entered twice for one term."""
    return Finding(len(set(names)) == len(names) > 0, "organisations.named_once")


def may_hold(
    kind: str, *, kin_here: str = "", there: bool = False, kin_there: str = "", apart: bool = False
) -> Finding:
    """One person comes to an office. `kin_here`: the relation to somebody who holds an office in
    the same body; `there`, `kin_there`: in the body it is kept apart from (`apart`: that body is
    named in the register, whatever the law says)."""
    if kind == COMMITTEE:
        near = kin_here in NEAR_RELATIVES
        cites = ("rcl2025.8", "civil_code.1045")
        return Finding(not near, "organisations.committee_without_kin", cites)
    if kind == SUPERVISORS:
        return may_supervise(on_committee=there, kin_on_committee=kin_there in NEAR_RELATIVES)
    return kept_apart(apart and there, apart and kin_there in NEAR_RELATIVES)


def kept_apart(there: bool, kin_there: bool) -> Finding:
    """Whoever sits in a body, or has near kin in it, holds no office in the one that looks at its
    work."""
    return Finding(
        not (there or kin_there),
        "organisations.kept_apart",
        cites=("civil_code.1045",),
        numbers={"there": there, "kin_there": kin_there},
    )


def has_seat(held: int, seats: int) -> Finding:
    """There are as many holders as seats at the most."""
    return Finding(held < seats, "organisations.has_seat", numbers={"held": held, "seats": seats})


def code_valid(code: str) -> Finding:
    """The 18 signs of the unified social credit code with their check sign (GB 32100)."""
    return Finding(not code or is_credit_code(code), "organisations.code_valid")


def in_order(since: date, until: date | None) -> Finding:
    """It ends after it began."""
    return Finding(until is None or until > since, "organisations.in_order")


def ends_soon(ends: date | None, on: date, *, days: int) -> bool:
    """Whether the end is so many days off, or past: the first of those days included."""
    return ends is not None and ends - timedelta(days=days) <= on
