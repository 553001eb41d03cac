"""Cells merged downwards in the body of a table: each row gets the value its reader sees."""

from collections.abc import Iterable, Sequence

from linli.lib.tables.values import Cell, is_blank
from linli.lib.tables.workbook import Range


class FillDown:
    """Remembers the value of a merged cell while rows go by in order.

    Only columns that are read are filled; a cell merged to the right counts for its first column.
    """

    def __init__(self, ranges: Iterable[Range], columns: Iterable[int]) -> None:
        wanted = set(columns)
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        for (top, left), (bottom, _right) in ranges:
            if bottom > top and left in wanted:
                self._ranges.setdefault(left, []).append((top + 1, bottom + 1))
        for spans in self._ranges.values():
            spans.sort(reverse=True)
        self._values: dict[int, Cell] = {}

    def fill(self, row: int, cells: Sequence[Cell]) -> Sequence[Cell]:
        """The cells of `row` (from 1) with those under a merged cell filled."""
        filled: list[Cell] | None = None
        for column, spans in self._ranges.items():
            while spans and spans[-1][1] < row:
                spans.pop()
            if not spans or spans[-1][0] > row:
                continue
            cell = cells[column] if column < len(cells) else ""
            if spans[-1][0] == row:
                self._values[column] = cell
            elif is_blank(cell) and column in self._values:
                if filled is None:
                    filled = [*cells, *[""] * (column + 1 - len(cells))]
                elif column >= len(filled):
                    filled.extend([""] * (column + 1 - len(filled)))
                filled[column] = self._values[column]
        return cells if filled is None else filled
