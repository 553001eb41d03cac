"""A spreadsheet file opened as a form: its worksheets as grids, read with their formulas."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from linli.lib.tables.blanks.grid import Area, Content, Grid, GridCell
from linli.lib.tables.blanks.parts import Element, parsed
from linli.lib.tables.dates import read_date
from linli.lib.tables.marking.package import MAIN, RELATIONS, CannotMark, Package
from linli.lib.tables.problems import column_index
from linli.lib.tables.values import as_written, tidy

WORKBOOK = "xl/workbook.xml"
_N = f"{{{MAIN}}}"
_REFERENCE = re.compile(r"^([A-Z]{1,3})(\d+)$")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE_FORMATS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
_BUILT_IN = {14: "yyyy/m/d", 31: "yyyy年m月d日", 49: "@", 57: "yyyy年m月", 58: "m月d日"}


class Spreadsheet:
    """The visible worksheets of an .xlsx; `hidden` are the names of the others."""

    def __init__(self, content: bytes) -> None:
        self.package = Package(content)
        self.titles: list[str] = []
        self.hidden: list[str] = []
        self.protected: list[str] = []
        self._parts: list[str] = []
        targets = {rid: part for rid, _kind, part in self.package.relations(WORKBOOK)}
        book = parsed(self.package[WORKBOOK])
        if book.tag != f"{_N}workbook":
            raise CannotMark("an unusual kind of workbook")
        for sheet in book.iterfind(f"{_N}sheets/{_N}sheet"):
            part = targets.get(sheet.get(f"{{{RELATIONS}}}id"), "")
            if sheet.get("state", "visible") != "visible":
                self.hidden.append(sheet.get("name", ""))
            elif "worksheets/" in part:
                self.titles.append(sheet.get("name", ""))
                self._parts.append(part)
        self._strings = self._shared_strings()
        self._formats = self._number_formats()
        self.grids = [self._grid(number) for number in range(1, len(self._parts) + 1)]

    def part(self, number: int) -> str:
        """The part that holds the worksheet with this number, from 1."""
        return self._parts[number - 1]

    def content_of(self, cell: Element) -> tuple[Content, str]:
        """What a cell keeps and how it is seen."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            text = _text_of(cell.find(f"{_N}is"))
            return text, tidy(text)
        value = cell.findtext(f"{_N}v") or ""
        if kind == "s":
            text = self._strings[int(value)] if value.isdigit() else ""
            return text, tidy(text)
        if kind != "n" or not value:
            return value, tidy(value)
        return self._number(value, self.format_of(cell))

    def format_of(self, cell: Element) -> str:
        style = int(cell.get("s", 0))
        return self._formats[style] if style < len(self._formats) else ""

    def _number(self, value: str, number_format: str) -> tuple[Content, str]:
        try:
            number = Decimal(value)
        except ArithmeticError:
            return value, value
        if is_date_format(number_format):
            day, _code = read_date(float(number))
            if isinstance(day, date):
                return day, day.isoformat()
        if number == number.to_integral_value() and abs(number) < 10**15:
            return int(number), str(int(number))
        return number, as_written(float(number))

    def _grid(self, number: int) -> Grid:
        root = parsed(self.package[self.part(number)])
        if root.find(f"{_N}sheetProtection") is not None:
            self.protected.append(self.titles[number - 1])
        cells: dict[tuple[int, int], GridCell] = {}
        for at, cell in cells_of(root):
            content, text = self.content_of(cell)
            formula = cell.find(f"{_N}f") is not None
            cells[at] = GridCell(text, content, formula, self.format_of(cell))
        merged = [
            area
            for found in root.iterfind(f"{_N}mergeCells/{_N}mergeCell")
            if (area := area_of(found.get("ref", "")))
        ]
        return Grid(number, self.titles[number - 1], cells, merged)

    def _shared_strings(self) -> list[str]:
        part = self.package.related(WORKBOOK, "sharedStrings")
        if part is None:
            return []
        return [_text_of(each) for each in parsed(self.package[part]).iterfind(f"{_N}si")]

    def _number_formats(self) -> list[str]:
        part = self.package.related(WORKBOOK, "styles")
        if part is None:
            return []
        root = parsed(self.package[part])
        own = {
            int(each.get("numFmtId", 0)): str(each.get("formatCode", ""))
            for each in root.iterfind(f"{_N}numFmts/{_N}numFmt")
        }
        return [
            own.get(number) or _BUILT_IN.get(number, "d" if number in _DATE_FORMATS else "")
            for xf in root.iterfind(f"{_N}cellXfs/{_N}xf")
            for number in [int(xf.get("numFmtId", 0))]
        ]


def cells_of(root: Element) -> Iterator[tuple[tuple[int, int], Element]]:
    """The cells of a worksheet, each with its row and column from 0."""
    row = 0
    for line in root.iterfind(f"{_N}sheetData/{_N}row"):
        row = int(line.get("r", row + 1))
        column = -1
        for cell in line.iterfind(f"{_N}c"):
            found = _REFERENCE.match(cell.get("r", ""))
            column = column_index(found[1]) if found else column + 1
            yield (row - 1, column), cell


def area_of(reference: str) -> Area | None:
    """A1:B2 as an area; None for what is no plain range of cells."""
    first, _colon, last = reference.replace("$", "").partition(":")
    one, other = _REFERENCE.match(first), _REFERENCE.match(last or first)
    if one is None or other is None:
        return None
    return Area(int(one[2]) - 1, column_index(one[1]), int(other[2]) - 1, column_index(other[1]))


def is_date_format(number_format: str) -> bool:
    plain = _QUOTED.sub("", number_format).lower()
    return "y" in plain or "d" in plain


def _text_of(element: Element | None) -> str:
    """The text of a string with its runs, without the reading aid above it (rPh)."""
    if element is None:
        return ""
    return "".join(
        text.text or "" for text in element.iter(f"{_N}t") if text.getparent().tag != f"{_N}rPh"
    )
