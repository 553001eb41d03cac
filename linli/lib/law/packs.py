"""The parameters a place may vary: dated, sourced, and marked by how far they are checked.

`packs/<jurisdiction>.toml` holds rows [[parameter]]. A row is never changed once a case stands
on it: it is closed with its last day (`to`) and another opened. So a case is judged by the row
of its date, whatever is laid down later.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import Any

from linli.lib.law.citations import cite

NATIONAL = "cn"
"""The jurisdiction every place falls back to."""

UNITS = frozenset(
    {"working_days", "days", "months", "years", "hours", "count", "points", "share", "switch"}
)

ParameterValue = int | bool | Fraction

_NAME = re.compile(r"cn(-[0-9a-z]+)*")
_RULE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_NEEDED = {"rule", "value", "unit", "source", "from", "status"}
_ALLOWED = _NEEDED | {"article", "cites", "to", "verified_by", "verified_on"}
_KINDS: dict[str, type] = {
    "rule": str,
    "unit": str,
    "source": str,
    "article": str,
    "cites": list,
    "from": date,
    "to": date,
    "status": str,
    "verified_by": str,
    "verified_on": date,
}


class ParameterStatus(StrEnum):
    """How far a parameter is to be trusted."""

    VERIFIED = "verified"
    TO_VERIFY = "to_verify"
    """Not yet held against the text in force here: shown with a mark."""
    PROMISE = "promise"
    """No law asks it: the house or the place has set it for itself."""


class NotInForce(LookupError):
    """The rule is known, but no row of it was in force on that day in those places."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of one rule in one jurisdiction, from one day to another (both included)."""

    jurisdiction: str
    rule: str
    value: ParameterValue
    """An integer in `unit`; true or false for a switch; a Fraction for a share."""
    unit: str
    source: str
    in_force_from: date
    in_force_to: date | None
    status: ParameterStatus
    article: str = ""
    cites: tuple[str, ...] = ()
    """Keys of `linli.lib.law.citations`."""
    verified_by: str = ""
    verified_on: date | None = None

    def stands_on(self, on: date) -> bool:
        """Whether the row is in force on that day."""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)


class Packs:
    """Rows of any number of places, no two of which hold for one rule, place and day.

    Raises ValueError where two rows overlap.
    """

    def __init__(self, rows: Iterable[Parameter]) -> None:
        self.rows = tuple(
            sorted(rows, key=lambda row: (row.rule, row.jurisdiction, row.in_force_from))
        )
        self._held: dict[tuple[str, str], list[Parameter]] = {}
        for row in self.rows:
            held = self._held.setdefault((row.rule, row.jurisdiction), [])
            if held and held[-1].stands_on(row.in_force_from):
                raise ValueError(
                    f"{row.jurisdiction}: two rows of {row.rule} overlap on {row.in_force_from}"
                )
            held.append(row)
        self._rules = {row.rule for row in self.rows}

    def in_force(self, rule: str, on: date, jurisdictions: Sequence[str]) -> Parameter | None:
        """The row in force on that day in the first of the places that has one, most local
        first, and the country last; None where there is none. KeyError for an unknown rule,
        TypeError for a single name in the place of several."""
        if isinstance(jurisdictions, str):
            raise TypeError("jurisdictions are several names, not one")
        if rule not in self._rules:
            near = get_close_matches(rule, self._rules, n=3)
            raise KeyError(f"no parameter {rule!r}; nearest: {', '.join(near) or 'none'}")
        for jurisdiction in (*jurisdictions, NATIONAL):
            for row in self._held.get((rule, jurisdiction), ()):
                if row.stands_on(on):
                    return row
        return None

    def parameter(self, rule: str, on: date, jurisdictions: Sequence[str]) -> Parameter:
        """As `in_force`, but raises NotInForce where there is none."""
        found = self.in_force(rule, on, jurisdictions)
        if found is None:
            raise NotInForce(f"{rule} was not in force on {on} in {', '.join(jurisdictions)}")
        return found


@lru_cache(maxsize=1)
def shipped() -> Packs:
    """The packs shipped with the house. Add a place's own with `Packs([*shipped().rows, ...])`."""
    folder = resources.files("linli.lib.law").joinpath("packs")
    return Packs(
        row
        for file in folder.iterdir()
        if file.name.endswith(".toml")
        for row in read_pack(file.name.removesuffix(".toml"), file.read_text("utf-8"))
    )


def parameter(rule: str, on: date, jurisdictions: Sequence[str]) -> Parameter:
    """The shipped parameter in force on the day of the case, in the nearest of the places.

    `jurisdictions` runs from the most local outwards, as ("cn-37-01", "cn-37"); the country is
    asked last of itself. Raises KeyError for an unknown rule, NotInForce where nothing held.
    """
    return shipped().parameter(rule, on, jurisdictions)


def in_force(rule: str, on: date, jurisdictions: Sequence[str]) -> Parameter | None:
    """As `parameter`, but None where nothing held: for old cases, which may have had no limit."""
    return shipped().in_force(rule, on, jurisdictions)


def read_pack(jurisdiction: str, text: str) -> tuple[Parameter, ...]:
    """The rows of one pack's text. Raises ValueError, naming the pack and rule, for a row with
    anything missing, unknown or of the wrong kind."""
    try:
        if not _NAME.fullmatch(jurisdiction):
            raise ValueError("a pack is named after its place, as cn-37")
        table = tomllib.loads(text)
        if table.keys() != {"parameter"} or not isinstance(table["parameter"], list):
            raise ValueError("a pack is a list of [[parameter]]")
        return tuple(_row(jurisdiction, entry) for entry in table["parameter"])
    except (tomllib.TOMLDecodeError, ValueError) as why:
        raise ValueError(f"{jurisdiction}.toml: {why}") from why


def _row(jurisdiction: str, entry: dict[str, Any]) -> Parameter:
    rule = entry.get("rule", "?")
    try:
        _check_fields(entry)
        return Parameter(
            jurisdiction=jurisdiction,
            rule=rule,
            value=_value(entry["value"], entry["unit"]),
            unit=entry["unit"],
            source=entry["source"],
            in_force_from=entry["from"],
            in_force_to=entry.get("to"),
            status=ParameterStatus(entry["status"]),
            article=entry.get("article", ""),
            cites=tuple(cite(key).key for key in entry.get("cites", ())),
            verified_by=entry.get("verified_by", ""),
            verified_on=entry.get("verified_on"),
        )
    except (ValueError, KeyError) as why:
        raise ValueError(f"{rule}: {why.args[0]}") from why


def _check_fields(entry: dict[str, Any]) -> None:
    if missing := _NEEDED - entry.keys():
        raise ValueError(f"missing: {', '.join(sorted(missing))}")
    if unknown := entry.keys() - _ALLOWED:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    for field, kind in _KINDS.items():
        # The exact type, since a moment is also a date to Python and would not compare with one.
        if field in entry and (type(entry[field]) is not kind or entry[field] == ""):
            raise ValueError(f"{field} is not as it should be: {entry[field]!r}")
    if not _RULE.fullmatch(entry["rule"]):
        raise ValueError("a rule is a dotted name")
    if entry.get("to", entry["from"]) < entry["from"]:
        raise ValueError("it ends before it begins")
    if entry["status"] == "verified" and not {"verified_by", "verified_on"} <= entry.keys():
        raise ValueError("verified, but by whom and when?")


def _value(given: object, unit: str) -> ParameterValue:
    if unit not in UNITS:
        raise ValueError(f"unit {unit!r} is none of {', '.join(sorted(UNITS))}")
    if unit == "switch":
        if isinstance(given, bool):
            return given
    elif unit == "share":
        if isinstance(given, str) and re.fullmatch(r"[0-9]+/[1-9][0-9]*", given):
            return Fraction(given)
    elif isinstance(given, int) and not isinstance(given, bool) and given > 0:
        return given
    raise ValueError(f"{given!r} is no value in {unit}")
