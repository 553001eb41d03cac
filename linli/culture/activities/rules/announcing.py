"""When an activity may be told to everybody: it has dates, its words name nobody, and where so many
come that the law asks a licence, the licence is there or applied for in time."""

import re
from datetime import date, timedelta

from linli.lib.identity.redact import redact
from linli.lib.law import Finding

LARGE = ("mass_events.2", "mass_events.11")
IN_TIME = ("mass_events.13", "mass_events.14")
_MOBILE = re.compile(r"(?<!\d)1[3-9](?:[\s-]*\d){9}(?!\d)")


def is_large(expected: int | None, *, people: int) -> bool:
    """Whether so many are expected at one time that it is a large public event (以上: `people`
    itself included)."""
    return expected is not None and expected >= people


def most_expected(expected: int | None, seats: int | None) -> int | None:
    """How many may come at one time: whoever lays out more places expects more people."""
    return max((each for each in (expected, seats) if each is not None), default=None)


def licence_in_time(first_on: date, on: date, *, days: int) -> Finding:
    """Whether a licence can still be applied for on that day: `days` days before the first date
    or earlier, the day itself not counted."""
    last = first_on - timedelta(days=days)
    return Finding(
        on <= last,
        "activities.licence_in_time",
        cites=IN_TIME,
        numbers={"first_on": first_on, "last": last, "days": days, "left": (last - on).days},
    )


def licence_in_order(
    expected: int | None,
    first_on: date,
    on: date,
    *,
    licence: str,
    applied_on: date | None,
    people: int,
    days: int,
) -> Finding:
    """Whether a large public event may be announced: with the number of its licence, or where it
    was applied for, not after `on`, and `days` days before the first date or earlier. Smaller ones
    need neither."""
    numbers = {"expected": expected, "people": people, "days": days, "first_on": first_on}
    if not is_large(expected, people=people) or licence.strip():
        return Finding(True, "activities.licence", cites=LARGE, numbers=numbers)
    in_time = (
        applied_on is not None
        and applied_on <= on
        and bool(licence_in_time(first_on, applied_on, days=days))
    )
    return Finding(in_time, "activities.licence", cites=(*LARGE, *IN_TIME), numbers=numbers)


def dates_ahead(dates: int) -> Finding:
    """Whether anything is still to come."""
    return Finding(dates > 0, "activities.dates_ahead", numbers={"dates": dates})


def public_words(*words: str) -> Finding:
    """Whether everybody may read it: without what looks like somebody's number, door or name."""
    clean = all(redact(each).text == each for each in words)
    return Finding(clean, "activities.public_words")


def desk_number(words: str) -> Finding:
    """Where one may ask is a desk or its line, never somebody's own mobile telephone, door or
    name."""
    found = {span.kind for span in redact(words).spans}
    private = _MOBILE.search(words) or found - {"landline"}
    return Finding(not private, "activities.desk_number")
