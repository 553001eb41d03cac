"""Read a table a person brings: CSV, TSV, .xlsx, .xls or .ods, in any column order."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from linli.lib.tables.delimited import DelimitedText
from linli.lib.tables.fields import Field, Match
from linli.lib.tables.heading_rows import LOOKED_AT, Heading, find_heading, first_row_as_heading
from linli.lib.tables.problems import Problem, Unreadable, column_letters
from linli.lib.tables.sheet import Sheet, Source
from linli.lib.tables.values import as_written
from linli.lib.tables.workbook import Workbook, has_content

_WORKBOOK_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_NO_TABLE_STARTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b", b"Rar!")
_WEB_STARTS = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")
_LISTED = 20  # headings repeated in a sentence about a missing column
_LONGEST = 24  # letters of a heading shown in a sentence

FileContent = str | os.PathLike[str] | bytes


def read_table(
    content: FileContent,
    filename: str,
    *,
    fields: Sequence[Field],
    limit_rows: int = 200_000,
    mapping: Mapping[str, int] | None = None,
) -> Sheet:
    """The table in a file given by its path or its bytes.

    Never raises for what a file may hold: what is wrong is in `Sheet.problems`, and row by row
    in `Row.problems`. `mapping` (field name → column counted from 0) is what a person has
    confirmed or corrected and replaces the recognition of headings. Of a workbook with several
    sheets the one that names most fields is read; `Sheet.other_worksheets` names the others.
    """
    try:
        sources = open_sources(content, filename)
        return _read_best(sources, filename, fields, limit_rows, mapping)
    except Unreadable as unreadable:
        return Sheet(filename, fields, problems=(unreadable.problem,))


class Opened(NamedTuple):
    """The sheets of a file that can be read, the names of hidden ones, and whether it has macros
    (which nothing here runs)."""

    sources: Sequence[Source]
    hidden: Sequence[str] = ()
    has_macros: bool = False


def open_sources(
    content: FileContent, filename: str, chosen: Collection[str] = ()
) -> Sequence[Source]:
    """The sheets of a file; raises `Unreadable`."""
    return open_file(content, filename, chosen).sources


def open_file(content: FileContent, filename: str, chosen: Collection[str] = ()) -> Opened:
    """A file told apart by content, not by the ending of its name; hidden sheets are opened only
    where they are `chosen`. Raises `Unreadable`."""
    with _opener(content)() as stream:
        start = stream.read(512)
    plain = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not plain:
        raise Unreadable("empty_file")
    if start.startswith(_WORKBOOK_STARTS):
        data = content if isinstance(content, bytes) else Path(content).read_bytes()
        book = Workbook(data, chosen)
        return Opened(book.worksheets, book.hidden, book.has_macros)
    if start.startswith(_NO_TABLE_STARTS):
        raise Unreadable("not_a_table")
    if plain.startswith(_WEB_STARTS):
        raise Unreadable("web_page")
    if filename.lower().endswith((".xlsx", ".xls", ".ods")) and b"\0" in start:
        raise Unreadable("torn_file")
    return Opened([DelimitedText(_opener(content), filename)])


def _opener(content: FileContent) -> Callable[[], BinaryIO]:
    if isinstance(content, bytes):
        return lambda: BytesIO(content)
    path = Path(content)
    return lambda: path.open("rb")


def _read_best(
    sources: Sequence[Source],
    filename: str,
    fields: Sequence[Field],
    limit_rows: int,
    mapping: Mapping[str, int] | None,
) -> Sheet:
    sheets = [read_heading(source, filename, fields, mapping) for source in sources]
    best = max(sheets, key=lambda sheet: sheet.heading.rank() if sheet.heading else (0, False, 0.0))
    others = tuple(sheet.worksheet for sheet in sheets if sheet is not best)
    best = replace(best, other_worksheets=others)
    count_rows(best)
    if best.total > limit_rows:
        numbers = {"rows": best.total, "limit": limit_rows}
        best.problems += (Problem("too_many_rows", numbers=numbers),)
    elif best.heading and best.total == 0:
        best.problems += (Problem("no_rows", best.heading.last_row),)
    return best


def count_rows(sheet: Sheet) -> None:
    """Counts the filled rows under the heading into `sheet.total`."""
    if sheet.source and sheet.heading:
        sheet.total = sum(
            record.number > sheet.heading.last_row and has_content(record.cells)
            for record in sheet.source.records()
        )


def read_heading(
    source: Source, filename: str, fields: Sequence[Field], mapping: Mapping[str, int] | None
) -> Sheet:
    """The sheet with its heading recognised and judged, its rows not yet looked at."""
    head = list(islice(source.records(), LOOKED_AT))
    heading = find_heading(head, source.merged_ranges(), fields)
    if heading is None and mapping is not None:
        heading = first_row_as_heading(head, fields)
    if heading is None:
        first = next((r.cells for r in head if has_content(r.cells)), ())
        had = _listed([as_written(cell) for cell in first])
        found = Problem("no_heading", numbers=had, sheet=source.worksheet)
        return Sheet(filename, fields, source, problems=(found,))
    if mapping is not None:
        heading = _as_confirmed(heading, mapping)
    missing = [f for f in fields if f.required and f.name not in heading.matches]
    had = _listed([column.heading for column in heading.columns])
    problems = [
        Problem(
            "missing_column",
            heading.last_row,
            numbers={"field": field.label, **had},
            sheet=source.worksheet,
        )
        for field in missing
    ]
    for name, columns in heading.rivals.items():
        numbers = {
            "field": next(f.label for f in fields if f.name == name),
            "columns": "、".join(column.letters for column in columns),
        }
        at = f"{columns[-1].letters}{heading.last_row}"
        problems.append(
            Problem(
                "duplicate_heading",
                heading.last_row,
                columns[0].heading,
                at,
                numbers,
                source.worksheet,
            )
        )
    return Sheet(
        filename,
        fields,
        source,
        heading,
        mapping=dict(heading.matches),
        missing=tuple(field.name for field in missing),
        problems=tuple(problems),
    )


def _as_confirmed(heading: Heading, mapping: Mapping[str, int]) -> Heading:
    """The heading with columns as a person has pointed at them; columns out of reach are left."""
    columns = {column.index: column for column in heading.columns}
    matches = {
        name: Match(name, columns[index], 1.0)
        for name, index in mapping.items()
        if index in columns
    }
    return replace(heading, matches=matches, rivals={})


def _listed(headings: Sequence[str]) -> dict[str, str]:
    named = [
        _shortened(heading) or f"({column_letters(i)})"
        for i, heading in enumerate(headings[:_LISTED])
    ]
    return {"had": "、".join(named) + ("…" if len(headings) > _LISTED else "")}


def _shortened(heading: str) -> str:
    """What is no table may hold a whole page in its first cell: its beginning is enough."""
    return heading if len(heading) <= _LONGEST else f"{heading[:_LONGEST]}…"
