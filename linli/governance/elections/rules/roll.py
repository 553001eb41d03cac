"""The roll: posted in time, open to objections, decided in time (art. 17)."""

from datetime import date, timedelta

from linli.governance.elections.rules.law import ElectionLaw
from linli.lib.calendar import WorkCalendar, period_end
from linli.lib.law import Finding


def last_posting_day(election_day: date, *, law: ElectionLaw) -> date:
    """The last day on which the roll may be posted: so many whole days before election day."""
    return election_day - timedelta(days=law.roll_posted_before)


def roll_posted_in_time(posted_on: date, election_day: date, *, law: ElectionLaw) -> Finding:
    """Posted 20 days before election day or earlier; so are the lists of household
    representatives and of the new representatives (art. 17)."""
    last = last_posting_day(election_day, law=law)
    return Finding(
        posted_on <= last,
        "elections.roll_posted_in_time",
        cites=law.ground("rcl2025.17", "roll_posted_before"),
        numbers={
            "posted_on": posted_on,
            "last_day": last,
            "election_day": election_day,
            "days": law.roll_posted_before,
        },
    )


def last_objection_day(posted_on: date, calendar: WorkCalendar, *, law: ElectionLaw) -> date:
    """The last day for objections: five days, the day of posting not counted (CC 201), rolled
    where it falls on a holiday (CC 203)."""
    return period_end(
        posted_on, days=law.objection_within, weekend_rolls=law.weekend_rolls, calendar=calendar
    )


def objection_in_time(
    posted_on: date, made_on: date, calendar: WorkCalendar, *, law: ElectionLaw
) -> Finding:
    """An objection counts from the posting to the last day, which is included (art. 17)."""
    last = last_objection_day(posted_on, calendar, law=law)
    return Finding(
        posted_on <= made_on <= last,
        "elections.objection_in_time",
        cites=(
            *law.ground("rcl2025.17", "objection_within"),
            "civil_code.201",
            *_rolled_by(posted_on, law.objection_within, calendar, law=law),
        ),
        numbers={
            "posted_on": posted_on,
            "made_on": made_on,
            "last_day": last,
            "days": law.objection_within,
        },
    )


def _rolled_by(
    start: date, days: int, calendar: WorkCalendar, *, law: ElectionLaw
) -> tuple[str, ...]:
    """What says whether the last day moves on: where it falls on a plain weekend, the place's own
    rule of weekends beside the article."""
    ends = {
        period_end(start, days=days, weekend_rolls=rolls, calendar=calendar)
        for rolls in (True, False)
    }
    return law.ground("civil_code.203", *(("weekend_rolls",) if len(ends) > 1 else ()))


def last_decision_day(received_on: date, calendar: WorkCalendar, *, law: ElectionLaw) -> date:
    """The last day to decide an objection: three days from its receipt."""
    return period_end(
        received_on,
        days=law.objection_decided_within,
        weekend_rolls=law.weekend_rolls,
        calendar=calendar,
    )


def objection_decided_in_time(
    received_on: date, decided_on: date, calendar: WorkCalendar, *, law: ElectionLaw
) -> Finding:
    """Decided, and the outcome posted, within three days of receipt (art. 17)."""
    last = last_decision_day(received_on, calendar, law=law)
    return Finding(
        received_on <= decided_on <= last,
        "elections.objection_decided_in_time",
        cites=(
            *law.ground("rcl2025.17", "objection_decided_within"),
            "civil_code.201",
            *_rolled_by(received_on, law.objection_decided_within, calendar, law=law),
        ),
        numbers={
            "received_on": received_on,
            "decided_on": decided_on,
            "last_day": last,
            "days": law.objection_decided_within,
        },
    )


def roll_still_holds(planned_for: date, postponed_to: date, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: an election put off for too long needs the roll checked and
    posted again."""
    days = max((postponed_to - planned_for).days, 0)
    most = law.roll_rechecked_after
    return Finding(
        most is None or days <= most,
        "elections.roll_still_holds",
        cites=law.ground("rcl2025.17", "roll_rechecked_after"),
        numbers={"days": days, "most": most},
    )
