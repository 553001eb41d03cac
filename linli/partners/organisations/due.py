"""What a new day brings: seats whose holder's last day has passed, terms that end soon. Safe to run
twice: what is on the list already stays there once."""

from datetime import datetime, timedelta

from django.db.models import Q

from linli.core.audit.actor import the_clock
from linli.core.clocks.models import Clock
from linli.core.places.queries import served_communities
from linli.lib.calendar import local_day
from linli.partners.organisations import due_units
from linli.partners.organisations.actions.forgetting import forget_files
from linli.partners.organisations.actions.tasks import ENDING, VACANCY, find_tasks
from linli.partners.organisations.models import Staff
from linli.partners.organisations.queries.register import ending_on, vacancies_on

KEPT = timedelta(days=365)
AT_ONCE = 200


def run(at: datetime) -> dict[str, int]:
    """Does what is due up to `at`."""
    return {"listed": _list_tasks(at), **due_units.run_units(at)}


def _list_tasks(at: datetime) -> int:
    """Says how many were put on the list. A community takes the same few queries whatever it keeps;
    what is more than `AT_ONCE` comes with the next run."""
    on, found = local_day(at), 0
    for community in served_communities():
        listed = set(
            Clock.objects.filter(
                Q(name=VACANCY) | Q(name=ENDING), community=community, settled_at__isnull=True
            ).values_list("owner", flat=True)
        )
        vacant = [each.office for each in vacancies_on(community, on)]
        offices = [office for office in vacant if office.pk not in listed][:AT_ONCE]
        bodies = [body for body in ending_on(community, on) if body.pk not in listed][:AT_ONCE]
        if offices or bodies:
            found += find_tasks(community, offices=offices, bodies=bodies, by=the_clock(), at=at)
        gone = Staff.objects.filter(community=community, until__lt=on - KEPT).order_by("until")
        if rows_gone := list(gone[:AT_ONCE]):
            forget_files(community, rows=rows_gone, by=the_clock(), at=at)
    return found
