"""The parameters a place may vary: dated, sourced, and marked by how far they are checked.

`packs/<jurisdiction>.toml` holds rows [[parameter]]; the country, which has many, is the folder
`packs/cn/` with a file to each subject. A row is never changed once a case stands on it: it is
closed with its last day (`to`) and another opened. So a case is judged by the row of its date,
whatever is laid down later.

A promise binds nobody until a place adopts it; a place lays down its own in a pack of its own, or
enters it. A number of which the country has none, because each place sets its own, stands under
[[left]]. `local` says what a place may make of a row (fixed, free, at_least, at_most); without it
nothing of what is verified, and anything of the rest.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import Any
from uuid import UUID

from linli.lib.law.citations import UNCHECKED, cite

NATIONAL = "cn"
"""The jurisdiction every place falls back to."""

UNITS = frozenset(
    {
        "working_days",
        "days",
        "months",
        "years",
        "hours",
        "count",
        "points",
        "metres",
        "share",
        "switch",
        "fen",
        "square_metres",
    }
)
"""`fen` is a hundredth of a yuan: money is whole fen, and is shown and entered in yuan."""

ParameterValue = int | bool | Fraction

OWN = "own-"
"""How the jurisdiction of one community alone begins; see `own_place`."""

_NAME = re.compile(r"cn(-[0-9a-z]+)*")
_RULE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_NEEDED = {"rule", "value", "unit", "source", "from", "status"}
_ALLOWED = _NEEDED | {"article", "cites", "to", "verified_by", "verified_on", "local"}
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
    "local": str,
}


class ParameterStatus(StrEnum):
    """How far a parameter is to be trusted."""

    VERIFIED = "verified"
    TO_VERIFY = "to_verify"
    """Not yet held against the text in force here: shown with a mark."""
    PROMISE = "promise"
    """No law asks it: the house or the place has set it for itself."""


class Local(StrEnum):
    """What a place may lay down itself over a row of the whole country."""

    FIXED = "fixed"
    """Nothing: the law settles the number."""
    FREE = "free"
    AT_LEAST = "at_least"
    """Its own number, not below this one."""
    AT_MOST = "at_most"
    """Its own number, not above this one."""


@dataclass(frozen=True, slots=True)
class Left:
    """A number the country leaves wholly to places: it has none of its own, so that until a place
    has said one it is unknown, and nobody makes one up."""

    rule: str
    unit: str
    source: str
    cites: tuple[str, ...] = ()
    """Keys of `linli.lib.law.citations`."""


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
    local: Local | None = None
    """What a place may make of it, where the row says so itself; see `left_to_places`."""

    @property
    def grounds(self) -> tuple[str, ...]:
        """Its articles as a finding cites them: with the mark where nobody has held the number
        against the text."""
        if self.status is not ParameterStatus.TO_VERIFY:
            return self.cites
        return tuple(f"{key}{UNCHECKED}" for key in self.cites)

    @property
    def left_to_places(self) -> Local:
        """What a place may lay down over it. Where the row does not say: nothing over what a law
        settles, anything over a promise and over what no law is known to settle."""
        if self.local is not None:
            return self.local
        return Local.FIXED if self.status is ParameterStatus.VERIFIED else Local.FREE

    def stands_on(self, on: date) -> bool:
        """Whether the row is in force on that day."""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)


class Packs:
    """Rows of any number of places, no two of which hold for one rule, place and day.

    Raises ValueError where two rows overlap, or a row counts in another unit than the one the
    country has named for a number it leaves to places.
    """

    def __init__(self, rows: Iterable[Parameter], left: Iterable[Left] = ()) -> None:
        self.left = {each.rule: each for each in left}
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
            left_open = self.left.get(row.rule)
            if left_open is not None and left_open.unit != row.unit:
                raise ValueError(f"{row.rule} is counted in {left_open.unit}, not {row.unit}")
        self._rules = {row.rule for row in self.rows} | set(self.left)

    @property
    def rules(self) -> frozenset[str]:
        """Every rule that has a row anywhere, or that the country leaves to places."""
        return frozenset(self._rules)

    def unit_of(self, rule: str) -> str | None:
        """What the rule is counted in; None for a rule that is not known."""
        if rule in self.left:
            return self.left[rule].unit
        rows = self.of_rule(rule)
        return rows[0].unit if rows else None

    def of_rule(self, rule: str) -> tuple[Parameter, ...]:
        """Its rows everywhere and at all times."""
        return tuple(row for row in self.rows if row.rule == rule)

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
    """The packs shipped with the house, without what places have entered: see `held`."""
    texts = list(_texts())
    rows = (row for place, text in texts for row in read_pack(place, text))
    return Packs(rows, (each for place, text in texts for each in read_left(place, text)))


def _texts() -> Iterator[tuple[str, str]]:
    """Each file's place and text: a file is named after its place, or lies in a folder that is."""
    folder = resources.files("linli.lib.law").joinpath("packs")
    for found in sorted(folder.iterdir(), key=lambda each: each.name):
        files = found.iterdir() if found.is_dir() else [found]
        for file in sorted(files, key=lambda each: each.name):
            if file.name.endswith(".toml"):
                yield found.name.removesuffix(".toml"), file.read_text("utf-8")


def held() -> Packs:
    """Every row that counts now: the shipped ones and, where a register keeps them, those that
    places have entered themselves."""
    return _held()


def add_places(rows: Callable[[], Packs]) -> None:
    """Says who knows what places have entered; called once, by the register that keeps it. It is
    asked for each look-up, so it answers from memory as long as nothing was changed."""
    global _held
    _held = rows


_held: Callable[[], Packs] = shipped


def own_place(community: UUID) -> str:
    """The jurisdiction that is one community alone, the most local of all. By its id, because
    the code of a community changes while its own rules stay."""
    return f"{OWN}{community.hex}"


def parameter(rule: str, on: date, jurisdictions: Sequence[str]) -> Parameter:
    """The parameter in force on the day of the case, in the nearest of the places.

    `jurisdictions` runs from the most local outwards, as ("cn-37-01", "cn-37"); the country is
    asked last of itself. Raises KeyError for an unknown rule, NotInForce where nothing held.
    """
    return held().parameter(rule, on, jurisdictions)


def in_force(rule: str, on: date, jurisdictions: Sequence[str]) -> Parameter | None:
    """As `parameter`, but None where nothing held: for old cases, which may have had no limit."""
    return held().in_force(rule, on, jurisdictions)


def read_pack(jurisdiction: str, text: str) -> tuple[Parameter, ...]:
    """The rows of one pack's text. Raises ValueError, naming the pack and rule, for a row with
    anything missing, unknown or of the wrong kind."""
    try:
        if not _NAME.fullmatch(jurisdiction):
            raise ValueError("a pack is named after its place, as cn-37")
        table = tomllib.loads(text)
        if table.keys() - {"left"} != {"parameter"} or not isinstance(table["parameter"], list):
            raise ValueError("a pack is a list of [[parameter]]")
        if "left" in table and jurisdiction != NATIONAL:
            raise ValueError("only the country says what is left to places")
        return tuple(_row(jurisdiction, entry) for entry in table["parameter"])
    except (tomllib.TOMLDecodeError, ValueError) as why:
        raise ValueError(f"{jurisdiction}.toml: {why}") from why


def read_left(jurisdiction: str, text: str) -> tuple[Left, ...]:
    """The numbers [[left]] wholly to places. Raises ValueError as `read_pack` does."""
    found = []
    for entry in tomllib.loads(text).get("left", ()):
        given = {**entry, "cites": tuple(cite(key).key for key in entry.get("cites", ()))}
        try:
            one = Left(**given)
        except TypeError as why:
            raise ValueError(f"{jurisdiction}.toml: left: {why}") from why
        if one.unit not in UNITS or not _RULE.fullmatch(one.rule) or not one.source:
            raise ValueError(f"{jurisdiction}.toml: left: {one.rule}")
        found.append(one)
    return tuple(found)


def _row(jurisdiction: str, entry: dict[str, Any]) -> Parameter:
    rule = entry.get("rule", "?")
    try:
        _check_fields(jurisdiction, entry)
        return Parameter(
            jurisdiction=jurisdiction,
            rule=rule,
            value=read_value(entry["value"], entry["unit"]),
            unit=entry["unit"],
            source=entry["source"],
            in_force_from=entry["from"],
            in_force_to=entry.get("to"),
            status=ParameterStatus(entry["status"]),
            article=entry.get("article", ""),
            cites=tuple(cite(key).key for key in entry.get("cites", ())),
            verified_by=entry.get("verified_by", ""),
            verified_on=entry.get("verified_on"),
            local=Local(entry["local"]) if "local" in entry else None,
        )
    except (ValueError, KeyError) as why:
        raise ValueError(f"{rule}: {why.args[0]}") from why


def _check_fields(jurisdiction: str, entry: dict[str, Any]) -> None:
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
    if "local" in entry and jurisdiction != NATIONAL:
        raise ValueError("only the country says what is left to places")
    if entry["status"] == "verified" and not {"verified_by", "verified_on"} <= entry.keys():
        raise ValueError("verified, but by whom and when?")


def read_value(given: object, unit: str) -> ParameterValue:
    """A value as a pack writes it: true or false, "1/2", or a number above nought. Raises
    ValueError for anything else."""
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
