"""What comes up again and again at one spot, as other rooms tell it: material for a topic.

Whoever may know both (`web/crossings`) registers how it is read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Repeated:
    """The same thing at the same place, so often within so many days; `title` names the kind and
    the place, never who asked."""

    title: str
    times: int
    days: int
    url: str


Reader = Callable[[Any, date], Iterable[Repeated]]
_READERS: list[Reader] = []


def register_repeated(read: Reader) -> None:
    """Says where it is read."""
    if read not in _READERS:
        _READERS.append(read)


def repeated_in(community: Any, on: date) -> list[Repeated]:
    """Everything that comes up again and again, the most frequent first."""
    found = [each for read in _READERS for each in read(community, on)]
    return sorted(found, key=lambda each: (-each.times, each.title))
