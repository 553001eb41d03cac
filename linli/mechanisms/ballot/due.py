"""What time does to polls: those on screens alone close at the time announced."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.lib.law import Refused
from linli.mechanisms.ballot.actions import close_by_time
from linli.mechanisms.ballot.models import Poll


def run(at: datetime) -> dict[str, int]:
    """Closes what is over by `at`; returns how many. Safe to run twice and by several
    processes at once. No paper waits for this: none is taken past its time."""
    over = Poll.objects.across_communities("time passes everywhere").filter(
        state="open", on_paper=False, closes_at__lte=at
    )
    closed = 0
    for poll in list(over.order_by("closes_at")):
        try:
            close_by_time(poll, by=the_clock(), at=at)
        except Refused:
            continue  # another process, or whoever holds the poll, was first
        closed += 1
    return {"closed": closed}
