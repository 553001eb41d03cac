"""Tables we give out: workbooks and CSV that no program will compute or shorten."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import chain, islice
from typing import TYPE_CHECKING

from linli.lib.tables.delimited import Record

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# The library of workbooks (and numpy behind it) is read when one is written: every process of
# the house imports this module, and few ever write a table.
_NOT_IN_XML = re.compile(r"[\000-\010]|[\013-\014]|[\016-\037]")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_SAMPLED_FOR_WIDTH = 100
_NARROWEST, _WIDEST = 8, 48
_LONG_NUMBER = 11  # digits from which a number written as text must stay text when edited
_EXACT = 10**15
PLAIN_TITLE = "Sheet1"
_CSV_PIECE = 500  # rows a chunk


def spreadsheet(
    rows: Iterable[Sequence[object]], columns: Sequence[str], *, title: str = "Sheet1"
) -> bytes:
    """An .xlsx with one sheet: a bold frozen heading, filters, columns as wide as their content.

    Numbers and dates are written as such, everything else as text; text that begins like a
    formula stays text. A datetime loses its zone: pass the local time to be shown.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: WriteOnlyWorksheet = book.create_sheet(title)
    rows = iter(rows)
    sample = [list(row) for row in islice(rows, _SAMPLED_FOR_WIDTH)]
    for index, heading in enumerate(columns):
        widths = [_width(row[index]) for row in sample if index < len(row)]
        width = min(max(_NARROWEST, _width(heading), *widths), _WIDEST)
        sheet.column_dimensions[get_column_letter(index + 1)].width = width + 2
    sheet.freeze_panes = "A2"
    bold = [_text_cell(sheet, heading) for heading in columns]
    for cell in bold:
        cell.font = Font(bold=True)
    sheet.append(bold)
    count = 1
    for row in chain(sample, rows):
        sheet.append([_cell(sheet, value) for value in row])
        count += 1
    if columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    return _saved(book)


def plain_workbook(sheets: Iterable[tuple[str, Iterable[Record]]]) -> bytes:
    """An .xlsx with the same cells in the same places, sheet by sheet, for a file that has no
    such form."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, records in sheets:
        sheet = book.create_sheet(title)
        written = 0
        for record in records:
            while written < record.number - 1:
                sheet.append([])
                written += 1
            sheet.append([_cell(sheet, value) for value in record.cells])
            written += 1
    return _saved(book)


def comma_separated(rows: Iterable[Sequence[object]], columns: Sequence[str]) -> Iterator[bytes]:
    """CSV in pieces, UTF-8 with the mark by which spreadsheet programs know it.

    Text that begins like a formula gets a leading apostrophe, which `read_table` takes away.
    """
    rows = iter(rows)
    yield b"\xef\xbb\xbf" + _csv_piece([columns])
    while piece := list(islice(rows, _CSV_PIECE)):
        yield _csv_piece(piece)


def _csv_piece(rows: Iterable[Sequence[object]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerows([_csv_text(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _csv_text(value: object) -> object:
    if value is None or isinstance(value, (int, float, Decimal)):
        return value
    written = _as_text(value)
    return "'" + written if written.startswith(_STARTS_FORMULA) else written


def _cell(sheet: "WriteOnlyWorksheet", value: object) -> object:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if value is None or isinstance(value, (bool, date, time)):
        return value
    if isinstance(value, (int, float, Decimal)):
        # A number beyond 15 digits would lose its end: it is a name, not a quantity.
        return value if -_EXACT < value < _EXACT else _text_cell(sheet, str(value))
    text = _as_text(value)
    if not text:
        return None
    if text.startswith(_STARTS_FORMULA) or (text[0].isdigit() and _is_code(text)):
        return _text_cell(sheet, text)
    return text


def _is_code(text: str) -> bool:
    return len(text) >= _LONG_NUMBER or text.startswith("0")


def _text_cell(sheet: "WriteOnlyWorksheet", text: str) -> "WriteOnlyCell":
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, _as_text(text))
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(_STARTS_FORMULA)
    return cell


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        value = value.replace(tzinfo=None).isoformat(" ", "seconds")
    elif isinstance(value, (date, time)):
        value = value.isoformat()
    return _NOT_IN_XML.sub("", str(value))


def _width(value: object) -> int:
    """Width in columns of Latin letters; a Chinese character takes two."""
    return sum(
        1 if letter < "\u1100" else 2 for letter in _as_text(value if value is not None else "")
    )


def _saved(book: "Workbook") -> bytes:
    output = BytesIO()
    book.save(output)
    return output.getvalue()
