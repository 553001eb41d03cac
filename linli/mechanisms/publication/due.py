"""What time does to notices: those whose period is over come down, also after a standstill.

Reading never waits for this: `queries.public` shows nothing past its time.
"""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.lib.law import Refused
from linli.mechanisms.publication.actions import expire
from linli.mechanisms.publication.models import Posting


def run(at: datetime) -> dict[str, int]:
    """Notes every notice whose time is over by `at`; returns how many. Safe to run twice and
    by several processes at once."""
    over = Posting.objects.across_communities("time passes everywhere").filter(
        listed_at__isnull=False, comes_down_at__lte=at
    )
    expired = 0
    for pk in list(over.order_by("comes_down_at").values_list("pk", flat=True)):
        posting = Posting.objects.across_communities("one found above").filter(pk=pk).first()
        if posting is None:
            continue
        try:
            expire(posting, by=the_clock(), at=at)
        except Refused:
            continue  # another process, or somebody at the desk, was first
        expired += 1
    return {"expired": expired}
