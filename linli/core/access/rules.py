"""When an invitation may be used, and how a term may run, as pure functions."""

from collections.abc import Iterable
from datetime import date, datetime

from linli.lib.law import Finding

INVITATION_DAYS = 30
"""A slip is good for this many days (a promise of the product, printed on the slip)."""


def invitation_good(
    at: datetime,
    *,
    expires_at: datetime,
    used_at: datetime | None,
    revoked_at: datetime | None,
) -> Finding:
    """Unused, not revoked, not past its last moment."""
    state = (
        "used" if used_at else "revoked" if revoked_at else "expired" if at > expires_at else "good"
    )
    return Finding(
        state == "good",
        "access.invitation_good",
        numbers={"state": state, "expires_at": expires_at},
    )


def term_ordered(since: date, until: date | None) -> Finding:
    """A term has at least one day; `until` is the first day without the post."""
    return Finding(until is None or since < until, "access.term_ordered", numbers={"since": since})


def director_remains(until: date, others: Iterable[tuple[date, date | None]]) -> Finding:
    """On `until` somebody else is the director: else nobody could appoint one any more.

    `others`: the terms (since, until) of the other directors of the community.
    """
    remains = any(since <= until and (ends is None or ends > until) for since, ends in others)
    return Finding(remains, "access.director_remains", numbers={"on": until})


def body_left(held: int, until: date) -> Finding:
    """Nobody holds a post for the body from its first day without on."""
    return Finding(held == 0, "access.body_left", numbers={"held": held, "on": until})
