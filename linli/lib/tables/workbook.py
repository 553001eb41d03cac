"""Spreadsheet files (.xlsx, .xls, .ods) through calamine, guarded against torn and huge ones."""

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence, Set
from io import BytesIO
from typing import IO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from linli.lib.tables.delimited import Record
from linli.lib.tables.ods_extent import ods_extent
from linli.lib.tables.problems import Unreadable, cell_reference, column_index
from linli.lib.tables.uncomputed import uncomputed_cells
from linli.lib.tables.unpacking import check_sizes_told
from linli.lib.tables.values import UNCOMPUTED, Cell, is_blank

Range = tuple[tuple[int, int], tuple[int, int]]

# The reader lays a sheet out as one full rectangle, 32 bytes a cell: one stray cell in the last
# corner would ask for half a terabyte and end the process.
_LARGEST_AREA = 12_000_000
_LARGEST_UNPACKED = 600 * 2**20
_PIECE = 1 << 20

_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"'](\d+)[\"']")
_CELL = re.compile(rb"\sr=[\"']([A-Z]{1,3})(\d+)[\"']")
_TORN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, ValueError, RuntimeError)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_MACROS = (b"xl/vbaProject.bin", "_VBA_PROJECT".encode("utf-16-le"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Workbook:
    """An opened spreadsheet file; `worksheets` are its visible sheets that hold something, and
    the hidden ones among `chosen`; `hidden` names all hidden ones. Macros are never run."""

    def __init__(self, content: bytes, chosen: Collection[str] = ()) -> None:
        self.kind = check_content(content)
        self.has_macros = any(mark in content for mark in _MACROS)
        try:
            self._book = CalamineWorkbook.from_filelike(BytesIO(content))
            sheets = [
                (sheet.name, sheet.visible == SheetVisibleEnum.Visible)
                for sheet in self._book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
            opened = [
                (name, self._book.get_sheet_by_name(name))
                for name, visible in sheets
                if visible or name in chosen
            ]
        except PasswordError:
            raise Unreadable("password") from None
        except BaseException as error:
            raise _as_unreadable(error) from None
        self.hidden = tuple(name for name, visible in sheets if not visible)
        waiting = uncomputed_cells(content) if self.kind == "xlsx" else {}
        self.worksheets = [
            Worksheet(self.kind, name, sheet, waiting.get(name, frozenset()))
            for name, sheet in opened
            if sheet.end
        ]
        if not self.worksheets:
            if self.hidden:
                raise Unreadable("only_hidden", sheets="、".join(self.hidden))
            raise Unreadable("empty_file")


class Worksheet:
    """A source of records over one sheet; can be read again and again."""

    encoding = ""
    delimiter = ""

    def __init__(
        self,
        kind: str,
        name: str,
        sheet: CalamineSheet,
        uncomputed: Set[tuple[int, int]] = frozenset(),
    ) -> None:
        self.kind = kind
        self.worksheet = name
        self._sheet = sheet
        self._uncomputed: dict[int, list[int]] = {}
        for row, column in sorted(uncomputed):
            self._uncomputed.setdefault(row, []).append(column)

    def records(self) -> Iterator[Record]:
        """All records from row 1, with cells from column A."""
        start = self._sheet.start or (0, 0)
        padding: list[Cell] = [""] * start[1]
        for number, cells in enumerate(self._sheet.iter_rows(), 1):
            cells = padding + cells if padding else cells
            for column in self._uncomputed.get(number, ()):
                if column < len(cells) and is_blank(cells[column]):
                    cells[column] = UNCOMPUTED
            yield Record(number, cells)

    def merged_ranges(self) -> Sequence[Range]:
        """Ranges as ((first row, first column), (last row, last column)), from 0."""
        return self._sheet.merged_cell_ranges or []


def check_content(content: bytes) -> str:
    """`xlsx`, `ods` or `xls`; raises `Unreadable` for anything that cannot safely be opened."""
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise Unreadable("password")
        if _WORD in content:
            raise Unreadable("word_file")
        return "xls"
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        parts = {part.filename: part.file_size for part in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Unreadable("torn_file") from None
    if sum(parts.values()) > _LARGEST_UNPACKED:
        raise Unreadable("too_large", megabytes=sum(parts.values()) // 2**20)
    if "word/document.xml" in parts:
        raise Unreadable("word_file")
    if "xl/workbook.bin" in parts:
        raise Unreadable("binary_workbook")
    try:
        check_sizes_told(archive, _LARGEST_UNPACKED)
        if "xl/workbook.xml" in parts:
            area = 0
            for part in parts:
                if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                    area = _check_area(*_xlsx_extent(archive.open(part)), area)
            return "xlsx"
        if "content.xml" in parts and b"spreadsheet" in archive.read("mimetype"):
            _check_area(*ods_extent(archive.open("content.xml")))
            return "ods"
    except _TORN:
        raise Unreadable("torn_file") from None
    raise Unreadable("not_a_table")


def _xlsx_extent(part: IO[bytes]) -> tuple[int, int]:
    """The last row and the number of columns of a sheet, from its cells, not its own claim."""
    rows, letters, rest = 0, set[bytes](), b""
    with part as stream:
        while piece := stream.read(_PIECE):
            text = rest + piece
            if b"<!DOCTYPE" in text:
                raise Unreadable("not_a_table")
            rows = max(rows, max(map(int, _ROW.findall(text)), default=0))
            for column, row in _CELL.findall(text):
                if column not in letters:
                    letters.add(column)
                    rows = max(rows, int(row))
            rest = text[-200:]
    return rows, max((column_index(found.decode()) + 1 for found in letters), default=0)


def _check_area(rows: int, columns: int, others: int = 0) -> int:
    """The area with that of the sheets before; all of them are laid out at the same time."""
    if rows * columns + others > _LARGEST_AREA:
        raise Unreadable("stray_cell", cell=cell_reference(rows, columns - 1))
    return rows * columns + others


def _as_unreadable(error: BaseException) -> BaseException:
    """What the reader says about a bad file, its Rust panics included, as one problem."""
    if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError, Unreadable)):
        return error
    return Unreadable("torn_file")


def has_content(cells: Sequence[Cell]) -> bool:
    return any(not is_blank(cell) for cell in cells)
