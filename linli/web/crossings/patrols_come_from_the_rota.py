"""When somebody patrols, told to the safety rounds from the volunteers' rota.

Volunteering keeps the shifts and who said yes; the page of the rounds shows how many are wanted
and how many will come, and opens to the call.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from linli.mechanisms.signup.queries.coming import counts_of
from linli.safety.hazards.patrols import Patrol, tell_patrols
from linli.service.volunteering.models import Shift


def patrols_of_volunteers(community: Any, since: date, until: date) -> Iterator[Patrol]:
    """Shifts of patrol on those days that were not called off, with numbers alone."""
    rows = list(
        Shift.objects.filter(
            community=community,
            kind="patrol",
            occasion__state="planned",
            occasion__starts_at__date__gte=since,
            occasion__starts_at__date__lte=until,
            sheet__seats__isnull=False,
        ).select_related("call", "occasion", "sheet")
    )
    counts = counts_of(row.sheet for row in rows)
    for row in rows:
        yield Patrol(
            row.occasion.starts_at,
            row.occasion.ends_at,
            row.call.title,
            row.sheet.seats or 0,
            counts[row.sheet_id].holding,
            reverse("volunteering:call", args=[community.code, row.call_id]),
        )


tell_patrols(patrols_of_volunteers)
