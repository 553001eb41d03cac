"""The plain values that components draw: views fill them in, templates only lay them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of a navigation. `key`: the letter that follows `g` on the desk's keyboard;
    `count`: what waits there; `group`: the heading it stands under; `more`: on the portal's bar
    it stands under "more", so that the bar stays one row."""

    title: Any
    url: str
    icon: str = "circle-dot"
    key: str = ""
    current: bool = False
    count: int | None = None
    group: Any = ""
    more: bool = False


@dataclass(frozen=True, slots=True)
class NavGroup:
    """Entries that stand under one heading; `is_open`: they are seen without asking."""

    title: Any
    items: tuple[NavItem, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way here; the last one has no address."""

    title: Any
    url: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One view of the same thing, as a link."""

    title: Any
    url: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a procedure."""

    title: Any
    state: Literal["done", "current", "coming", "stopped"] = "coming"
    note: Any = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock as a person reads it.

    `left`: days from now to `due`, negative once past; of a clock that was met, from the day it
    was met. Counted in working days unless `workdays` is false. `soon`: from how few days on
    it is shown as pressing. `by`: of a clock that counts hours, its last moment; `left` is then
    in minutes.
    """

    due: date
    left: int
    workdays: bool = True
    name: Any = ""
    paused_since: date | None = None
    reason: str = ""
    met_on: date | None = None
    soon: int = 2
    by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened: when, by whom (a post or a masked name), what, in what words."""

    at: datetime
    what: Any
    who: Any = ""
    note: Any = ""
    tone: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A table that can also be drawn.

    `rows`: a label, then one value for each of `columns`; None is a gap, never nought. An
    `interval` chart has the three columns value, low, high. `across`: bars lie beside their
    labels, which are names to be read and not days.
    """

    kind: Literal["line", "bar", "stacked", "interval"]
    title: Any
    heading: Any
    columns: Sequence[Any]
    rows: Sequence[Sequence[Any]]
    unit: Any = ""
    note: Any = ""
    across: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """How far something has come, from 0 to 100. `value`: None where it is not known, which is
    not nought; `words` then says why. `low` and `high`: between what it surely lies."""

    title: Any
    value: float | None
    words: Any
    note: Any = ""
    url: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place and the names above it, from the widest down: names repeat, so the path is shown."""

    name: str
    path_names: tuple[str, ...] = ()
    url: str = ""
