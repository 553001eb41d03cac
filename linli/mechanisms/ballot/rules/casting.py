"""Who may cast a paper, when, and the states a poll goes through."""

from datetime import datetime

from linli.lib.law import Finding
from linli.lib.numbers import FLOOR


def is_open(state: str, at: datetime, opened: datetime | None, closes: datetime | None) -> Finding:
    """Papers are taken from the opening until, not at, the announced close. A poll that was
    closed stays closed, whatever the clock says."""
    taken = state == "open" and (opened is None or opened <= at) and (closes is None or at < closes)
    return Finding(taken, "ballot.open", numbers={"closes": closes})


def takes(*, channel: bool) -> Finding:
    """The poll has this channel (a screen, paper)."""
    return Finding(channel, "ballot.channel")


def on_the_roll(*, found: bool) -> Finding:
    """Who votes stands on the roll."""
    return Finding(found, "ballot.on_the_roll")


def one_paper(*, marked: bool) -> Finding:
    """One paper for each elector, over all channels."""
    return Finding(not marked, "ballot.one_paper")


def not_given_away(*, given: bool) -> Finding:
    """Who has given a proxy votes themselves only after taking it back."""
    return Finding(not given, "ballot.not_given_away")


def in_state(state: str, *wanted: str) -> Finding:
    """The poll stands where this step starts from."""
    return Finding(state in wanted, "ballot.in_state")


def closed_once(*, closed: bool) -> Finding:
    """Of two who close at once, one does."""
    return Finding(closed, "ballot.closed_once")


def is_complete(questions: int, without_options: int) -> Finding:
    """A paper asks something, and every question but a motion has something to mark."""
    return Finding(
        questions > 0 and not without_options,
        "ballot.complete",
        numbers={"questions": questions, "without_options": without_options},
    )


def shown_participation(cast: int) -> int | None:
    """How many have voted, or None while so few that it would tell who."""
    return cast if cast >= FLOOR else None
