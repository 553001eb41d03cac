"""What time does to mediations: when their term is over they forget who quarrelled and about
what. Safe to run twice."""

from datetime import date, datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.calendar.periods import corresponding_day
from linli.safety.mediation.actions.forgetting import forget_mediation
from linli.safety.mediation.flows import ENDED
from linli.safety.mediation.models import Mediation

AT_ONCE = 100
UNHEARD = ("refused", "withdrawn", "declined")


def run(at: datetime) -> int:
    """Forgets what is due; says how many."""
    held = (
        Mediation.objects.across_communities("time runs everywhere")
        .filter(forgotten_at__isnull=True, ended_on__isnull=False)
        .order_by()
        .values_list("community_id", flat=True)
        .distinct()
    )
    return sum(_forget(place, at) for place in Place.objects.filter(pk__in=list(held)))


def _forget(community: Place, at: datetime) -> int:
    on = local_day(at)
    kept = Mediation.objects.filter(community=community, forgotten_at__isnull=True)
    days = number_laid_down("mediation.unheard_kept", community, on)
    unheard = kept.filter(state__in=UNHEARD, agreement__isnull=True, ended_on__lt=_before(on, days))
    years = number_laid_down("mediation.file_kept", community, on)
    since = corresponding_day(on, -12 * years)
    files = kept.filter(state__in=ENDED, ended_on__lt=since).exclude(state__in=UNHEARD)
    due = [*unheard.order_by("ended_on")[:AT_ONCE], *files.order_by("ended_on")[:AT_ONCE]]
    for case in due:
        forget_mediation(case, by=the_clock(), at=at)
    return len(due)


def _before(on: date, days: int) -> date:
    return on - timedelta(days=days)
