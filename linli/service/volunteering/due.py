"""What time does: a missed visit nobody settled is told to the director, gaps end with their
shift, and where a round led to is forgotten. Safe to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
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
    )
    # One community after the other, each with its own hours: a long list of one, of which nothing
    # is due, keeps no other waiting.
    here = Place.objects.filter(pk__in=missed.values("community")).order_by("pk")
    return sum(_raise_in(community, at) for community in here)


def _raise_in(community: Place, at: datetime) -> int:
    after = number_laid_down("volunteering.missed_raised_after", community, local_day(at))
    missed = RoundStop.objects.filter(
        community=community,
        state="nobody",
        settled_at__isnull=True,
        raised_at__isnull=True,
        ticked_at__lte=at - timedelta(hours=after),
    ).select_related("community", "shift__call")
    done = 0
    for stop in missed.order_by("ticked_at")[:AT_ONCE]:
        assert may_raise(stop.ticked_at, at, after_hours=after)
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
    held = RoundStop.objects.across_communities("time passes everywhere")
    here = Place.objects.filter(pk__in=held.values("community")).order_by("pk")
    return sum(_forget_in(community, at) for community in here)


def _forget_in(community: Place, at: datetime) -> int:
    days = number_laid_down("volunteering.stops_kept", community, local_day(at))
    rows = Shift.objects.filter(
        community=community,
        stops__isnull=False,
        occasion__ends_at__lte=at - timedelta(days=days),
    ).select_related("community", "occasion")
    old = list(rows.order_by("occasion__ends_at").distinct()[:AT_ONCE])
    for shift in old:
        forget_stops(shift, by=the_clock(), at=at)
    return len(old)
