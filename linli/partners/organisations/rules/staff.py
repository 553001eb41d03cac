"""Leave has somebody who stands in; certificates run out."""

from collections.abc import Iterable
from datetime import date, timedelta

from linli.lib.law import Finding


def cover_is_there(
    since: date, until: date, cover_away: Iterable[tuple[date, date]], *, cover_works: bool
) -> Finding:
    """Whoever stands in works here and is not away on one of these days (both ends included)."""
    away = any(first <= until and since <= last for first, last in cover_away)
    return Finding(cover_works and not away, "organisations.cover_is_there")


def not_away_twice(since: date, until: date, away: Iterable[tuple[date, date]]) -> Finding:
    """The days do not overlap with days already entered."""
    twice = any(first <= until and since <= last for first, last in away)
    return Finding(not twice, "organisations.not_away_twice")


def valid_on(got_on: date, expires_on: date | None, on: date) -> bool:
    """Whether a certificate holds that day; its last day included (有效到)."""
    return got_on <= on and (expires_on is None or on <= expires_on)


def expires_within(expires_on: date | None, on: date, *, days: int) -> bool:
    """Whether it runs out within so many days, or has."""
    return expires_on is not None and expires_on - timedelta(days=days) <= on


def not_standing_in(since: date, until: date, covers: Iterable[tuple[date, date]]) -> Finding:
    """Whoever goes away does not stand in for somebody else on those days."""
    busy = any(first <= until and since <= last for first, last in covers)
    return Finding(not busy, "organisations.not_standing_in")
