"""What time does to opinions: where the talk on a topic is over, or nobody ended the gathering
for a year, it is ended, and the codes lead back to nobody. Safe to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.governance.deliberation.actions.statements import close_opinions
from linli.governance.deliberation.models import Conversation
from linli.lib.law import Refused

OVER = ("agreed", "ended", "closed")
"""From these no topic goes back to being talked over; from what the meeting refuses it may."""
LONGEST = timedelta(days=365)
AT_ONCE = 20


def run(at: datetime) -> int:
    """Ends what is due; says how many."""
    still = Conversation.objects.across_communities("time runs everywhere").filter(
        closed_at__isnull=True
    )
    due = still.filter(topic__state__in=OVER) | still.filter(opened_at__lt=at - LONGEST)
    done = 0
    for each in due.select_related("topic", "community").order_by("opened_at")[:AT_ONCE]:
        try:
            close_opinions(each, by=the_clock(), at=at)
        except Refused:
            continue  # somebody at the desk was first
        done += 1
    return done
