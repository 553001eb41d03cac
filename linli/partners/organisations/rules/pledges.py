"""When a pledge is kept, late, open or given back, and what may still be done with it."""

from datetime import date

from linli.lib.law import Finding


def standing(
    *,
    due_on: date,
    on: date,
    delivered_on: date | None,
    confirmed_on: date | None,
    given_back_on: date | None,
) -> str:
    """How a pledge stands on a day: `kept` (done by its day, the day itself included), `late`
    (done after it), `open`, `overdue`, `checking` (the unit says it is done, nobody has looked),
    `given_back`. What the unit says does not make a pledge kept."""
    if given_back_on is not None:
        return "given_back"
    if delivered_on is not None and confirmed_on is not None:
        return "kept" if delivered_on <= due_on else "late"
    if delivered_on is not None:
        return "checking"
    return "overdue" if on > due_on else "open"


def due_after_made(made_on: date, due_on: date) -> Finding:
    """Whether the day it is promised for lies on or after the day of the promise."""
    return Finding(
        due_on >= made_on,
        "organisations.pledge_due_after_made",
        numbers={"made_on": made_on, "due_on": due_on},
    )


def made_by_today(made_on: date, on: date) -> Finding:
    """Whether the promise was made already."""
    return Finding(
        made_on <= on, "organisations.pledge_made_by_today", numbers={"made_on": made_on, "on": on}
    )


def delivered_between(made_on: date, delivered_on: date, on: date) -> Finding:
    """Whether the day it was done lies between the promise and today, both included."""
    return Finding(
        made_on <= delivered_on <= on,
        "organisations.pledge_delivered_between",
        numbers={"made_on": made_on, "delivered_on": delivered_on, "on": on},
    )


def still_open(standing_now: str) -> Finding:
    """Whether there is something left to do or to give back."""
    return Finding(
        standing_now in ("open", "overdue", "checking"),
        "organisations.pledge_still_open",
        numbers={"standing": standing_now},
    )


def to_be_checked(standing_now: str) -> Finding:
    """Whether the unit says it was done and nobody has looked yet."""
    return Finding(standing_now == "checking", "organisations.pledge_to_be_checked")


def rateable(standing_now: str) -> Finding:
    """Whether there is something for residents to say a word about: it was done and looked at."""
    return Finding(standing_now in ("kept", "late"), "organisations.pledge_rateable")


def told_counts(counts: dict[str, int], floor: int) -> dict[str, int] | None:
    """The counts of a rating, or None while fewer than `floor` have said something (PIPL 25)."""
    return counts if sum(counts.values()) >= floor else None
