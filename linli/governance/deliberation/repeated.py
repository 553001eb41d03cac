"""What comes up again and again at one spot, as other rooms tell it: material for a topic.

Whoever may know both (`web/crossings`) registers how it is read.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Repeated:
    """The same thing at the same place, so often within so many days; `title` names the kind and
    the place, never who asked."""

    title: str
    times: int
    days: int
    url: str


_READERS = Tellers[[Any, date], Repeated]()
register_repeated = _READERS.join
"""Says where it is read."""


def repeated_in(community: Any, on: date) -> list[Repeated]:
    """Everything that comes up again and again, the most frequent first."""
    found = _READERS.told(community, on)
    return sorted(found, key=lambda each: (-each.times, each.title))
