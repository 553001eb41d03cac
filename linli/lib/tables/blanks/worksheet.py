"""One worksheet as a tree: cells written by type, rows put in with the style of the one above."""

import copy
import re

from linli.lib.tables.blanks.moving import RowsAdded
from linli.lib.tables.blanks.parts import Element, parsed
from linli.lib.tables.blanks.xlsx import Spreadsheet, area_of
from linli.lib.tables.marking.package import MAIN, CannotMark
from linli.lib.tables.problems import cell_reference, column_index

_N = f"{{{MAIN}}}"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LETTERS = re.compile(r"[A-Z]+")


class Worksheet:
    """Rows are counted from 1 and columns from 0."""

    def __init__(self, xml: bytes) -> None:
        self.root = parsed(xml)
        data = self.root.find(f"{_N}sheetData")
        if data is None:
            raise CannotMark("no cells")
        self._data = data
        self._rows: dict[int, Element] = {}
        self._cells: dict[int, dict[int, Element]] = {}
        number = 0
        for row in data.iterfind(f"{_N}row"):
            number = int(row.get("r", number + 1))
            row.set("r", str(number))
            column = -1
            for cell in row.iterfind(f"{_N}c"):
                named = _LETTERS.match(cell.get("r", ""))
                column = column_index(named[0]) if named else column + 1
                cell.set("r", cell_reference(number, column))
            self._keep(number, row)

    def _keep(self, number: int, row: Element) -> None:
        """Remember a row and its cells by their columns."""
        self._rows[number] = row
        self._cells[number] = {
            column_index(cell.get("r").rstrip("0123456789")): cell
            for cell in row.iterfind(f"{_N}c")
        }

    def put_text(self, row: int, column: int, text: str) -> None:
        cell = self._emptied(row, column)
        cell.set("t", "inlineStr")
        inside = cell.makeelement(f"{_N}is")
        held = inside.makeelement(f"{_N}t")
        held.text = _ILLEGAL.sub("", text)
        held.set(_SPACE, "preserve")
        inside.append(held)
        cell.append(inside)

    def put_number(self, row: int, column: int, number: str) -> None:
        cell = self._emptied(row, column)
        value = cell.makeelement(f"{_N}v")
        value.text = number
        cell.append(value)

    def empty(self, row: int, column: int) -> None:
        if row in self._rows and self._find(row, column) is not None:
            self._emptied(row, column)

    def dress(self, row: int, column: int, style: int) -> None:
        self._cell(row, column).set("s", str(style))

    def text(self, row: int, column: int, book: Spreadsheet) -> str:
        cell = self._find(row, column)
        return "" if cell is None else str(book.content_of(cell)[1])

    def format_and_style(self, row: int, column: int, book: Spreadsheet) -> tuple[str, int]:
        cell = self._find(row, column)
        return ("", 0) if cell is None else (book.format_of(cell), int(cell.get("s", 0)))

    def forget_results(self) -> None:
        """Results of formulas are taken out: they were computed before anything was filled in."""
        for cell in self._data.iter(f"{_N}c"):
            value = cell.find(f"{_N}v")
            if cell.find(f"{_N}f") is not None and value is not None:
                cell.remove(value)
                cell.attrib.pop("t", None)

    def insert_rows(self, added: RowsAdded, sheet: str) -> None:
        """Rows like the one they are put in after, bare ones after a heading; what stands below
        moves down."""
        pattern = self._rows.get(added.after) if added.grows else None
        for number in sorted(self._rows, reverse=True):
            if number > added.after:
                del self._cells[number]
                self._renumber(self._rows.pop(number), number + added.count)
        for formula in self._data.iter(f"{_N}f"):
            formula.text = added.in_formula(formula.text or "", sheet)
            if formula.get("ref"):
                formula.set("ref", added.in_reference(formula.get("ref")))
        self._move_references(added, sheet)
        if pattern is None:
            return
        above = pattern
        for number in range(added.after + 1, added.after + added.count + 1):
            row = self._like(pattern, added.after, number, sheet)
            above.addnext(row)
            self._keep(number, row)
            above = row
        self._merge_like(added)

    def _renumber(self, row: Element, number: int) -> None:
        row.set("r", str(number))
        for cell in row.iterfind(f"{_N}c"):
            found = _LETTERS.match(cell.get("r"))
            cell.set("r", f"{found[0] if found else ''}{number}")
        self._keep(number, row)

    def _like(self, pattern: Element, origin: int, number: int, sheet: str) -> Element:
        """A row with the pattern's height and styles; its formulas, and nothing else of it."""
        row = copy.deepcopy(pattern)
        row.set("r", str(number))
        for cell, source in zip(row.findall(f"{_N}c"), pattern.findall(f"{_N}c"), strict=True):
            formula = self._formula_of(source)
            for child in list(cell):
                cell.remove(child)
            cell.attrib.pop("t", None)
            letters = _LETTERS.match(source.get("r"))
            cell.set("r", f"{letters[0] if letters else ''}{number}")
            if formula:
                element = cell.makeelement(f"{_N}f")
                element.text = _translated(formula, source.get("r"), cell.get("r"))
                cell.append(element)
        return row

    def _formula_of(self, cell: Element) -> str:
        """The formula of a cell, also where it is one shared with cells above."""
        found = cell.find(f"{_N}f")
        if found is None:
            return ""
        if found.text or found.get("t") != "shared":
            return found.text or ""
        for other in self._data.iter(f"{_N}f"):
            if other.text and other.get("si") == found.get("si"):
                return _translated(other.text, other.getparent().get("r"), cell.get("r"))
        return ""

    def _move_references(self, added: RowsAdded, sheet: str) -> None:
        """Merged cells, validations, conditional formats, links, filters, page breaks."""
        for element in self.root.iter():
            if not isinstance(element.tag, str):
                continue
            name = element.tag.rsplit("}", 1)[-1]
            if element.tag == f"{_N}c" or name in {"row", "f", "selection", "pane"}:
                continue
            for attribute in ("ref", "sqref"):
                if element.get(attribute):
                    element.set(attribute, added.in_reference(element.get(attribute)))
            if name in {"formula", "formula1", "formula2"} and element.text:
                element.text = added.in_formula(element.text, sheet)
            elif name == "sqref" and element.text:
                element.text = added.in_reference(element.text)
            elif name == "brk" and element.getparent().tag == f"{_N}rowBreaks":
                element.set("id", str(added.row(int(element.get("id", 0)))))

    def _merge_like(self, added: RowsAdded) -> None:
        """Cells merged sideways in the last row are merged in the rows like it. One merged over
        that row alone grew downwards with it and is cut back first."""
        merges = self.root.find(f"{_N}mergeCells")
        if merges is None:
            return
        for merge in list(merges):
            area = area_of(merge.get("ref", ""))
            if area is None or area.top != added.after - 1:
                continue
            for row in range(area.top, area.top + added.count + 1):
                one = copy.deepcopy(merge)
                ends = (cell_reference(row + 1, area.left), cell_reference(row + 1, area.right))
                one.set("ref", ":".join(ends))
                merges.append(one)
            merges.remove(merge)
        if merges.get("count"):
            merges.set("count", str(len(merges)))

    def _find(self, row: int, column: int) -> Element | None:
        return self._cells.get(row, {}).get(column)

    def _cell(self, row: int, column: int) -> Element:
        cell = self._find(row, column)
        if cell is not None:
            return cell
        line = self._rows[row] if row in self._rows else self._new_row(row)
        cell = line.makeelement(f"{_N}c")
        cell.set("r", cell_reference(row, column))
        beside = self._cells[row]
        line.insert(sum(other < column for other in beside), cell)
        beside[column] = cell
        line.attrib.pop("spans", None)
        return cell

    def _new_row(self, row: int) -> Element:
        line = self._data.makeelement(f"{_N}row")
        line.set("r", str(row))
        above = row - 1
        if above not in self._rows:
            above = max((number for number in self._rows if number < row), default=0)
        if above:
            self._rows[above].addnext(line)
        else:
            self._data.insert(0, line)
        self._keep(row, line)
        return line

    def _emptied(self, row: int, column: int) -> Element:
        cell = self._cell(row, column)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        return cell


def _translated(formula: str, origin: str, target: str) -> str:
    from openpyxl.formula.translate import Translator

    moved: str = Translator(f"={formula}", origin=origin).translate_formula(target)
    return moved[1:]
