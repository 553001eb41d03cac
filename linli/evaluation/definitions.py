"""Indicators are data: what is counted, against what, how it is to be read, and on what ground.

`indicators/*.toml` holds rows [[indicator]]. A definition is never changed once a figure stands
on it: another version is written below it with its first day (`from`), and begins a new series.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from linli.evaluation.standards import criteria
from linli.evaluation.words import NO_WORDS, Words, read_words

AGGREGATORS = frozenset(
    {"count", "sum", "ratio_of_sums", "distinct", "share_at_least", "median", "last"}
)
"""count: rows; sum: of parts; ratio_of_sums: parts over wholes; distinct: persons or households;
share_at_least: of the persons, those in `times` or more different months; median: of parts;
last: the parts of a stock as it was last told in the period."""

BASES = frozenset({"count", "sum", "distinct", "last", "constant"})
"""What a count may be measured against."""

SCALES = {"percent": 100, "per_1000": 1000, "per_10000": 10_000}
"""By what a quotient is multiplied to be read in its unit; any other unit is read as it is."""

UNITS = frozenset({*SCALES, "ratio", "count", "working_days", "days", "hours", "square_metres"})
DIRECTIONS = frozenset({"higher", "lower", "context"})
MARKS = frozenset({"book", "standard", "to_verify", "ours"})
_ID = re.compile(r"[A-Z]{2}[0-9]{2}")
_PLAIN = {
    "id", "version", "from", "standards", "aggregator", "kinds", "field", "of", "times", "against",
    "known_by", "unit", "direction", "goalposts", "mark", "every", "minimum", "floor", "people",
    "interval", "headline", "street",
}  # fmt: skip
_TEXTS = {"title", "says", "numerator", "denominator", "target", "source", "note"}
_ALLOWED = _PLAIN | _TEXTS | {f"{text}_en" for text in _TEXTS}


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
    are ours. `street`: it has a column in the street office's table.
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

    @property
    def key(self) -> str:
        """The version's own name: `BS01@1`."""
        return f"{self.id}@{self.version}"

    @property
    def period_kinds(self) -> tuple[str, ...]:
        """The kinds of period it is reckoned for, the finest first."""
        return (self.every, "year") if self.every else ("year",)

    @property
    def is_quotient(self) -> bool:
        """Whether its value is one count over another."""
        return self.aggregator in ("ratio_of_sums", "share_at_least") or self.against is not None

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
        """The version by which a period that begins on that day is reckoned."""
        held = [row for row in self._versions[name] if row.valid_from <= on]
        return held[-1] if held else None

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
        for flaw in _find_flaws(row):
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
            "street",
        )
        if key in entry
    }  # fmt: skip
    return Indicator(
        id=entry["id"],
        version=entry["version"],
        valid_from=entry["from"],
        standards=tuple(entry["standards"]),
        aggregator=entry["aggregator"],
        kinds=tuple(entry["kinds"]),
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
        known_by=tuple(entry.get("known_by", entry["kinds"])),
        goalposts=(Decimal(goalposts[0]), Decimal(goalposts[1])) if goalposts else None,
        against=Against(**{**against, "kinds": tuple(against.get("kinds", ()))})
        if against
        else None,
        **optional,
    )


def _find_flaws(row: Indicator) -> Iterable[str]:
    unknown = [code for code in row.standards if code not in criteria()]
    checks = (
        (not _ID.fullmatch(row.id), "an id is two letters and two figures"),
        (bool(unknown), f"no such criterion: {', '.join(unknown)}"),
        (not row.standards, "it belongs to no criterion"),
        (row.aggregator not in AGGREGATORS, f"no aggregator {row.aggregator!r}"),
        (not row.kinds, "it reads no kind of fact"),
        (row.unit not in UNITS, f"no unit {row.unit!r}"),
        (row.direction not in DIRECTIONS, f"no direction {row.direction!r}"),
        (row.mark not in MARKS, f"no mark {row.mark!r}"),
        (row.every not in ("", "month", "quarter"), f"no period {row.every!r}"),
        (row.of not in ("person", "household"), f"nobody is counted as {row.of!r}"),
        ((row.aggregator == "share_at_least") != (row.times > 1), "how many months at least?"),
        (row.interval and row.aggregator != "ratio_of_sums", "an interval needs a share of rows"),
        (row.is_quotient and not row.denominator, "its denominator is not named"),
        (not row.is_quotient and bool(row.denominator), "it has no denominator"),
        (row.minimum < 1 or row.floor < 0, "minimum and floor are counts"),
        (not _goalposts_fit(row), "goalposts: worst, best; and none for context"),
        (
            row.minimum > 1 and not row.is_quotient and row.aggregator != "median",
            "a plain count is worth reading from the first",
        ),
        (row.unit in SCALES and not row.is_quotient, f"{row.unit} of what?"),
        *_flaws_against(row),
    )
    return (flaw for wrong, flaw in checks if wrong)


def _goalposts_fit(row: Indicator) -> bool:
    if row.goalposts is None:
        return True
    worst, best = row.goalposts
    return {"higher": worst < best, "lower": worst > best}.get(row.direction, False)


def _flaws_against(row: Indicator) -> Iterable[tuple[bool, str]]:
    if row.against is None:
        return ()
    base = row.against
    return (
        (row.aggregator not in ("count", "sum", "distinct", "last"), "it is a quotient already"),
        (base.by not in BASES, f"nothing is measured against {base.by!r}"),
        ((base.by == "constant") == bool(base.kinds), "against a kind of fact, or a constant"),
        (base.constant < 1, "a constant is at least 1"),
        (base.of not in ("person", "household"), f"nobody is counted as {base.of!r}"),
    )
