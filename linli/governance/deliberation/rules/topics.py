"""What is asked of a topic: that it is answered, who is heard, and that it ends in the open."""

from calendar import isleap
from datetime import date, timedelta

from linli.lib.identity.redact import redact
from linli.lib.law import Finding


def public_words(*words: str) -> Finding:
    """Whether everybody may read it: without what looks like a number, a door or a name of
    somebody."""
    clean = all(redact(each).text == each for each in words)
    return Finding(clean, "deliberation.public_words")


def stands_alone(words: str, finding: str = "deliberation.something_said") -> Finding:
    """Whether anything was written at all."""
    return Finding(bool(words.strip()), finding)


def parties_known(parties: int) -> Finding:
    """Whether it was said who is concerned: nobody is talked about in their absence (art. 32)."""
    return Finding(
        parties > 0, "deliberation.parties_known", cites=("rcl2025.32",), numbers={"n": parties}
    )


def notice_in_time(noticed_on: date, meets_on: date, *, days: int) -> Finding:
    """Whether people hear of a talk `days` days before it or earlier; the day they are told is
    not counted (CC 201)."""
    given = (meets_on - noticed_on).days
    return Finding(
        given >= days, "deliberation.notice_in_time", numbers={"given": given, "days": days}
    )


def talked_first(minuted: int) -> Finding:
    """Whether it was really talked over before anybody writes what it came to: a talk whose
    minutes are signed."""
    return Finding(minuted > 0, "deliberation.talked_first")


def spoken_first(people: int, *, floor: int) -> Finding:
    """Whether enough people said what they think, where a topic is talked over on the screen and
    on paper alone: `floor` of them or more."""
    return Finding(
        people >= floor, "deliberation.spoken_first", numbers={"people": people, "floor": floor}
    )


def is_for_the_meeting(touches_all: bool | None, needs_decision: bool) -> bool:
    """Whether the residents' meeting must decide: it touches all residents (art. 30), or those who
    talked it over wrote that it must."""
    return bool(touches_all) or needs_decision


def points_told(left: int) -> Finding:
    """Whether of every point that was agreed it is published what came of it (B04)."""
    return Finding(
        left == 0, "deliberation.points_told", cites=("rcl2025.32",), numbers={"left": left}
    )


def long_enough_ago(published_on: date, on: date, *, days: int) -> Finding:
    """Whether enough time has gone by to look back at more than intentions."""
    first = published_on + timedelta(days=days)
    return Finding(on >= first, "deliberation.long_enough_ago", numbers={"first": first})


def residents_decide(touches_all: bool, taken: bool) -> Finding:
    """What touches the interests of all residents is put to their meeting (art. 30, 32)."""
    return Finding(
        not touches_all or taken,
        "deliberation.residents_decide",
        cites=("rcl2025.30", "rcl2025.32"),
    )


def days_due(year: int, times: int) -> list[date]:
    """By when each of `times` talks of a year is due, spread evenly: of four, the last days of
    the quarters. ValueError for less than one."""
    if times < 1:
        raise ValueError("at least one talk a year")
    whole = 366 if isleap(year) else 365
    if 12 % times == 0:
        months = 12 // times
        ends = [(year, number * months) for number in range(1, times + 1)]
        return [_last_day(*each) for each in ends]
    first = date(year, 1, 1)
    return [first + timedelta(days=whole * number // times - 1) for number in range(1, times + 1)]


def _last_day(year: int, month: int) -> date:
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return following - timedelta(days=1)
