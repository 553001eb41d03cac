"""What time does to sheets: an offer nobody answered goes on to the next, and a year after the
last date the names are forgotten. Safe to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.lib.law import Refused
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions import forget_names, lapse_offer
from linli.mechanisms.signup.models import Sheet, SignUp

KEPT = timedelta(days=365)
AT_ONCE, SHEETS_AT_ONCE = 500, 50


def run(at: datetime) -> int:
    """Does what is due; says how much that was."""
    return lapse(at) + forget(at)


def lapse(at: datetime) -> int:
    """Offers that ran out. Whoever takes theirs in the same moment was faster."""
    over = (
        SignUp.objects.across_communities("time runs everywhere")
        .filter(state=rules.OFFERED, offered_until__lt=at)
        .select_related("sheet")
        .order_by("offered_until")[:AT_ONCE]
    )
    done = 0
    for each in over:
        try:
            lapse_offer(each, by=the_clock(), at=at)
        except Refused:
            continue
        done += 1
    return done


def forget(at: datetime) -> int:
    """Sheets whose last date is a year past; a draft nobody ever stood on has nothing to forget."""
    over = (
        Sheet.objects.across_communities("time runs everywhere")
        .filter(forgotten_at__isnull=True, settled_at__lt=at - KEPT)
        .exclude(state=rules.DRAFT, last_number=0)
        .order_by("settled_at")[:SHEETS_AT_ONCE]
    )
    done = 0
    for each in over:
        forget_names(each, by=the_clock(), at=at)
        done += 1
    return done
