"""What time does to gatherings: a year after their day it forgets who came and who was expected,
also where nobody ever opened, closed or minuted them. Safe to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.mechanisms.gathering.actions import forget_names
from linli.mechanisms.gathering.models import Gathering

KEPT = timedelta(days=365)
AT_ONCE = 100


def run(at: datetime) -> int:
    """Forgets what is due; says of how many gatherings."""
    over = (
        Gathering.objects.across_communities("time runs everywhere")
        .filter(forgotten_at__isnull=True, starts_at__lt=at - KEPT)
        .order_by("starts_at")[:AT_ONCE]
    )
    done = 0
    for gathering in over:
        forget_names(gathering, by=the_clock(), at=at)
        done += 1
    return done
