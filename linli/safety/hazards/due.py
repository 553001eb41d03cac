"""What time does: contacts of lost and found are blanked. Safe to run twice."""

from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from linli.core.audit.actor import the_clock
from linli.lib.calendar import local_day
from linli.safety.hazards.actions.found import forget_contacts
from linli.safety.hazards.law import contact_kept_days
from linli.safety.hazards.models import FoundThing, LostReport

AT_ONCE = 200
LOST_KEPT = timedelta(days=180)
"""A thing nobody found for so long is not looked for any more."""


def run(at: datetime) -> int:
    """Blanks what is due; says how many."""
    on, done = local_day(at), 0
    ended: Any = FoundThing.objects.across_communities("time runs everywhere").filter(
        ended_on__lt=on, blanked_at__isnull=True
    )
    lost: Any = LostReport.objects.across_communities("time runs everywhere").filter(
        ended_at__isnull=True, reported_at__lt=at - LOST_KEPT
    )
    rows = [*_select(ended), *_select(lost)]
    rows.sort(key=lambda row: str(row.community_id))
    for community, them in groupby(rows, key=lambda row: row.community):
        last = on - timedelta(days=contact_kept_days(community, on))
        over = [row for row in them if isinstance(row, LostReport) or row.ended_on < last]
        if over:
            done += forget_contacts(community, rows=over, by=the_clock(), at=at)
    return done


def _select(rows: Any) -> list[Any]:
    return list(rows.select_related("community").order_by("community", "id")[:AT_ONCE])
