"""The call tree: nobody is called by somebody who waits for their call."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from linli.lib.identity.private_numbers import holds_mobile
from linli.lib.law import Finding


def no_circle(callers: Mapping[Any, Any], contact: Any, caller: Any) -> Finding:
    """That `contact` may be called by `caller`: nobody above the caller is called by `contact`."""
    above, seen = caller, set[Any]()
    while above is not None and above not in seen:
        if above == contact:
            return Finding(False, "emergencies.tree_has_no_circle")
        seen.add(above)
        above = callers.get(above)
    return Finding(True, "emergencies.tree_has_no_circle")


def has_way(*numbers: str) -> Finding:
    """That there is a number to ring."""
    return Finding(any(each.strip() for each in numbers), "emergencies.contact_has_number")


def shows_own_number(told: bool, office_phone: str) -> Finding:
    """That only an office's own number is made public."""
    return Finding(not told or bool(office_phone.strip()), "emergencies.told_is_an_office")


def night_of_two(first: object, second: object) -> Finding:
    """That who stands in is another."""
    return Finding(second is None or first != second, "emergencies.night_of_two")


def number_may_be_told(phone: str, agreed_on: date | None, on: date) -> Finding:
    """A mobile is somebody's own: told only after they agreed, on a day not yet to come (PIPL 13,
    25). An office's number needs nothing."""
    agreed = agreed_on is not None and agreed_on <= on
    return Finding(
        agreed or not holds_mobile(phone), "emergencies.number_agreed", cites=("pipl.13",)
    )


def nothing_counts_on_it(count: int) -> Finding:
    """That no night to come and no shelter counts on a line that is to go."""
    return Finding(count == 0, "emergencies.contact_free", numbers={"count": count})


def all_called(left: int) -> Finding:
    """That every line of a test has its result."""
    return Finding(left == 0, "emergencies.all_called", numbers={"left": left})
