"""A hazard has an owner, a last day, evidence from before and after, and another hand looks."""

from datetime import date, timedelta
from uuid import UUID

from linli.lib.law import Finding


def names_nobody(clean: bool) -> Finding:
    """What everybody reads is about a place: no name, number or door in it."""
    return Finding(clean, "hazards.names_nobody", cites=("pipl.25",))


def one_owner(body: bool, post: bool) -> Finding:
    """One body or one post must mend it, not both and not nobody."""
    return Finding(body != post, "hazards.one_owner")


def evidence(photos: int, reason: str) -> Finding:
    """A photograph of the place, or why there is none."""
    return Finding(photos > 0 or bool(reason.strip()), "hazards.evidence")


def another_hand(mended_by: UUID | None, looks: UUID | None) -> Finding:
    """Who says it is mended does not look whether it is."""
    return Finding(looks is not None and looks != mended_by, "hazards.another_hand")


def last_day(on: date, days: int) -> date:
    """The last day for mending: `days` after it was laid down (以内: that day included)."""
    return on + timedelta(days=days)


def was_in_time(due_on: date, closed_on: date | None) -> bool:
    """Mended and found good by another hand by the last day, itself included (以内)."""
    return closed_on is not None and closed_on <= due_on


def all_seen(points: int, seen: int) -> bool:
    """Whether a round is done: every point has a check, be it that it could not be reached."""
    return points > 0 and seen >= points


def round_on_time(due_on: date, done_on: date | None, grace: int) -> bool:
    """A round counts as done as planned up to `grace` days after its day."""
    return done_on is not None and done_on <= due_on + timedelta(days=grace)


def belongs_to(due_on: date, on: date, *, before: int, after: int) -> bool:
    """Whether a check on a day may belong to the round of another."""
    return due_on - timedelta(days=before) <= on <= due_on + timedelta(days=after)
