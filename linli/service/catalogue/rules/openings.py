"""When something is open: recurring hours, days that depart from them, and the next opening.

Hours recur as RFC 5545 rules (RRULE), made from plain choices. Working days and holidays come
from the community's calendar; Shanghai keeps one clock all year, so nine is always nine.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr

from linli.lib.calendar import (
    SHANGHAI,
    DayKind,
    WorkCalendar,
    in_statutory_break,
    is_working_day,
    local_day,
)
from linli.lib.law import Finding

WORKDAYS, WEEKLY, FORTNIGHTLY = "workdays", "weekly", "fortnightly"
MONTHLY_WEEKDAY, MONTHLY_DAY, ONCE = "monthly_weekday", "monthly_day", "once"
KINDS = (WORKDAYS, WEEKLY, FORTNIGHTLY, MONTHLY_WEEKDAY, MONTHLY_DAY, ONCE)
LAST = -1
"""The last such weekday of the month."""
_LETTERS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LOOK_AHEAD = (31, 400)
"""How many days ahead the next opening is looked for: first a month, then over a year."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """One line of opening hours.

    `days`: 1 Monday to 7 Sunday; `nth`: which such weekday of the month (`LAST` for the last);
    `day`: of the month. `since` and `until` are both days on which it holds; `since` is the day
    itself of what happens once, and a day of the first week of what comes every fortnight.
    `holidays_too`: also on public holidays. Working days are those of the calendar: make-up
    weekends open, holidays do not.
    """

    kind: str
    opens: time
    closes: time
    days: tuple[int, ...] = ()
    nth: int = 0
    day: int = 0
    since: date | None = None
    until: date | None = None
    holidays_too: bool = False


@dataclass(frozen=True, slots=True)
class Departure:
    """One day that is otherwise: closed, or open at other hours, and why."""

    on: date
    opens: time | None = None
    closes: time | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """Everything known of when it is open."""

    openings: tuple[Opening, ...] = ()
    departures: tuple[Departure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.openings or self.departures)


@dataclass(frozen=True, slots=True)
class Now:
    """How it stands at a moment: open until when, or when it opens next (None: not within the
    next year or so)."""

    open: bool
    until: datetime | None = None
    next: datetime | None = None


def rule_of(opening: Opening) -> str:
    """The recurrence as an RRULE. Of working days the weekly rule: the calendar does the rest."""
    named = ",".join(_LETTERS[day - 1] for day in opening.days)
    if opening.kind == WORKDAYS:
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if opening.kind == WEEKLY:
        return f"FREQ=WEEKLY;BYDAY={named}"
    if opening.kind == FORTNIGHTLY:
        return f"FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY={named}"
    if opening.kind == MONTHLY_WEEKDAY:
        counted = ",".join(f"{opening.nth}{_LETTERS[day - 1]}" for day in opening.days)
        return f"FREQ=MONTHLY;BYDAY={counted}"
    if opening.kind == MONTHLY_DAY:
        return f"FREQ=MONTHLY;BYMONTHDAY={opening.day}"
    return "FREQ=DAILY;COUNT=1"


def days_of(opening: Opening, calendar: WorkCalendar, first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both included, on which that line holds."""
    first = max(first, opening.since) if opening.since else first
    last = min(last, opening.until) if opening.until else last
    if first > last:
        return []
    if opening.kind == WORKDAYS:
        span = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [on for on in span if is_working_day(calendar, on)]
    # What counts from a day of its own is anchored there; the rest recurs from anywhere.
    anchored = opening.kind in (FORTNIGHTLY, ONCE) and opening.since
    begin = opening.since if anchored and opening.since else first
    rule = rrulestr(rule_of(opening), dtstart=datetime.combine(begin, time()))
    found = rule.between(datetime.combine(first, time()), datetime.combine(last, time()), inc=True)
    days = [each.date() for each in found]
    if opening.kind == ONCE or opening.holidays_too:
        return days
    return [on for on in days if not _is_holiday(calendar, on)]


def spans_on(hours: Hours, calendar: WorkCalendar, on: date) -> list[tuple[time, time]]:
    """From when to when it is open on a day, in order, hours that touch made one."""
    return _spans(hours, calendar, on, on).get(on, [])


def spans_between(
    hours: Hours, calendar: WorkCalendar, first: date, last: date
) -> list[tuple[date, time, time]]:
    """Every span from `first` to `last`, both included, in order."""
    found = _spans(hours, calendar, first, last)
    return [(on, *span) for on in sorted(found) for span in found[on]]


def look(hours: Hours, calendar: WorkCalendar, at: datetime) -> Now:
    """Whether it is open at that moment, and until when; otherwise when it opens next. At the
    minute of closing it is closed."""
    today = local_day(at)
    moment = at.astimezone(SHANGHAI).time().replace(tzinfo=None)
    for opens, closes in spans_on(hours, calendar, today):
        if opens <= moment < closes:
            return Now(True, until=_moment(today, closes))
        if moment < opens:
            return Now(False, next=_moment(today, opens))
    for ahead in _LOOK_AHEAD:
        spans = _spans(hours, calendar, today + _DAY, today + timedelta(days=ahead))
        if spans:
            first = min(spans)
            return Now(False, next=_moment(first, spans[first][0][0]))
    return Now(False)


def hours_sound(hours: Hours) -> Finding:
    """Whether every line can be carried out: it closes after it opens, says its days, ends after
    it begins; and no day departs twice. `line` is the first that does not."""
    for number, line in enumerate(hours.openings, 1):
        if not _is_sound(line):
            return Finding(False, "catalogue.hours_sound", numbers={"line": number})
    seen: set[date] = set()
    for number, departure in enumerate(hours.departures, 1 + len(hours.openings)):
        whole = (departure.opens is None) == (departure.closes is None)
        ordered = not departure.opens or not departure.closes or departure.opens < departure.closes
        if not whole or not ordered or departure.on in seen:
            return Finding(False, "catalogue.hours_sound", numbers={"line": number})
        seen.add(departure.on)
    return Finding(True, "catalogue.hours_sound", numbers={"line": 0})


def read_hours(kept: Mapping[str, Any]) -> Hours:
    """The hours as they are kept in a row."""
    return Hours(
        tuple(_read_opening(each) for each in kept.get("openings", ())),
        tuple(_read_departure(each) for each in kept.get("departures", ())),
    )


def keep_hours(hours: Hours) -> dict[str, Any]:
    """The hours fit to be kept: plain values only."""
    return {
        "openings": [
            {
                "kind": each.kind,
                "opens": _told(each.opens),
                "closes": _told(each.closes),
                "days": list(each.days),
                "nth": each.nth,
                "day": each.day,
                "since": each.since.isoformat() if each.since else None,
                "until": each.until.isoformat() if each.until else None,
                "holidays_too": each.holidays_too,
            }
            for each in hours.openings
        ],
        "departures": [
            {
                "on": each.on.isoformat(),
                "opens": _told(each.opens) if each.opens else None,
                "closes": _told(each.closes) if each.closes else None,
                "why": each.why,
            }
            for each in hours.departures
        ],
    }


def _spans(
    hours: Hours, calendar: WorkCalendar, first: date, last: date
) -> dict[date, list[tuple[time, time]]]:
    found: dict[date, list[tuple[time, time]]] = {}
    for line in hours.openings:
        for on in days_of(line, calendar, first, last):
            found.setdefault(on, []).append((line.opens, line.closes))
    for departure in hours.departures:
        if first <= departure.on <= last:
            found.pop(departure.on, None)
            if departure.opens and departure.closes:
                found[departure.on] = [(departure.opens, departure.closes)]
    return {on: _joined(spans) for on, spans in found.items()}


def _joined(spans: Iterable[tuple[time, time]]) -> list[tuple[time, time]]:
    joined: list[tuple[time, time]] = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return joined


def _is_sound(line: Opening) -> bool:
    if line.kind not in KINDS or line.opens >= line.closes:
        return False
    if line.since and line.until and line.until < line.since:
        return False
    weekdays = bool(line.days) and set(line.days) <= set(range(1, 8))
    needed = {
        WORKDAYS: True,
        WEEKLY: weekdays,
        FORTNIGHTLY: weekdays and line.since is not None,
        MONTHLY_WEEKDAY: weekdays and line.nth in (1, 2, 3, 4, LAST),
        MONTHLY_DAY: 1 <= line.day <= 31,
        ONCE: line.since is not None,
    }
    return needed[line.kind]


def _is_holiday(calendar: WorkCalendar, on: date) -> bool:
    return calendar.days.get(on) is DayKind.HOLIDAY or in_statutory_break(calendar, on)


def _moment(on: date, at: time) -> datetime:
    return datetime.combine(on, at, SHANGHAI)


def _told(at: time) -> str:
    return f"{at:%H:%M}"


def _read_opening(kept: Mapping[str, Any]) -> Opening:
    days: Sequence[int] = kept.get("days", ())
    return Opening(
        kept["kind"],
        time.fromisoformat(kept["opens"]),
        time.fromisoformat(kept["closes"]),
        tuple(days),
        kept.get("nth", 0),
        kept.get("day", 0),
        _day(kept.get("since")),
        _day(kept.get("until")),
        kept.get("holidays_too", False),
    )


def _read_departure(kept: Mapping[str, Any]) -> Departure:
    opens, closes = kept.get("opens"), kept.get("closes")
    return Departure(
        date.fromisoformat(kept["on"]),
        time.fromisoformat(opens) if opens else None,
        time.fromisoformat(closes) if closes else None,
        kept.get("why", ""),
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
