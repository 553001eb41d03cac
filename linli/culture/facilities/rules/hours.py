"""When it is open: by the weekday, on days that are otherwise, on holidays.

Hours are minutes of the day they begin on: 540 is 9:00, 1440 is 24:00, 1560 is 2:00 the next
morning. What ends at midnight and what begins there are one span.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from linli.lib.calendar import SHANGHAI

Span = tuple[datetime, datetime]
Minutes = tuple[int, int]
DAY = 1440
LATEST = 2 * DAY
_WRITTEN = re.compile(
    r"\s*(\d{1,2})[::](\d{2})\s*(?:[-–—~至到]+)\s*(次日)?\s*(\d{1,2})[::](\d{2})\s*"
)


@dataclass(frozen=True, slots=True)
class OtherHours:
    """Days that are not like their weekday: closed, or open at other hours."""

    since: date
    until: date
    reason: str
    opens: int | None = None
    closes: int | None = None

    @property
    def closed(self) -> bool:
        return self.opens is None or self.closes is None


@dataclass(frozen=True, slots=True)
class Hours:
    """`weekly`: by weekday (0 is Monday) from when until when; `others` outrank it, the one
    written last first; `through_holidays`: a public holiday is a day like any other."""

    weekly: Mapping[int, tuple[Minutes, ...]] = field(default_factory=dict)
    others: tuple[OtherHours, ...] = ()
    through_holidays: bool = True

    def other_on(self, day: date) -> OtherHours | None:
        """What is otherwise on that day."""
        found = (each for each in reversed(self.others) if each.since <= day <= each.until)
        return next(found, None)

    def on(self, day: date, is_holiday: Callable[[date], bool]) -> list[Minutes]:
        """From when until when it is open on that day."""
        other = self.other_on(day)
        if other is not None:
            if other.opens is None or other.closes is None:
                return []
            return [(other.opens, other.closes)]
        if not self.through_holidays and is_holiday(day):
            return []
        return sorted(self.weekly.get(day.weekday(), ()))

    def spans(self, since: date, until: date, is_holiday: Callable[[date], bool]) -> list[Span]:
        """The spans it is open that touch the days from `since` to `until`, joined where one ends
        as the next begins."""
        found: list[Span] = []
        for number in range(-1, (until - since).days + 1):
            day = since + timedelta(days=number)
            midnight = datetime.combine(day, time(), tzinfo=SHANGHAI)
            for opens, closes in self.on(day, is_holiday):
                starts = midnight + timedelta(minutes=opens)
                ends = midnight + timedelta(minutes=closes)
                if found and starts <= found[-1][1]:
                    found[-1] = (found[-1][0], max(found[-1][1], ends))
                else:
                    found.append((starts, ends))
        first = datetime.combine(since, time(), tzinfo=SHANGHAI)
        return [each for each in found if each[1] > first]

    def contains(
        self, starts: datetime, ends: datetime, is_holiday: Callable[[date], bool]
    ) -> bool:
        """Whether it is open all the time from `starts` until `ends`."""
        since, until = (each.astimezone(SHANGHAI).date() for each in (starts, ends))
        return any(
            opens <= starts and ends <= closes
            for opens, closes in self.spans(since, until, is_holiday)
        )


def clock_of(minutes: int) -> str:
    """The time of day as it is written: 24:00 is the end of a day, 26:00 is 02:00."""
    if minutes > DAY:
        minutes -= DAY
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def stamp(moment: datetime) -> str:
    """A moment as the book writes it, in the community's time."""
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def hours_read(text: str) -> list[Minutes] | None:
    """Hours as they are typed: `9:00-12:00 14:00-21:30`, `18:00-次日2:00`, `18:00-02:00`; none
    for a day it is closed. None where a piece cannot be read or two of them overlap."""
    found: list[Minutes] = []
    for piece in re.split(r"[,,;;、]|(?<=\d)\s+(?=\d)", text):
        if not piece.strip():
            continue
        match = _WRITTEN.fullmatch(piece)
        if match is None:
            return None
        opens = int(match[1]) * 60 + int(match[2])
        closes = int(match[4]) * 60 + int(match[5])
        if match[3] or closes <= opens:
            closes += DAY
        fits = opens < DAY and opens < closes <= LATEST and int(match[2]) < 60 > int(match[5])
        if not fits or int(match[4]) > 24:
            return None
        found.append((opens, closes))
    found.sort()
    apart = all(one[1] <= two[0] for one, two in pairwise(found))
    return found if apart else None
