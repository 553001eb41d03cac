"""What time does: an offer nobody answered goes to the next in line, and nobody waits for a span
that has begun; contacts are blanked a year after. Safe to run twice."""

from contextlib import suppress
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Q

from linli.core.audit.actor import the_clock
from linli.culture.facilities.actions import forget_contacts, lapse_asked, lapse_offer
from linli.culture.facilities.actions.passing_time import pass_time
from linli.culture.facilities.models import Booking, BookingWish
from linli.lib.law import Refused

AT_ONCE = 200
KEPT = timedelta(days=365)


def run(at: datetime) -> int:
    """Lets lapse what is due; says how many."""
    rows = BookingWish.objects.across_communities("time runs everywhere").filter(
        Q(state="offered", offer_until__lte=at) | Q(state="waiting", starts_at__lte=at)
    )
    done = 0
    for wish in rows.select_related("facility", "community").order_by("asked_at")[:AT_ONCE]:
        try:
            lapse_offer(wish, by=the_clock(), at=at)
        except Refused:
            continue  # answered a moment ago
        done += 1
    return done + _lapse_asked(at) + _forget(at) + pass_time(at)


def _lapse_asked(at: datetime) -> int:
    """What was asked for and not answered before it would have begun."""
    done = 0
    rows = Booking.objects.across_communities("time runs everywhere").filter(
        state="asked", starts_at__lte=at
    )
    for booking in rows.select_related("facility", "community").order_by("starts_at")[:AT_ONCE]:
        with suppress(Refused):  # answered a moment ago
            lapse_asked(booking, by=the_clock(), at=at)
            done += 1
    return done


def _forget(at: datetime) -> int:
    """Who it was, and what for where that is not public, of what was over a year ago."""
    done = 0
    who = ~Q(name="") | ~Q(phone="") | Q(account__isnull=False)
    for model, said in (
        (Booking, who | Q(person__isnull=False) | Q(told=False) & ~Q(purpose="", group_name="")),
        (BookingWish, who | ~Q(purpose="")),
    ):
        rows: Any = model.objects.across_communities("time runs everywhere")
        old = rows.filter(said, ends_at__lt=at - KEPT)
        by_community = groupby(
            old.select_related("community").order_by("community")[:AT_ONCE],
            key=lambda row: row.community,
        )
        for community, them in by_community:
            done += forget_contacts(community, rows=list(them), by=the_clock(), at=at)
    return done
