"""What time does to matters: it closes what was answered and not objected to, and forgets who
asked. Safe to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.matters.actions.answering import close
from linli.service.matters.actions.forgetting import forget_sender
from linli.service.matters.models import Matter

AT_ONCE = 500


def run(at: datetime) -> int:
    """Closes and forgets what is due; says how many matters it touched."""
    done = 0
    for community in communities_with_matters():
        done += _close_answered(community, at) + _forget_senders(community, at)
    return done


def communities_with_matters() -> list[Place]:
    """Where there is anything to do at all."""
    held = (
        Matter.objects.across_communities("time runs everywhere")
        .order_by()
        .values_list("community_id", flat=True)
        .distinct()
    )
    return list(Place.objects.filter(pk__in=list(held)))


def _close_answered(community: Place, at: datetime) -> int:
    window = number_laid_down("matters.reopen_window", community, local_day(at))
    over = Matter.objects.filter(
        community=community, state="answered", answered_at__lt=at - timedelta(days=window + 1)
    ).select_related("kind", "community")
    closed = 0
    for matter in over.order_by("answered_at")[:AT_ONCE]:
        try:
            close(matter, by=the_clock(), at=at)
            closed += 1
        except Refused:
            continue  # somebody else moved it a moment ago
    return closed


def _forget_senders(community: Place, at: datetime) -> int:
    days = number_laid_down("matters.sender_kept", community, local_day(at))
    old = Matter.objects.filter(
        community=community,
        state__in=("closed", "declined", "merged", "split", "withdrawn"),
        closed_at__lt=at - timedelta(days=days),
        # An old table brought in today is not emptied tonight: its time begins with us.
        recorded_at__lt=at - timedelta(days=days),
        sender_forgotten_at__isnull=True,
    ).order_by("closed_at")
    forgotten = 0
    for matter in old[:AT_ONCE]:
        forget_sender(matter, by=the_clock(), at=at)
        forgotten += 1
    return forgotten
