"""What a month that is over told of check-ins is written down: it changes no more when rows go."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.partners.party.actions.holding import entered
from linli.partners.party.models import MonthTold
from linli.partners.party.queries.serving import reported_on


@action("party.tell_month", needs="party.tell_month")
def tell_month(act: Act, community: Place, *, on: date) -> MonthTold:
    """Writes down what is told of check-ins at the end of the month `on` is the last day of."""
    require(Finding(on < local_day(act.at), "party.time_over", numbers={"ends": on}))
    both = reported_on(community, on)
    row = MonthTold(
        community=community,
        on=on,
        reported=both[0] if both else None,
        expected=both[1] if both else None,
    )
    act.note(month=f"{on:%Y-%m}")
    return entered(row, Finding(False, "party.month_once"))
