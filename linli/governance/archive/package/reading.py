"""A paper as people read it: a table, a list of what it says, or lines; for the reading copy."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.files.filing import Document

MOST_ROWS = 5000
"""A reading copy shows so many rows of a table at most; the table itself lies beside it, whole."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One paper for the reading copy: a table (`heading`, `rows`), `lines`, or pairs of what and
    which (`pairs`, nested by `depth`). None of them: it lies beside as a file of its own."""

    name: str
    title: str
    heading: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    left_out: int = 0
    lines: tuple[str, ...] = ()
    pairs: tuple[tuple[int, str, str], ...] = ()

    @property
    def as_file(self) -> bool:
        return not (self.heading or self.lines or self.pairs)


def show(document: Document) -> Shown:
    """What can be read of a paper without the program that made it."""
    name, title = document.name, document.title
    if name.endswith(".csv"):
        table = list(csv.reader(io.StringIO(document.content.decode("utf-8-sig"))))
        if table:
            rows = tuple(tuple(row) for row in table[1 : MOST_ROWS + 1])
            left_out = max(len(table) - 1 - MOST_ROWS, 0)
            return Shown(name, title, heading=tuple(table[0]), rows=rows, left_out=left_out)
    elif name.endswith(".json"):
        return Shown(name, title, pairs=tuple(_pairs(json.loads(document.content))))
    elif name.endswith(".txt"):
        return Shown(name, title, lines=tuple(document.content.decode().splitlines()))
    return Shown(name, title)


def _pairs(value: Any, depth: int = 0) -> list[tuple[int, str, str]]:
    """A nested value line by line: how deep, what, which."""
    found: list[tuple[int, str, str]] = []
    items = value.items() if isinstance(value, dict) else enumerate(value, 1)
    for key, each in items:
        if isinstance(each, dict | list) and each:
            found.append((depth, str(key), ""))
            found += _pairs(each, depth + 1)
        else:
            found.append((depth, str(key), _plain(each)))
    return found


def _plain(value: Any) -> str:
    if value in (None, "", [], {}):
        return "—"
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return value.isoformat() if isinstance(value, date) else str(value)
