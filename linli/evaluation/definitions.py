"""Indicators are data: what is counted, against what, how it is to be read, and on what ground.

`indicators/*.toml` holds rows [[indicator]]. A definition is never changed once a figure stands
on it: another version is written below it with its first day (`from`), and begins a new series.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from linli.evaluation.choices import (
    AGGREGATORS,
    BASES,
    BASES_OF_VALUES,
    DIRECTIONS,
    MARKS,
    QUOTIENTS,
    SCALES,
    UNITS,
)
from linli.evaluation.flaws import find_flaws, group_of
from linli.evaluation.groups import groups
from linli.evaluation.words import NO_WORDS, Words, read_words

__all__ = [
    "AGGREGATORS",
    "BASES",
    "BASES_OF_VALUES",
    "DIRECTIONS",
    "MARKS",
    "SCALES",
    "UNITS",
    "Against",
    "Catalogue",
    "Indicator",
    "catalogue",
    "read_indicators",
]

_PLAIN = {
    "id", "version", "from", "standards", "aggregator", "kinds", "field", "of", "times", "against",
    "known_by", "unit", "direction", "goalposts", "mark", "every", "minimum", "floor", "people",
    "interval", "headline", "street", "basis", "within", "between", "item", "capped",
}  # fmt: skip
_TEXTS = {
    "title", "says", "numerator", "denominator", "target", "source", "note", "awaits", "guard",
}  # fmt: skip
_ALLOWED = _PLAIN | _TEXTS | {f"{text}_en" for text in _TEXTS}


OWN = "OW"
"""The letters of the indicators that a community composed itself; no shipped one has them."""


@dataclass(frozen=True, slots=True)
class Against:
    """The register, or other count, a numerator is measured against."""

    by: str
    kinds: tuple[str, ...] = ()
    field: str = ""
    of: str = "person"
    constant: int = 1


@dataclass(frozen=True, slots=True)
class Indicator:
    """One version of one indicator.

    `every`: the finest period it is reckoned for, `month` or `quarter`, or nothing; the calendar
    year always. Persons and households are told apart within one year only, so no period crosses
    a year. `known_by`: a nought is a nought only where one of these kinds had a row by then;
    before that nothing is known. `minimum`: the denominator (of a median, the rows) from which
    a value is worth reading. `floor`: counts from 1 up to, not with, it are not made public.
    `people`: it counts residents, so those it did not reach must not be few either.
    `goalposts`: the worst and the best, in the unit; the book and standards name few, the rest
    are ours. `capped`: it counts for no more than the whole, because the rule asks for no
    more. `street`: it has a column in the street office's table. `basis`: see `BASES_OF_VALUES`.
    `within`: only residents of that group, measured against all in it; `between`: whose rate over
    whose; `item`: what a survey asked. `awaits`: the record it waits for, in words: until then
    no figure is reckoned and pages say that there is no source yet. `guard`: how it must not be
    read. `until`: the first day on which it is no longer used, of one that was retired.
    """

    id: str
    version: int
    valid_from: date
    standards: tuple[str, ...]
    title: Words
    says: Words
    numerator: Words
    denominator: Words
    aggregator: str
    kinds: tuple[str, ...]
    unit: str
    direction: str
    mark: str
    source: Words
    field: str = ""
    of: str = "person"
    times: int = 0
    against: Against | None = None
    known_by: tuple[str, ...] = ()
    goalposts: tuple[Decimal, Decimal] | None = None
    target: Words = NO_WORDS
    note: Words = NO_WORDS
    every: str = "month"
    minimum: int = 1
    floor: int = 10
    people: bool = False
    interval: bool = False
    headline: bool = False
    street: bool = False
    group: str = "WK"
    basis: str = "measured"
    within: str = ""
    between: tuple[str, str] | None = None
    item: str = ""
    capped: bool = False
    awaits: Words = NO_WORDS
    guard: Words = NO_WORDS
    until: date | None = None

    @property
    def key(self) -> str:
        """The version's own name: `BS01@1`."""
        return f"{self.id}@{self.version}"

    @property
    def is_scored(self) -> bool:
        """Whether it is set against goalposts: never context, never a working figure."""
        return groups()[self.group].scored and self.goalposts is not None

    @property
    def has_source(self) -> bool:
        """Whether there are records to reckon it from."""
        return not self.awaits

    @property
    def is_counted(self) -> bool:
        """Whether it is counted from facts: not asked of a sample, and not waiting for records."""
        return self.has_source and self.aggregator != "survey"

    @property
    def period_kinds(self) -> tuple[str, ...]:
        """The kinds of period it is reckoned for, the finest first."""
        return (self.every, "year") if self.every else ("year",)

    @property
    def is_quotient(self) -> bool:
        """Whether its value is one count over another."""
        named = self.aggregator in QUOTIENTS or bool(self.within) or self.against is not None
        return named or (bool(self.awaits) and bool(self.denominator))

    @property
    def is_own(self) -> bool:
        """Whether a community composed it itself (`evaluation/own`)."""
        return self.id.startswith(OWN)

    @property
    def adds_up(self) -> bool:
        """Whether a year's counts are the sum of its months': not for people, stocks, medians."""
        base = self.against.by if self.against else "count"
        return self.aggregator in ("count", "sum", "ratio_of_sums") and base in ("count", "sum")


class Catalogue:
    """Indicators with their versions. Raises ValueError where two do not fit together."""

    def __init__(self, rows: Iterable[Indicator]) -> None:
        self._versions: dict[str, list[Indicator]] = {}
        for row in sorted(rows, key=lambda row: (row.id, row.version)):
            known = self._versions.setdefault(row.id, [])
            if row.version != len(known) + 1:
                raise ValueError(f"{row.id}: version {row.version} follows {len(known)}")
            if known and row.valid_from <= known[-1].valid_from:
                raise ValueError(f"{row.id}: version {row.version} begins before the one before")
            known.append(row)

    def __contains__(self, name: str) -> bool:
        return name in self._versions

    def versions(self, name: str) -> tuple[Indicator, ...]:
        """All versions of one indicator, the oldest first. KeyError for an unknown one."""
        return tuple(self._versions[name])

    def version(self, name: str, number: int) -> Indicator:
        """One version. KeyError where there is none of that number."""
        for row in self._versions[name]:
            if row.version == number:
                return row
        raise KeyError(f"{name}@{number}")

    def in_force(self, name: str, on: date) -> Indicator | None:
        """The version by which a period that begins on that day is reckoned; none where it is not
        defined yet or was retired."""
        held = [row for row in self._versions[name] if row.valid_from <= on]
        if not held or (held[-1].until is not None and held[-1].until <= on):
            return None
        return held[-1]

    def joined(self, rows: Iterable[Indicator]) -> "Catalogue":
        """These indicators and others beside them."""
        return Catalogue((*self.rows, *rows))

    def all_in_force(self, on: date) -> tuple[Indicator, ...]:
        """Every indicator as it is defined on that day, by id."""
        held = (self.in_force(name, on) for name in self._versions)
        return tuple(row for row in held if row is not None)

    @property
    def rows(self) -> tuple[Indicator, ...]:
        """Every version of every indicator."""
        return tuple(row for rows in self._versions.values() for row in rows)


@cache
def catalogue() -> Catalogue:
    """The indicators shipped with the house."""
    folder = resources.files("linli.evaluation").joinpath("indicators")
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    return Catalogue(row for file in files for row in read_indicators(file.read_text("utf-8")))


def read_indicators(text: str) -> tuple[Indicator, ...]:
    """The rows of a table. Raises ValueError, naming the indicator, for whatever is missing,
    unknown or cannot be reckoned."""
    return tuple(_read(entry) for entry in tomllib.loads(text).get("indicator", ()))


def _read(entry: dict[str, Any]) -> Indicator:
    name = f"{entry.get('id', '?')}@{entry.get('version', '?')}"
    try:
        if unknown := entry.keys() - _ALLOWED:
            raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
        row = _build(entry)
        for flaw in find_flaws(row):
            raise ValueError(flaw)
        return row
    except KeyError as why:
        raise ValueError(f"{name}: missing: {why.args[0]}") from why
    except ValueError as why:
        raise ValueError(f"{name}: {why}") from why


def _build(entry: dict[str, Any]) -> Indicator:
    against = entry.get("against")
    goalposts = entry.get("goalposts")
    optional = {
        key: entry[key]
        for key in (
            "field", "of", "times", "every", "minimum", "floor", "people", "interval", "headline",
            "street", "basis", "within", "item", "capped",
        )
        if key in entry
    }  # fmt: skip
    return Indicator(
        id=entry["id"],
        version=entry["version"],
        valid_from=entry["from"],
        standards=tuple(entry["standards"]),
        aggregator=entry["aggregator"],
        kinds=tuple(entry.get("kinds", ())),
        unit=entry["unit"],
        direction=entry["direction"],
        mark=entry["mark"],
        title=read_words(entry, "title"),
        says=read_words(entry, "says"),
        numerator=read_words(entry, "numerator"),
        denominator=read_words(entry, "denominator", needed=False),
        source=read_words(entry, "source"),
        target=read_words(entry, "target", needed=False),
        note=read_words(entry, "note", needed=False),
        awaits=read_words(entry, "awaits", needed=False),
        guard=read_words(entry, "guard", needed=False),
        group=group_of(entry["id"]),
        between=_pair(entry.get("between")),
        known_by=tuple(entry.get("known_by", entry.get("kinds", ()))),
        goalposts=(Decimal(goalposts[0]), Decimal(goalposts[1])) if goalposts else None,
        against=Against(**{**against, "kinds": tuple(against.get("kinds", ()))})
        if against
        else None,
        **optional,
    )


def _pair(given: list[str] | None) -> tuple[str, str] | None:
    if given is None:
        return None
    if len(given) != 2:
        raise ValueError("parity is between two groups")
    return given[0], given[1]
