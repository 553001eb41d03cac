"""Violence at home: the report, the two visits that never meet, the order and its end."""

from datetime import date, timedelta

from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding

VICTIM, OTHER = "victim", "other"

CANNOT_APPLY = ("no_capacity", "limited_capacity", "forced", "threatened")
"""Why the committee may apply for the order in somebody's stead (art. 23)."""

SAFETY_PLAN = ("safe_place", "signal", "papers", "money", "children", "way_out", "phone_kept")
"""What a safety plan speaks of, one line each."""


def reported(full_capacity: bool, reported_to_police: bool) -> Finding:
    """Whoever lacks full capacity and suffers, or probably suffers, violence: the police are told
    without delay. With an adult of full capacity it is for the adult to say."""
    return Finding(
        full_capacity or reported_to_police,
        "casework.violence_reported",
        cites=("domestic_violence.14", "domestic_violence.35"),
    )


def visits_apart(victim_on: date, other_on: date, *, days: int) -> Finding:
    """The victim is visited first, and the other side at least so many days later (以上)."""
    earliest = victim_on + timedelta(days=days)
    return Finding(
        other_on >= earliest,
        "casework.violence_visits_apart",
        cites=("domestic_violence.17",),
        numbers={"earliest": earliest, "days": days},
    )


def order_latest(made_on: date, *, months: int) -> date:
    """The last day a protection order can hold: the corresponding day so many months later."""
    return corresponding_day(made_on, months)


def order_within(made_on: date, last_day: date, *, months: int) -> Finding:
    """An order ends after its making, and no later than so many months after it (不超过)."""
    latest = order_latest(made_on, months=months)
    return Finding(
        made_on <= last_day <= latest,
        "casework.violence_order_within",
        cites=("domestic_violence.30",),
        numbers={"made_on": made_on, "latest": latest, "months": months},
    )


def order_holds(made_on: date, last_day: date, lifted_on: date | None, on: date) -> bool:
    """Whether the order is in force on a day, the first and the last included; from the day it is
    lifted it is not."""
    return made_on <= on <= last_day and (lifted_on is None or on < lifted_on)


def may_apply_for(reason: str) -> Finding:
    """The committee applies in the victim's stead only where the victim cannot."""
    return Finding(
        reason in CANNOT_APPLY, "casework.violence_cannot_apply", cites=("domestic_violence.23",)
    )


def different_people(victim_worker: object, other_worker: object) -> Finding:
    """Who listens to the victim is not whom the other side meets at the door."""
    return Finding(
        victim_worker != other_worker,
        "casework.violence_different_people",
        cites=("domestic_violence.17",),
    )


def in_other_hands(of_the_other: bool) -> Finding:
    """Nobody who handles the one side's case handles the other's: it would be read by both."""
    return Finding(
        not of_the_other, "casework.violence_other_hands", cites=("domestic_violence.17",)
    )


def visited_once(not_yet: bool) -> Finding:
    """What was written of a visit stands: it is not written over."""
    return Finding(not_yet, "casework.violence_visited_once")


def other_still_open(is_open: bool) -> Finding:
    """Nobody is sent to the other side once that record is closed."""
    return Finding(is_open, "casework.violence_other_open")


def has_come(on: date, today: date) -> Finding:
    """A paper's day is today or has passed: nothing is entered that has not come."""
    return Finding(on <= today, "casework.violence_has_come", numbers={"day": on})


def not_past(on: date, today: date) -> Finding:
    """A visit is planned for today or a later day."""
    return Finding(on >= today, "casework.violence_not_past", numbers={"day": on})


def has_letter(letter_on: date | None) -> Finding:
    """The committee visits both sides because the police sent a written warning."""
    return Finding(
        letter_on is not None, "casework.violence_has_letter", cites=("domestic_violence.17",)
    )


def apart_once(none_yet: bool) -> Finding:
    """The other side has one record."""
    return Finding(none_yet, "casework.violence_apart_once")


def set_apart(has_record: bool) -> Finding:
    """The other side has a record of its own before anybody visits there."""
    return Finding(has_record, "casework.violence_set_apart", cites=("domestic_violence.17",))
