"""How much reaches the desk from people nobody knows: so much an hour, counted where nobody else
counts at the same moment."""

from datetime import timedelta
from typing import Any

from linli.core.audit.door import Act
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.hazards.law import reports_most

AN_HOUR = timedelta(hours=1)


def hold_community(community: Place) -> None:
    """Two who change what there is one of in a community come one after the other."""
    Place.objects.select_for_update().get(pk=community.pk)


def within_the_hour(act: Act, community: Place, rows: Any, moment: str) -> None:
    """Refuses where as many `rows` came in the last hour as the desk can look at. `moment`: the
    field that says when one came."""
    hold_community(community)
    came = rows.filter(**{f"{moment}__gt": act.at - AN_HOUR}).count()
    most = reports_most(community, local_day(act.at))
    require(Finding(came < most, "hazards.reports_enough", numbers={"n": came}))
