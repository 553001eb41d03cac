"""What time does: it forgets whom the lot met, once the talk is over, and ends the gathering of
statements when its topic is settled. Safe to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.governance.deliberation import ending
from linli.governance.deliberation.actions import forget_drawn
from linli.governance.deliberation.models import Draw

OVER = ("agreed", "unresolved", "at_assembly", "ended", "closed")
KEPT = timedelta(days=180)
"""At the latest, where a topic lies still."""
AT_ONCE = 100


def run(at: datetime) -> int:
    """Forgets and ends what is due; says of how many."""
    rows = (
        Draw.objects.across_communities("time runs everywhere")
        .filter(drawn_at__isnull=False, forgotten_at__isnull=True)
        .select_related("topic", "community")
    )
    over = rows.filter(topic__state__in=OVER) | rows.filter(drawn_at__lt=at - KEPT)
    done = 0
    for draw in over.order_by("drawn_at")[:AT_ONCE]:
        forget_drawn(draw, by=the_clock(), at=at)
        done += 1
    return done + ending.run(at)
