"""The alarm of an emergency: at the minute when its time is over and it was not forwarded."""

from linli.core.access.queries import accounts_holding
from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.catalogue.applications import queries
from linli.service.catalogue.applications.actions.saying import say_about
from linli.service.catalogue.applications.flows import OURS
from linli.service.catalogue.applications.models import ApplicationHelp


@action("catalogue.alarm_application", needs="catalogue.tend_application_rows")
def alarm_application(act: Act, row: ApplicationHelp) -> ApplicationHelp:
    """Says once that an emergency is still here: to whoever handles it, to who stands in for them
    on this one, and to the director; to everybody who could take it up where nobody has. What it
    is about and whose it is is not said, and no relative hears of it."""
    on, of = local_day(act.at), row.community_id
    claimed = ApplicationHelp.objects.filter(
        community_id=of, pk=row.pk, alarmed_at__isnull=True, state__in=OURS
    ).update(alarmed_at=act.at)
    require(Finding(bool(claimed), "clocks.still_running"))
    row.alarmed_at = act.at
    say_about(act, row)
    called = {each.pk for each in accounts_holding(of, "director", on=on)}
    if row.handler_id:
        called |= {each for each in (row.handler_id, row.second_id) if each}
    else:
        called |= {each.pk for each in queries.helpers(row.community, on)}
    for account in sorted(called, key=str):
        if str(account) not in row.kin_staff:
            act.tell("catalogue.application_alarm", account=account)
    return row
