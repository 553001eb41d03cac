"""Blank forms as offices send them, made at run time for the tests."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

_LINE = Side("thin")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)

Rows = Sequence[Any]


def xlsx(
    rows: Rows,
    merged: Sequence[str] = (),
    *,
    boxed: str = "",
    title: str = "Sheet1",
    formats: dict[str, str] | None = None,
) -> bytes:
    """One worksheet: `rows` of texts (None: nothing there), `boxed` a range with lines."""
    book = openpyxl.Workbook()
    sheet: Worksheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for line in sheet[boxed] if boxed else ():
        for cell in line:
            cell.border = BOX
    for area in merged:
        sheet.merge_cells(area)
    for at, number_format in (formats or {}).items():
        sheet[at].number_format = number_format
    sheet["A1"].font = Font(name="宋体", bold=True, size=16)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def cell(text: str = "", across: int = 1, down: str = "") -> str:
    """A cell of a Word table; `down`: `restart` begins a cell merged downwards, `on` goes on."""
    looks = f'<w:tcW w:w="1000" w:type="dxa"/><w:gridSpan w:val="{across}"/>'
    if down:
        looks += '<w:vMerge w:val="restart"/>' if down == "restart" else "<w:vMerge/>"
    run = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    mark = '<w:pPr><w:rPr><w:sz w:val="21"/></w:rPr></w:pPr>'
    return f"<w:tc><w:tcPr>{looks}</w:tcPr><w:p>{mark}{run if text else ''}</w:p></w:tc>"


def table(*rows: Sequence[str]) -> str:
    lines = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr/>{lines}</w:tbl>"


def line(*texts: str) -> str:
    """A paragraph, each text a run of its own."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' for text in texts)
    return f"<w:p>{runs}</w:p>"


def docx(*blocks: str) -> bytes:
    """A Word file of paragraphs (`line`) and tables (`table`)."""
    body = "".join(blocks) + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"
        )
    return output.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of an Office file by name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
