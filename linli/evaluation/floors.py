"""How small a count may be shown in a place."""

from datetime import date
from typing import Any

from linli.core.places.queries import jurisdictions_of
from linli.lib.law.packs import parameter
from linli.lib.numbers import FLOOR


def floor_in(community: Any, on: date) -> int:
    """Counts from 1 up to, not with, this are not made public there: the house's own floor, or a
    higher one that the place has set (PIPL 25). The rules of the county go before the city's."""
    row = parameter("publication.small_cell", on, jurisdictions_of(community))
    return max(FLOOR, int(row.value))
