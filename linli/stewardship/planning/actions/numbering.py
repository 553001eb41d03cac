"""Numbers that count on without a gap, also where two write at once."""

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, transaction

Made = TypeVar("Made")
TRIES = 20


def take_next_number(latest: Callable[[], int | None], make: Callable[[int], Made]) -> Made:
    """Makes a row with the next number: the database lets one of two have it, and the other takes
    the one after."""
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return make((latest() or 0) + 1)
        except IntegrityError:
            continue
    raise RuntimeError("no number could be had")
