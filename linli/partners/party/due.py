"""What time does: a month that is over is written down as it was told; what nobody said again is
deleted on its day, afterwards. Safe to run twice."""

from datetime import date, datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.queries import served_communities
from linli.lib.calendar import local_day
from linli.partners.party.actions.months import tell_month
from linli.partners.party.actions.serving import leave, leave_post
from linli.partners.party.models import Branch, CheckIn, MonthTold, PostClaim

AT_ONCE = 200
WHY = "time passes everywhere"


def run(at: datetime) -> dict[str, int]:
    """Writes down the month that is over by `at`, then deletes what has lapsed."""
    on = local_day(at)
    months = _tell_months(on.replace(day=1) - timedelta(days=1), at)
    checkins = CheckIn.objects.across_communities(WHY)
    claims = PostClaim.objects.across_communities(WHY)
    gone = list(checkins.filter(lapses_on__lt=on).order_by("lapses_on")[:AT_ONCE])
    over = list(claims.filter(lapses_on__lt=on).select_related("post")[:AT_ONCE])
    for row in gone:
        leave(row, by=the_clock(), at=at)
    for claim in over:
        leave_post(claim, by=the_clock(), at=at)
    return {"months": months, "checkins": len(gone), "claims": len(over)}


def _tell_months(ended: date, at: datetime) -> int:
    """The month that ended that day, of each community with a Party organisation by then. Months
    before it that nobody wrote down are not made up now, from rows that may be gone."""
    kept = MonthTold.objects.across_communities(WHY).filter(on=ended).values("community")
    begun = Branch.objects.across_communities(WHY).filter(counted_from__lte=ended)
    here = served_communities().filter(pk__in=begun.values("community")).exclude(pk__in=kept)
    waiting = list(here)
    for community in waiting:
        tell_month(community, on=ended, by=the_clock(), at=at)
    return len(waiting)
