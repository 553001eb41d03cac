"""What units and schools offer in the list of things lent among everybody stands beside the units'
own list too: read there, kept here, typed once."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from linli.culture.facilities.queries.offers import offers_standing
from linli.partners.organisations.lent import Lent, tell_lent

OF_UNITS = ("unit", "school")
MOST = 60


def offers_of_units(community: Any, on: date) -> Iterable[Lent]:
    """What units and schools offer there that day, the latest first. No contact is told."""
    page = reverse("facilities:offers", args=[community.code])
    rows = offers_standing(community, on).filter(by__in=OF_UNITS)
    for row in rows.order_by("-offered_at", "-id")[:MOST]:
        yield Lent(
            row.title, row.unit_name, row.get_kind_display(), page, row.times, row.conditions
        )


tell_lent(offers_of_units)
