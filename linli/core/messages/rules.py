"""How often and how long a message is sent again, and how long it is kept."""

from datetime import datetime, timedelta

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)
"""What is waited after the first, second, … attempt that failed; one attempt more than waits."""

KEEP_FOR = timedelta(days=400)
"""A message older than this is cleared away: what it spoke of has its own record."""


def next_attempt(tries: int, at: datetime) -> datetime | None:
    """When to try again after `tries` attempts, the last at `at`; None where that is enough."""
    return at + WAITS[tries - 1] if tries <= len(WAITS) else None


def cleared_before(at: datetime) -> datetime:
    """Messages made before this moment are cleared away at `at`."""
    return at - KEEP_FOR
