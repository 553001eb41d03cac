"""Who may vote, who is registered, and on which number an election stands (arts. 14 and 16)."""

from dataclasses import dataclass
from datetime import date

from linli.governance.elections.rules.law import MODES, REPRESENTATIVES, ElectionLaw
from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding, Findings


@dataclass(frozen=True, slots=True)
class Claim:
    """What is known of somebody who says they will take part; no more than the rules need.

    `ground` is hukou, resident or worker; `borne_out` whether the roster itself shows it, `paper`
    that one was shown instead, `confirmed` that the election committee has looked at it.
    `worker_since`: the first day as a community worker here. Whoever a court has deprived of
    political rights is no elector: the committee refuses them on the organ's notice, with that
    as the reason, and nothing is kept here beforehand.
    """

    born_on: date
    ground: str
    borne_out: bool = False
    paper: bool = False
    confirmed: bool = False
    worker_since: date | None = None
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


def may_apply(claim: Claim, election_day: date, *, law: ElectionLaw) -> Findings:
    """Whether somebody may ask to be registered: of age, on no other roll, and as a community
    worker from elsewhere with the paper that shows six months here (art. 16)."""
    steps = [of_age(claim.born_on, election_day, law=law)]
    if claim.ground == "worker":
        steps.append(worked_long_enough(claim.worker_since, claim.paper, election_day, law=law))
    return Findings((*steps, registered_once(int(claim.registered_elsewhere))))


def may_register(claim: Claim, election_day: date, *, law: ElectionLaw) -> Findings:
    """Whether somebody goes on the roll: whoever may apply, where the roster bears the ground out
    or the election committee has confirmed it on a paper (art. 16)."""
    shown = claim.borne_out if claim.ground != "worker" else False
    tied = Finding(
        shown or (claim.confirmed and claim.paper),
        "elections.belongs_here",
        cites=("rcl2025.16",),
        numbers={"confirmed": claim.confirmed, "paper": claim.paper},
    )
    return Findings((*may_apply(claim, election_day, law=law), tied))


def worked_long_enough(
    since: date | None, paper: bool, election_day: date, *, law: ElectionLaw
) -> Finding:
    """A community worker without hukou here has worked here for six months by election day, the
    day on which they are full included, and a paper shows it."""
    full = corresponding_day(since, law.worker_months) if since else None
    return Finding(
        paper and full is not None and full <= election_day,
        "elections.worked_long_enough",
        cites=law.ground("rcl2025.16", "worker_months"),
        numbers={"months": law.worker_months, "full_on": full, "election_day": election_day},
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
