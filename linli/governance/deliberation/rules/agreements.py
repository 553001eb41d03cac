"""What is asked of an agreement: points with an owner and a day, seen first by those who were
there, dissent kept."""

from datetime import date, timedelta

from linli.lib.law import Finding


def owned_by_one(posts: int, bodies: int) -> Finding:
    """Whether one post or one body answers for it; of what everybody does, nobody does it."""
    return Finding(posts + bodies == 1, "deliberation.owned_by_one")


def due_ahead(due_on: date, on: date) -> Finding:
    """Whether the day lies ahead."""
    return Finding(due_on > on, "deliberation.due_ahead", numbers={"due_on": due_on})


def something_agreed(points: int) -> Finding:
    """Whether there is anything to do: an agreement without a point is a wish."""
    return Finding(points > 0, "deliberation.something_agreed", numbers={"n": points})


def nothing_agreed(points: int) -> Finding:
    """Whether it is true that nothing was agreed."""
    return Finding(points == 0, "deliberation.nothing_agreed", numbers={"n": points})


def seen_first(shown_on: date, on: date, *, days: int) -> Finding:
    """Whether those who took part have had `days` days to read the draft before everybody does;
    the day it was shown is not counted."""
    first = shown_on + timedelta(days=days)
    return Finding(on >= first, "deliberation.seen_first", numbers={"first": first, "days": days})


def done_by_now(done_on: date, on: date) -> Finding:
    """Whether the day it was done has come."""
    return Finding(done_on <= on, "deliberation.done_by_now", numbers={"day": done_on})


def draw_fits(wanted: int, whole: int) -> Finding:
    """Whether there are so many to draw from."""
    return Finding(
        1 <= wanted <= whole, "deliberation.draw_fits", numbers={"wanted": wanted, "whole": whole}
    )


def seed_said(seed: str, source: str) -> Finding:
    """Whether the seed is there before anybody is drawn, and where it came from is said."""
    return Finding(bool(seed.strip()) and bool(source.strip()), "deliberation.seed_said")
