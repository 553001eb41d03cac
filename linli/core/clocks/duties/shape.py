"""What a duty is: one row of a table, and when it falls due."""

from dataclasses import dataclass
from typing import Any

from linli.core.pages.bilingual import for_reader, in_both

RHYTHMS = ("day", "week", "month", "quarter", "half_year", "year")
"""What comes round by the calendar, the quickest first."""

CYCLES = ("term",)
"""What is counted back from an end that a room knows (`cycles.py`)."""

KINDS = ("statutory", "promise", "practice", "occasion")
"""The law asks it; this community or the product promised it; it is usual and may be switched
off; a day or month for which something is prepared, and which nobody can miss."""

STATUSES = ("verified", "to_verify", "practice")
"""Held against the text; not yet; or known from practice, with no text behind it."""


@dataclass(frozen=True, slots=True)
class Due:
    """The day of a period by which a duty is to be done.

    `day`: of the month (29 to 31 stand for its last where it is shorter); with `month` in a
    year; `month` alone is its last day. `weekday`: 1 Monday to 7 Sunday, of a week, or with
    `nth` of the month. `at`: in which month of a quarter or half-year, or of the period that
    follows it. `festival`: the first day of a national holiday, by its Chinese name. `before`:
    so many months or days before the end of a cycle.
    """

    day: int = 0
    month: int = 0
    weekday: int = 0
    nth: int = 0
    at: str = "last"
    festival: str = ""
    before_months: int = 0
    before_days: int = 0


@dataclass(frozen=True, slots=True)
class Within:
    """How long there is once something has happened: a number in one unit, or at once."""

    days: int = 0
    working_days: int = 0
    months: int = 0
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that falls due again and again, or whenever something happens (`every="event"`).

    `post` holds it. `kept_by`: acts in the book that keep it; without one a person says that it
    was done. `opens`: the page where the work is done. `clocked_by`: the model of the room whose
    own clock runs for it, so that no other is started here. `counted_by`: the kind of fact by
    which a room tells whether the same was done in time, so that it is not counted twice.
    """

    key: str
    title: str
    title_en: str
    every: str
    kind: str
    post: str
    status: str
    due: Due | None = None
    within: Within | None = None
    cites: tuple[str, ...] = ()
    source: str = ""
    source_en: str = ""
    note: str = ""
    note_en: str = ""
    kept_by: tuple[str, ...] = ()
    opens: str = ""
    cycle: str = ""
    clocked_by: str = ""
    counted_by: str = ""
    replaces: str = ""
    origin: str = ""
    """Where it is declared: the room's name, or `cn` for the country's table."""

    @property
    def titles(self) -> dict[str, str]:
        """The title in both languages, to be kept with a clock."""
        return in_both(self.title, self.title_en)

    @property
    def heading(self) -> str:
        """The title in the reader's language."""
        return for_reader(self.titles)

    @property
    def source_words(self) -> str:
        """What it rests on beside the articles cited, in the reader's language."""
        return for_reader(in_both(self.source, self.source_en)) if self.source else ""

    @property
    def note_words(self) -> str:
        """What belongs to it, in the reader's language."""
        return for_reader(in_both(self.note, self.note_en)) if self.note else ""

    @property
    def is_quick(self) -> bool:
        """Whether it comes every day or week: yesterday's is not made up for today."""
        return self.every in ("day", "week")

    @property
    def has_turns(self) -> bool:
        """Whether a clock is made for each of its periods."""
        rounds = self.every in RHYTHMS or self.every in CYCLES
        return rounds and self.kind != "occasion" and not self.clocked_by

    @property
    def may_be_switched_off(self) -> bool:
        """Whether a community may do without it."""
        return self.kind != "statutory"


def as_data(duty: Duty) -> dict[str, Any]:
    """What of it decides when it falls due and to whom: for the fingerprint."""
    return {
        "key": duty.key,
        "every": duty.every,
        "due": repr(duty.due),
        "kind": duty.kind,
        "post": duty.post,
        "title": duty.title,
        "title_en": duty.title_en,
        "opens": duty.opens,
        "clocked_by": duty.clocked_by,
        "cycle": duty.cycle,
    }
