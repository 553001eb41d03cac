"""What time does: a missed visit nobody settled is told to the director, gaps end with their
shift, and where a round led to is forgotten. Safe to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.volunteering import lapsing
from linli.service.volunteering.actions.rounds import forget_stops, raise_missed
from linli.service.volunteering.models import Gap, RoundStop, Shift
from linli.service.volunteering.rules.rounds import may_raise

AT_ONCE = 200


def run(at: datetime) -> dict[str, int]:
    """Does what is due up to `at`."""
    return {
        "raised": _raise_missed(at),
        "gaps": _end_gaps(at),
        "forgotten": _forget(at),
        # Wishes, things lent among neighbours, time exchange.
        "neighbours": lapsing.run(at),
    }


def _raise_missed(at: datetime) -> int:
    everywhere = RoundStop.objects.across_communities("time passes everywhere")
    missed = everywhere.filter(
        state="nobody", settled_at__isnull=True, raised_at__isnull=True, ticked_at__lte=at
    ).select_related("community", "shift__call")
    done = 0
    for stop in missed.order_by("ticked_at")[:AT_ONCE]:
        after = number_laid_down("volunteering.missed_raised_after", stop.community, local_day(at))
        if not may_raise(stop.ticked_at, at, after_hours=after):
            continue
        try:
            raise_missed(stop, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # somebody settled it a moment ago
    return done


def _end_gaps(at: datetime) -> int:
    over = Gap.objects.across_communities("time passes everywhere").filter(
        closed_at__isnull=True, shift__occasion__ends_at__lte=at
    )
    return int(
        Gap.objects.across_communities("the ones just found")
        .filter(pk__in=list(over.values_list("pk", flat=True)[:AT_ONCE]))
        .update(closed_at=at)
    )


def _forget(at: datetime) -> int:
    # Nothing younger than a day is old in any community.
    held = Shift.objects.across_communities("time passes everywhere").filter(
        stops__isnull=False, occasion__ends_at__lte=at - timedelta(days=1)
    )
    done = 0
    rows = held.select_related("community", "occasion").order_by("occasion__ends_at").distinct()
    for shift in rows[:AT_ONCE]:
        days = number_laid_down("volunteering.stops_kept", shift.community, local_day(at))
        if shift.occasion.ends_at + timedelta(days=days) <= at:
            forget_stops(shift, by=the_clock(), at=at)
            done += 1
    return done
