"""Numbers of a community and year that count on without a gap, also where two write at once."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.service.volunteering.models import HoursCertificate

TRIES = 20


def take_next_serial(community: Any, year: int, keep: Callable[[int], object]) -> None:
    """Gives the next number of the year: the database lets one of two have it, and the other
    takes the one after."""
    for _try in range(TRIES):
        rows = HoursCertificate.objects.filter(community=community, year=year)
        latest = rows.aggregate(last=Max("serial"))["last"] or 0
        try:
            with transaction.atomic():
                keep(latest + 1)
            return
        except IntegrityError:
            if not rows.filter(serial=latest + 1).exists():
                raise
    raise RuntimeError("no number could be had")
