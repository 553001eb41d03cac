"""When each step of an election falls due, counted back from election day.

Some days are the law's (the roll twenty days before, objections within five, decisions within
three, the handover within ten); the others are what a careful committee allows itself, so that
the law's days can be kept. Each stage says which it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from linli.lib.law import Finding

LEADS = (
    ("prepare", "election_plan.prepare", ("rcl2025.14",)),
    ("audit", "election_plan.audit", ("rcl2025.38",)),
    ("mode", "election_plan.mode", ("rcl2025.14",)),
    ("committee", "election_plan.committee", ("rcl2025.15",)),
    ("registration", "election_plan.registration", ("rcl2025.16",)),
    ("registration_ends", "election_plan.registration_ends", ("rcl2025.16",)),
    ("roll", "elections.roll_posted_before", ("rcl2025.17",)),
    ("objections", "elections.objection_within", ("rcl2025.17",)),
    ("decisions", "elections.objection_decided_within", ("rcl2025.17",)),
    ("nominations", "election_plan.nominations", ("rcl2025.18",)),
    ("candidates", "election_plan.candidates", ("rcl2025.18",)),
    ("meeting", "election_plan.meeting", ("rcl2025.18",)),
    ("proxies", "election_plan.proxies", ("rcl2025.19",)),
)
"""The stages before election day, in order: name, the parameter that says how many days, and
the articles. `objections` and `decisions` are counted forward from the posting of the roll."""

_FORWARD = {"objections", "decisions"}


@dataclass(frozen=True, slots=True)
class Length:
    """How many days a stage lies from election day, and whether the law says so."""

    days: int
    binding: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """One line of the plan: the last day on which its step is in time."""

    name: str
    on: date
    binding: bool
    cites: tuple[str, ...]


def timetable(
    day: date, lengths: Mapping[str, Length], *, roll_posted_on: date | None = None
) -> list[Stage]:
    """The dated plan for an election on `day`. `lengths`: by stage name, and `handover`.

    Until the roll is posted, objections are counted from the last day on which it may be.
    """
    stages: list[Stage] = []
    posted = roll_posted_on or day - timedelta(days=lengths["roll"].days)
    objections_end = posted + timedelta(days=lengths["objections"].days)
    for name, _rule, cites in LEADS:
        length = lengths[name]
        if name == "objections":
            on = objections_end
        elif name == "decisions":
            on = objections_end + timedelta(days=length.days)
        else:
            on = day - timedelta(days=length.days)
        stages.append(Stage(name, on, length.binding, cites))
    handover = lengths["handover"]
    stages += [
        Stage("election_day", day, True, ("rcl2025.19",)),
        Stage("result", day, True, ("rcl2025.19",)),
        Stage("handover", day + timedelta(days=handover.days), handover.binding, ("rcl2025.25",)),
        Stage("file", day + timedelta(days=handover.days), False, ("rcl2025.39",)),
    ]
    # Stable: what falls on one day stays in the order of the procedure.
    return sorted(stages, key=lambda stage: stage.on)


def day_to_come(day: date, on: date) -> Finding:
    """An election is planned, and put off, for a day still to come."""
    return Finding(day > on, "elections.day_to_come", numbers={"day": day, "on": on})


def term_follows(term_starts: date, term_ends: date, day: date) -> Finding:
    """A term begins with or after election day, and ends after it began."""
    return Finding(
        day <= term_starts < term_ends,
        "elections.term_follows",
        cites=("rcl2025.14",),
        numbers={"day": day, "starts": term_starts, "ends": term_ends},
    )


def plan_feasible(day: date, on: date, *, roll_days: int) -> Finding:
    """There is time left to post the roll so many days before election day (art. 17)."""
    latest = day - timedelta(days=roll_days)
    return Finding(
        on <= latest,
        "elections.plan_feasible",
        cites=("rcl2025.17",),
        numbers={"day": day, "latest": latest, "days": roll_days},
    )


def happened(decided_on: date, on: date) -> Finding:
    """What is recorded as decided has been decided: not on a day still to come."""
    return Finding(
        decided_on <= on, "elections.happened", numbers={"decided_on": decided_on, "on": on}
    )
