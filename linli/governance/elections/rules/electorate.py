"""Who may vote, who is registered, and on which number an election stands (arts. 14 and 16)."""

from dataclasses import dataclass
from datetime import date

from linli.governance.elections.rules.law import MODES, REPRESENTATIVES, ElectionLaw
from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding, Findings


@dataclass(frozen=True, slots=True)
class Claim:
    """What is known of somebody who says they will take part; no more than the rules need.

    `born_on` is the birthday; `deprived` is what the competent organ has told, never a guess;
    `worker_since` the first day as a community worker here.
    """

    born_on: date
    takes_part: bool = True
    hukou_here: bool = False
    lives_here: bool = False
    worker_since: date | None = None
    applied: bool = False
    confirmed: bool = False
    deprived: bool = False
    registered_elsewhere: bool = False


def mode_chosen(mode: str, *, recorded: bool) -> Finding:
    """The mode is one of three, chosen by a decision on record (art. 14)."""
    return Finding(
        mode in MODES and recorded,
        "elections.mode_chosen",
        cites=("rcl2025.14",),
        numbers={"mode": mode, "recorded": recorded},
    )


def of_age(born_on: date, election_day: date, *, law: ElectionLaw) -> Finding:
    """Eighteen or over on election day (art. 16): the birthday itself counts (CC 1259)."""
    return Finding(
        corresponding_day(born_on, 12 * law.age) <= election_day,
        "elections.of_age",
        cites=law.ground("rcl2025.16", "age"),
        numbers={"age": law.age, "election_day": election_day},
    )


def may_register(claim: Claim, election_day: date, *, law: ElectionLaw) -> Findings:
    """Whether somebody goes on the roll: age, rights, the wish to take part, a tie to the
    community, and no second roll (art. 16)."""
    return Findings(
        (
            of_age(claim.born_on, election_day, law=law),
            Finding(not claim.deprived, "elections.has_political_rights", cites=("rcl2025.16",)),
            Finding(claim.takes_part, "elections.says_takes_part", cites=("rcl2025.16",)),
            _tied(claim, election_day, law),
            registered_once(int(claim.registered_elsewhere)),
        )
    )


def _tied(claim: Claim, election_day: date, law: ElectionLaw) -> Finding:
    """Hukou here, or usually living here, or a community worker of long enough standing who has
    applied and been confirmed."""
    cites = law.ground("rcl2025.16", "worker_months")
    if claim.hukou_here or claim.lives_here or claim.worker_since is None:
        return Finding(claim.hukou_here or claim.lives_here, "elections.belongs_here", cites=cites)
    since = corresponding_day(claim.worker_since, law.worker_months)
    return Finding(
        since <= election_day and claim.applied and claim.confirmed,
        "elections.worker_confirmed",
        cites=cites,
        numbers={
            "months": law.worker_months,
            "from_day": since,
            "applied": claim.applied,
            "confirmed": claim.confirmed,
        },
    )


def registered_once(other_rolls: int) -> Finding:
    """Nobody votes in two communities: no other roll has the same person (art. 16)."""
    return Finding(
        other_rolls == 0,
        "elections.registered_once",
        cites=("rcl2025.16",),
        numbers={"rolls": other_rolls},
    )


def may_use_proxies(mode: str) -> bool:
    """There are none where representatives elect (art. 19)."""
    return mode != REPRESENTATIVES
