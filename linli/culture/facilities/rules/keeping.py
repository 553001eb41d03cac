"""Rules of looking after things: who looks again, when a round is due, what is lent for how long,
and words that everybody reads."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from linli.lib.law import Finding


def names_nobody(clean: bool) -> Finding:
    """What everybody reads holds no name, number or door."""
    return Finding(clean, "facilities.told_names_nobody", cites=("pipl.25",))


def another_looks_again(repaired_by: UUID | None, looks: UUID | None) -> Finding:
    """Who says it is in order again is not who repaired it."""
    return Finding(looks is not None and looks != repaired_by, "facilities.another_looks_again")


def due_after(on: date, every_days: int) -> date:
    """By which day the next round is due."""
    return on + timedelta(days=every_days)


def was_on_time(due_on: date, on: date) -> bool:
    """The last day included (以内)."""
    return on <= due_on


def all_looked_at(items: Sequence[str], answered: Sequence[str]) -> Finding:
    """A round has an answer to every item of the plan."""
    missing = [item for item in items if item not in answered]
    return Finding(not missing, "facilities.all_looked_at", numbers={"missing": len(missing)})


def within_term(last_until: date | None, on: date) -> Finding:
    """A device is used through the last day of its makers' term and not longer."""
    return Finding(
        last_until is None or on <= last_until,
        "facilities.device_within_term",
        numbers={"last_day": last_until},
    )


def long_enough(days: int, most: int) -> Finding:
    """A loan is for a day at least and for as many as the thing allows."""
    return Finding(1 <= days <= most, "facilities.loan_days", numbers={"days": days, "most": most})


def first_in_line(ahead: int) -> Finding:
    """Who asked first has it first."""
    return Finding(ahead == 0, "facilities.loan_first", numbers={"ahead": ahead})


def nobody_waits(waiting: int) -> Finding:
    """It is kept longer only while nobody waits for it."""
    return Finding(waiting == 0, "facilities.loan_nobody_waits", numbers={"waiting": waiting})


def reminds_on(due_on: date, on: date, told_on: date | None, before: int, every: int) -> bool:
    """Whether the borrower is reminded today: `before` days ahead, and of what is late every so
    many days."""
    if on < due_on - timedelta(days=before):
        return False
    if told_on is None:
        return True
    if told_on <= due_on < on:
        return True
    return on > due_on and (on - told_on).days >= every
