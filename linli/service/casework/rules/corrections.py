"""Help for somebody in community corrections: initials, needs, a plan and dates. No supervision."""

from collections.abc import Collection
from datetime import date, datetime

from linli.lib.calendar import corresponding_day, deadline_at
from linli.lib.identity.redact import redact
from linli.lib.law import Finding

NEEDS = (
    "work",
    "school",
    "housing",
    "assistance",
    "insurance",
    "legal_aid",
    "health",
    "family",
    "registration",
)
"""What help can be about (art. 38, 43)."""


def only_initials(text: str, *, most: int) -> Finding:
    """Capital letters without more: no name, no number, no word."""
    return Finding(
        text.isascii() and text.isalpha() and text.isupper() and 1 <= len(text) <= most,
        "casework.corrections_initials",
        cites=("community_corrections.26",),
        numbers={"most": most},
    )


def names_nobody(words: str) -> Finding:
    """What is written says nothing by which the person could be known or reached: no number, no
    door, no name that can be told as one."""
    return Finding(
        not redact(words).spans,
        "casework.corrections_names_nobody",
        cites=("community_corrections.26", "community_corrections.61"),
    )


def woman_in_group(for_a_woman: bool, women: Collection[object]) -> Finding:
    """A woman's group includes a woman."""
    return Finding(
        not for_a_woman or bool(women),
        "casework.corrections_woman",
        cites=("community_corrections.25",),
    )


def minors_apart(for_a_minor: bool, knows_minors: bool) -> Finding:
    """A minor's group has somebody who knows young people, and its record stands apart."""
    return Finding(
        not for_a_minor or knows_minors,
        "casework.corrections_minor",
        cites=("community_corrections.52", "community_corrections.54"),
    )


def ends_after(begins_on: date, ends_on: date) -> Finding:
    """Help has an end date from the first day, after which the record is sealed."""
    return Finding(begins_on < ends_on, "casework.corrections_ends", numbers={"since": begins_on})


def not_longer(begins_on: date, ends_on: date, *, months: int) -> Finding:
    """Help after release ends within so many months (以内: the corresponding day is in time)."""
    return Finding(
        ends_on <= corresponding_day(begins_on, months),
        "casework.help_not_longer",
        numbers={"months": months},
    )


def sealed_from(ends_on: date) -> datetime:
    """When the record is sealed by itself: when its last day is over (24:00)."""
    return deadline_at(ends_on)


def over(ends_on: date, at: datetime) -> Finding:
    """The record is sealed when its last day is over, and by time alone not before."""
    return Finding(
        at >= sealed_from(ends_on), "casework.corrections_over", numbers={"last_day": ends_on}
    )


def not_ahead(on: date, today: date) -> Finding:
    """Help is noted when it was given."""
    return Finding(on <= today, "casework.corrections_not_ahead", numbers={"day": on})


def tied_to_nobody(person: object) -> Finding:
    """The record is tied to nobody on the roster."""
    return Finding(
        person is None, "casework.corrections_tied_to_nobody", cites=("community_corrections.26",)
    )


def by_own_wish(voluntary: bool, consents: bool) -> Finding:
    """Help after release is for who wants it, and for as long: consent that stands, each time."""
    return Finding(
        not voluntary or consents, "casework.help_by_own_wish", cites=("pipl.14", "pipl.15")
    )
