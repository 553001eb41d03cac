"""A hazard has an owner, a last day, evidence from before and after, and another hand looks."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from linli.lib.law import Finding

MB = 1024 * 1024
PHOTOS_MOST, PHOTO_LARGEST = 2, 8 * MB


def names_nobody(clean: bool) -> Finding:
    """What everybody reads is about a place: no name, number or door in it."""
    return Finding(clean, "hazards.names_nobody", cites=("pipl.25",))


def one_owner(body: bool, post: bool) -> Finding:
    """One body or one post must mend it, not both and not nobody."""
    return Finding(body != post, "hazards.one_owner")


def evidence(photos: int, reason: str) -> Finding:
    """A photograph of the place, or why there is none."""
    return Finding(photos > 0 or bool(reason.strip()), "hazards.evidence")


def few_and_small(sizes: Sequence[int]) -> Finding:
    """Photographs of somebody nobody knows: few, and each as large as a telephone makes them."""
    fine = len(sizes) <= PHOTOS_MOST and all(size <= PHOTO_LARGEST for size in sizes)
    return Finding(
        fine, "hazards.report_photos", numbers={"n": PHOTOS_MOST, "mb": PHOTO_LARGEST // MB}
    )


def another_hand(mended_by: UUID | None, looks: UUID | None) -> Finding:
    """Who says it is mended does not look whether it is."""
    return Finding(looks is not None and looks != mended_by, "hazards.another_hand")


def last_day(on: date, days: int) -> date:
    """The last day for mending: `days` after it was laid down (以内: that day included)."""
    return on + timedelta(days=days)


def last_day_set(due_on: date | None, on: date, days: int) -> date:
    """The last day that is laid down on a day: what was late already stays late."""
    return due_on if due_on is not None and due_on < on else last_day(on, days)


def was_in_time(due_on: date, closed_on: date | None) -> bool:
    """Mended and found good by another hand by the last day, itself included (以内)."""
    return closed_on is not None and closed_on <= due_on
