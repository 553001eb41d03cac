"""Reading a table of duties, and everything that is wrong with it, at once.

[[duty]]
key = "oversight.quarterly_disclosure"   # room.noun
title = "季度居务公开"                     # both languages
title_en = "Quarterly disclosure"
every = "quarter"                         # day week month quarter half_year year term event
due = { day = 10, at = "next" }           # see `shape.Due`; `within` for an event
kind = "statutory"                        # statutory promise practice occasion
post = "director"                         # who holds it
status = "verified"                       # verified, to_verify, practice
cites = ["rcl2025.34"]                    # and, or, where there is no article of ours:
source = "…"                              # with source_en
kept_by = ["oversight.publish_item"]      # acts in the book that keep it
opens = "oversight:catalogue"             # the page, given the community's code alone
note = "…"                                # with note_en
clocked_by = "assemblies.Duty"            # a room's own clock runs for it
counted_by = "oversight.disclosed"        # a room tells of the same by this kind of fact
cycle = "committee_term"                  # of every = "term"
replaces = "cn.disclosure"                # a row of the country's table it stands for
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from linli.core.access.posts import POSTS
from linli.core.clocks.duties.shape import CYCLES, KINDS, RHYTHMS, STATUSES, Due, Duty, Within
from linli.lib.law.citations import cite

_TEXTS = {"key", "title", "title_en", "every", "kind", "post", "status"}
_MAY = {
    "source", "source_en", "note", "note_en", "opens", "cycle", "clocked_by", "counted_by",
    "replaces",
}  # fmt: skip
_LISTS = {"cites", "kept_by"}
_TABLES = {"due": Due, "within": Within}
_KEY = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_PAGE = re.compile(r"[a-z][a-z0-9_]*(:[a-z][a-z0-9_]*)?")


class FlawedDuties(ValueError):
    """A table that cannot be taken in; `flaws` names each, with its row."""

    def __init__(self, named: str, flaws: Iterable[str]) -> None:
        self.flaws = tuple(flaws)
        super().__init__(f"{named}: " + "; ".join(self.flaws))


def read_duties(text: str, *, origin: str = "") -> tuple[Duty, ...]:
    """The rows of a table's text. Raises FlawedDuties with every flaw of every row."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as why:
        raise FlawedDuties(origin or "duties", [str(why)]) from why
    rows = table.get("duty", [])
    flaws = [f"unknown: {name}" for name in table.keys() - {"duty"}]
    if not isinstance(rows, list) or not rows:
        raise FlawedDuties(origin or "duties", [*flaws, "a table is a list of [[duty]]"])
    found, seen = [], set()
    for place, entry in enumerate(rows, 1):
        name = str(entry.get("key", f"row {place}"))
        wrong = list(_flaws_of(entry))
        if name in seen:
            wrong.append("the key stands here twice")
        seen.add(name)
        flaws += [f"{name}: {flaw}" for flaw in wrong]
        if not wrong:
            found.append(_build(entry, origin))
    if flaws:
        raise FlawedDuties(origin or "duties", flaws)
    return tuple(found)


def _build(entry: dict[str, Any], origin: str) -> Duty:
    given = {name: entry[name] for name in (_TEXTS | _MAY) & entry.keys()}
    given |= {name: tuple(entry[name]) for name in _LISTS & entry.keys()}
    given |= {name: shape(**entry[name]) for name, shape in _TABLES.items() if name in entry}
    return Duty(**given, origin=origin)


def _flaws_of(entry: dict[str, Any]) -> Iterable[str]:
    for name in sorted(_TEXTS - entry.keys()):
        yield f"missing: {name}"
    for name in sorted(entry.keys() - _TEXTS - _MAY - _LISTS - _TABLES.keys()):
        yield f"unknown: {name}"
    misread = dict(_misread(entry))
    for name, wrong in misread.items():
        yield from (f"{name} {flaw}" for flaw in wrong)
    # What can be read is judged all the same, so that a table is mended in one go.
    readable = {name: value for name, value in entry.items() if name not in misread}
    yield from _flaws_of_words(readable)
    if "every" in readable and not _TABLES.keys() & misread.keys():
        yield from _flaws_of_time(readable)


def _misread(entry: dict[str, Any]) -> Iterable[tuple[str, list[str]]]:
    for name in sorted((_TEXTS | _MAY) & entry.keys()):
        if not isinstance(entry[name], str) or not entry[name].strip():
            yield name, ["is not a text"]
    for name in sorted(_LISTS & entry.keys()):
        values = entry[name]
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            yield name, ["is not a list of names"]
    for name, shape in _TABLES.items():
        if name in entry and (wrong := list(_misread_in(entry[name], shape))):
            yield name, wrong


def _misread_in(table: Any, shape: type) -> Iterable[str]:
    if not isinstance(table, dict):
        yield "is not a table"
        return
    kinds = {field.name: field.type for field in fields(shape)}
    for part in sorted(table.keys() - kinds.keys()):
        yield f"does not know {part}"
    for part in sorted(table.keys() & kinds.keys()):
        if type(table[part]) is not kinds[part]:
            yield f"is not as it should be: {part} = {table[part]!r}"


def _flaws_of_words(entry: dict[str, Any]) -> Iterable[str]:
    if "key" in entry and not _KEY.fullmatch(entry["key"]):
        yield "a key is room.noun"
    for name, known in (("kind", KINDS), ("status", STATUSES), ("post", POSTS)):
        if name in entry and entry[name] not in known:
            yield f"no {name} {entry[name]!r}"
    for text in ("source", "note"):
        if (text in entry) != (f"{text}_en" in entry):
            yield f"{text} stands in one language only"
    for key in entry.get("cites", ()):
        try:
            cite(key)
        except KeyError:
            yield f"no citation {key!r}"
    statutory = entry.get("kind") == "statutory"
    if statutory and not entry.get("cites") and "source" not in entry:
        yield "statutory, but by which text?"
    if statutory and entry.get("status") == "practice":
        yield "what is known from practice alone is not statutory"
    for act in entry.get("kept_by", ()):
        if not _KEY.fullmatch(act):
            yield f"{act!r} is no act"
    if "opens" in entry and not _PAGE.fullmatch(entry["opens"]):
        yield f"{entry['opens']!r} is no page"


def _flaws_of_time(entry: dict[str, Any]) -> Iterable[str]:
    every = entry["every"]
    if every not in (*RHYTHMS, *CYCLES, "event"):
        yield f"no rhythm {every!r}"
        return
    if (every == "event") != ("within" in entry):
        yield "an event, and only an event, has `within`"
    if (every in CYCLES) != ("cycle" in entry):
        yield "a term, and only a term, has a `cycle`"
    if every == "event":
        if "due" in entry:
            yield "an event has no day of its own"
        within = entry.get("within", {})
        if within and (len(within) != 1 or next(iter(within.values())) in (0, False)):
            yield "within one length, in days, working_days or months, or at_once"
        return
    due = entry.get("due", {})
    if every != "day" and not due:
        yield "when is it due?"
    elif not _fits(every, due):
        yield f"due does not fit every {every}"


def _fits(every: str, due: dict[str, Any]) -> bool:
    """Whether the day named can be found in every such period."""
    named = set(due) - {"at"}
    at = due.get("at", "last")
    ranges = (
        1 <= due.get("day", 1) <= 31
        and 1 <= due.get("month", 1) <= 12
        and 1 <= due.get("weekday", 1) <= 7
        and 1 <= due.get("nth", 1) <= 4
        and due.get("before_months", 1) >= 1
        and due.get("before_days", 1) >= 1
    )
    allowed: dict[str, tuple[set[str], ...]] = {
        "day": (set(),),
        "week": ({"weekday"},),
        "month": ({"day"}, {"weekday", "nth"}),
        "quarter": ({"day"},),
        "half_year": ({"day"},),
        "year": ({"month"}, {"month", "day"}, {"month", "weekday", "nth"}, {"festival"}),
        "term": ({"before_months"}, {"before_days"}),
    }
    if "at" in due and every not in ("month", "quarter", "half_year"):
        return False
    if at not in ("first", "last", "next") or (every == "month" and at == "first"):
        return False
    return ranges and named in allowed[every]
