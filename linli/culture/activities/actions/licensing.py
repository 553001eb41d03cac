"""What the law asks where so many may come that it is a large public event."""

from datetime import date

from linli.core.audit.door import Act
from linli.culture.activities import law, rules
from linli.culture.activities.models import Activity
from linli.lib.calendar import local_day
from linli.lib.law import require


def require_licence(act: Act, activity: Activity, first: date) -> None:
    """Refuses a date for as many as the law names, by the number expected or the places laid out,
    without its licence, or the day it was applied for in time."""
    on = local_day(act.at)
    finding = rules.licence_in_order(
        rules.most_expected(activity.expected, activity.sheet.seats),
        first,
        on,
        licence=activity.licence,
        applied_on=activity.applied_on,
        people=law.mass_from(activity.community, on),
        days=law.licence_days(activity.community, on),
    )
    require(finding)
