"""What time does: contacts of lost and found are blanked, community by community. Safe to run
twice."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from linli.core.audit.actor import the_clock
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.safety.hazards.actions.found import forget_contacts
from linli.safety.hazards.law import contact_kept_days
from linli.safety.hazards.models import FoundThing, LostReport

AT_ONCE = 200
LONG_KEPT = timedelta(days=180)
"""A thing nobody found for so long is not looked for any more; and who brought one that waits so
long is not told of any more."""


def run(at: datetime) -> int:
    """Blanks what is due; says how many. Each community has its own turn, so that a large one
    keeps no other waiting."""
    done = 0
    for community in _communities():
        rows = list(_over(community, at))
        if rows:
            done += forget_contacts(community, rows=rows, by=the_clock(), at=at)
    return done


def _communities() -> list[Place]:
    everywhere = "time runs everywhere"
    things: Any = FoundThing.objects.across_communities(everywhere).filter(blanked_at__isnull=True)
    lost: Any = LostReport.objects.across_communities(everywhere).filter(ended_at__isnull=True)
    keys = {
        *things.order_by().values_list("community", flat=True).distinct(),
        *lost.order_by().values_list("community", flat=True).distinct(),
    }
    return list(Place.objects.filter(pk__in=keys).order_by("pk"))


def _over(community: Place, at: datetime) -> Iterator[Any]:
    on: date = local_day(at)
    last = on - timedelta(days=contact_kept_days(community, on))
    things = FoundThing.objects.filter(community=community, blanked_at__isnull=True)
    yield from things.filter(ended_on__lt=last).order_by("ended_on", "id")[:AT_ONCE]
    waiting = things.filter(state="kept", posted_on__lt=on - LONG_KEPT)
    yield from waiting.order_by("posted_on", "id")[:AT_ONCE]
    lost = LostReport.objects.filter(community=community, ended_at__isnull=True)
    yield from lost.filter(reported_at__lt=at - LONG_KEPT).order_by("reported_at")[:AT_ONCE]
