"""Visits to an elder at home: only as long as the elder wants them, and never one that is missed
and forgotten."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from linli.lib.calendar import SHANGHAI, corresponding_day, local_day
from linli.lib.law import Finding

WEEKLY, MONTHLY, QUARTERLY = "weekly", "monthly", "quarterly"
TIERS = (WEEKLY, MONTHLY, QUARTERLY)
"""How often somebody comes, as agreed with the elder. No mark on a person: a plan's own word."""

NEEDS = ("supported", "treated", "learning", "teaching", "useful", "joyful")
"""The six 老有 (所养 所医 所学 所教 所为 所乐): what help is wanted in each, in words."""

DONE, NOT_HOME, REFUSED, MISSED = "done", "not_home", "refused", "missed"
OUTCOMES = (DONE, NOT_HOME, REFUSED)
"""What a visitor enters; that nobody came, or entered anything, time itself enters (MISSED)."""

COMING = ("planned", "searching")
"""States of a visit in which somebody still goes to the elder."""

SECOND_TRY, PHONE, CONTACT, NEIGHBOUR, POLICE = (
    "second_try",
    "phone",
    "contact",
    "neighbour",
    "police",
)
STEPS = (SECOND_TRY, PHONE, CONTACT, NEIGHBOUR, POLICE)
"""What is tried, in this order; the police may be called at any moment (110)."""


@dataclass(frozen=True, slots=True)
class Every:
    """A length between two visits, in days or months."""

    length: int
    unit: str


def next_by(last: date, every: Every) -> date:
    """The last day for the next visit, counted from the one before (not counting its day)."""
    if every.unit == "months":
        return corresponding_day(last, every.length)
    return last + timedelta(days=every.length)


def in_time_after(shock_at: datetime, visited_at: datetime, *, hours: int) -> Finding:
    """After a shock (discharge, a death, a storm) somebody comes within so many hours (以内)."""
    last = shock_at + timedelta(hours=hours)
    return Finding(
        shock_at <= visited_at <= last,
        "casework.care_after_shock",
        cites=("elders.38",),
        numbers={"hours": hours, "until": last},
    )


def agreed(consented: bool) -> Finding:
    """There is a plan only where the elder has said yes, after being told what is kept."""
    return Finding(consented, "casework.care_agreed", cites=("pipl.14", "pipl.29"))


def still_wanted(ended_on: date | None, on: date) -> Finding:
    """Nobody visits under a plan the elder has ended: from that very day."""
    return Finding(
        ended_on is None or on < ended_on,
        "casework.care_wanted",
        cites=("pipl.15", "pipl.47"),
        numbers={"ended_on": ended_on},
    )


def within_tier(planned: date, by: date) -> Finding:
    """A visit is planned for a day no later than the plan's own rhythm allows."""
    return Finding(planned <= by, "casework.care_rhythm", numbers={"by": by, "planned": planned})


def not_before(planned: date, on: date) -> Finding:
    """A visit is planned for today or a later day."""
    return Finding(planned >= on, "casework.care_not_before", numbers={"planned": planned})


def one_a_day(planned_already: bool, planned: date) -> Finding:
    """There is one visit a day under a plan."""
    return Finding(not planned_already, "casework.care_one_a_day", numbers={"planned": planned})


def comes_once(on_roster: bool) -> Finding:
    """Nobody is on an elder's roster twice."""
    return Finding(not on_roster, "casework.care_on_roster")


def nobody_sought(searching: bool) -> Finding:
    """A plan ends when nobody is being looked for: who is sought is found first."""
    return Finding(not searching, "casework.care_nobody_sought")


def contact_stays(searching: bool) -> Finding:
    """Whom to call is not taken out while somebody is looked for: whose turn it is goes by how
    many were called, and one would be passed over."""
    return Finding(not searching, "casework.care_contact_stays")


def day_before(on: date) -> date:
    """The day before."""
    return on - timedelta(days=1)


def day_after(on: date) -> date:
    """The day after."""
    return on + timedelta(days=1)


def missed_from(planned: date, hour: int) -> datetime:
    """From which moment a visit without an entry counts as missed: that hour of its own day."""
    return datetime.combine(planned, time(hour), SHANGHAI)


def same_day(missed_at: datetime, at: datetime) -> bool:
    """Whether the search still lies in the day the visit was missed."""
    return local_day(missed_at) == local_day(at)


def may_ask_neighbour(named_by_elder: bool) -> Finding:
    """A neighbour opens the door only where the elder named that neighbour and gave the key."""
    return Finding(named_by_elder, "casework.care_key_named", cites=("civil_code.1032",))


def open_steps(taken: Sequence[str], *, contacts: int, has_key: bool) -> tuple[str, ...]:
    """What may be tried now: the first step not yet taken, and the police always, also again: what
    they find is entered there. A step that this plan has nobody for is passed over; of several
    contacts each is called in the elder's order, before the next step."""
    wanted = {CONTACT: contacts, NEIGHBOUR: int(has_key), POLICE: 0}
    left = [step for step in STEPS if taken.count(step) < wanted.get(step, 1)]
    return (left[0], POLICE) if left else (POLICE,)


def step_in_turn(step: str, taken: Sequence[str], *, contacts: int, has_key: bool) -> Finding:
    """The step is the next one, or the call to the police."""
    offered = open_steps(taken, contacts=contacts, has_key=has_key)
    return Finding(step in offered, "casework.care_step_in_turn", numbers={"tried": len(taken)})


def visited_share(due: Collection[str], visited: Collection[str]) -> tuple[int, int]:
    """Of the plans with a visit due in a month, how many were visited: counts, and no name.

    An elder who refused the month's visit is not among those due: a refusal is no omission.
    """
    return len(set(visited) & set(due)), len(set(due))


def plan_over(over: bool) -> Finding:
    """The case is closed when the elder's plan has ended."""
    return Finding(over, "casework.care_plan_over")


def need_asked(wanted: bool) -> Finding:
    """Somebody comes to see what care is needed only where the elder wants it."""
    return Finding(wanted, "casework.need_wanted", cites=("pipl.14", "social_assistance.16"))


def one_need(asked: bool) -> Finding:
    """A plan has one record of the care that is needed."""
    return Finding(not asked, "casework.need_once")


def assessed_by_now(came_on: date, told_on: date | None, on: date) -> Finding:
    """The assessor came today or before, and what was told was told on that day or after, by
    today. The grade is the department's; here it is only written down as it was told."""
    holds = came_on <= on and (told_on is None or came_on <= told_on <= on)
    return Finding(holds, "casework.need_assessed", numbers={"came_on": came_on})


def grade_with_its_day(grade: str, told_by: str, told_on: date | None) -> Finding:
    """A grade is written down with the office that told it and the day; or none of the three."""
    given = (bool(grade), bool(told_by.strip()), told_on is not None)
    return Finding(all(given) or not any(given), "casework.need_told")
