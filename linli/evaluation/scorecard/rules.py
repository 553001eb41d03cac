"""What holds of a score-card meeting, as arithmetic."""

from collections.abc import Sequence
from datetime import date

from linli.lib.law import Finding


def hands_fit(better: int, same: int, worse: int, present: int) -> Finding:
    """Whether no more hands were counted than people were there; who raised none is not asked."""
    hands = better + same + worse
    return Finding(
        min(better, same, worse) >= 0 and hands <= present,
        "scorecard.hands_fit",
        numbers={"hands": hands, "present": present},
    )


def everyone_heard(silent: int) -> Finding:
    """Whether residents have said something of each chapter that was taken to the meeting."""
    return Finding(silent == 0, "scorecard.everyone_heard", numbers={"left": silent})


def due_ahead(due_on: date, held_on: date) -> Finding:
    """Whether an action is due after the meeting it was agreed in."""
    return Finding(
        due_on > held_on, "scorecard.due_ahead", numbers={"due_on": due_on, "held_on": held_on}
    )


def carried_by_one(posts: int, bodies: int) -> Finding:
    """Whether one post or one body carries it: never nobody, never both, never a resident."""
    return Finding(posts + bodies == 1, "scorecard.carried_by_one")


def all_told(open_actions: int) -> Finding:
    """Whether of each action it is said that it was done, or why not."""
    return Finding(open_actions == 0, "scorecard.all_told", numbers={"left": open_actions})


def done_in_time(done_on: date | None, due_on: date) -> bool:
    """Done on its day or before."""
    return done_on is not None and done_on <= due_on


def moved(before: Sequence[int] | None, after: Sequence[int] | None, direction: str) -> str:
    """How a figure went, each a numerator, a denominator and the version of its definition:
    `better`, `worse`, `same`; "" where one is missing, the definition is another one, or the
    figure is context, which is neither good nor bad. Exact, by cross-multiplication."""
    if before is None or after is None or before[2] != after[2] or direction == "context":
        return ""
    change = after[0] * before[1] - before[0] * after[1]
    if change == 0:
        return "same"
    return "better" if (change > 0) == (direction == "higher") else "worse"
