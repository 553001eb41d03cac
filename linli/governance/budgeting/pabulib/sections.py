"""A Pabulib file taken apart: three sections of a table each, `;` between the columns."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from linli.lib.tables import Problem
from linli.lib.tables.problems import Unreadable

SECTIONS = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"),
            "VOTES": ("voter_id", "vote")}  # fmt: skip
"""What each section must have as columns."""
_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a section by its columns. `line`: its number in the file, from 1."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class Sections:
    """The lines of each section and what is wrong with their shape."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def open_text(content: Path | bytes) -> str:
    """The file's text. Raises Unreadable where it is empty, or not text in UTF-8 throughout."""
    raw = content.read_bytes() if isinstance(content, Path) else content
    if not raw.strip():
        raise Unreadable("pb_empty")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("pb_encoding", line=raw.count(b"\n", 0, error.start) + 1) from None
    if "\x00" in text:
        raise Unreadable("pb_encoding", line=text.count("\n", 0, text.index("\x00")) + 1)
    return text


def take_apart(text: str) -> Sections:
    """The sections of a file. Raises Unreadable where it is no Pabulib file or one is missing."""
    found = Sections()
    name, head = "", []
    for line, cells in _lines(text):
        first = cells[0].strip()
        if first in SECTIONS and not any(cell.strip() for cell in cells[1:]):
            if first in found.rows:
                raise Unreadable("pb_section_twice", section=first, line=line)
            name, head = first, []
            found.rows[name] = []
        elif not name:
            raise Unreadable("pb_not_pabulib")
        elif not head:
            head = [cell.strip() for cell in cells]
            if missing := [column for column in SECTIONS[name] if column not in head]:
                raise Unreadable("pb_column_missing", section=name, column=missing[0])
        elif len(cells) < len(SECTIONS[name]) or (name != "META" and len(cells) > len(head)):
            found.problems.append(Problem("pb_line_torn", line, numbers={"line": line}))
        else:
            filled = cells + [""] * (len(head) - len(cells))
            told = dict(zip(head, (cell.strip() for cell in filled), strict=False))
            found.rows[name].append(Row(line, told))
    for section in SECTIONS:
        if section not in found.rows:
            raise Unreadable("pb_section_missing", section=section)
    return found


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    limit = csv.field_size_limit(_LONGEST)
    reader = csv.reader(StringIO(text, newline=""), delimiter=";")
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error:
        raise Unreadable("pb_line_torn", line=reader.line_num) from None
    finally:
        csv.field_size_limit(limit)
