"""The body of a table, row by row: every cell read, every problem kept, nothing guessed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from linli.lib.tables.dates import day_or_month_first
from linli.lib.tables.delimited import Record
from linli.lib.tables.fields import Column, Field
from linli.lib.tables.heading_rows import Heading
from linli.lib.tables.headings import normal_heading
from linli.lib.tables.merged import FillDown
from linli.lib.tables.problems import Numbers, Problem, cell_reference
from linli.lib.tables.values import Cell, Reader, as_written, is_blank, reader_for, tidy
from linli.lib.tables.workbook import Range, has_content

_DITTO = {"同上", "同前", "〃", "″", "〞", "〟", "＂", '"', "''", "ditto", "do."}
_LONGEST_DITTO = max(map(len, _DITTO)) + 2
_TOTALS = {"合计", "总计", "小计", "共计", "total", "subtotal"}
_NOTES = ("备注:", "注:", "说明:", "填表人", "填报人", "制表", "审核人", "负责人签", "单位(盖章)")
_BRACKETS = str.maketrans({"：": ":", "（": "(", "）": ")"})
_SAMPLED_FOR_DATES = 300

Asked = Sequence[tuple[Field, Column]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: `number` as in the user's file, `values` and `raw` text by field.

    A field with a problem is None in `values`; columns that were not asked for are dropped.
    """

    number: int
    values: dict[str, object]
    raw: dict[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no record: `total`, `note` or `repeated_heading`."""

    number: int
    reason: str


def read_body(
    records: Callable[[], Iterator[Record]],
    merged_ranges: Iterable[Range],
    heading: Heading,
    asked: Asked,
    skipped: list[Skipped],
    *,
    delimited: bool,
    worksheet: str = "",
) -> Iterator[Row]:
    """The rows under the heading; rows that are no records are noted in `skipped`."""
    readers = _readers(islice(records(), heading.last_row + _SAMPLED_FOR_DATES), heading, asked)
    merged = FillDown(merged_ranges, (column.index for _, column in asked))
    width = 1 + max((c.index for c in heading.columns if c.heading), default=-1)
    above: dict[int, Cell] = {}
    for record in records():
        cells = merged.fill(record.number, record.cells)
        # A row that shows nothing of its own continues the merged one above it.
        if record.number <= heading.last_row or not has_content(record.cells):
            continue
        if reason := _why_no_record(record.cells, asked):
            skipped.append(Skipped(record.number, reason))
            continue
        problems = _problems_of_form(record, width) if delimited else []
        values: dict[str, object] = {}
        raw: dict[str, str] = {}
        for (field, column), read in zip(asked, readers, strict=True):
            index = column.index
            cell = cells[index] if index < len(cells) else ""
            written, value, code, numbers = _read_cell(cell, index, above, field, read)
            raw[field.name] = written
            values[field.name] = value
            if code is not None:
                at = cell_reference(record.number, index)
                problems.append(
                    Problem(code, record.number, column.heading, at, numbers or {}, worksheet)
                )
        yield Row(record.number, values, raw, tuple(problems))


def _read_cell(
    cell: Cell, index: int, above: dict[int, Cell], field: Field, read: Reader
) -> tuple[str, object, str | None, Numbers | None]:
    """The cell as written and as read, 同上 replaced by what stands above it."""
    if is_blank(cell):
        return "", None, "required_empty" if field.required else None, None
    if isinstance(cell, str) and len(cell) <= _LONGEST_DITTO and tidy(cell).lower() in _DITTO:
        if index not in above:
            return tidy(cell), None, "nothing_above", None
        cell = above[index]
    else:
        above[index] = cell
    value, code, numbers = read(cell)
    return as_written(cell), None if code else value, code, numbers


def _readers(sample: Iterable[Record], heading: Heading, asked: Asked) -> list[Reader]:
    """One reader a column; columns of dates are sampled first for the order of their parts."""
    texts: dict[int, list[str]] = {
        column.index: [] for field, column in asked if field.kind in ("date", "datetime")
    }
    for record in sample if texts else ():
        if record.number > heading.last_row:
            for index, seen in texts.items():
                if index < len(record.cells) and isinstance(cell := record.cells[index], str):
                    seen.append(cell)
    return [
        reader_for(field, day_first=day_or_month_first(texts.get(column.index, ())))
        for field, column in asked
    ]


def _why_no_record(cells: Sequence[Cell], asked: Asked) -> str | None:
    """Why this row is no record: a total, a note under the table, the heading once more."""
    filled = [cell for cell in cells if not is_blank(cell)]
    first = filled[0]
    if not isinstance(first, str):
        return None
    if normal_heading(first) in _TOTALS:
        return "total"
    if len(filled) <= 3 and tidy(first).translate(_BRACKETS).startswith(_NOTES):
        return "note"
    repeated = sum(
        column.heading == as_written(cells[column.index])
        for _, column in asked
        if column.index < len(cells)
    )
    if repeated >= max(min(2, len(filled)), len(filled) - 1):
        return "repeated_heading"
    return None


def _problems_of_form(record: Record, width: int) -> list[Problem]:
    """What is wrong with a CSV row as a row: torn quotes, a cut-off end, cells too many."""
    flaw = record.flaw
    if flaw == "unfinished":
        flaw = "row_cut_off" if len(record.cells) < width else None
    if flaw is not None:
        return [Problem(flaw, record.number, numbers={"line": record.line})]
    if len(record.cells) > width and has_content(record.cells[width:]):
        at = cell_reference(record.number, width)
        numbers = {"found": len(record.cells), "expected": width}
        return [Problem("more_cells_than_headings", record.number, None, at, numbers)]
    return []
