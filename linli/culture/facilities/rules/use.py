"""How much a room is used, and how much room there is: exact fractions of minutes and of
hundredths of a square metre."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from linli.lib.law import Finding

HUNDREDTHS = 100
USED = ("booked", "handed_over", "returned")
"""States of a booking that is over and took place, or of which nobody has said otherwise."""

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Use:
    """A month of one facility, in minutes. `used` lies within what was open; `extra` outside of
    it. Missed and cancelled bookings are told beside and count for nothing."""

    opened: int
    used: int
    extra: int = 0
    missed: int = 0
    cancelled: int = 0

    @property
    def rate(self) -> Fraction | None:
        """Minutes used over minutes open; None where it was never open, which is not nought."""
        return Fraction(self.used, self.opened) if self.opened else None


def minutes_in(spans: Iterable[Span]) -> int:
    """Whole minutes the spans cover, those that overlap counted once."""
    total, last = 0, None
    for start, end in sorted(spans):
        begins = start if last is None or start > last else last
        if end > begins:
            total += int((end - begins).total_seconds() // 60)
            last = end
    return total


def overlap(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """Where both are."""
    second = list(others)
    return [
        (max(start, begins), min(end, ends))
        for start, end in spans
        for begins, ends in second
        if max(start, begins) < min(end, ends)
    ]


def use_of(
    opened: Iterable[Span],
    bookings: Iterable[tuple[str, datetime, datetime]],
    *,
    since: datetime,
    until: datetime,
) -> Use:
    """A facility's month (`until` not included): of the bookings that began in it or reach into
    it, what lies in it."""
    window = [(since, until)]
    open_spans = overlap(opened, window)
    by_state: dict[str, list[Span]] = {}
    for state, start, end in bookings:
        by_state.setdefault(state, []).extend(overlap([(start, end)], window))
    used = [span for state in USED for span in by_state.get(state, [])]
    inside = minutes_in(overlap(used, open_spans))
    return Use(
        opened=minutes_in(open_spans),
        used=inside,
        extra=minutes_in(used) - inside,
        missed=minutes_in(by_state.get("no_show", [])),
        cancelled=minutes_in(by_state.get("cancelled", [])),
    )


def per_100_households(area: int, households: int) -> Fraction | None:
    """Square metres for every 100 households; `area` in hundredths of a square metre."""
    return Fraction(area, households) if households > 0 else None


def room_enough(area: int, households: int, norm: int) -> Finding:
    """Whether the floor for services and activities reaches the norm (square metres for every 100
    households)."""
    found = per_100_households(area, households)
    return Finding(
        found is not None and found >= norm,
        "facilities.area_per_households",
        cites=(),
        numbers={
            "area": Fraction(area, HUNDREDTHS),
            "households": households,
            "norm": norm,
            "found": found,
        },
    )
