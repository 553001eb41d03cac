"""A week of one facility as everybody reads it: free, taken, closed; never who."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from linli.culture.facilities.models import Booking, Facility, Hold
from linli.culture.facilities.queries.rooms import (
    free_spans,
    holidays_in,
    lanes_for,
    room_of,
)
from linli.culture.facilities.rules import minute_of
from linli.lib.calendar import SHANGHAI

DAYS = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a day: `free` or `taken`; `what`: for what, where that is told."""

    kind: str
    starts: datetime
    ends: datetime
    what: str = ""

    @property
    def clock(self) -> str:
        """From when until when, as hours of the day."""
        starts, ends = (each.astimezone(SHANGHAI) for each in (self.starts, self.ends))
        until = "24:00" if ends.time() == time() and ends > starts else f"{ends:%H:%M}"
        return f"{starts:%H:%M}–{until}"

    @property
    def since(self) -> str:
        """When it begins, as it travels in an address."""
        return f"{self.starts.astimezone(SHANGHAI):%Y-%m-%dT%H:%M}"

    @property
    def until(self) -> str:
        """When it ends, likewise."""
        return f"{self.ends.astimezone(SHANGHAI):%Y-%m-%dT%H:%M}"


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day: its pieces in order; where there are none, `why` it is closed."""

    day: date
    pieces: list[Piece]
    why: str = ""
    past: bool = False


def days_of(facility: Facility, since: date, days: int, at: datetime) -> list[DayShown]:
    """So many days from `since` on."""
    last = since + timedelta(days=days - 1)
    room, holiday = room_of(facility), holidays_in(facility.community_id)
    pieces = [
        Piece("free", starts, ends)
        for starts, ends in free_spans(facility, since, last, after=at, room=room, holiday=holiday)
    ]
    pieces += taken_pieces(facility, _midnight(since), _midnight(last + timedelta(days=1)))
    pieces.sort(key=lambda each: (each.starts, each.kind))
    shown = []
    for number in range(days):
        day = since + timedelta(days=number)
        other = room.hours.other_on(day)
        shown.append(
            DayShown(
                day,
                _cut(pieces, day),
                other.reason if other is not None else "",
                _midnight(day + timedelta(days=1)) <= at,
            )
        )
    return shown


def taken_pieces(facility: Facility, since: datetime, until: datetime) -> list[Piece]:
    """What of that time is taken, and for what where it is told; the set-up is not shown."""
    rows = Hold.objects.filter(
        community=facility.community_id,
        lane__in=lanes_for(facility),
        from_minute__lt=minute_of(until),
        until_minute__gt=minute_of(since),
    ).select_related("booking", "wish")
    found: dict[Any, Piece] = {}
    for hold in rows:
        row = hold.booking or hold.wish
        if row is not None and row.ends_at > since and row.starts_at < until:
            found[row.pk] = Piece("taken", row.starts_at, row.ends_at, told_of(hold.booking))
    return list(found.values())


def told_of(booking: Booking | None) -> str:
    """What everybody may read of it."""
    if booking is None or not booking.told:
        return ""
    return " · ".join(part for part in (booking.purpose, booking.group_name) if part)


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def _cut(pieces: Sequence[Piece], day: date) -> list[Piece]:
    first, last = _midnight(day), _midnight(day + timedelta(days=1))
    return [
        Piece(each.kind, max(each.starts, first), min(each.ends, last), each.what)
        for each in pieces
        if each.starts < last and each.ends > first
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=SHANGHAI)
