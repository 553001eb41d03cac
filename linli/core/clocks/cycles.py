"""Ends that duties are counted back from: the committee's term, a contract. The room that knows
one says so in its `apps.ready`:

    register_cycle("committee_term", term_end)     # term_end(community, on) -> date | None
"""

from collections.abc import Callable
from datetime import date
from typing import Any

End = Callable[[Any, date], date | None]

_CYCLES: dict[str, End] = {}


def register_cycle(name: str, end: End) -> None:
    """`end` gives the day the present cycle of a community ends, as known on a day."""
    if _CYCLES.get(name, end) is not end:
        raise ValueError(f"two rooms know when {name!r} ends")
    _CYCLES[name] = end


def ends_of(community: Any, on: date, wanted: set[str]) -> dict[str, date]:
    """The ends that are known of the cycles `wanted`."""
    found = {}
    for name in wanted & _CYCLES.keys():
        if end := _CYCLES[name](community, on):
            found[name] = end
    return found
