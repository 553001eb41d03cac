"""Small files of the kinds a person may bring, made for the tests."""

import struct
import zipfile
from collections.abc import Sequence
from io import BytesIO

import openpyxl


def xlsx(
    rows: Sequence[Sequence[object]], merged: Sequence[str] = (), title: str = "花名册"
) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def ods(rows: Sequence[Sequence[str]], *, blank_columns_before_last: int = 0) -> bytes:
    """An OpenDocument sheet of texts; the last cell may be pushed far to the right."""
    body = ""
    for row in rows:
        cells = [
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell>"
            for text in row
        ]
        if blank_columns_before_last:
            gap = f'<table:table-cell table:number-columns-repeated="{blank_columns_before_last}"/>'
            cells.insert(len(cells) - 1, gap)
        body += f"<table:table-row>{''.join(cells)}</table:table-row>"
    empty = (
        '<table:table-row table:number-rows-repeated="1000000">'
        "<table:table-cell/></table:table-row>"
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="花名册">{body}{empty}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest "
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return output.getvalue()


def xls(rows: Sequence[Sequence[str | float]]) -> bytes:
    """An Excel 97 file with one sheet: texts and numbers, in the old compound container."""
    sheet = _biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    width = max(map(len, rows))
    sheet += _biff(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                text = value.encode("utf-16-le")
                sheet += _biff(0x204, place + struct.pack("<HB", len(value), 1) + text)
            else:
                sheet += _biff(0x203, place + struct.pack("<d", value))
    sheet += _biff(0x0A, b"")
    name = "Sheet1".encode("utf-16-le")
    start = _biff(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0))
    start += _biff(0x42, struct.pack("<H", 1200))
    entry_length = 4 + 6 + 2 + len(name)
    offset = len(start) + entry_length + 4
    start += _biff(0x85, struct.pack("<IHBB", offset, 0, 6, 1) + name) + _biff(0x0A, b"")
    return _compound(start + sheet)


def _biff(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _compound(stream: bytes) -> bytes:
    """A compound file: header, one allocation sector, one directory sector, the stream."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    table = [0xFFFFFFFD, end, *range(3, 2 + sectors), end]
    table += [free] * (128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    directory = _entry("Root Entry", 5, free, free, 1, end, 0)
    directory += _entry("Workbook", 2, free, free, free, 2, len(stream))
    directory += _entry("", 0, free, free, free, 0, 0) * 2
    return header + struct.pack("<128I", *table) + directory + stream


def _entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    length = len(text) + 2 if name else 0
    entry = text.ljust(64, b"\0") + struct.pack("<HBB", length, kind, 1)
    entry += struct.pack("<III", left, right, child) + b"\0" * 36
    return entry + struct.pack("<IQ", start, size)
