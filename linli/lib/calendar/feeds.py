"""A calendar others subscribe to (RFC 5545, 7986): events with a lasting id, moved ones with a
higher sequence, and those that fall out told as cancelled rather than left out. It says no METHOD:
a calendar that is subscribed to is no invitation (RFC 5546 3.2.1 would want an organiser)."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, Timezone

from linli.lib.calendar.periods import SHANGHAI


@dataclass(frozen=True, slots=True)
class Dated:
    """One event as everybody may read it: never who comes. `key` stays for ever; `sequence` grows
    with each change; `changed` is when it last changed."""

    key: str
    starts: datetime
    ends: datetime
    summary: str
    changed: datetime
    sequence: int = 0
    cancelled: bool = False
    tentative: bool = False
    location: str = ""
    description: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()


def calendar_of(
    name: str, events: Iterable[Dated], *, at: datetime, what: str = "calendar"
) -> bytes:
    """The file, folded at 75 octets. `what` goes into the product id."""
    calendar: Any = Calendar()
    calendar.add("prodid", f"-//linli//{what}//ZH")
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    zone = Timezone.from_tzid(
        str(SHANGHAI), first_date=date(2020, 1, 1), last_date=date(2038, 1, 1)
    )
    calendar.add_component(zone)
    for each in events:
        calendar.add_component(_event(each, at))
    return bytes(calendar.to_ical())


def _event(told: Dated, at: datetime) -> Any:
    event: Any = Event()
    event.add("uid", f"{told.key}@linli")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("last-modified", told.changed.astimezone(UTC))
    event.add("sequence", told.sequence)
    event.add("dtstart", told.starts.astimezone(SHANGHAI))
    event.add("dtend", told.ends.astimezone(SHANGHAI))
    event.add("summary", _plain(told.summary))
    status = "CANCELLED" if told.cancelled else "TENTATIVE" if told.tentative else "CONFIRMED"
    event.add("status", status)
    for name in ("location", "description", "url"):
        value = getattr(told, name)
        if value:
            event.add(name, value if name == "url" else _plain(value))
    if told.categories:
        event.add("categories", [_plain(each) for each in told.categories])
    return event


def _plain(text: str) -> str:
    """Without what a text of a calendar may not hold: RFC 5545 3.3.11 knows no control characters
    but the new line (as an escape)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").splitlines()
    return "\n".join(
        "".join(letter for letter in line if unicodedata.category(letter) != "Cc") for line in lines
    )
