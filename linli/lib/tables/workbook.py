"""Spreadsheet files (.xlsx, .xls, .ods) through calamine, guarded against torn and huge ones."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import IO

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from linli.lib.tables.delimited import Record
from linli.lib.tables.ods_extent import ods_extent
from linli.lib.tables.problems import Unreadable, cell_reference, column_index
from linli.lib.tables.values import Cell, is_blank

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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Workbook:
    """An opened spreadsheet file; `worksheets` are its visible sheets that hold something."""

    def __init__(self, content: bytes) -> None:
        self.kind = check_content(content)
        try:
            self._book = CalamineWorkbook.from_filelike(BytesIO(content))
            names = [
                sheet.name
                for sheet in self._book.sheets_metadata
                if sheet.visible == SheetVisibleEnum.Visible
            ]
            opened = [(name, self._book.get_sheet_by_name(name)) for name in names]
        except PasswordError:
            raise Unreadable("password") from None
        except BaseException as error:
            raise _as_unreadable(error) from None
        self.worksheets = [Worksheet(self.kind, name, sheet) for name, sheet in opened if sheet.end]
        if not self.worksheets:
            raise Unreadable("empty_file")


class Worksheet:
    """A source of records over one sheet; can be read again and again."""

    encoding = ""
    delimiter = ""

    def __init__(self, kind: str, name: str, sheet: CalamineSheet) -> None:
        self.kind = kind
        self.worksheet = name
        self._sheet = sheet

    def records(self) -> Iterator[Record]:
        """All records from row 1, with cells from column A."""
        start = self._sheet.start or (0, 0)
        padding: list[Cell] = [""] * start[1]
        for number, cells in enumerate(self._sheet.iter_rows(), 1):
            yield Record(number, padding + cells if padding else cells)

    def merged_ranges(self) -> Sequence[Range]:
        """Ranges as ((first row, first column), (last row, last column)), from 0."""
        return self._sheet.merged_cell_ranges or []


def check_content(content: bytes) -> str:
    """`xlsx`, `ods` or `xls`; raises `Unreadable` for anything that cannot safely be opened."""
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise Unreadable("password")
        return "xls"
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        parts = {part.filename: part.file_size for part in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Unreadable("torn_file") from None
    if sum(parts.values()) > _LARGEST_UNPACKED:
        raise Unreadable("too_large", megabytes=sum(parts.values()) // 2**20)
    try:
        if "xl/workbook.xml" in parts:
            for part in parts:
                if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                    _check_area(*_xlsx_extent(archive.open(part)))
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


def _check_area(rows: int, columns: int) -> None:
    if rows * columns > _LARGEST_AREA:
        raise Unreadable("stray_cell", cell=cell_reference(rows, columns - 1))


def _as_unreadable(error: BaseException) -> BaseException:
    """What the reader says about a bad file, its Rust panics included, as one problem."""
    if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError, Unreadable)):
        return error
    return Unreadable("torn_file")


def has_content(cells: Sequence[Cell]) -> bool:
    return any(not is_blank(cell) for cell in cells)
