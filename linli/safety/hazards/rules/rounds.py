"""A round: which day a check belongs to, what may be said of a point, when a round is done."""

from collections.abc import Sequence
from datetime import date, timedelta

from linli.lib.law import Finding

BEFORE, AFTER = 3, 14
"""A check belongs to a round whose day lies so near: this many days ahead, or behind."""


def all_seen(points: int, seen: int) -> bool:
    """Whether a round is done: every point has a check, be it that it could not be reached."""
    return points > 0 and seen >= points


def round_on_time(due_on: date, done_on: date | None, grace: int) -> bool:
    """A round counts as done as planned up to `grace` days after its day."""
    return done_on is not None and done_on <= due_on + timedelta(days=grace)


def belongs_to(due_on: date, on: date, *, before: int, after: int) -> bool:
    """Whether a check on a day may belong to the round of another."""
    return due_on - timedelta(days=before) <= on <= due_on + timedelta(days=after)


def distance(due_on: date, on: date) -> tuple[int, date]:
    """How far a round's day lies from the one on which somebody looks: the nearest comes first,
    of two that are equally near the earlier."""
    return abs((due_on - on).days), due_on


def day_of_paper(due_on: date, on: date, today: date) -> Finding:
    """A round walked on paper was walked on a day that has come, and near the round's own."""
    if on > today:
        return Finding(False, "hazards.not_ahead", numbers={"on": on})
    return near_its_day(due_on, on)


def near_its_day(due_on: date, on: date) -> Finding:
    """What is seen on a day may belong to a round whose own day is near."""
    near = belongs_to(due_on, on, before=BEFORE, after=AFTER)
    return Finding(near, "hazards.near_its_day", numbers={"due_on": due_on})


def told_apart(result: str, fine: Sequence[bool]) -> Finding:
    """What is not in order is a hazard; where every item is in order there is none."""
    if result == "ok":
        return Finding(all(fine), "hazards.failed_is_hazard")
    sound = result == "hazard" and bool(fine) and all(fine)
    return Finding(not sound, "hazards.sound_is_no_hazard")


def said(result: str, told: bool) -> Finding:
    """A hazard says what it is, or which known one."""
    return Finding(result != "hazard" or told, "hazards.said")
