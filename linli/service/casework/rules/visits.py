"""Calling on somebody at home: planned, said how it went; a no is respected."""

from datetime import date

from linli.lib.law import Finding

PLANNED, DONE, NOT_HOME, REFUSED, NO_MORE, OFF = (
    "planned",
    "done",
    "not_home",
    "refused",
    "no_more",
    "off",
)
OUTCOMES = (DONE, NOT_HOME, REFUSED, NO_MORE, OFF)


def not_past(on: date, today: date) -> Finding:
    """A visit is planned for today or later."""
    return Finding(on >= today, "casework.visit_not_past", numbers={"day": on})


def has_come(planned_on: date, today: date) -> Finding:
    """How it went is said on its day or later."""
    return Finding(planned_on <= today, "casework.visit_has_come", numbers={"day": planned_on})


def welcome(no_more: bool, asked_again: bool) -> Finding:
    """Who said not to come any more is not called on, until they say so themselves."""
    return Finding(not no_more or asked_again, "casework.visit_welcome")


def one_planned(planned: bool) -> Finding:
    """One visit is planned at a time."""
    return Finding(not planned, "casework.visit_one_planned")


def not_entered(state: str) -> Finding:
    """How it went is said once."""
    return Finding(state == PLANNED, "casework.visit_entered_once")


def known_occasion(occasion: str, occasions: tuple[str, ...]) -> Finding:
    """The occasion is one of the kind's."""
    return Finding(occasion in occasions, "casework.visit_occasion")
