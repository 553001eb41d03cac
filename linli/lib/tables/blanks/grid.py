"""A sheet or a Word table as rows and columns of cells, some of them merged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

MOST_ROWS = 5_000  # rows of a sheet in which a form is looked for
MOST_COLUMNS = 300

Content = str | int | Decimal | date


@dataclass(frozen=True, slots=True)
class Area:
    """A cell, or cells merged into one: first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def single(self) -> bool:
        return self.top == self.bottom and self.left == self.right


@dataclass(frozen=True, slots=True)
class GridCell:
    """`text` as seen, `content` as kept, `format` the number format of a spreadsheet's cell."""

    text: str = ""
    content: Content = ""
    formula: bool = False
    format: str = ""


_NOTHING = GridCell()


class Grid:
    """`number` counts from 1 among the worksheets or tables of the file. A cell that is there
    but empty is `drawn`; a spreadsheet has endlessly many that are not."""

    def __init__(
        self,
        number: int,
        name: str,
        cells: dict[tuple[int, int], GridCell],
        merged: Iterable[Area],
        *,
        boxed: bool = False,
    ) -> None:
        self.number = number
        self.name = name
        self.cells = cells
        self.boxed = boxed  # a Word table: it has edges, and every cell in it is drawn
        self.rows = 1 + max((row for row, _ in cells), default=-1)
        self.merged = [area for area in merged if not area.single]

    @cached_property
    def columns(self) -> int:
        """How many columns are of interest: up to the last with a text, and what it is merged
        with; of a Word table all."""
        if self.boxed:
            return 1 + max((column for _, column in self.cells), default=-1)
        return 1 + max(
            (self.area(*at).right for at, cell in self.cells.items() if cell.text), default=-1
        )

    @cached_property
    def _covering(self) -> dict[tuple[int, int], Area]:
        return {
            (row, column): area
            for area in self.merged
            for row in range(area.top, min(area.bottom, area.top + MOST_ROWS) + 1)
            for column in range(area.left, min(area.right, area.left + MOST_COLUMNS) + 1)
        }

    def area(self, row: int, column: int) -> Area:
        return self._covering.get((row, column)) or Area(row, column, row, column)

    def cell(self, row: int, column: int) -> GridCell:
        """The cell as seen here: of merged ones, the first."""
        area = self._covering.get((row, column))
        return self.cells.get((area.top, area.left) if area else (row, column), _NOTHING)

    def text(self, row: int, column: int) -> str:
        return self.cell(row, column).text

    def drawn(self, row: int, column: int) -> bool:
        return (row, column) in self.cells or (row, column) in self._covering

    def areas_of(self, row: int) -> Iterator[Area]:
        """The cells that a reader sees in this row, from left to right, each once."""
        column = 0
        while column < self.columns:
            area = self.area(row, column)
            yield area
            column = max(area.right, column) + 1

    def written_in(self, row: int) -> list[tuple[Area, str]]:
        """The cells of this row with a text; those merged with rows above count as well."""
        return [
            (area, text) for area in self.areas_of(row) if (text := self.text(area.top, area.left))
        ]
