"""Which spans are free: the open ones without what is held, set-up times left."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from linli.culture.facilities.rules.hours import Span
from linli.culture.facilities.rules.lanes import minute_of

Held = tuple[int, int]
"""From which minute up to and not including which."""


def overlap(one: Held, two: Held) -> bool:
    """Whether they share a minute; one may end where the other begins."""
    return one[0] < two[1] and two[0] < one[1]


def free_between(
    opened: Iterable[Span], held: Iterable[Held], set_up: int, *, after: datetime
) -> list[Span]:
    """The spans in which a use may lie, from `after` on: it must be free itself, and so must the
    set-up before and after it. The hours need hold only the use."""
    taken = sorted((since - set_up, until + set_up) for since, until in held)
    found: list[Span] = []
    for opens, closes in opened:
        starts, last = max(opens, after), minute_of(closes)
        for since, until in taken:
            if until <= minute_of(starts):
                continue
            if since >= last:
                break
            if since > minute_of(starts):
                found.append((starts, _moved(starts, since)))
            starts = max(starts, _moved(starts, until))
        if starts < closes:
            found.append((starts, closes))
    return found


def next_free(free: Iterable[Span], minutes: int) -> Span | None:
    """The first span of that length."""
    length = timedelta(minutes=minutes)
    for starts, ends in free:
        if ends - starts >= length:
            return starts, starts + length
    return None


def _moved(moment: datetime, minute: int) -> datetime:
    whole = moment.replace(second=0, microsecond=0)
    return whole + timedelta(minutes=minute - minute_of(whole))
