"""What is asked of a chain: pure. How long it is kept is our own promise (PIPL 19: the shortest
time the purpose needs, and no number of days)."""

from datetime import datetime, timedelta

from linli.lib.law import Finding

OPEN, CLOSED = "open", "closed"
KEPT_DAYS = 30
"""After it is closed: time enough to hand out what was ordered and to settle a mistake."""
IDLE_DAYS = 60
"""An open list nobody has touched for so long is closed by the clock."""
LONGEST_TEXT = 60_000
MOST_ENTRIES = 2_000


def may_change(state: str) -> Finding:
    """Only an open list changes."""
    return Finding(state == OPEN, "chains.open")


def holds_entries(entries: int) -> Finding:
    """A text in which nobody can be found is no chain; one of thousands is another thing."""
    return Finding(
        0 < entries <= MOST_ENTRIES,
        "chains.readable",
        numbers={"entries": entries, "most": MOST_ENTRIES},
    )


def is_short_enough(letters: int) -> Finding:
    """How long a pasted text may be."""
    return Finding(
        letters <= LONGEST_TEXT,
        "chains.short_enough",
        numbers={"letters": letters, "most": LONGEST_TEXT},
    )


def goes_on(closed_at: datetime) -> datetime:
    """When a closed list is gone."""
    return closed_at + timedelta(days=KEPT_DAYS)
