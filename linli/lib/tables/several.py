"""All the sheets of a file that hold the same kind of table, read as one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from linli.lib.tables.fields import Field
from linli.lib.tables.problems import Problem, Unreadable
from linli.lib.tables.reading import FileContent, count_rows, open_file, read_heading
from linli.lib.tables.sheet import Sheet

Reason = Literal["hidden", "no_table", "empty", "not_chosen"]

# A sheet with one word of the heading in it may be an instruction, a legend or our own list of
# problems: a table names two fields at least, and not much less than the best of them.
_LEAST_NAMED = 2
_LEAST_SHARE = 2


@dataclass(frozen=True, slots=True)
class LeftSheet:
    """A sheet of the file that was not read, and why."""

    name: str
    reason: Reason


@dataclass(slots=True)
class Tables:
    """A file as its sheets. `sheets` are those that hold a table, in the file's order, also where
    their heading has a fault; `left` are the others. `problems` concern the file as a whole."""

    filename: str
    sheets: tuple[Sheet, ...] = ()
    left: tuple[LeftSheet, ...] = ()
    problems: tuple[Problem, ...] = ()
    has_macros: bool = False

    @property
    def readable(self) -> tuple[Sheet, ...]:
        """The sheets whose rows can be read."""
        return () if self.problems else tuple(sheet for sheet in self.sheets if sheet.readable)

    @property
    def total(self) -> int:
        """Filled rows under all headings."""
        return sum(sheet.total for sheet in self.sheets)

    @property
    def kind(self) -> str:
        """`csv`, `xlsx`, `xls` or `ods`; empty for a file that could not be opened."""
        source = self.sheets[0].source if self.sheets else None
        return source.kind if source else ""


def read_tables(
    content: FileContent,
    filename: str,
    *,
    fields: Sequence[Field],
    limit_rows: int = 200_000,
    mappings: Mapping[str, Mapping[str, int]] | None = None,
    chosen: Collection[str] | None = None,
) -> Tables:
    """Every table of a file. Never raises for what the file may hold.

    `chosen` names the sheets a person wants, hidden ones too; None: all that can be seen.
    `mappings`: for a sheet by its name, which column (from 0) is which field.
    """
    mappings = mappings or {}
    try:
        opened = open_file(content, filename, chosen or ())
    except Unreadable as unreadable:
        return Tables(filename, (Sheet(filename, fields),), problems=(unreadable.problem,))
    found = [
        read_heading(source, filename, fields, mappings.get(source.worksheet))
        for source in opened.sources
    ]
    most = max(len(sheet.mapping) for sheet in found)
    names = [sheet.worksheet for sheet in found]
    left = [LeftSheet(name, "hidden") for name in opened.hidden if name not in names]
    sheets: list[Sheet] = []
    for sheet in found:
        if len(found) > 1 and chosen is not None and sheet.worksheet not in chosen:
            left.append(LeftSheet(sheet.worksheet, "not_chosen"))
        elif len(found) > 1 and not _is_table(sheet, most):
            left.append(LeftSheet(sheet.worksheet, "no_table"))
        else:
            sheets.append(sheet)
    tables = Tables(filename, tuple(sheets or found[:1]), tuple(left), has_macros=opened.has_macros)
    return _with_rows(tables, limit_rows)


def _is_table(sheet: Sheet, most: int) -> bool:
    named = len(sheet.mapping)
    return named >= min(_LEAST_NAMED, most) and named * _LEAST_SHARE >= most


def _with_rows(tables: Tables, limit_rows: int) -> Tables:
    """Counts the rows; an empty sheet beside full ones is left, an empty file is a fault."""
    for sheet in tables.sheets:
        count_rows(sheet)
    full = [sheet for sheet in tables.sheets if sheet.total or not sheet.heading]
    if not full:
        first = tables.sheets[0]
        row = first.heading.last_row if first.heading else 0
        first.problems += (Problem("no_rows", row, sheet=first.worksheet),)
        return tables
    empty = [LeftSheet(s.worksheet, "empty") for s in tables.sheets if s not in full]
    tables = replace(tables, sheets=tuple(full), left=(*tables.left, *empty))
    if tables.total > limit_rows:
        numbers = {"rows": tables.total, "limit": limit_rows}
        tables.problems = (Problem("too_many_rows", numbers=numbers),)
    return tables
