"""What time does here: it puts the half-year's meeting on the list, and forgets the names of
former representatives and who signed petitions that are over. Safe to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.queries import served_communities
from linli.governance.assemblies import rules
from linli.governance.assemblies.actions import (
    forget_representative,
    forget_signatures,
    remind_of_meeting,
)
from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.models import Petition, Representative
from linli.governance.assemblies.queries import duty_of, held_meetings, representatives_on
from linli.lib.calendar import local_day
from linli.lib.law import NotInForce

KEPT = timedelta(days=365)
AT_ONCE = 200


def run(at: datetime) -> int:
    """Reminds and forgets; says how often."""
    return _remind(at) + _forget(at) + _forget_signatures(at)


def _remind(at: datetime) -> int:
    on, done = local_day(at), 0
    for community in served_communities():
        if duty_of(community, on) is not None:
            continue
        if not representatives_on(community, on).exists():
            continue  # nobody to call together yet
        try:
            first, last = rules.half_year(on, law=law_of(community, on))
        except NotInForce:
            continue
        if held_meetings(community, first, on):
            continue
        remind_of_meeting(community, first_day=first, last_day=last, by=the_clock(), at=at)
        done += 1
    return done


def _forget(at: datetime) -> int:
    over = (
        Representative.objects.across_communities("time runs everywhere")
        .filter(until__lt=local_day(at) - KEPT)
        .exclude(name="")[:AT_ONCE]
    )
    done = 0
    for representative in over:
        forget_representative(representative, by=the_clock(), at=at)
        done += 1
    return done


def _forget_signatures(at: datetime) -> int:
    over = (
        Petition.objects.across_communities("time runs everywhere")
        .filter(state__in=("called", "ended"), state_since__lt=at - KEPT, signed__isnull=True)
        .order_by("state_since")[:AT_ONCE]
    )
    done = 0
    for petition in over.select_related("community", "base"):
        forget_signatures(petition, by=the_clock(), at=at)
        done += 1
    return done
