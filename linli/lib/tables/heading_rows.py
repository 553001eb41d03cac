"""Where the heading of a table stands: under which title lines, over one row or two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linli.lib.tables.delimited import Record
from linli.lib.tables.fields import Column, Field, Match
from linli.lib.tables.headings import match_columns
from linli.lib.tables.problems import column_letters
from linli.lib.tables.values import as_written
from linli.lib.tables.workbook import Range, has_content

LOOKED_AT = 30  # rows in which a heading is looked for


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading found: the numbers of its rows, its columns, and which field is which.

    `rivals` are fields that several columns claim with the same right.
    """

    first_row: int
    last_row: int
    columns: tuple[Column, ...]
    matches: Mapping[str, Match]
    rivals: Mapping[str, Sequence[Column]]
    stacked: bool = False  # over two rows, proved by a heading that reaches through both

    def rank(self) -> tuple[int, bool, float]:
        total = sum(match.confidence for match in self.matches.values())
        return len(self.matches), self.stacked, total


def find_heading(
    records: Sequence[Record], merged: Sequence[Range], fields: Sequence[Field]
) -> Heading | None:
    """The rows that name most fields; None if no row among the first ones names any."""
    best: Heading | None = None
    for position, record in enumerate(records):
        if not has_content(record.cells):
            continue
        below = records[position + 1] if position + 1 < len(records) else None
        found = [] if _reaches_down(record.number, merged) else [_single(record, fields)]
        if below is not None and has_content(below.cells):
            found.append(_stacked(record, below, merged, fields))
        for heading in found:
            if heading.matches and (best is None or heading.rank() > best.rank()):
                best = heading
    return best


def first_row_as_heading(records: Sequence[Record], fields: Sequence[Field]) -> Heading | None:
    """The first row with content, for a person who points at the columns by hand."""
    for record in records:
        if has_content(record.cells):
            return _single(record, fields)
    return None


def _single(record: Record, fields: Sequence[Field]) -> Heading:
    columns = _columns([as_written(cell) for cell in record.cells])
    return Heading(record.number, record.number, columns, *match_columns(columns, fields))


def _stacked(
    above: Record, below: Record, merged: Sequence[Range], fields: Sequence[Field]
) -> Heading:
    """Two rows read as one heading, "联系方式|电话"; a group reaches over the columns to its right
    that have only a lower heading."""
    width = max(len(above.cells), len(below.cells))
    upper = [as_written(cell) for cell in above.cells] + [""] * (width - len(above.cells))
    lower = [as_written(cell) for cell in below.cells] + [""] * (width - len(below.cells))
    reach = _reaches_right(above.number, merged)
    names: list[str] = []
    group, group_end = "", -1
    for index in range(width):
        if upper[index]:
            group = upper[index]
            group_end = reach.get(index, index if merged else width)
        inherited = group if index <= group_end else ""
        names.append(
            "|".join(filter(None, (upper[index] or inherited, lower[index])))
            if lower[index]
            else upper[index]
        )
    columns = _columns(names)
    matches, rivals = match_columns(columns, fields)
    taken = [match.column.index for match in matches.values()]
    through = any(not lower[index] for index in taken)
    below_group = any(lower[index] and not upper[index] for index in taken)
    return Heading(
        above.number, below.number, columns, matches, rivals, stacked=through and below_group
    )


def _columns(names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(
        Column(index, column_letters(index), " ".join(name.split()))
        for index, name in enumerate(names)
    )


def _reaches_down(row: int, merged: Sequence[Range]) -> bool:
    """Whether a cell of this row (from 1) is merged with exactly the one below: two rows of
    heading, so that the upper one alone is none."""
    return any(top == row - 1 and bottom == row for (top, _), (bottom, _) in merged)


def _reaches_right(row: int, merged: Sequence[Range]) -> dict[int, int]:
    """For merged cells of this row: first column → last column."""
    return {left: right for (top, left), (_, right) in merged if top == row - 1}
