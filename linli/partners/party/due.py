"""What time does: what nobody said again is deleted on its day. Safe to run twice."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.lib.calendar import local_day
from linli.partners.party.actions.serving import leave, leave_post
from linli.partners.party.models import CheckIn, PostClaim

AT_ONCE = 200


def run(at: datetime) -> dict[str, int]:
    """Deletes what has lapsed by `at`."""
    on = local_day(at)
    checkins = CheckIn.objects.across_communities("time passes everywhere")
    claims = PostClaim.objects.across_communities("time passes everywhere")
    gone = list(checkins.filter(lapses_on__lt=on).order_by("lapses_on")[:AT_ONCE])
    over = list(claims.filter(lapses_on__lt=on).select_related("post")[:AT_ONCE])
    for row in gone:
        leave(row, by=the_clock(), at=at)
    for claim in over:
        leave_post(claim, by=the_clock(), at=at)
    return {"checkins": len(gone), "claims": len(over)}
