"""A day-care centre's sheet: who is here today, by name, and no longer than needed."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from linli.lib.law import Finding


def not_here_yet(name: str, here: Collection[str]) -> Finding:
    """Nobody signs in twice without having left."""
    return Finding(name.strip() not in here, "casework.day_not_here_yet")


def leaves_after_coming(came_at: datetime, left_at: datetime) -> Finding:
    """One leaves after one came."""
    return Finding(left_at >= came_at, "casework.day_leaves_after_coming")


def left_once(has_left: bool) -> Finding:
    """One leaves once."""
    return Finding(not has_left, "casework.day_left_once")


def kept_from(on: date, *, days: int) -> date:
    """The first day whose names are still kept on `on`: a sheet is kept so many days after its
    own, the last included."""
    return on - timedelta(days=days)
