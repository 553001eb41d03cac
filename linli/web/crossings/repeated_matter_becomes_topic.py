"""What residents bring up again and again at one spot can be talked through.

The matters room knows what comes up where and how often, the deliberation room what is talked
over. It is told the kind, the place and the number, and never who asked.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from linli.core.places.laid_down import number_laid_down
from linli.governance.deliberation.repeated import Repeated, register_repeated
from linli.service.matters.queries import patterns

DAYS, MOST = 90, 12


def read_repeated(community: Any, on: date) -> Iterator[Repeated]:
    """The spots of the tree at which one kind of matter came up as often as the place lays down."""
    often = number_laid_down("matters.repeated_pattern_count", community, on)
    address = reverse("matters:patterns", args=[community.code])
    for found in patterns(community, until=on, days=DAYS, at_least=often, most=MOST):
        if found["place"] is not None:
            title = f"{found['place'].stairs_name}：{found['kind'].title}"
            url = f"{address}?days={DAYS}&at_least={often}"
            yield Repeated(title, found["count"], DAYS, url)


register_repeated(read_repeated)
