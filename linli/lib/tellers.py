"""What one room asks and other rooms know, without either importing the other.

    _VENUES = Tellers[[Any], Venue]()     # in the room that asks, beside the shape of an answer
    tell_venues = _VENUES.join            # called in `web/crossings`, or by a room below
    _VENUES.told(community)               # every answer, in the order the tellers joined

A crossing is where two rooms meet; this is the door it knocks at.
"""

from collections.abc import Callable, Iterable
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Tellers(Generic[P, T]):
    """Those who tell things of kind `T`, each asked with the same words `P`."""

    def __init__(self, *tellers: Callable[P, Iterable[T]]) -> None:
        self._tellers = list(tellers)

    def __bool__(self) -> bool:
        return bool(self._tellers)

    def join(self, teller: Callable[P, Iterable[T]]) -> Callable[P, Iterable[T]]:
        """From now on `teller` is asked as well; asked once however often it joins."""
        if teller not in self._tellers:
            self._tellers.append(teller)
        return teller

    def told(self, *args: P.args, **kwargs: P.kwargs) -> list[T]:
        """What all of them tell now."""
        return [each for teller in self._tellers for each in teller(*args, **kwargs)]
