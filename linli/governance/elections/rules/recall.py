"""Recall: the petition, the defence, the vote (art. 20)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from linli.governance.elections.rules.law import MODES, REPRESENTATIVES, ElectionLaw
from linli.governance.elections.rules.turnout import enough_took_part, no_more_than_issued
from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding, Findings
from linli.lib.numbers import at_least, least_at_least, least_over, over


def recall_petitioned(by: str, signers: int, base: int, *, law: ElectionLaw) -> Finding:
    """One tenth or more of the residents with the vote or of household representatives, or one
    third or more of the residents' representatives. `by` names which (one of MODES); `base` is
    their number."""
    if by not in MODES:
        raise ValueError(f"nobody petitions as {by}")
    name = "recall_petition_of_representatives" if by == REPRESENTATIVES else "recall_petition"
    share: Fraction = getattr(law, name)
    return Finding(
        at_least(signers, base, share),
        "elections.recall_petitioned",
        cites=(*law.ground("rcl2025.20", name), "civil_code.1259"),
        numbers={
            "by": by,
            "signers": signers,
            "base": base,
            "share": share,
            "needed": least_at_least(base, share),
        },
    )


def recall_reasoned(*, reasons: bool) -> Finding:
    """The petition says why (art. 20)."""
    return Finding(reasons, "elections.recall_reasoned", cites=("rcl2025.20",))


def defence_offered(*, offered: bool) -> Finding:
    """The member has been able to answer before the vote, whether they did or not (art. 20)."""
    return Finding(offered, "elections.defence_offered", cites=("rcl2025.20",))


def recall_in_same_mode(mode_then: str, mode_now: str) -> Finding:
    """The vote is held as the member was elected (art. 20)."""
    return Finding(
        mode_then == mode_now,
        "elections.recall_in_same_mode",
        cites=("rcl2025.20",),
        numbers={"mode_then": mode_then, "mode_now": mode_now},
    )


@dataclass(frozen=True, slots=True)
class RecallVote:
    """What was counted: papers in the boxes, and those for the recall."""

    mode: str
    electors: int
    cast: int
    yes: int
    issued: int | None = None


def recalled(vote: RecallVote, *, law: ElectionLaw) -> Findings:
    """Enough voted, and more than half of those who voted are for it; void papers and abstentions
    count against. Raises ValueError for more approvals than papers."""
    if not 0 <= vote.yes <= vote.cast:
        raise ValueError("there cannot be more approvals than papers")
    steps = [enough_took_part(vote.mode, vote.electors, vote.cast, article="rcl2025.20", law=law)]
    if vote.issued is not None:
        steps.insert(0, no_more_than_issued(vote.cast, vote.issued, law=law))
    share = law.recall_passed_over
    steps.append(
        Finding(
            over(vote.yes, vote.cast, share),
            "elections.recall_passed",
            cites=law.ground("rcl2025.20", "recall_passed_over"),
            numbers={
                "yes": vote.yes,
                "cast": vote.cast,
                "share": share,
                "needed": least_over(vote.cast, share),
            },
        )
    )
    return Findings(tuple(steps))


def recall_voted_in_time(asked_on: date, vote_on: date, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: the vote is held within so many months of the petition."""
    months = law.recall_voted_within
    last = None if months is None else corresponding_day(asked_on, months)
    return Finding(
        last is None or vote_on <= last,
        "elections.recall_voted_in_time",
        cites=law.ground("rcl2025.20", "recall_voted_within"),
        numbers={"asked_on": asked_on, "vote_on": vote_on, "last_day": last},
    )


def recall_may_be_asked_again(
    failed_on: date | None, asked_on: date, *, same_ground: bool = True, law: ElectionLaw
) -> Finding:
    """Where the place lays it down: not again on the same ground so soon after one that failed."""
    months = law.recall_again_after
    first = None
    if failed_on is not None and months is not None and same_ground:
        first = corresponding_day(failed_on, months)
    return Finding(
        first is None or asked_on >= first,
        "elections.recall_may_be_asked_again",
        cites=law.ground("rcl2025.20", "recall_again_after"),
        numbers={"failed_on": failed_on, "asked_on": asked_on, "first_day": first},
    )
