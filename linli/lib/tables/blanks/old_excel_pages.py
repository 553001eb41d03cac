"""What the reader of .xls does not tell of its sheets, from their records (MS-XLS): how they are
printed, and which cells are computed."""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_BEGIN, _END = 0x0809, 0x000A
_SHEET = 0x0010
_SETUP, _OPTIONS, _CENTERED, _FORMULA = 0x00A1, 0x0081, 0x0083, 0x0006
_MARGINS = {0x0026: "left", 0x0027: "right", 0x0028: "top", 0x0029: "bottom"}
_PORTRAIT, _UNSET, _FIT = 0x0002, 0x0004, 0x0100


@dataclass(slots=True)
class Page:
    """`paper` is the number printers know it by (9: A4), 0 where the file does not say.
    `formulas`: rows and columns, from 0, of the cells that are computed."""

    paper: int = 0
    portrait: bool = True
    scale: int = 0
    fit: tuple[int, int] | None = None
    centered: bool = False
    margins: dict[str, float] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)


def pages_of(content: bytes) -> list[Page]:
    """The worksheets' pages in their order; sheets that are charts are not counted."""
    pages: list[Page] = []
    inside: list[bool] = []
    fits = False
    for kind, record in _records(_stream(content)):
        if kind == _BEGIN:
            is_sheet = not inside and struct.unpack_from("<H", record, 2)[0] == _SHEET
            if is_sheet:
                pages.append(Page())
                fits = False
            inside.append(is_sheet)
        elif kind == _END and inside:
            inside.pop()
        elif len(inside) == 1 and inside[0]:
            if kind == _OPTIONS:
                fits = bool(struct.unpack_from("<H", record)[0] & _FIT)
            _note(pages[-1], kind, record, fits=fits)
    return pages


def _note(page: Page, kind: int, record: bytes, *, fits: bool) -> None:
    if kind in _MARGINS:
        page.margins[_MARGINS[kind]] = struct.unpack_from("<d", record)[0]
    elif kind == _FORMULA:
        page.formulas.add(struct.unpack_from("<HH", record))
    elif kind == _CENTERED:
        page.centered = bool(struct.unpack_from("<H", record)[0])
    elif kind == _SETUP:
        paper, scale, _first, across, down, options = struct.unpack_from("<6H", record)
        page.fit = (across, down) if fits else None
        if not options & _UNSET:
            page.paper, page.scale = paper, scale
            page.portrait = bool(options & _PORTRAIT)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        yield kind, stream[position + 4 : position + 4 + length]
        position += 4 + length


def _stream(content: bytes) -> bytes:
    from xlrd.compdoc import CompDoc

    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        document = CompDoc(content, logfile=nowhere)
        for name in ("Workbook", "Book"):
            held, start, length = document.locate_named_stream(name)
            if held:
                return bytes(held[start : start + length])
    return b""
