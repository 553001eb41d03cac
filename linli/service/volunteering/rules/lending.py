"""Things lent and small help among neighbours: for nothing, by both's own wish."""

from datetime import date, timedelta

from linli.lib.law import Finding
from linli.service.volunteering.rules.plain_words import names_nobody, no_pay


def fit_to_lend(*words: str) -> list[Finding]:
    """What everybody will read."""
    return [no_pay(*words), names_nobody(*words)]


def not_to_oneself(*, own: bool) -> Finding:
    """Nobody answers their own note."""
    return Finding(not own, "volunteering.not_own_note")


def lent_at_a_time(*, taken: bool) -> Finding:
    """A thing is with one neighbour at a time."""
    return Finding(not taken, "volunteering.thing_is_here")


def not_a_party(*, party: bool) -> Finding:
    """The desk judges nothing in which whoever sits there has a hand."""
    return Finding(not party, "volunteering.not_a_party")


def asked_again(*, lately: bool, days: int) -> Finding:
    """Who was told that it is not convenient asks the same again only some days later."""
    return Finding(not lately, "volunteering.asked_lately", numbers={"days": days})


def out_after(agreed_on: date, out_on: date) -> Finding:
    """Handed over when both had agreed, or later."""
    return Finding(
        out_on >= agreed_on, "volunteering.out_after_agreed", numbers={"agreed": agreed_on}
    )


def due_later(out_on: date, due_on: date, most: int) -> Finding:
    """Back on the day it is handed over, or later; not so late that it is forgotten."""
    last = out_on + timedelta(days=most)
    return Finding(
        out_on <= due_on <= last, "volunteering.due_later", numbers={"most": most, "last": last}
    )


def reminded_on(due_on: date) -> date:
    """The day before it is due back."""
    return due_on - timedelta(days=1)


def how_late(due_on: date, on: date) -> int:
    """Days past the day it is due; nothing until then."""
    return max((on - due_on).days, 0)
