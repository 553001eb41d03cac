"""Groups: hours agreed for the loud ones, and whose turn it is."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from linli.lib.calendar.periods import SHANGHAI
from linli.lib.law import Finding

YEAR = timedelta(days=365)
NOISE = ("eco_code.598", "eco_code.599")

Key = TypeVar("Key")


def hours_agreed(loud: bool, starts: time | None, ends: time | None, with_whom: str) -> Finding:
    """Square dancing has hours and a volume that were agreed with those who live round it."""
    said = starts is not None and ends is not None and starts < ends and bool(with_whom.strip())
    return Finding(not loud or said, "activities.hours_agreed", cites=NOISE)


def within_hours(
    starts_at: datetime, ends_at: datetime, agreed_from: time | None, agreed_until: time | None
) -> Finding:
    """A meeting begins not before, and ends not after, the hours that were agreed; both moments
    are included. Without agreed hours any will do."""
    begins, ends = starts_at.astimezone(SHANGHAI), ends_at.astimezone(SHANGHAI)
    holds = (
        agreed_from is None
        or agreed_until is None
        or (
            begins.date() == ends.date()
            and begins.time() >= agreed_from
            and ends.time() <= agreed_until
        )
    )
    return Finding(
        holds,
        "activities.within_agreed_hours",
        cites=NOISE,
        numbers={
            "agreed_from": f"{agreed_from:%H:%M}" if agreed_from else "",
            "agreed_until": f"{agreed_until:%H:%M}" if agreed_until else "",
        },
    )


def meets_ahead(first: date, on: date) -> Finding:
    """Dates are planned from the day itself on; what was never planned is not told of later."""
    return Finding(first >= on, "activities.meeting_ahead", numbers={"on": on})


def next_asked(order: Sequence[Key], after: Key | None, passed: Collection[Key]) -> Key | None:
    """Who is asked next: in the order of joining, going round from whoever could not, leaving out
    those who said they cannot. None where nobody is left: the place stands open to all."""
    start = order.index(after) + 1 if after in order else 0
    round_ = [*order[start:], *order[:start]]
    return next((each for each in round_ if each not in passed and each != after), None)


def active(last: date | None, on: date) -> bool:
    """Whether a group met within the twelve months that end on `on`; the day a year ago is no
    longer within them."""
    return last is not None and on - YEAR < last <= on


def leader_consents(way: str, witness: str) -> Finding:
    """A group is registered with the consent of who leads it."""
    return consent_given(way, witness, "activities.leader_consents")


def consent_given(way: str, witness: str, rule: str = "activities.consent_given") -> Finding:
    """Signed, given online, or spoken before a witness who is named; nothing else is consent."""
    given = way in ("signed", "online") or (way == "spoken" and bool(witness.strip()))
    return Finding(given, rule, cites=("pipl.13", "pipl.14"))
