"""The call tree: nobody is called by somebody who waits for their call."""

from collections.abc import Mapping
from typing import Any

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
