"""Numbers of a community and year that count on, also where two write at once."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction
from django.db.models import Max

Made = TypeVar("Made")
TRIES = 20


def with_next_serial(
    rows: type[models.Model], community: Any, year: int, make: Callable[[int], Made]
) -> Made:
    """Makes a row with the next number of the year: the database lets one of two have it, and the
    other takes the one after."""
    numbered: Any = rows._default_manager
    for _try in range(TRIES):
        kept = numbered.filter(community=community, year=year)
        latest = kept.aggregate(last=Max("serial"))["last"] or 0
        try:
            with transaction.atomic():
                return make(latest + 1)
        except IntegrityError:
            if kept.filter(serial=latest + 1).exists():
                continue
            raise
    raise RuntimeError("no number could be had")
