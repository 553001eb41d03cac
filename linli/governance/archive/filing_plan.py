"""The filing plan as shipped: classes and lines (data), and what the rooms declared."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from linli.core.files.filing import all_series
from linli.core.pages.bilingual import for_reader, in_both

TO_VERIFY = "to_verify"


@dataclass(frozen=True, slots=True)
class Category:
    """Documents, technical records, accounts: the first letters of a number."""

    key: str
    titles: dict[str, str]

    @property
    def name(self) -> str:
        return for_reader(self.titles)


@dataclass(frozen=True, slots=True)
class Part:
    """A class of the plan (类), in one category."""

    key: str
    category: str
    titles: dict[str, str]

    @property
    def name(self) -> str:
        return for_reader(self.titles)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plan: what, how long, open to whom. `by_room`: a room files it itself.
    `readers`: the posts that may read it, where not all may; `cites`, `status`: where the term
    is from and whether somebody held it against the text."""

    key: str
    part: str
    titles: dict[str, str]
    term: str
    access: str
    readers: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    status: str = TO_VERIFY
    by_room: bool = False

    @property
    def name(self) -> str:
        return for_reader(self.titles)

    @property
    def to_verify(self) -> bool:
        return self.status == TO_VERIFY


@dataclass(frozen=True, slots=True)
class Shipped:
    """The plan of the house: its source, its categories and classes in order, its own lines."""

    source: dict[str, Any]
    categories: tuple[Category, ...]
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]


@lru_cache(maxsize=1)
def shipped() -> Shipped:
    """The plan in `plan.toml`. KeyError for a line whose class is not there."""
    text = resources.files("linli.governance.archive").joinpath("plan.toml").read_text("utf-8")
    data = tomllib.loads(text)
    categories = tuple(Category(row["key"], _titles(row)) for row in data["category"])
    parts = tuple(Part(row["key"], row["category"], _titles(row)) for row in data["part"])
    known = {part.key for part in parts}
    lines = []
    for row in data["line"]:
        if row["part"] not in known:
            raise KeyError(f"the plan has no class {row['part']!r}")
        lines.append(
            Line(
                row["key"],
                row["part"],
                _titles(row),
                row["term"],
                row["access"],
                tuple(row.get("readers", ())),
                tuple(row.get("cites", data["source"]["cites"])),
                row.get("status", data["source"]["status"]),
            )
        )
    return Shipped(data["source"], categories, parts, tuple(lines))


def lines_of_rooms() -> tuple[Line, ...]:
    """A line for each series a room declared."""
    source = shipped().source
    return tuple(
        Line(
            series.key,
            series.part,
            in_both(series.title),
            series.term,
            series.access,
            series.readers,
            tuple(source["cites"]),
            source["status"],
            by_room=True,
        )
        for series in all_series()
    )


def part_called(key: str) -> Part:
    """The class of that key (KeyError where there is none)."""
    for part in shipped().parts:
        if part.key == key:
            return part
    raise KeyError(key)


def category_of(part: str) -> str:
    """The category a class belongs to."""
    return part_called(part).category


def _titles(row: dict[str, Any]) -> dict[str, str]:
    return {"zh-hans": row["title"], "en": row["title_en"]}
