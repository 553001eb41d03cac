"""Who does what, told to the directory of organisations from the list of what is done here.

The list of work belongs to the intake, which knows the office each line is for; the directory
shows it beside the office's own duties, and opens to the list.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from linli.partners.intake.queries import items_on
from linli.partners.organisations.told import ToldDuty, tell_duties


def lines_of_intake(community: Any, on: date) -> Iterator[ToldDuty]:
    """Every line of the day that names its office."""
    page = reverse("intake:list", args=[community.code])
    for item in items_on(community, on):
        if item.body is not None:
            yield ToldDuty(
                item.body.name, item.title, item.does, phone=item.body.office_phone, url=page
            )


tell_duties(lines_of_intake)
