"""What holds at a place on a day: the nearest row of the law packs, from the community outwards.

Rooms ask here by the rule's whole name, as `number_laid_down("matters.reopen_window", …)`, so that
the index of `/law/` finds who reads which number.
"""

from datetime import date
from typing import Any

from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Parameter, parameter
from linli.lib.numbers import FLOOR


def laid_down(rule: str, place: Any, on: date) -> Parameter:
    """The row of the rule that holds at the place on that day. Raises KeyError for an unknown rule,
    NotInForce where nothing held."""
    return parameter(rule, on, jurisdictions_of(place))


def number_laid_down(rule: str, place: Any, on: date) -> int:
    """Its number, in the row's own unit."""
    return int(laid_down(rule, place, on).value)


def weekend_rolls(place: Any, on: date) -> bool:
    """Whether a last day on an ordinary weekend gives way as on a holiday (CC 203)."""
    return bool(laid_down("calendar.weekend_rolls", place, on).value)


def floor_laid_down(place: Any, on: date) -> int:
    """Counts of people from 1 up to, not with, this are not told there: the house's own floor, or
    a higher one that the place has set (PIPL 25). The rules of the county go before the city's."""
    return max(FLOOR, number_laid_down("publication.small_cell", place, on))
