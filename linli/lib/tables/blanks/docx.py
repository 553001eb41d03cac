"""A Word file opened as a form: its tables as grids, its paragraphs for the lines around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from linli.lib.tables.blanks.grid import Area, Grid, GridCell
from linli.lib.tables.blanks.parts import Element, parsed
from linli.lib.tables.marking.package import CannotMark, Package
from linli.lib.tables.values import tidy

DOCUMENT = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DELETED = {f"{W}del", f"{W}moveFrom"}
_MOST_COLUMNS = 300


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a Word table on the grid; those merged downwards are one, `cells` from above."""

    area: Area
    cells: tuple[Element, ...]

    @property
    def first(self) -> Element:
        return self.cells[0]


class WordFile:
    """The main text of a .docx. Tables inside tables belong to the cell they stand in."""

    def __init__(self, content: bytes) -> None:
        self.package = Package(content)
        self.root = parsed(self.package[DOCUMENT])
        body = self.root.find(f"{W}body")
        if body is None:
            raise CannotMark("no body")
        self.tables = [table for table in body.iter(f"{W}tbl") if not _inside_table(table)]
        self.boxes = [list(_boxes(table)) for table in self.tables]
        self.grids = [_grid(number, boxes) for number, boxes in enumerate(self.boxes, 1)]
        self._paragraphs = [each for each in body.iter(f"{W}p") if not _inside_table(each)]
        self.paragraphs = [
            (number, text)
            for number, each in enumerate(self._paragraphs, 1)
            if (text := text_of(each)).strip()
        ]
        self.title = next((" ".join(text.split())[:120] for _, text in self.paragraphs), "")

    def refresh(self, number: int) -> None:
        """Look again at the cells of a table that has got rows."""
        self.boxes[number - 1] = list(_boxes(self.tables[number - 1]))

    def paragraph(self, number: int) -> Element:
        """The paragraph outside tables with this number, from 1."""
        return self._paragraphs[number - 1]


def text_of(paragraph: Element) -> str:
    return "".join(text for _, text in pieces_of(paragraph))


def pieces_of(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The texts of a paragraph, with the element that holds each; what was struck out is not."""
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}sym"):
        if any(above.tag in _DELETED for above in element.iterancestors()):
            continue
        if element.tag == f"{W}t":
            yield element, element.text or ""
        elif element.tag != f"{W}tab" or element.getparent().tag == f"{W}r":
            yield element, "□" if element.tag == f"{W}sym" else " "


def text_in(cell: Element) -> str:
    """The text of a cell; its paragraphs are lines."""
    lines = [text_of(paragraph) for paragraph in cell.iterfind(f"{W}p")]
    return tidy("\n".join(line for line in lines if line.strip()))


def rows_of(table: Element) -> list[Element]:
    return [row for row in table.iter(f"{W}tr") if _table_of(row) is table]


def cells_of(row: Element) -> list[Element]:
    return [cell for cell in row.iter(f"{W}tc") if _row_of(cell) is row]


def span_of(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(f"{W}val", "1") if span is not None else "1"
    return min(max(int(value), 1), _MOST_COLUMNS)


def goes_on(cell: Element) -> bool:
    """Whether a cell continues the one above it."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def skipped_before(row: Element) -> int:
    """Grid columns a row leaves out at its beginning."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    return int(before.get(f"{W}val", "0")) if before is not None else 0


def _boxes(table: Element) -> Iterator[Box]:
    """The cells of a table, those merged downwards joined."""
    open_boxes: dict[int, Box] = {}
    for number, row in enumerate(rows_of(table)):
        column = skipped_before(row)
        above, open_boxes = open_boxes, {}
        for cell in cells_of(row):
            span = span_of(cell)
            box = above.pop(column, None) if goes_on(cell) else None
            if box is not None and box.area.right == column + span - 1:
                area = Area(box.area.top, column, number, box.area.right)
                open_boxes[column] = Box(area, (*box.cells, cell))
            else:
                if box is not None:
                    yield box
                area = Area(number, column, number, column + span - 1)
                open_boxes[column] = Box(area, (cell,))
            column += span
        yield from above.values()
    yield from open_boxes.values()


def _grid(number: int, boxes: list[Box]) -> Grid:
    cells = {
        (row, column): GridCell()
        for box in boxes
        for row in range(box.area.top, box.area.bottom + 1)
        for column in range(box.area.left, box.area.right + 1)
    }
    for box in boxes:
        text = text_in(box.first)
        cells[box.area.top, box.area.left] = GridCell(text, text)
    return Grid(number, "", cells, [box.area for box in boxes], boxed=True)


def _inside_table(element: Element) -> bool:
    return any(above.tag == f"{W}tbl" for above in element.iterancestors())


def _table_of(element: Element) -> Element:
    return next((above for above in element.iterancestors(f"{W}tbl")), None)


def _row_of(element: Element) -> Element:
    return next((above for above in element.iterancestors(f"{W}tr")), None)
