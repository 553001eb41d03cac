"""Filing: which year, until when, under which number, for how long, open to whom."""

from datetime import date

from linli.lib.law import Finding

PERMANENT, LONG, SHORT = "permanent", "long", "short"
TERMS = (SHORT, LONG, PERMANENT)
"""From the shortest to the longest."""

OPEN, INSTITUTION, CONFIDENTIAL = "open", "institution", "confidential"
ACCESS = (OPEN, INSTITUTION, CONFIDENTIAL)
"""From the widest to the narrowest."""

FILING = ("rcl2025.39", "community_archives.2")
PLAN = ("rcl2025.39", "retention_terms.1")


def last_day_to_file(year: int, month: int, day: int) -> date:
    """The day by which the papers of `year` are filed: 30 June of the year after."""
    return date(year + 1, month, day)


def filed_in_time(on: date, last_day: date) -> Finding:
    """The papers of a year are filed by the last day, which itself is in time (以内)."""
    return Finding(
        on <= last_day,
        "archive.filed_in_time",
        cites=FILING,
        numbers={"on": on, "last_day": last_day},
    )


def year_is_over(year: int, on: date) -> Finding:
    """Only a year that is over is filed: until its last day papers may still be added to it."""
    return Finding(
        year < on.year, "archive.year_is_over", cites=FILING, numbers={"year": year, "on": on}
    )


def year_possible(year: int, on: date) -> Finding:
    """A paper is of a year in which there were residents' committees, and not of the future."""
    return Finding(1949 <= year <= on.year, "archive.year_possible", numbers={"year": year})


def kept_until(year: int, years: int | None) -> date | None:
    """The first day on which an item may be appraised; None for what is kept for ever.

    The term runs from 1 January after the year the papers are of: ten years of 2025 are over
    on 1 January 2036, and not a day before.
    """
    return None if years is None else date(year + 1 + years, 1, 1)


def past_term(until: date | None, on: date) -> Finding:
    """The term of an item is over on that day."""
    return Finding(
        until is not None and until <= on,
        "archive.past_term",
        cites=("community_archives.3", "retention_terms.1"),
        numbers={"until": until, "on": on},
    )


def term_no_shorter(term: str, least: str) -> Finding:
    """A place may keep something longer than the plan says, never shorter."""
    return Finding(
        TERMS.index(term) >= TERMS.index(least),
        "archive.term_no_shorter",
        cites=PLAN,
        numbers={"term": term, "least": least},
    )


def no_more_open(access: str, widest: str) -> Finding:
    """What the plan closes, nobody opens by the way: an item may be closed further only."""
    return Finding(
        ACCESS.index(access) >= ACCESS.index(widest),
        "archive.no_more_open",
        cites=("pipl.6",),
        numbers={"access": access, "widest": widest},
    )


def has_papers(count: int, shelf: str) -> Finding:
    """An item is something: a file, or a paper whose place is written down, or both."""
    return Finding(count > 0 or bool(shelf.strip()), "archive.has_papers", numbers={"files": count})


_MARKS = {PERMANENT: "Y", LONG: "D30", SHORT: "D10"}


def number_of(category: str, year: int, term: str, serial: int) -> str:
    """An item's number (档号): category, year, term, place within them: WS·2025·Y-0001."""
    return f"{category}·{year}·{_MARKS[term]}-{serial:04d}"


def read_number(text: str) -> tuple[str, int, str, int] | None:
    """The parts of a number however it was typed; None for what is none."""
    plain = text.upper().replace("·", "-").replace(" ", "-").replace(".", "-").replace("_", "-")
    parts = [part for part in plain.split("-") if part]
    by_mark = {mark: term for term, mark in _MARKS.items()}
    if len(parts) != 4 or not parts[1].isdecimal() or not parts[3].isdecimal():
        return None
    if parts[2] not in by_mark or not parts[0].isascii():
        return None
    return parts[0], int(parts[1]), by_mark[parts[2]], int(parts[3])
