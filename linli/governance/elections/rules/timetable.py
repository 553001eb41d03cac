"""The days of a change of term, reckoned back and forth from election day."""

from dataclasses import dataclass
from datetime import date, timedelta

from linli.governance.elections.rules.law import ElectionLaw


@dataclass(frozen=True, slots=True)
class Timetable:
    """The last day of each step; None where the place lays none down."""

    election_day: date
    roll_posted: date
    nominees_posted: date | None
    candidates_posted: date | None
    runoff: date | None
    handover: date
    groups: date | None
    """Residents' groups have leaders, and the supervisory committee is chosen."""


def timetable(
    election_day: date, *, completed_on: date | None = None, law: ElectionLaw
) -> Timetable:
    """The days that follow from election day; from `completed_on`, the day on which the new
    committee was complete, where a further round came later. Calendar days, not rolled."""
    made = completed_on or election_day
    return Timetable(
        election_day=election_day,
        roll_posted=election_day - timedelta(days=law.roll_posted_before),
        nominees_posted=_away(election_day, law.nominees_posted_before, -1),
        candidates_posted=_away(election_day, law.candidates_posted_before, -1),
        runoff=_away(election_day, law.runoff_within, 1),
        handover=made + timedelta(days=law.handover_within),
        groups=_away(made, law.groups_within, 1),
    )


def _away(day: date, days: int | None, way: int) -> date | None:
    return None if days is None else day + timedelta(days=way * days)
