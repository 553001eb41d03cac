"""What time does to help to apply. Safe to run twice."""

from datetime import date, datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.clocks.queries.sharing import desk_accounts
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.catalogue.applications import actions, rules
from linli.service.catalogue.applications.flows import APPLICATION, OURS
from linli.service.catalogue.applications.models import ApplicationHelp, PrivateSuggestion

AT_ONCE = 200
URGENT = "assistance.urgent_forward_within"


def run(at: datetime) -> int:
    """Ends notices that were up for their days, calls where an emergency was not forwarded in time,
    lets go what a leaver handled, forgets what is over, deletes notes whose day has passed. Says
    how many."""
    on = local_day(at)
    held = ApplicationHelp.objects.across_communities("time runs everywhere").filter(
        forgotten_at__isnull=True
    )
    noted = PrivateSuggestion.objects.across_communities("time runs everywhere").filter(
        gone_on__lt=on
    )
    of = {
        *held.order_by().values_list("community_id", flat=True).distinct(),
        *noted.order_by().values_list("community_id", flat=True).distinct(),
    }
    return sum(_tend(place, at, on) for place in Place.objects.filter(pk__in=of))


def _tend(community: Place, at: datetime, on: date) -> int:
    rows = ApplicationHelp.objects.filter(community=community, forgotten_at__isnull=True)
    done = 0
    for row in rows.filter(state="noticed").select_related("community")[:AT_ONCE]:
        try:
            actions.end_notice(row, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # still up, or somebody was a moment faster
    pressing = rows.filter(urgent=True, alarmed_at__isnull=True, state__in=OURS)
    for row in pressing.select_related("community")[:AT_ONCE]:
        hours = number_laid_down(URGENT, community, local_day(row.opened_at))
        if rules.within_the_hour(row.opened_at, at, hours):
            continue
        try:
            actions.alarm_application(row, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # another process was first, or it was forwarded this very moment
    at_desks = desk_accounts(community, on).values("pk")
    left = rows.filter(state__in=APPLICATION.open_states, handler__isnull=False)
    for row in left.exclude(handler__in=at_desks).select_related("community")[:AT_ONCE]:
        actions.release_application(row, by=the_clock(), at=at)
        done += 1
    over = on - timedelta(days=number_laid_down("assistance.help_kept", community, on))
    for row in rows.filter(closed_at__date__lt=over)[:AT_ONCE]:
        actions.forget_application(row, by=the_clock(), at=at)
        done += 1
    if PrivateSuggestion.objects.filter(community=community, gone_on__lt=on).exists():
        actions.drop_notes(community, by=the_clock(), at=at)
        done += 1
    return done
